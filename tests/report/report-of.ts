import type { SourceDocument } from '#verbatim/core/text/document.js';
import { labelDocument } from '#verbatim/core/labelling/label-document.js';
import { collectDocument } from '#verbatim/app/pages/collect-document.js';
import { analyseText } from '../helpers/analyse.js';
import type { ReportDocument } from '#verbatim/app/pages/report-document.js';
import { noStructure } from '#verbatim/core/text/units.js';

/** What a report gathers of a text, as if it had been read from a file of that name. */
export function reportOf(text: string, name = 'text.md'): ReportDocument {
  const { document, sentences } = analyseText(name, text);
  return collectDocument(document, sentences, labelDocument(document, sentences));
}

/** A document of one paragraph with one sentence, to be labelled by hand. */
export function documentOf(text: string): SourceDocument {
  const metadata = { title: 'Title', author: null, publication: null, date: null, url: null, genre: null };
  const block = { kind: 'paragraph', start: 0, end: text.length, paragraph: 1 } as const;
  return { id: 'id', path: 'text.txt', text, metadata, blocks: [block], markup: [], structure: noStructure };
}
