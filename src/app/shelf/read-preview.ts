import { readFile } from 'node:fs/promises';
import { createWinkAnalyser } from '../../adapters/wink-analyser.js';
import { VerbatimError } from '../../core/errors.js';
import { nameFormat } from '../../core/formats/derived-document.js';
import { placesIn } from '../../core/text/derivation.js';
import { isCodeOrTable, readWords, type SourceDocument } from '../../core/text/document.js';
import { splitSentences } from '../../core/text/sentences.js';
import type { Span } from '../../core/text/span.js';
import { readDocument } from '../indexing/read-document.js';
import { readOneFile } from '../indexing/read-one-file.js';
import type { SampleQuote, SourceReading } from './shelved-source.js';

/** Where in a source its samples are taken from. */
const sampleShares = [0.1, 0.5, 0.9];
/** Shorter ones are taken where there are too few of these, as among rules of three words each. */
const sampleLengths = { least: 40, most: 300 };

export type Preview = Omit<SourceReading, 'sameAs'>;

/** What has come of reading a file; a reason is the end of a sentence. */
export type PreviewOutcome =
  { readonly kind: 'read'; readonly preview: Preview } | { readonly kind: 'refused'; readonly reason: string };

/** Reads a file in this process; `name` tells its format. Never rejects. */
export async function previewHere(file: string, name: string): Promise<PreviewOutcome> {
  try {
    return { kind: 'read', preview: await readPreview(name, await readFile(file)) };
  } catch (error) {
    if (error instanceof VerbatimError) return { kind: 'refused', reason: error.fields.problem ?? error.message };
    const detail = error instanceof Error ? error.message : String(error);
    return { kind: 'refused', reason: `it could not be read (${detail.split('\n')[0] ?? ''})` };
  }
}

/** Reads a file as indexing will, and picks what shows how well that went. Throws `bad-input` with the reason for one that cannot be read. */
async function readPreview(name: string, bytes: Buffer): Promise<Preview> {
  const { texts, notices } = await readOneFile(name, bytes).catch((error: unknown) => {
    throw error instanceof VerbatimError ? withoutName(error, name) : error;
  });
  const analyser = createWinkAnalyser();
  const documents = texts.map(({ path, text, source }) => readDocument(path, text, undefined, source).document);
  const found = documents.map((document) => ({ document, sentences: splitSentences(document, analyser) }));
  const sentences = found.reduce((sum, one) => sum + one.sentences.length, 0);
  if (sentences === 0) throw new VerbatimError('bad-input', { problem: 'no text in it' });
  const [first] = documents;
  const pages = documents.flatMap(({ derivation }) =>
    (derivation?.marks ?? []).map(({ place }) => (place.kind === 'page' ? place.page : 0)),
  );
  const encoding = notices.find((notice) => notice.startsWith(`${name}: read as `))?.slice(name.length + 2);
  const lastPage = pages.reduce((most, page) => Math.max(most, page), 0);
  return {
    title: documents.length > 1 ? (first?.metadata.publication ?? name) : (first?.metadata.title ?? name),
    format: nameFormat(name, texts[0]?.source?.format),
    documents: documents.length,
    sentences,
    pages: lastPage === 0 ? null : lastPage,
    bytes: bytes.length,
    doubts: documents.flatMap(({ derivation }) => derivation?.doubts ?? []).filter(isFirstOfKind),
    repairs: documents.reduce((sum, { derivation }) => sum + (derivation?.repairs.length ?? 0), 0),
    ...(encoding !== undefined && { notice: encoding }),
    samples: pickSamples(found),
  };
}

/** The same without the file's name before it. */
function withoutName(error: VerbatimError, name: string): VerbatimError {
  const { problem = error.message } = error.fields;
  const bare = problem.startsWith(`${name}: `) ? problem.slice(name.length + 2) : problem;
  return new VerbatimError('bad-input', { problem: bare.replace(/^left out: /, '') }, { cause: error });
}

/** Of a feed's entries each may have the same doubt; those about pages are of the only document. */
function isFirstOfKind({ kind }: { kind: string }, at: number, all: readonly { kind: string }[]): boolean {
  return all.findIndex((other) => other.kind === kind) === at;
}

function pickSamples(
  found: readonly { document: SourceDocument; sentences: readonly QuotableSpan[] }[],
): SampleQuote[] {
  const fitting = found.flatMap(({ document, sentences }) =>
    sentences.filter((sentence) => isSample(document, sentence)).map((span) => ({ document, span })),
  );
  const long = fitting.filter(({ span }) => span.end - span.start >= sampleLengths.least);
  const all = long.length >= sampleShares.length ? long : fitting;
  const chosen = new Set(sampleShares.map((share) => all[Math.floor(share * all.length)]));
  return [...chosen].flatMap((one) => {
    if (!one) return [];
    const { place } = placesIn(one.document, one.span);
    return [{ exact: one.document.text.slice(one.span.start, one.span.end), ...(place && { place }) }];
  });
}

interface QuotableSpan extends Span {
  readonly block: number;
}

/** Whether it is a whole sentence of prose, and no page of it. */
function isSample(document: SourceDocument, { start, end, block }: QuotableSpan): boolean {
  if (end - start > sampleLengths.most) return false;
  const found = document.blocks[block];
  if (!found || found.kind === 'heading' || found.kind === 'question' || isCodeOrTable(found.kind)) return false;
  return /[.!?…]["'”’»)\]]*$/.test(readWords(document, { start, end }));
}
