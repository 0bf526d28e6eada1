import type { OpenIndex } from '../../app/asking/open-index.js';
import type { IndexedDocument } from '../../core/search/search-index.js';
import { fingerprint, locateSpan } from '../../core/text/fingerprint.js';
import type { Span } from '../../core/text/span.js';
import { renderPage } from '../pages/layout.js';
import { renderText, type OpenedAt, type TextPart } from '../pages/text-page.js';
import { Refused } from '../safety/refused.js';
import type { Services, Site } from '../services.js';
import { takeTurn } from '../take-turn.js';

/** About this many sentences are shown on one page. */
const sentencesPerPart = 400;
const maxTitleLength = 60;

/**
 * The page of a text: `s=START-END` opens it at a range, `m` is the fingerprint of its words, `why` asks for the reasons of its labels,
 * `part` turns the pages of a long one.
 */
export function addTextRoutes(site: Site, services: Services): void {
  site.get('/text/:id', async (c) => {
    const id = c.req.param('id');
    const { main, title, version } = await takeTurn(c, services, async (index) => {
      const held = await index.fetchTexts([id]);
      const indexed = held.findDocument(id);
      if (!indexed) throw new Refused(404, 'There is no such text here, or no longer.');
      const opened = await openAt(indexed, c.req.query(), index);
      const { metadata, path } = indexed.document;
      return {
        main: renderText(indexed, opened, held),
        title: (metadata.title || path).slice(0, maxTitleLength),
        version: index.manifest.version,
      };
    });
    return c.html(renderPage(c, services, { title, place: 'library', main, index: version }));
  });
}

async function openAt(
  indexed: IndexedDocument,
  { s: given, m: mark, part, why }: Readonly<Record<string, string>>,
  index: OpenIndex,
): Promise<OpenedAt> {
  const { document, sentences } = indexed;
  const parts = cutParts(indexed);
  const { quote, note } =
    given === undefined
      ? { quote: null, note: null }
      : locate(document.text, readSpan(given, document.text.length), mark);
  if (quote === null) return { part: choosePart(parts, part), quote, note, isExplained: false, verification: null };
  const first = Math.max(
    0,
    sentences.findIndex(({ end }) => end > quote.start),
  );
  const holding = parts.find((each) => first < each.first + each.count) ?? choosePart(parts, part);
  const words = fingerprint(document.text.slice(quote.start, quote.end));
  return {
    part: holding,
    quote,
    note,
    isExplained: why !== undefined,
    verification: await index.verifyQuote(document, quote, words),
  };
}

/** The range as it stands now: a text may have changed since somebody was given its address. */
function locate(text: string, span: Span, mark: string | undefined): { quote: Span | null; note: string | null } {
  const quote = mark === undefined ? span : locateSpan(text, span, mark);
  if (quote === null) return { quote, note: 'The words that this address was made for no longer stand in this text.' };
  const hasMoved = quote.start !== span.start;
  return { quote, note: hasMoved ? 'The text has changed since; the words stand here now.' : null };
}

function readSpan(given: string, length: number): Span {
  const found = /^(\d{1,12})-(\d{1,12})$/.exec(given);
  const span = { start: Number(found?.[1]), end: Number(found?.[2]) };
  if (found && span.start < span.end && span.start < length) return { ...span, end: Math.min(span.end, length) };
  throw new Refused(400, 's: expected a range of the text, such as s=812-954.');
}

/** Runs of sentences that end where a block ends. */
function cutParts({ sentences }: IndexedDocument): [TextPart, ...TextPart[]] {
  const starts = [0];
  for (const [i, { block }] of sentences.entries()) {
    const isNewBlock = block !== sentences[i - 1]?.block;
    if (isNewBlock && i - (starts.at(-1) ?? 0) >= sentencesPerPart) starts.push(i);
  }
  const [first, ...others] = starts.map((start, i) => ({
    first: start,
    count: (starts[i + 1] ?? sentences.length) - start,
    number: i + 1,
    parts: starts.length,
  }));
  return [first ?? { first: 0, count: 0, number: 1, parts: 1 }, ...others];
}

function choosePart(parts: readonly [TextPart, ...TextPart[]], given: string | undefined): TextPart {
  return parts.find(({ number }) => number === Number(given)) ?? parts[0];
}
