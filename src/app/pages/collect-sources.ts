import type { QuotedSource, ReportDocument, ReportSentence } from './report-document.js';

const pronouns = new Set('i you he she it we they this that these those who one some others many'.split(' '));

/** Counts the sources of one document's sentences, most often quoted first, the unnamed last. */
export function countSources(sentences: readonly Pick<ReportSentence, 'segments'>[]): QuotedSource[] {
  const tally = new Map<string, QuotedSource>();
  for (const { segments } of sentences) {
    const inSentence = new Map<string, { name: string | null; words: number }>();
    for (const { lane, attributedTo, words } of segments) {
      if (lane !== 'attributed') continue;
      const name = attributedTo === null ? null : shortenName(attributedTo);
      const key = keyOf(name);
      inSentence.set(key, { name, words: words + (inSentence.get(key)?.words ?? 0) });
    }
    for (const { name, words } of inSentence.values()) {
      addSource(tally, { name, isPronoun: isPronoun(name), sentences: 1, words, documents: 0 });
    }
  }
  return sortSources([...tally.values()].map((source) => ({ ...source, documents: 1 })));
}

/** Adds up the sources of all documents, most often quoted first, the unnamed last. */
export function mergeSources(documents: readonly Pick<ReportDocument, 'sources'>[]): QuotedSource[] {
  const tally = new Map<string, QuotedSource>();
  for (const { sources } of documents) for (const source of sources) addSource(tally, source);
  return sortSources([...tally.values()]);
}

function addSource(tally: Map<string, QuotedSource>, source: QuotedSource): void {
  const key = keyOf(source.name);
  const known = tally.get(key);
  tally.set(key, {
    name: known ? known.name : source.name,
    isPronoun: source.isPronoun,
    sentences: source.sentences + (known?.sentences ?? 0),
    words: source.words + (known?.words ?? 0),
    documents: source.documents + (known?.documents ?? 0),
  });
}

function sortSources(sources: readonly QuotedSource[]): QuotedSource[] {
  const rank = ({ name, isPronoun: unresolved }: QuotedSource): number => (name === null ? 2 : unresolved ? 1 : 0);
  return [...sources].sort(
    (a, b) =>
      rank(a) - rank(b) || b.sentences - a.sentences || b.words - a.words || (keyOf(a.name) < keyOf(b.name) ? -1 : 1),
  );
}

/** "the investigators" and "Investigators" are one; "Mehta" and "Asha Mehta" may be two, and stay so. */
function keyOf(name: string | null): string {
  return name === null ? '' : name.toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
}

function shortenName(source: string): string {
  const flat = source.replace(/\s+/g, ' ').trim();
  return flat.replace(/^(?:the|an?)\s+(?=\S)/i, '') || flat;
}

/** Whether a source is a word like "they", whose bearer was not found. */
export function isPronoun(name: string | null): boolean {
  return name !== null && pronouns.has(name.toLowerCase());
}
