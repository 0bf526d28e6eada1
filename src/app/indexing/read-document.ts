import { createHash } from 'node:crypto';
import { readMarkdown } from '../../adapters/corpus/lezer-markdown.js';
import { nothingInherited, type Inherited } from '../../adapters/corpus/folder-metadata.js';
import { readFrontMatter } from '../../adapters/corpus/front-matter.js';
import { addressOfDerived, readerVersions } from '../../core/formats/derived-document.js';
import { buildStructure, numberBlocks } from '../../core/text/build-structure.js';
import {
  blankMarkup,
  genres,
  textKinds,
  type Genre,
  type SourceDocument,
  type TextKind,
} from '../../core/text/document.js';
import { readImprint } from '../../core/text/imprint.js';
import { findPlainBlocks } from '../../core/text/plain-text.js';
import { readDate } from '../../core/text/read-date.js';
import { runInLevel, shapeBlocks, type ShapedText } from '../../core/text/shape-blocks.js';
import { startOfCharacter } from '../../core/text/span.js';
import type { Section } from '../../core/text/units.js';
import type { DerivedSource } from './read-texts.js';

const maxTitleLength = 80;

/** A document together with what its author should know about its metadata, one line each. */
interface ReadDocument {
  readonly document: SourceDocument;
  readonly notices: readonly string[];
}

/**
 * Finds structure and metadata in a decoded text, or in what its `source`'s reader has made of it. Never fails: what can't be
 * understood becomes a notice.
 */
export function readDocument(
  path: string,
  text: string,
  inherited = nothingInherited,
  source: DerivedSource | null = null,
): ReadDocument {
  if (source) return readDerived(path, source, inherited);
  // A return alone ends a line, too, as old programs write them.
  const lines = text.replace(/\r(?!\n)/g, '\n');
  const { fields, bodyStart, fault } = readFrontMatter(lines);
  const isMarkdown = /\.md$/i.test(path);
  const parsed = isMarkdown && !isNestedTooDeeply(lines) ? readMarkdown(lines, bodyStart) : null;
  const isDeep = isMarkdown && parsed === null;
  const shaped = shapeBlocks(lines, parsed ?? findPlainBlocks(lines, bodyStart));
  const visible = blankMarkup(lines, shaped.markup);
  const structure = buildStructure(visible, shaped);
  const notices: string[] = [];
  if (fault !== null) notices.push(`${path}: front matter ignored: ${fault}`);
  if (isDeep)
    notices.push(`${path}: read as plain text: its lists, quotations or marks are nested more than ${maxNesting} deep`);
  const field = (name: string): string | null => fields.get(name) || inherited.get(name) || null;
  const kind = readKind(field('kind'), path, notices);
  const imprint = readImprint(visible, shaped.blocks);
  const metadata = {
    title: field('title') ?? titleOf(visible, structure.sections) ?? titleInBold(visible, shaped) ?? fileName(path),
    author: field('author') ?? imprint.author,
    publication: field('publication'),
    date:
      field('date') ?? findDate(fileName(path), visible.slice(bodyStart, bodyStart + maxOpening)) ?? imprint.updated,
    url: inherited.get('url') ?? readUrl(fields.get('url') || null, path, notices),
    genre: readGenre(field('genre'), path, notices),
    ...readFetched(inherited),
    ...(kind === null ? {} : { kind }),
  };
  const blocks = numberBlocks(shaped.blocks, structure.questions);
  return {
    document: { id: documentId(path), path, text, metadata, blocks, markup: shaped.markup, structure },
    notices,
  };
}

/** The document that a reader has found in a file, in the same form as one that was read from text. */
function readDerived(
  path: string,
  { file, digest, format, derived }: DerivedSource,
  inherited: Inherited,
): ReadDocument {
  const { text, marks, repairs, doubts, part = null, metadata: own } = derived;
  const shaped = shapeBlocks(text, derived);
  const visible = blankMarkup(text, shaped.markup);
  const structure = buildStructure(visible, shaped, marks);
  const notices: string[] = [];
  const kind = own.kind ?? readKind(inherited.get('kind') ?? null, path, notices);
  const metadata = {
    title: own.title ?? titleOf(visible, structure.sections) ?? fileName(path),
    author: own.author ?? inherited.get('author') ?? null,
    publication: own.publication ?? inherited.get('publication') ?? null,
    date: own.date ?? readDate(fileName(path)),
    url: addressOfDerived(derived, inherited.get('url') ?? null),
    genre: readGenre(inherited.get('genre') ?? null, path, notices),
    ...(own.savedOn === undefined ? {} : { savedOn: own.savedOn }),
    ...readFetched(inherited),
    ...(kind === null ? {} : { kind }),
  };
  const blocks = numberBlocks(shaped.blocks, structure.questions);
  const derivation = { file, part, digest, format, version: readerVersions[format], marks, repairs, doubts };
  return {
    document: { id: documentId(path), path, text, metadata, blocks, markup: shaped.markup, structure, derivation },
    notices,
  };
}

