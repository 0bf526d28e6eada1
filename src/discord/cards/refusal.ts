import type { Answer } from '../../core/search/answer.js';
import type { Missing } from '../../core/search/missing.js';
import type { OpenIndex } from '../../app/asking/open-index.js';
import { saysNothing } from '../questions/spoken-language.js';
import type { Texts } from '../texts/texts.js';
import { answerButtons, renderFooter, renderQuestion, type AnswerFrame } from './answer.js';
import { accents, container, renderNotice, row, text, type Card } from './card.js';
import { shorten } from '../../core/text/span.js';
import { escapeMarkdown } from './markdown.js';

/** What an answer without quotes says. */
type Refusal = Pick<Answer, 'reason' | 'missing'>;

/** What the corpus covers, for somebody who got no answer. */
interface Coverage {
  readonly documents: number;
  /** First and last date that citations carry, as written; null where none does. */
  readonly from: string | null;
  readonly to: string | null;
  readonly titles: readonly string[];
}

/** The language of most texts, as far as is known. */
const textLocale = 'en';
const maxTitles = 4;
const maxTitleLength = 60;
const maxWantedLength = 80;
const maxMissing = 5;

export function measureCoverage({ documents }: Pick<OpenIndex, 'documents'>): Coverage {
  const dates = documents.flatMap((document) => Object.values(document.dates ?? {})).sort();
  const titles = documents.slice(0, maxTitles).map(({ metadata }) => metadata.title);
  return { documents: documents.length, from: dates[0] ?? null, to: dates.at(-1) ?? null, titles };
}

/** Why there is no answer, what is missing, and what the texts cover; calm, for it is no error. Places that are not near help nobody. */
export function renderRefusal(answer: Refusal, frame: AnswerFrame, coverage: Coverage, texts: Texts): Card {
  const { reason } = answer;
  const buttons = answerButtons(frame, texts);
  const missing = nameAllMissing(answer, texts);
  const lines = [
    // What is related and not shown, such as an opinion, does not answer either.
    `### ${texts.refusal[reason === null || reason === 'related' ? 'too-weak' : reason]}`,
    ...(missing === null ? [] : [missing]),
    ...(coverage.documents > 0 ? [`-# ${describeCoverage({ ...coverage, titles: [] }, texts)} ${texts.listHint}`] : []),
    ...(coverage.documents > 0 && texts.locale !== textLocale ? [`-# ${texts.inOtherLanguage}`] : []),
  ];
  return {
    components: [
      renderQuestion(frame, texts),
      container(accents.neutral, [text(lines.join('\n')), ...(buttons.length > 0 ? [row(buttons)] : [])]),
      renderFooter(frame, texts),
    ],
  };
}

export function describeCoverage({ documents, from, to, titles }: Coverage, texts: Texts): string {
  const named = titles.map((title) => texts.quoted(escapeMarkdown(shorten(title, maxTitleLength)))).join(', ');
  const list = documents > titles.length && named ? `${named}, …` : named;
  return texts.covers(documents, from && escapeMarkdown(from), to && escapeMarkdown(to), list);
}

/** That no document is called as wanted, and which titles come near. */
export function renderUnknownDocument(wanted: string | null, suggestions: readonly string[], texts: Texts): Card {
  const name = escapeMarkdown(shorten(wanted ?? '', maxWantedLength));
  const list = suggestions.map((title) => `- ${escapeMarkdown(shorten(title, maxWantedLength))}`);
  const near = list.length > 0 ? `\n**${texts.nearTitles}**\n${list.join('\n')}` : '';
  return renderNotice(`${texts.unknownDocument(name)}${near}`);
}

/** What the texts lack for an answer, as one line of Markdown; null where nothing is known to be missing. */
export function nameAllMissing({ missing }: Pick<Answer, 'missing'>, texts: Texts): string | null {
  const telling = missing.filter((each) => each.kind !== 'word' || !saysNothing(each.text));
  const names = telling.slice(0, maxMissing).map((each) => nameMissing(each, texts));
  return names.length > 0 ? texts.missing(names.join(', ')) : null;
}

/** What the texts lack for an answer, in Markdown: a word of the question, or a kind of answer. */
function nameMissing(missing: Missing, { quoted, missingKind }: Texts): string {
  return 'text' in missing ? quoted(escapeMarkdown(missing.text)) : missingKind[missing.kind];
}
