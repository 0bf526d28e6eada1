import { months } from '../english/quantities.js';
import type { AskedQuestion } from '../question/read-question.js';
import { readDate } from '../text/read-date.js';
import { overlaps, type Span } from '../text/span.js';
import type { Section } from '../text/units.js';
import type { KindOfAnswer } from '../question/kinds-of-answer.js';
import type { SearchIndex } from './search-index.js';

const versionPattern = /(?<![\p{L}\d.])v?(\d+(?:\.\d+)+(?:[-+]?[a-z]+\d*)?)(?![\p{L}\d]|\.\d)/giu;
const numberedPattern =
  /\b(rule|section|article|chapter|part|clause|point|paragraph|item|step|version|release|season|round|week|day|episode|lesson|session|unit|level|stage|phase|appendix)s?\s+(?:no\.?\s*|number\s+)?(\d{1,3}|[a-z](?=\W*$))\b(?!\.\d)|§\s*(\d{1,3})\b/gi;
const monthPattern = new RegExp(String.raw`\b(?:(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(${months.join('|')})\b`, 'i');
const yearPattern = /(?<![\d.-])(?:1[89]|20)\d\d(?![\d.-])/g;
const meetingWord = /\b(?:meetings?|minutes|committee|board|council|assembly|session|call)\b/i;
/** Where more sections than this are named, or a larger share of a document, the name parts nothing. */
const maxNamed = 40;

/** Tells which rows stand in a section that a question names by its version, number or date; null where it names none. */
export function findNamedSections(question: string, index: SearchIndex): ((row: number) => boolean) | null {
  const isNamed = readSectionNames(question);
  if (!isNamed || index.whole?.namesSections === false) return null;
  const named = new Map<string, Span[]>();
  let count = 0;
  for (const { document } of index.documents) {
    const spans = document.structure.sections
      .filter((section) => isNamed(document.text.slice(section.heading.start, section.heading.end), section))
      .map(({ heading, end }) => ({ start: heading.start, end }));
    count += spans.length;
    if (spans.length > 0) named.set(document.id, spans);
  }
  if (!partsSomething(count)) return null;
  return (row) => {
    const { document, span } = index.locate(row);
    return named.get(document.id)?.some((section) => overlaps(section, span)) ?? false;
  };
}

type Test = (heading: string, section: Pick<Section, 'date'>) => boolean;

/** Whether so many sections of all texts are named that the name parts something. */
export function partsSomething(sections: number): boolean {
  return sections > 0 && sections <= maxNamed;
}

/** Tells of a heading, and of its section's date, whether a question names it by its version, number or date; null where it names none. */
export function readSectionNames(question: string): Test | null {
  const tests: Test[] = [...readVersions(question), ...readNumbers(question), ...readDates(question)];
  return tests.length > 0 ? (heading, section) => tests.some((test) => test(heading, section)) : null;
}

function readVersions(question: string): Test[] {
  const versionsOf = (text: string): string[] =>
    Array.from(text.matchAll(versionPattern), ([, version = '']) => version.toLowerCase());
  return versionsOf(question).map((asked) => (heading) => versionsOf(heading).some((own) => isVersion(own, asked)));
}

/** "2.1" means 2.1.0, and 2.1.3 as well. */
function isVersion(own: string, asked: string): boolean {
  return own === asked || own.startsWith(`${asked}.`);
}

function readNumbers(question: string): Test[] {
  return Array.from(question.matchAll(numberedPattern), ([, word = '§', number = '', paragraph = number]) => {
    const named = new RegExp(String.raw`\b${word}\s+(?:no\.?\s*)?${paragraph}\b(?!\.\d)`, 'i');
    const numbered = new RegExp(String.raw`^\W*(?:§\s*)?${paragraph}(?![\d\p{L}]|\.\d)`, 'iu');
    return (heading: string) => named.test(heading) || (/\d/.test(paragraph) && numbered.test(heading));
  });
}

