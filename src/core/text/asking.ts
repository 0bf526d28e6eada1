/** What may stand before a question in a chat: "ok so", "also", "hi all,". */
const opener = String.raw`(?:(?:also|and|but|so|ok|okay|well|hey|hi|hello|hm+|um+|btw|sorry|please|(?:quick |stupid |dumb )?question|actually|wait|all|everyone|folks|guys)\b[\s,:;-]*){0,4}`;
const subject = String.raw`(?:i|we|you|he|she|it|they|there|this|that|these|those|the|an?|any\w*|some\w*|every\w*|no ?(?:one|body)|my|our|your|his|her|its|their)`;
const be = `(?:is|are|was|were|isn['’]?t|aren['’]?t|wasn['’]?t)`;
const auxiliary = String.raw`(?:${be}|can|could|will|would|should|may|might|must|shall|does|did|doesn['’]?t|didn['’]?t)`;
/** Between a question's word and its verb no pronoun stands: "which filter would you use", not "what we need is". */
const between = String.raw`(?: (?!${subject}\b)[\p{L}\p{N}'’-]+){0,4}`;
const asking = new RegExp(
  [
    String.raw`^${opener}(?:who|whom|whose|what|which|when|where|why|how)${between} (?:${auxiliary}|do|don['’]?t|has|have|had)\b`,
    String.raw`^${opener}(?:who|what|where|how|when|why)['’]?s (?=\S)`,
    String.raw`^${opener}(?:${auxiliary}|has|have|had|do) ${subject}\b`,
    String.raw`^${opener}(?:does|did) (?!not\b)[\p{L}\p{N}]+`,
    String.raw`^${opener}(?:any(?:one|body)|some(?:one|body)) (?:know|got|have|has|seen|tried|here|there|up|around|else|remember)s?\b`,
    String.raw`\b(?:does|do|did) any(?:one|body)\b`,
    String.raw`^${opener}any (?:ideas?|chance|news|tips|advice|suggestions|recommendations)\b`,
    String.raw`, (?:what(?:['’]?s| is| are| does| do| did)|${auxiliary} (?:i|we|you|there|any(?:one|body)|some(?:one|body)))\b`,
  ].join('|'),
  'iu',
);
/** "Have a look", "do it at night" are no questions. */
const ordering = new RegExp(
  String.raw`^${opener}(?:have (?:an?|the|some|my|our|your|it|this|that|any)|do (?:it|this|that|the|some|an?|my|our|your))\b`,
  'iu',
);
const maxAskedWords = 30;

/** Whether words ask though no mark says so, as in a chat: "does anyone know when it opens", "which filter would you use". */
export function asksUnmarked(words: string): boolean {
  const line =
    words
      .trim()
      .split(/(?<=[.!?…])\s+/u)
      .at(-1)
      ?.replace(/\s+/g, ' ') ?? '';
  if (/[.!:;…]["”’)]*$/u.test(line) || line.split(' ').length > maxAskedWords) return false;
  return asking.test(line) && !ordering.test(line);
}
