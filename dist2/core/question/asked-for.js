const qualities = {
    length: /^(?:long|length|lengthy|duration)$/,
    age: /^(?:old|age)$/,
    height: /^(?:high|tall|height)$/,
    width: /^(?:wide|width|broad|breadth)$/,
    depth: /^(?:deep|depth)$/,
    speed: /^(?:fast|speed|velocity)$/,
    weight: /^(?:heavy|weight|weigh|weighs)$/,
    distance: /^(?:far|distance)$/,
    size: /^(?:big|large|size|area)$/,
    temperature: /^(?:hot|cold|warm|temperature)$/,
    frequency: /^(?:often|frequency|frequently)$/,
    cost: /^(?:cost|costs|price|prices|priced|expensive)$/,
};
const auxiliary = "(?:is|are|am|was|were|do|does|did|has|have|had|will|would|can|could|shall|should|may|might|must|isn't|wasn't|didn't|doesn't|don't)";
const lead = /^\W*(?:(?:please|hello|hi|hey|so|and|but)\b[\s,]*)*(?:(?:(?:can|could|would) (?:you|anyone|anybody|somebody|someone) (?:please )?(?:tell (?:me|us)|say|explain)|(?:please )?tell (?:me|us)|do (?:you|we) know|does (?:anyone|anybody|somebody) know|i (?:want|would like|['’]d like) to know)\s+)?/i;
/** Words that name what is asked for, and add nothing to it: "what is the *reason*", "in which *year*". */
const namingWords = [
    [/^(?:date|dates|year|day|time|month|hour|moment)$/, ['time']],
    [/^(?:place|location|located|situated|region|area|city|town|country|station|lie|lies|where)$/, ['place']],
    [/^(?:reason|reasons|cause|causes|caused|why)$/, ['reason']],
    [
        /^(?:name|named|company|firm|person|people|group|organisation|organization|party|team|man|woman|called)$/,
        ['person'],
    ],
    [/^(?:number|count|people|persons|total|times)$/, ['count']],
    [/^(?:way|method)$/, ['manner']],
    [/^(?:stand|stands|mean|means|meaning|abbreviation|acronym|definition|short)$/, ['meaning']],
    [/^(?:anybody|anyone|somebody|someone|possible|allowed)$/, ['yes-or-no']],
];
const forms = [
    [/^(?:what|how) (?:does|do|did) .+ (?:mean|stand for)$/, 'meaning'],
    [/\b(?:abbreviation|acronym|definition|meaning) of\b/, 'meaning'],
    [
        /^(?:what (?:is|was|are|were|['’]s) the (?:[\p{L}-]+ ){0,3}|how (?:much|high) (?:is|was|are|were) .*)(?:fee|fare|rent|salary|wage|budget|fine|toll|bill)s?\b|^how much (?:do|does|did|will|would|can) .+ earn\b/u,
        'cost',
    ],
    [
        /^(?:why|how come|what (?:is|was|are|were|['’]s)? ?the (?:reasons?|causes?)|what (?:caused|causes)|for (?:what|which) reason)\b/,
        'reason',
    ],
    [
        /^(?:(?:since|until|by|from) )?when\b|^(?:(?:at|in|on|since|until|by|from|during) )?(?:what|which) (?:date|year|day|time|month|hour|decade|century)\b|^what (?:is|was|were|are|['’]s) the (?:exact )?(?:date|year|time)\b/,
        'time',
    ],
    [
        /^(?:from |to )?where\b|^(?:(?:at|in|on|from|to) )?(?:what|which) (?:place|city|town|village|region|country|location|district|street|area)\b|^what (?:is|was|['’]s) the (?:place|location|address)\b/,
        'place',
    ],
    [
        /^how (?:many|much of)\b|^what (?:is|was|were|are|['’]s) the (?:total )?(?:number|amount|count|population)\b/,
        'count',
    ],
    [
        new RegExp(`^whom\\b|^who (?:do|does|did|can|will|would|should) (?!not\\b|n['’]t\\b)(?:the|a|an|you|we|they|he|she|it|i|\\p{Lu})`, 'u'),
        'object-person',
    ],
    [
        /^(?:who|whose)\b|^(?:by )?(?:what|which) (?:person|people|man|woman|company|companies|firm|firms|group|organi[sz]ation|party|team|author)\b|^what (?:is|was|were|are|['’]s) the names?\b/,
        'person',
    ],
];
/**
 * What a question asks for, the question without "please", "can you tell me" and the like, and whether a word of it only
 * names what is asked for.
 */
export function readAskedFor(text) {
    const question = text.replace(lead, '').replace(/[\s?!.]+$/u, '');
    const asked = findAskedFor(question);
    const quality = asked !== null && asked in qualities ? qualities[asked] : null;
    const naming = namingWords.filter(([, kinds]) => kinds.includes(asked === 'object-person' ? 'person' : asked));
    return {
        asked,
        question,
        isNaming: (word) => (quality?.test(word) ?? false) || naming.some(([pattern]) => pattern.test(word)),
    };
}
function findAskedFor(question) {
    const lower = question.charAt(0).toLowerCase() + question.slice(1);
    for (const [form, asked] of forms)
        if (form.test(lower))
            return asked;
    const quality = findQuality(lower);
    if (quality !== null)
        return quality;
    if (/^what (?:do|does|did|can|could|will|would) .+ do$/.test(lower))
        return 'activity';
    if (/^how (?:much)\b/.test(lower))
        return /\bhow much (?:is|are|was|were)\b/.test(lower) ? 'cost' : 'count';
    if (new RegExp(`^how (?:${auxiliary}|to)\\b`).test(lower))
        return 'manner';
    if (new RegExp(`^${auxiliary}\\b`).test(lower))
        return 'yes-or-no';
    if (/\bnumber of\b/.test(lower))
        return 'count';
    if (/\b(?:date|year)(?:$| of\b)/.test(lower))
        return 'time';
    if (/\bplace where\b/.test(lower))
        return 'place';
    return null;
}
/** "how long is", "what is the length of", "what does … cost"; and key words that have such a noun. */
function findQuality(question) {
    const words = question.toLowerCase().split(/[^\p{L}]+/u);
    const isHow = /^(?:for |since )?how (?!many)/.test(question);
    const isWhat = /^(?:at |with |from )?(?:what|which)\b/.test(question);
    const isPlain = !/^(?:who|whom|whose|when|where|why|how|what|which)\b/.test(question) && words.length <= 10;
    if (isPlain && new RegExp(`^${auxiliary}\\b`).test(question))
        return null;
    for (const [name, pattern] of Object.entries(qualities)) {
        const at = words.findIndex((word) => pattern.test(word));
        if (at < 0)
            continue;
        if (isHow && (words[at - 1] === 'how' || (name === 'cost' && words[1] === 'much')))
            return name;
        const isNoun = /^(?:length|duration|age|height|width|breadth|depth|speed|velocity|weight|distance|size|area|temperature|frequency|cost|costs|price|prices|weigh|weighs)$/.test(words[at] ?? '');
        if (isNoun && (isWhat || isPlain))
            return name;
    }
    return null;
}
//# sourceMappingURL=asked-for.js.map