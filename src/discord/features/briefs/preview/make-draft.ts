import { randomBytes } from 'node:crypto';
import { groupQuotes } from '../../../../core/briefs/brief-content.js';
import type { PersonHash } from '../../../../core/people/person.js';
import type { BriefDraft } from '../../../../core/briefs/brief-store.js';
import { chooseDocument } from '../../../questions/choose-document.js';
import type { Card } from '../../../cards/card.js';
import { measureCoverage, renderRefusal, renderUnknownDocument } from '../../../cards/refusal.js';
import { limitQuotes, maxTopicLength } from '../commands.js';
import { titleOf } from '../message/describe-brief.js';
import type { TextSet } from '../message/brief-card.js';
import type { OpenIndex } from '../../../../app/asking/open-index.js';

export interface DraftRequest {
  readonly topic: string | null;
  /** Id, title or path of the only document, as given; null for all. */
  readonly wantedDocument: string | null;
  readonly quoteCount: number;
  readonly title: string | null;
  readonly guildId: string;
  readonly channelId: string;
  readonly locale: string;
  readonly person: PersonHash;
  readonly replaces: string | null;
}

type DraftOutcome =
  { readonly kind: 'draft'; readonly draft: BriefDraft } | { readonly kind: 'refused'; readonly card: Card };

/** Puts quotes together for a moderator to choose from; else what is to be said, as for a question. */
export async function makeDraft(request: DraftRequest, library: OpenIndex, set: TextSet): Promise<DraftOutcome> {
  const { wantedDocument, title, locale, ...owner } = request;
  const quoteCount = limitQuotes(request.quoteCount);
  const topic = normaliseTopic(request.topic);
  const { documentId, title: documentTitle, suggestions } = chooseDocument(library, wantedDocument);
  if (suggestions && library.documents.length > 0) {
    return { kind: 'refused', card: renderUnknownDocument(wantedDocument, suggestions, set.texts) };
  }
  const summary = await library.summarise({ topic, documentId, quotes: quoteCount });
  if (summary.status === 'not-found') {
    const name = titleOf({ title: null, topic, documentTitle }, set.briefTexts);
    return { kind: 'refused', card: renderNothing(summary, name, library, set) };
  }
  const quotes = groupQuotes(summary.quotes);
  const content = {
    topic,
    documentId,
    documentTitle,
    title,
    quoteCount,
    indexVersion: library.manifest.version,
    locale,
    quotes,
    pairs: summary.disagreements.map((pair) => ({ quotes: pair.quotes, spans: pair.spans })),
    order: quotes.map((_, number) => number),
    leftOut: [],
    pairsLeftOut: [],
  };
  const { guildId, channelId, person, replaces } = owner;
  const id = randomBytes(8).toString('hex');
  return { kind: 'draft', draft: { id, guildId, channelId, person, content, replaces, state: 'open' } };
}

function normaliseTopic(topic: string | null): string | null {
  const line = (topic ?? '').replace(/\s+/g, ' ').trim();
  return line === '' ? null : line.slice(0, maxTopicLength).replace(/[\ud800-\udbff]$/, '');
}

/** A refusal as `/ask` tells it, without the buttons that vote on answers. */
function renderNothing(
  refusal: Parameters<typeof renderRefusal>[0],
  name: string,
  library: OpenIndex,
  { texts }: TextSet,
): Card {
  const frame = {
    question: name,
    understood: null,
    notes: [],
    index: library.manifest.version,
    more: null,
    etc: null,
  };
  return renderRefusal(refusal, frame, measureCoverage(library), texts);
}
