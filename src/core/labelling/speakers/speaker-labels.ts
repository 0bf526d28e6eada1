import type { Attribution } from './attribution.js';
import { judgeNature } from './source-nature.js';
import type { NounPhrase } from '../grammar/noun-phrases.js';
import { labelNouns, speakingParts } from '../../text/not-speakers.js';
import { isAuthors, isCapitalised, isWord, tokenAt, type SentenceView } from '../grammar/sentence-view.js';

/** What is known of the text around a sentence when its speakers are looked for. */
export interface SpeakerContext {
  /** Last words of the names that the text says to have said something, in lower case. */
  readonly speakers: () => ReadonlySet<string>;
  /** The sentence is a heading or the first of its text. */
  readonly isHeadline: boolean;
  /** The text is for reference, rules or minutes. */
  readonly isPlain: boolean;
  /** The sentence is code or stands in a table. */
  readonly isTable: boolean;
  /** It is minutes. */
  readonly isMinutes: boolean;
}

/** Labels of what follows in a list, of questions and of notes: nobody's name. */
const noNames =
  /^(?:q|a|question|answer|note|notes|warning|tip|hint|example|default|status|notice|subject|to|from|date|cc|re|place|time|title|author|authors|material|summary|background)$/i;

/** "Added", "Fees", "Note": what stands before a colon and is nobody's name. */
function isLabel(name: string): boolean {
  const word = name.toLowerCase();
  return noNames.test(name) || (labelNouns.has(word) && !speakingParts.has(word));
}

const speaks =
  /(\p{Lu}[\p{L}’'-]+) (?:said|says|told|added|argued|wrote|tweeted|asked|replied|warned|insisted|claimed|continued|responded)\b|\b(?:said|says|added|wrote|argued) (?:\p{Lu}[\p{L}.’'-]+ ){0,3}(\p{Lu}[\p{L}’'-]+)/gu;

/** Last words of the names that are said to have said something. */
export function findNamedSpeakers(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(speaks)].map(([, before, after]) => (before ?? after ?? '').toLowerCase()));
}

/** "KELSO: We tried." in a transcript, "Poll: voters unmoved" in a headline; a label of things ("Dues: 640") is none. */
export function findSpeakerLabel(view: SentenceView, context: SpeakerContext): Attribution | null {
  const first = isWord(tokenAt(view, 0)) ? 0 : 1;
  for (let i = first + 1; i <= first + 6 && i < view.tokens.length - 1; i++) {
    const { lower } = tokenAt(view, i);
    if (lower !== ':') {
      if (!isWord(tokenAt(view, i)) && !/^['’.()-]/.test(lower)) return null;
      continue;
    }
    const phrase = { first, last: i - 1, head: i - 1 };
    if (!isCapitalised(view, tokenAt(view, first)) || /\d/.test(tokenAt(view, i - 1).lower)) return null;
    const nature = judgeNature(view, phrase);
    if (!speaksOnce(view, phrase, i, nature, context)) return null;
    const kind = nature === 'document' ? 'shows' : 'said';
    return { via: 'speaker', kind, phrase, cueFirst: i, cueLast: i, strength: 0.85, trailing: false };
  }
  return null;
}

function labelText(view: SentenceView, { first, last }: NounPhrase): string {
  return view.text.slice(tokenAt(view, first).start, tokenAt(view, last).end);
}

/** A label that stands once: a name before a quotation or before "I", a poll over a headline. */
function speaksOnce(
  view: SentenceView,
  phrase: NounPhrase,
  colon: number,
  nature: ReturnType<typeof judgeNature>,
  { isHeadline, isPlain, speakers }: SpeakerContext,
): boolean {
  for (let j = phrase.first; j <= phrase.last; j++)
    if (/^(?:AUX|VERB|ADP|DET)$/.test(tokenAt(view, j).pos)) return false;
  const name = labelText(view, phrase);
  if ((nature !== 'document' && isLabel(name)) || !/^\p{Lu}/u.test(name)) return false;
  if (nature === 'document')
    return (
      isHeadline &&
      !isPlain &&
      /^(?:poll|study|survey|report|analysis|inquiry|audit|research|review)$/.test(tokenAt(view, phrase.head).lemma)
    );
  const { pos, lower } = tokenAt(view, phrase.head);
  const isName = nature === 'name' && pos === 'PROPN' && !/[^s]s$/.test(lower);
  if (!isName && (nature !== 'person' || /[^s]s$/.test(lower))) return false;
  if (!isAuthors(view, colon + 1) || /^["“'‘]$/.test(tokenAt(view, colon + 1).lower)) return true;
  if (isPlain) return false;
  // "Dahl: harbour will not close" over a text in which she says so.
  if (isHeadline && isName && speakers().has(lower)) return true;
  if (/^\P{Ll}{3,}$/u.test(name)) return !isHeadline;
  return view.tokens.slice(colon + 1).some(({ lower: word }) => /^(?:i|we|my|our|me|us)$/.test(word));
}