/** The day on which its file was fetched, which is more than what it says itself. */
function readFetched(inherited: Inherited): { savedOn?: string } {
  const day = inherited.get('fetched');
  return day === undefined ? {} : { savedOn: day };
}

/** How far into a text the date of a meeting stands. */
const maxOpening = 400;

/** The date in a file's name, in full where the first lines have it; that of a meeting also from its first lines alone. */
function findDate(name: string, opening: string): string | null {
  const [byName, byText] = [readDate(name), readDate(opening)];
  if (byName === null)
    return /\b(?:minutes|meeting|call of)\b/i.test(`${name} ${opening.slice(0, 120)}`) ? byText : null;
  return byText?.startsWith(byName) === true ? byText : byName;
}

/** The parser of Markdown compares each line with all lists and quotations that it lies in: deep ones take it minutes. */
const maxNesting = 100;
const deepLine = new RegExp(
  String.raw`^(?:[ \t]{${2 * maxNesting},}(?:[-*+]|\d+[.)])[ \t]|[ \t]*(?:>[ \t]?){${maxNesting},})`,
  'gm',
);
/** Marks of emphasis in one row, each of which may stand in the one before. */
const deepMarks = /[*_~]{1000}/;
/** A few such lines do no harm. */
const maxDeepLines = 20;

function isNestedTooDeeply(text: string): boolean {
  const lines = text.match(deepLine);
  return (lines !== null && lines.length > maxDeepLines) || deepMarks.test(text);
}

function documentId(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 12);
}

/** The words of the only heading of the first level; null where there is none. */
function titleOf(visible: string, sections: readonly Section[]): string | null {
  const heading = sections.find(({ level }) => level === 0)?.heading;
  return heading ? cutTitle(visible.slice(heading.start, heading.end)) : null;
}

/** The bold words of the lines that a text opens with, one below the other, the first of which is bold as a whole; else null. */
function titleInBold(visible: string, { blocks, emphases }: ShapedText): string | null {
  const [first] = blocks;
  if (first?.kind !== 'heading' || first.level !== runInLevel) return null;
  const parts: string[] = [];
  let { start } = first;
  for (const emphasis of emphases) {
    const between = visible.slice(start, emphasis.start);
    if (emphasis.start < start || between.trim() !== '' || /\n\s*\n/.test(between)) break;
    parts.push(visible.slice(emphasis.start, emphasis.end).trim());
    start = visible.indexOf('\n', emphasis.end);
    if (start < 0) break;
  }
  return parts.length > 0 ? cutTitle(parts.join(', ')) : null;
}

/** Words cut between two of them to the length of a title. */
function cutTitle(words: string): string {
  let title = '';
  for (const word of words.trim().split(/\s+/)) {
    if (title.length + word.length + 1 > maxTitleLength)
      return `${title || word.slice(0, startOfCharacter(word, maxTitleLength))}…`;
    title += (title && ' ') + word;
  }
  return title;
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function readGenre(value: string | null, path: string, notices: string[]): Genre | null {
  if (value === null) return null;
  const genre = genres.find((known) => known === value.toLowerCase());
  if (genre === undefined) notices.push(`${path}: genre "${value}" ignored: expected one of ${genres.join(', ')}`);
  return genre ?? null;
}

function readKind(value: string | null, path: string, notices: string[]): TextKind | null {
  if (value === null) return null;
  const kind = textKinds.find((known) => known === value.toLowerCase());
  if (kind === undefined) notices.push(`${path}: kind "${value}" ignored: expected one of ${textKinds.join(', ')}`);
  return kind ?? null;
}

function readUrl(value: string | null, path: string, notices: string[]): string | null {
  if (value === null) return null;
  if (/^https?:\/\/\S+$/i.test(value) && URL.canParse(value)) return value;
  notices.push(`${path}: url "${value}" ignored: expected an http or https address`);
  return null;
}
