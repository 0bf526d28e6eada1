/** Types that a sentence clearly has or has not. */
export const strictTypes = new Set(['count', 'measure', 'money', 'time', 'meaning']);
const auxiliary = String.raw `(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|may|must|['’]s)`;
/** Each with the narrowing word as its first group. */
const forms = [
    ['meaning', /\b(stands? for|abbreviation|acronym|full (?:name|form) of|short for)\b/],
    [
        'money',
        /\bhow much (money|cash|(?=.*\b(?:cost|costs|pay|paid|spend|spent|worth|price|charge|fine|aid|funding|earn|give|gave|contribute)\b))|\bhow many (dollars|euros|pounds|rupees)\b|\bwhat (?:is|was|were|are) the (price|cost|fine|fee|fare|budget|salary)\b/,
    ],
    [
        'time',
        new RegExp(String.raw `^\W*(?:(?:and|so|but|since|until|by|from)\s+)?when\s+(${auxiliary})\b|^\W*when\b(?!.*(?:,|\b(?:what|which|who|how|why|where|it)\b))|` +
            String.raw `\bwhen\W*$|\b(?:what|which) (year|date|day|month|decade|century|time|season|week)\b|\bhow long ago\b|\bat what (time)\b`),
    ],
    ['measure', /\bhow (long|far|tall|high|wide|broad|deep|old|big|large|heavy|fast|hot|cold|thick)\b/],
    [
        'measure',
        /\b(?:what|which) (?:is|was|are|were)?\s?(?:the )?(percentage|percent|length|height|age|distance|temperature|size|area|speed|weight|depth|width)\b/,
    ],
    [
        'count',
        /\bhow (many|much|often)\b|\b(?:what|which) (?:is|was|are|were)?\s?(?:the )?(number|share|proportion|fraction|amount|population)\b/,
    ],
    ['reason', /\bwhy\b|\bwhat (?:is|was|were) the (?:reason|cause)s?\b|\bhow come\b|\bwhat caused\b/],
    [
        'place',
        /\bwhere\b|\b(?:what|which) (country|countries|nations?|states?|city|cities|towns?|places?|region|river|areas?|villages?|island|districts?)\b/,
    ],
    [
        'person',
        /\bwho(?:m|se)?\b|\b(?:what|which) (?:person|people|man|woman|author|scientist|king|queen|president|company|organi[sz]ation|groups?|teams?|actor|singer|party|minister|politician)\b|\bwhat (?:is|was) the name\b/,
    ],
];
/** The form that comes first in the question decides: "How old was she when…" asks for an age, not for a time. */
export function findWantedAnswer(question) {
    if (/\bmean(?:s|ing)?\b/i.test(question) && /\b\p{Lu}[\p{Lu}\p{Nd}.&-]+(?!\p{L})/u.test(question)) {
        return { type: 'meaning', detail: '' }; // "What does UNHCR mean?"
    }
    const lower = question.toLowerCase();
    let first = { type: 'other', detail: '', at: Infinity };
    for (const [type, form] of forms) {
        const match = form.exec(lower);
        if (match && match.index < first.at) {
            first = { type, detail: match.slice(1).find((group) => group !== undefined) ?? '', at: match.index };
        }
    }
    return { type: first.type, detail: first.detail };
}
//# sourceMappingURL=answer-type.js.map