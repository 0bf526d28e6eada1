import { createHash } from 'node:crypto';
import { readMarkdown } from '../../adapters/corpus/lezer-markdown.js';
import { readFrontMatter } from '../../adapters/corpus/yaml-front-matter.js';
import { blankMarkup, genres, type Block, type Genre, type SourceDocument } from '../../core/text/document.js';
import { findPlainBlocks } from '../../core/text/plain-text.js';
import { startOfCharacter, type Span } from '../../core/text/span.js';

const maxTitleLength = 80;

/** A document together with what its author should know about its metadata, one line each. */
interface ReadDocument {
  readonly document: SourceDocument;
  readonly notices: readonly string[];
}

/** Finds structure and metadata in a decoded text. Never fails: what can't be understood becomes a notice. */
export function readDocument(path: string, text: string): ReadDocument {
  const { fields, bodyStart, fault } = readFrontMatter(text);
  const { blocks, markup } = /\.md$/i.test(path)
    ? readMarkdown(text, bodyStart)
    : { blocks: findPlainBlocks(text, bodyStart), markup: [] };
  const notices: string[] = [];
  if (fault !== null) notices.push(`${path}: front matter ignored: ${fault}`);
  const field = (name: string): string | null => fields.get(name) || null;
  const metadata = {
    title: field('title') ?? deriveTitle(text, blocks, markup),
    author: field('author'),
    publication: field('publication'),
    date: field('date'),
    url: readUrl(field('url'), path, notices),
    genre: readGenre(field('genre'), path, notices),
  };
  return { document: { id: documentId(path), path, text, metadata, blocks, markup }, notices };
}

function documentId(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 12);
}

function deriveTitle(text: string, blocks: readonly Block[], markup: readonly Span[]): string {
  const block = blocks.find(({ kind }) => kind === 'heading') ?? blocks[0];
  if (!block) return '(empty)';
  const inside = markup.filter(({ start, end }) => start >= block.start && end <= block.end);
  const shifted = inside.map(({ start, end }) => ({ start: start - block.start, end: end - block.start }));
  const words = blankMarkup(text.slice(block.start, block.end), shifted).trim().split(/\s+/);
  let title = '';
  for (const word of words) {
    if (title.length + word.length + 1 > maxTitleLength)
      return `${title || word.slice(0, startOfCharacter(word, maxTitleLength))}…`;
    title += (title && ' ') + word;
  }
  return title;
}

function readGenre(value: string | null, path: string, notices: string[]): Genre | null {
  if (value === null) return null;
  const genre = genres.find((known) => known === value.toLowerCase());
  if (genre === undefined) notices.push(`${path}: genre "${value}" ignored: expected one of ${genres.join(', ')}`);
  return genre ?? null;
}

function readUrl(value: string | null, path: string, notices: string[]): string | null {
  if (value === null) return null;
  if (/^https?:\/\/\S+$/i.test(value) && URL.canParse(value)) return value;
  notices.push(`${path}: url "${value}" ignored: expected an http or https address`);
  return null;
}
