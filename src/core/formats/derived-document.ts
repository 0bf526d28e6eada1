import type { Doubt, Mark, Repair } from '../text/derivation.js';
import type { DraftText, TextKind } from '../text/document.js';

/** What a file says of itself. */
export interface DerivedMetadata {
  readonly title?: string;
  readonly author?: string;
  readonly publication?: string;
  /** As `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly date?: string;
  readonly url?: string;
  /** The day on which a page was saved, `YYYY-MM-DD`. */
  readonly savedOn?: string;
  readonly kind?: TextKind;
}

/**
 * What a reader makes of the bytes of a file that is no plain text. A pure function of these and of the reader's version; all ranges
 * are into `text`, which quotes are slices of.
 */
export interface DerivedText extends DraftText {
  readonly text: string;
  /** In text order, not overlapping. */
  readonly marks: readonly Mark[];
  readonly repairs: readonly Repair[];
  readonly doubts: readonly Doubt[];
  readonly metadata: DerivedMetadata;
  /** Names it among several documents of one file, without a slash. */
  readonly part?: string;
}

/** The formats with a reader, and each reader's version: raised whenever it reads anything otherwise. */
export const readerVersions = {
  html: 2,
  pdf: 2,
  docx: 3,
  odt: 3,
  epub: 2,
  subtitles: 2,
  'discord-export': 2,
  feed: 2,
} as const;
export type Format = keyof typeof readerVersions;

const formatOfEnding: Readonly<Record<string, Format>> = {
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  pdf: 'pdf',
  docx: 'docx',
  odt: 'odt',
  epub: 'epub',
  srt: 'subtitles',
  vtt: 'subtitles',
  json: 'discord-export',
  rss: 'feed',
  atom: 'feed',
  xml: 'feed',
};

/**
 * The address of a document, whose file was fetched from `fetched` if that is known. A page may claim any address, which gives way to
 * that; only an entry of a feed has one of its own that the feed's is not.
 */
export function addressOfDerived(
  { part, metadata }: Pick<DerivedText, 'part' | 'metadata'>,
  fetched: string | null,
): string | null {
  const own = metadata.url ?? null;
  return part === undefined ? (fetched ?? own) : (own ?? fetched);
}

/** What the format of a file is called: `text` and `markdown`, which have no reader, by the ending of its name. */
export function nameFormat(name: string, format: Format | undefined): 'text' | 'markdown' | Format {
  return format ?? (/\.md$/i.test(name) ? 'markdown' : 'text');
}

/** The format of a file by the ending of its name; null for a plain text and for what is not read. */
export function formatOf(name: string): Format | null {
  return formatOfEnding[/\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''] ?? null;
}
