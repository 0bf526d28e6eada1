const numberWord = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|' +
    'nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|' +
    'dozens?|half|third|quarter|twice|once|none|both|single|double|tens|several';
const number = String.raw `(?:\p{Nd}[\p{Nd},.]*|\b(?:${numberWord})\b)`;
const lengthUnit = 'kilomet\\p{L}*|met(?:re|er)s?|miles?|feet|foot|ft|inch\\p{L}*|yards?|centimet\\p{L}*|km|cm|mm|m|light[- ]years?|nautical';
const timeUnit = 'seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?|centur\\p{L}*';
const weightUnit = 'grams?|kilograms?|kilos?|kg|pounds?|lbs?|tonn?es?|tons?|ounces?';
const areaUnit = 'square|hectares?|acres?|sq';
const otherUnit = 'percent|per|%|degrees?|°|dollars?|euros?|rupees?|pence|cents';
const units = {
    long: `${lengthUnit}|${timeUnit}`,
    length: `${lengthUnit}|${timeUnit}`,
    far: `${lengthUnit}|${timeUnit}`,
    distance: lengthUnit,
    tall: lengthUnit,
    high: lengthUnit,
    height: lengthUnit,
    wide: lengthUnit,
    width: lengthUnit,
    broad: lengthUnit,
    deep: lengthUnit,
    depth: lengthUnit,
    thick: lengthUnit,
    old: `${timeUnit}|year-old`,
    age: `${timeUnit}|year-old`,
    heavy: weightUnit,
    weight: weightUnit,
    percentage: 'percent|per cent|%|of',
    percent: 'percent|per cent|%|of',
    temperature: 'degrees?|°',
    hot: 'degrees?|°',
    cold: 'degrees?|°',
    area: areaUnit,
};
const anyUnit = [lengthUnit, timeUnit, weightUnit, areaUnit, otherUnit].join('|');
const month = 'january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec';
const year = String.raw `\b(?:1\d|20)\d\ds?\b`;
const day = String.raw `\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${month}|May)\b|\b(?:${month}|May) \d{1,2}\b`;
const pattern = {
    number: new RegExp(number, 'iu'),
    numberAndAfter: new RegExp(`${number}(?=(.{0,60}))`, 'giu'),
    unitNext: new RegExp(`^[-\\s]?(?:${anyUnit})\\b`, 'iu'),
    money: /[$€£¥₹]\s?\p{Nd}|(?:\p{Nd}|\b(?:one|two|three|four|five|ten|hundred|thousand|million|billion))[\p{Nd},.]*\s?(?:m|bn|k|thousand|million|billion|trillion)?\s?(?:US )?(?:dollars?|euros?|pounds?|rupees|francs|yen|cents|pence|crowns?|marks?)\b/iu,
    // "May" the month has a capital letter and company; "may" is everywhere.
    time: new RegExp(`${year}|${day}|` +
        String.raw `\b(?:${month}|century|centuries|decades?|yesterday|today|tomorrow|tonight|midnight|noon|morning|afternoon|` +
        String.raw `evening|spring|summer|autumn|fall|winter|weekend|ago|weeks?|months?|years?|season|dawn|dusk)\b|` +
        String.raw `\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]\.?m\b`, 'iu'),
    capitalTime: /\b(?:in|of|on|by|since|until|last|next|this|\d{1,2}) May\b|\bMay (?:\d|of\b)|\b(?:BC|AD|BCE|CE)\b/u,
    year: new RegExp(year, 'u'),
    month: new RegExp(String.raw `\b(?:${month})\b`, 'iu'),
    day: new RegExp(day, 'iu'),
    clock: /\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]\.?m\b|\b(?:midnight|noon|dawn|dusk|o['’]clock)\b/iu,
    century: new RegExp(String.raw `${year}|\bcentur|\bdecade`, 'iu'),
    reason: /\b(?:because|since|due|owing|thanks to|so that|in order to|as a result|therefore|reasons?|cause[ds]?|causing|led to|leads? to|after|for fear|given|blam\w+|attribut\w+|citing|explain\w*|to \p{Ll}+)\b/iu,
    placePreposition: /\b(?:in|at|from|to|near|across|through|of|between|into|outside|inside|on)\s+(?:the\s+)?\p{Lu}/u,
};
/**
 * Whether a sentence holds something of the kind that is asked for and that the question does not say itself:
 * 1 it does, 0 it does not, between for a weaker sign; 0.5 where the question asks for nothing in particular.
 */
export function matchAnswer(question, sentence) {
    const { wanted, text } = question;
    switch (wanted.type) {
        case 'count':
            return matchCount(question, without(sentence, text));
        case 'measure':
            return matchMeasure(wanted.detail, without(sentence, text));
        case 'money':
            return pattern.money.test(without(sentence, text)) ? 1 : 0;
        case 'time':
            return matchTime(wanted.detail, without(sentence, text)) ? 1 : 0;
        case 'meaning':
            return hasExpansion(sentence, text) ? 1 : 0;
        case 'person':
            return countNewNames(sentence, text) > 0 ? 1 : 0;
        case 'place':
            return matchPlace(question, sentence);
        case 'reason':
            return pattern.reason.test(sentence) ? 1 : 0;
        case 'other':
            return 0.5;
    }
}
/** A number counts fully before the thing that is counted, not at all before a unit of something else, half elsewhere. */
function matchCount({ counted, wanted }, sentence) {
    if (wanted.detail === 'often')
        return /\b(?:once|twice|times|every|daily|weekly|monthly|yearly|annual)/i.test(sentence) ? 1 : 0;
    let best = 0;
    for (const match of sentence.matchAll(pattern.numberAndAfter)) {
        const after = (match[1] ?? '').toLowerCase();
        const words = (after.match(/^[^.;:()]*/)?.[0] ?? '').match(/[\p{L}]+/gu)?.slice(0, 5) ?? [];
        if (words.some((word) => counted.some((stem) => word.startsWith(stem))))
            return 1;
        const isOther = pattern.unitNext.test(after) || /^(?:1\d|20)\d\d$/.test(match[0]);
        if (!isOther)
            best = Math.max(best, counted.length > 0 ? 0.5 : 1);
    }
    return best;
}
function matchMeasure(detail, sentence) {
    const unit = units[detail];
    if (unit !== undefined &&
        new RegExp(`${number}[-\\s]?(?:(?:thousand|million|billion|hundred)[-\\s])?(?:${unit})(?!\\p{L})`, 'iu').test(sentence))
        return 1;
    if ((detail === 'old' || detail === 'age') && /\baged?\b.{0,12}\p{Nd}/iu.test(sentence))
        return 1;
    if (unit !== undefined)
        return pattern.number.test(sentence) && /^(?:area|far|old|age)$/.test(detail) ? 0.5 : 0;
    return pattern.number.test(sentence) ? 1 : 0;
}
function matchTime(detail, sentence) {
    switch (detail) {
        case 'year':
            return pattern.year.test(sentence);
        case 'month':
            return pattern.month.test(sentence) || pattern.capitalTime.test(sentence);
        case 'day':
        case 'date':
            return pattern.day.test(sentence) || pattern.year.test(sentence);
        case 'decade':
        case 'century':
            return pattern.century.test(sentence);
        default:
            return pattern.time.test(sentence) || pattern.capitalTime.test(sentence);
    }
}
function matchPlace({ text, wanted, knownPlaces }, sentence) {
    if (/^(?:countr|nation|state)/.test(wanted.detail)) {
        const asked = text.toLowerCase();
        const known = [...knownPlaces].filter((name) => !asked.includes(name) && mentions(sentence, name)).length;
        const isPlural = /s$/.test(wanted.detail);
        return known >= 2 || (known === 1 && !isPlural) ? 1 : known === 1 ? 0.5 : 0;
    }
    return pattern.placePreposition.test(sentence) ? 1 : countNewNames(sentence, text) > 0 ? 0.5 : 0;
}
function mentions(sentence, name) {
    const lower = sentence.toLowerCase();
    const at = lower.indexOf(name);
    return at >= 0 && !/\p{L}/u.test(lower.charAt(at - 1)) && !/\p{L}/u.test(lower.charAt(at + name.length));
}
/** The sentence without the numbers and capitalised words of the question, so that these don't pass for an answer. */
function without(sentence, question) {
    let rest = sentence;
    const said = question.match(/[\p{Lu}\p{Nd}][\p{L}\p{Nd},.]*[\p{L}\p{Nd}]|\p{Nd}/gu) ?? [];
    for (const word of said)
        rest = rest.replaceAll(word, ' ');
    return rest;
}
const openers = /^(?:the|a|an|in|on|at|it|he|she|they|this|these|that|those|but|and|as|for|with|while|when|after|if|there|his|her|its|their|by|to|from|although|however|despite|some|many|most|all|no|not|we|i|you)$/;
/** Capitalised words that are not in the question and not just the first word of the sentence. */
function countNewNames(sentence, question) {
    const asked = new Set(question.toLowerCase().match(/[\p{L}\p{Nd}]+/gu));
    const words = sentence.match(/[\p{L}\p{Nd}'’.-]+/gu) ?? [];
    return words.filter((word, i) => {
        if (!/^\p{Lu}/u.test(word))
            return false;
        const bare = word.toLowerCase().replace(/['’]s$|[.'’]+$/gu, '');
        return !asked.has(bare) && (i > 0 || !openers.test(bare));
    }).length;
}
/** An acronym of the question beside its expansion: "Balochistan Liberation Army (BLA)" or "BLA (Balochistan …)". */
function hasExpansion(sentence, question) {
    return (question.match(/\p{Lu}[\p{Lu}\p{Nd}.&-]+/gu) ?? []).some((acronym) => {
        if (!sentence.includes(acronym))
            return false;
        const letters = acronym.replace(/[^\p{L}]/gu, '').toLowerCase();
        const initials = (sentence.match(/[\p{L}\p{Nd}]+/gu) ?? [])
            .filter((word) => word !== acronym && /^\p{Lu}/u.test(word))
            .map((word) => word.charAt(0).toLowerCase())
            .join('');
        return initials.includes(letters);
    });
}
//# sourceMappingURL=answer-match.js.map