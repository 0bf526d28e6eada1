/**
 * Whether a source's words name somebody: a group without a name ("investigations", "some critics") and a pronoun do not; "the author"
 * is whomever the text calls so, and may be taken for who wrote it.
 */
export type SourceNaming = 'named' | 'group' | 'pronoun' | 'author';

const pronouns =
  /^(?:he|she|it|they|him|her|them|his|hers|its|their|theirs|who|one|some|others?|many|most|several|few|both|everyone|everybody|nobody|someone|somebody)$/i;
const authors =
  /^(?:the|an?|this|its|one)\s(?:(?:same|other|first|second)\s)?(?:author|writer|narrator|columnist)s?(?=$|\s(?:of|in|on|from|behind|who|that)\s)/i;
const determiner = /^(?:the|an?|this|that|these|those|his|her|its|their|our|my|your|one|\d\S*)\s/i;
/** What comes after the noun that a phrase is about. */
const addition = /\s(?:of|in|at|on|for|from|with|by|who|that|which|among|about|to|near|outside|behind)\s.*$/;
const plural = /(?:[^s'’]s|people|police|men|women|children|media|majority)$/i;

/** How far the words of a source, as they stand in the text, name it. */
export function judgeNaming(source: string): SourceNaming {
  const words = source.trim().replace(/\s+/g, ' ');
  if (pronouns.test(words)) return 'pronoun';
  if (authors.test(words)) return 'author';
  if (determiner.test(words)) return 'named';
  // A capital inside the phrase is a name's; the first word may have one because it opens the sentence.
  if (/\s\p{Lu}/u.test(words) || /\p{Lu}\p{Lu}/u.test(words) || /[\d_]/.test(words)) return 'named';
  const head = words.replace(addition, '');
  if (!plural.test(head)) return 'named';
  // "Rivers" may be a name; "rivers", "Some rivers" and "Local rivers" are none.
  const opensLower = /^\p{Ll}/u.test(words);
  return opensLower || head.includes(' ') || commonGroups.has(head.toLowerCase()) ? 'group' : 'named';
}

/** Bare plurals that open a sentence and that nobody is called: a list, since “Sanders”, “Peters” and “Reuters” end as they do. */
const commonGroups = new Set(
  `
  activists analysts auditors authorities authors backers brokers buyers campaigners commentators creditors critics
  customers data defenders demonstrators developers diplomats directors doctors documents donors drivers economists
  editors employees employers engineers experts families fans farmers figures files firefighters friends guards historians
  insiders inspectors investigations investigators investors journalists landlords lawmakers lawyers leaders maintainers
  members men militants ministers moderators neighbors neighbours nurses observers officials opponents organisers
  organizers owners papers parents passengers patients people planners police politicians polls producers prosecutors
  protesters rebels records regulators reporters reports rescuers researchers residents reviewers rumors rumours scholars
  scientists sellers shareholders soldiers sources specialists spectators sponsors students studies supporters surveys
  teachers tenants tests traders travellers users veterans villagers visitors volunteers voters witnesses women workers
  `
    .trim()
    .split(/\s+/),
);

/** Whether several say it, so that they "say" and one "says". */
export function isPluralSource(source: string): boolean {
  const words = source.trim().replace(/\s+/g, ' ');
  if (/^(?:they|them|their|some|others|many|most|several|few|both)\b/i.test(words)) return true;
  if (/^(?:an?|one|this|that|each|every|his|her|its)\s/i.test(words))
    return /^(?:his|her|its)\s/i.test(words) && plural.test(words);
  const head = words.replace(addition, '');
  if (/,? and\s/.test(head)) return true;
  return /^the\s/i.test(words) || judgeNaming(head) === 'group'
    ? plural.test(head) && !/\s(?:\p{Lu}\S*s|news|press)$/u.test(head)
    : false;
}
