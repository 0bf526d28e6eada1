/** What may speak for or against a label without words of the sentence that show it, as it stands in `Reason.cue`. */
export const unseenCues = {
  question: '[question]',
  'answered-question': '[answered question]',
  'no-figure-or-name': '[no figure, date or name]',
  'short-sentence': '[short sentence]',
  'long-sentence': '[long sentence]',
  'last-sentence': '[last sentence]',
  'list-item': '[list item]',
  'figures-in-a-judgement': '[figures in a judgement]',
  'follows-a-quotation': '[follows a quotation]',
  'unknown-first-person': '[“I” of an unknown speaker]',
  'no-judging-word': '[no judging word]',
  'judging-words-in-a-claim': '[judging words in a claim]',
  'sounds-like-opinion': '[sounds like opinion]',
  'sounds-like-a-report': '[sounds like a report]',
  'most-sentences-report': '[most sentences report]',
  'most-clauses-report': '[most clauses report]',
  'neighbouring-sentences': '[neighbouring sentences]',
  'no-judgement-of-its-own': '[no judgement of its own]',
  'in-no-opinion-piece': '[in no opinion piece]',
  'between-the-turns': '[between the turns]',
  code: '[code]',
  table: '[table]',
  quotation: '[quotation]',
  'quotation-goes-on': '[quotation goes on]',
  'indirect-speech-goes-on': '[indirect speech goes on]',
  'after-the-colon': '[after the colon]',
  transcript: '[transcript]',
  interview: '[interview]',
  rule: '[rule]',
  instruction: '[instruction]',
  definition: '[definition]',
  advice: '[advice]',
  'genre-news': '[genre: news]',
  'genre-opinion': '[genre: opinion]',
  'genre-analysis': '[genre: analysis]',
  'genre-explainer': '[genre: explainer]',
  'genre-letter': '[genre: letter]',
  'genre-release': '[genre: release]',
  'genre-other': '[genre: other]',
  'genre-unknown': '[genre: unknown]',
  'in-reference': '[in a reference text]',
  'in-reference-unjudged': '[in a reference text: no judging phrase]',
  'in-rules': '[in rules]',
  'in-rules-unjudged': '[in rules: no judging phrase]',
  'in-minutes': '[in minutes]',
  'in-minutes-unjudged': '[in minutes: no judging phrase]',
} as const;

export type UnseenReason = keyof typeof unseenCues;
export type UnseenCue = (typeof unseenCues)[UnseenReason];

const reasons = new Map<string, UnseenReason>(
  (Object.keys(unseenCues) as UnseenReason[]).map((reason) => [unseenCues[reason], reason]),
);

/** Which of these a reason is; null for words of the sentence. */
export function readUnseen(cue: string): UnseenReason | null {
  return reasons.get(cue) ?? null;
}