function readDates(question: string): Test[] {
  const date = readDate(question);
  if (date !== null) return [(_, section) => section.date?.startsWith(date) ?? false];
  const [whole, day, month = ''] = monthPattern.exec(question) ?? [];
  const isMeeting = meetingWord.test(question);
  if (
    whole !== undefined &&
    (day !== undefined || (isMeeting && month.toLowerCase() !== 'may') || /\bMay\b/.test(whole))
  ) {
    const number = String(months.indexOf(month.toLowerCase()) + 1).padStart(2, '0');
    const ending = day === undefined ? `-${number}` : `-${number}-${day.padStart(2, '0')}`;
    return isMeeting || day !== undefined ? [(_, section) => section.date?.slice(4).startsWith(ending) ?? false] : [];
  }
  return Array.from(question.matchAll(yearPattern), ([year]) => (heading: string) => {
    const words = heading.trim().split(/\s+/);
    return words.length <= 4 && words.some((word) => word.replace(/[^\p{L}\d]/gu, '') === year);
  });
}

/** What is asked for with the name of a section and nothing else: all that stands under it. */
const contentStems = new Set(
  (
    'chang new ad add fix remov deprec decid decis discuss happen agre releas version updat note notes meet minut committe ' +
    'board council assembl improv contain say rule section articl chapter claus list bug featur topic news differ cover ' +
    'break bring includ get got come introduc drop publish date day came out'
  ).split(' '),
);

/** What is claimed, 0..1, of a quote that stands in the section which was asked for. */
export const contentConfidence = 0.8;

/** Whether a question that names a section asks for what stands there, whatever that is: "What changed in 2.1?" */
export function asksForContent({ text, concepts }: Pick<AskedQuestion, 'text' | 'concepts'>): boolean {
  if (!/^\W*(?:what|whats|which|list|show|tell|give|changes|changelog|release notes|summary)\b/i.test(text))
    return false;
  return concepts.every(isOfContent);
}

/**
 * The headings that a question asks for which names a section and asks when that was: "When was 2.1 released?" over
 * `## 2.1 (3 May 2024)`. Empty where it asks for more or no such heading has a date.
 */
export function findDatedHeads(
  { text, concepts }: Pick<AskedQuestion, 'text' | 'concepts'>,
  isNamed: ((row: number) => boolean) | null,
  index: SearchIndex,
): readonly number[] {
  if (!isNamed || !/^\W*(?:when|what (?:date|day)|on (?:what|which) (?:date|day)|.*\brelease date)\b/i.test(text))
    return [];
  const isItself = readSectionNames(text);
  return Array.from(index.rows.keys()).flatMap((row) => {
    if (!isNamed(row) || index.rows.at(row)?.isHeading !== true) return [];
    const { document, span } = index.locate(row);
    const about = `${document.metadata.title} ${document.path}`.toLowerCase();
    const isAsked = (concept: Concept): boolean => isOfContent(concept) || about.includes(concept.text.toLowerCase());
    const heading = document.text.slice(span.start, span.end);
    return readDate(heading) !== null && isItself?.(heading, { date: null }) === true && concepts.every(isAsked)
      ? [row]
      : [];
  });
}

type Concept = AskedQuestion['concepts'][number];

function isOfContent({ ways }: Concept): boolean {
  const [term = ''] = ways[0]?.terms ?? [];
  return contentStems.has(term) || /\d/.test(term) || months.some((month) => month.startsWith(term.replace(/i$/, '')));
}

const asksForPast =
  /\bwhen\s+(?:was|were|did|has|have|had)\b|\b(?:which|what)\s+(?:meeting|date|day)\b.*\b(?:was|were|did)\b/i;

/** What was still to come, or hung on something, was not done on the date above. */
const toCome = /\b(?:will|shall|['’]ll|going to|would|to be|unless|if)\b/iu;

/** What stands above a row and may hold the answer in its place: the version, or the date of what was done. */
export function headOf(index: SearchIndex, row: number, question: string, kind: KindOfAnswer): string {
  if (kind === 'version') return index.sectionNames(row).join(' ');
  if (kind !== 'time' || !asksForPast.test(question) || toCome.test(index.textOf(row))) return '';
  return index.sectionDateOf(row) ?? '';
}
