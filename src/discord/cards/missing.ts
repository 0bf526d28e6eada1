import type { Answer } from '../../core/search/answer.js';
import type { Texts } from '../texts/texts.js';
import { escapeMarkdown } from './markdown.js';

/** The kinds of answer that the core says are missing; all else that is missing are words of the question. */
const kinds: Readonly<Record<string, keyof Texts['missingKind']>> = {
  'a number': 'count',
  'a measure': 'measure',
  'a sum of money': 'money',
  'a date or time': 'time',
  'the full name': 'name',
};

/** What the material lacks for an answer, in Markdown. */
export function nameMissing(missing: Answer['missing'][number], { missingKind }: Texts): string {
  const kind = kinds[missing];
  return kind === undefined ? escapeMarkdown(missing) : missingKind[kind];
}
