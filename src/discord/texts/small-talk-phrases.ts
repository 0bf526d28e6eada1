/** What somebody says to a bot without asking it anything; what counts first where several are said at once. */
export const smallTalkKinds = ['help', 'self', 'objection', 'thanks', 'farewell', 'greeting', 'nod'] as const;
export type SmallTalkKind = (typeof smallTalkKinds)[number];

/**
 * What people say without asking anything: phrases in lower case, without punctuation. `self` asks what the bot is, `objection` says that an
 * answer is wrong, `nod` only that something was read. What several languages say stands in each of them.
 */
export interface SmallTalk extends Readonly<Record<SmallTalkKind, readonly string[]>> {
  /** What thanks may be for: the word that begins it ("for"), then those that may follow, in any order. */
  readonly thanksFor: readonly string[];
  /** Words that may stand beside all of it. */
  readonly fillers: readonly string[];
  /** Phrases of the above after which a question may follow without a comma. */
  readonly openers: readonly string[];
  /** Words that begin a question; those that begin one after thanks or a nod; and those that only join both ("but"). */
  readonly asking: readonly string[];
  readonly goingOn: readonly string[];
  readonly joining: readonly string[];
  /** What asks whether the message replied to is true; white space and punctuation around count for nothing. */
  readonly checking: readonly string[];
  /** Common words that carry nothing, by which the language of a question is known together with the above. */
  readonly common: readonly string[];
}

/** Phrases that are written with a bar or a line's end between them. */
export function listed(phrases: string): string[] {
  return phrases.split(/[|\n]/).flatMap((phrase) => phrase.trim() || []);
}

/** Words that are written with white space between them. */
export function words(list: string): string[] {
  return list.trim().split(/\s+/);
}
