/** The only file that knows unpdf, which is pdf.js without its pictures: the runs of text of each page. */
import { getDocumentProxy } from 'unpdf';
import { VerbatimError } from '../../core/errors.js';
import type { DerivedMetadata, DerivedText } from '../../core/formats/derived-document.js';
import type { Page, Run } from '../../core/formats/pages/page-runs.js';
import { countGarbled } from '../../core/formats/pages/join-lines.js';
import { readPages } from '../../core/formats/pages/read-pages.js';

/** Programs that write what they have recognised in pictures. */
const recognisers = /tesseract|ocrmypdf|abbyy|finereader|paper capture|readiris|omnipage|\bocr\b/i;
/** Above this share of letters without a meaning nothing can be quoted. */
const maxGarbled = 0.3;
/** Longer documents are cut up, or something else. */
const maxPages = 5_000;

/** What is used of the library, whose own types are those of a browser. */
interface PdfDocument {
  readonly numPages: number;
  getPageLabels(): Promise<readonly string[] | null>;
  getMetadata(): Promise<{ readonly info: Readonly<Record<string, unknown>> }>;
  getPage(number: number): Promise<PdfPage>;
}

interface PdfPage {
  getViewport(options: { readonly scale: number }): {
    readonly width: number;
    readonly height: number;
    readonly transform: readonly number[];
  };
  getTextContent(options: { readonly disableNormalization: boolean }): Promise<{
    readonly items: readonly {
      readonly str?: string;
      readonly transform: readonly number[];
      readonly width: number;
      readonly fontName: string;
    }[];
    readonly styles: Readonly<Record<string, { readonly fontFamily: string }>>;
  }>;
  cleanup(): unknown;
}

/** Reads the text of a PDF. Throws `bad-input` for one that is encrypted, damaged, has no text, or only letters without a meaning. */
export async function readPdf(bytes: Uint8Array): Promise<DerivedText> {
  const pdf = await open(bytes);
  if (pdf.numPages > maxPages)
    throw new VerbatimError('bad-input', `it has ${pdf.numPages} pages, more than ${maxPages}`);
  const labels = await pdf.getPageLabels().catch(() => null);
  const pages: Page[] = [];
  for (let number = 1; number <= pdf.numPages; number++) pages.push(await readPage(pdf, number, labels));
  const text = pages.flatMap(({ runs }) => runs.map((run) => run.text)).join('');
  if (text.trim() === '')
    throw new VerbatimError('bad-input', 'it has no text, only pictures: have its text recognised first (OCR)');
  if (countGarbled(text) > maxGarbled * text.length)
    throw new VerbatimError('bad-input', 'its letters cannot be told: save it anew, or have its text recognised (OCR)');
  const { metadata, isRecognised } = await readInformation(pdf);
  const derived = readPages(pages, metadata);
  return isRecognised ? { ...derived, doubts: [{ kind: 'recognised', pages: [] }, ...derived.doubts] } : derived;
}

async function open(bytes: Uint8Array): Promise<PdfDocument> {
  try {
    // A copy, since the bytes are handed on for good; of a file that asks for a password without one nothing is read.
    const options = { verbosity: 0, isEvalSupported: false, useSystemFonts: false };
    return (await getDocumentProxy(Uint8Array.from(bytes), options)) as unknown as PdfDocument;
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException')
      throw new VerbatimError('bad-input', 'it is encrypted: save it without its password', { cause: error });
    throw new VerbatimError('bad-input', 'it is no PDF, or a damaged one', { cause: error });
  }
}

async function readPage(pdf: PdfDocument, number: number, labels: readonly string[] | null): Promise<Page> {
  const page = await pdf.getPage(number);
  const { width, height, transform: view } = page.getViewport({ scale: 1 });
  const { items, styles } = await page.getTextContent({ disableNormalization: true });
  const runs: Run[] = [];
  for (const item of items) {
    if (item.str === undefined || item.str === '') continue;
    const [a, b, c, d, x, y] = multiply(view, item.transform);
    // Letters that do not stand upright: a stamp on the edge, a watermark.
    if (a <= 0 || Math.abs(b) > 0.1 * a) continue;
    const isMono = styles[item.fontName]?.fontFamily === 'monospace';
    runs.push({ text: item.str, x, y, width: item.width, size: Math.hypot(c, d), font: item.fontName, isMono });
  }
  page.cleanup();
  return { number, label: labels?.[number - 1] || null, width, height, runs };
}

type Matrix = readonly [number, number, number, number, number, number];

/** The product of two transformations of the plane, as PDF writes them. */
function multiply(one: readonly number[], other: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = one;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = other;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

async function readInformation(pdf: PdfDocument): Promise<{ metadata: DerivedMetadata; isRecognised: boolean }> {
  const info = await pdf.getMetadata().then(
    (found) => found.info,
    (): Readonly<Record<string, unknown>> => ({}),
  );
  const field = (name: string): string => {
    const value = info[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const title = field('Title');
  const author = field('Author');
  const [, year, month, day] = /^D:(\d{4})(\d\d)(\d\d)/.exec(field('CreationDate')) ?? [];
  // The name of the file that it was made from says nothing.
  const isTitle =
    title !== '' && !/^(?:untitled|microsoft word|document\d*$)|\.(?:docx?|indd|tex|dvi|odt|pages|qxd)$/i.test(title);
  return {
    metadata: {
      ...(isTitle ? { title } : {}),
      ...(author !== '' ? { author } : {}),
      ...(year !== undefined && month !== undefined && day !== undefined ? { date: `${year}-${month}-${day}` } : {}),
    },
    isRecognised: recognisers.test(`${field('Producer')} ${field('Creator')}`),
  };
}
