import { renderNotice, type Card } from '../../cards/card.js';
import type { MessageComponentInteraction, ModalSubmitInteraction } from 'discord.js';
import type { Lane } from '../../../core/labelling/labels.js';
import { anchorOf } from '../../../core/overrides/anchor-of.js';
import { findDisputed } from '../../../core/overrides/disputed-sentences.js';
import { quoteKey } from '../../../core/overrides/quote-key.js';
import type { IndexedSentence } from '../../../core/search/search-index.js';
import { readWords } from '../../../core/text/document.js';
import { overlaps, shorten } from '../../../core/text/span.js';
import { locateQuote } from '../../quotes/locate-quote.js';
import type { ActionFields } from '../../custom-ids/custom-id.js';
import type { ShownReference } from '../../custom-ids/fields.js';
import type { Outcome } from '../../request/feature.js';
import { nameMentionsIn } from '../../questions/name-mentions.js';
import { viewNow } from '../../request/asking-place.js';
import { openIndex, reviewingGuildOf, type Request } from '../../request/request.js';
import type { Texts } from '../../texts/texts.js';
import { readForm, renderForm, type FilledForm } from './form.js';
import { readShownQuotes } from '../../quotes/shown-quotes.js';
import { reviewTextsFor } from '../../texts/languages.js';
import { nameLabel } from './name-label.js';
import type { ReviewTexts } from '../../texts/review-texts.js';
import type { OpenIndex } from '../../../app/asking/open-index.js';

const maxOptions = 25;
const maxOptionLength = 95;

/** Opens the form at once; about one quote where the button says which or the message shows only one. */
export function openDisputeForm(
  request: Request<MessageComponentInteraction>,
  { shown }: ActionFields<'label:wrong'>,
): Promise<Card | Outcome> {
  return openFormOf(request, { shown: shown ? [shown] : readShownQuotes(request.source.message) });
}

/** The same about one of these quotes. */
export async function openFormOf(
  request: Request<MessageComponentInteraction>,
  { shown: all }: ActionFields<'label:of'>,
): Promise<Card | Outcome> {
  const { source, place, services, texts } = request;
  const own = reviewTextsFor(texts.locale);
  if (reviewingGuildOf(request) === null) return renderNotice(own.notHere);
  if (all.length === 0) return renderNotice(own.noQuotes);
  const index = await viewNow(place, services);
  const quotes = await Promise.all(
    all.slice(0, maxOptions).map(async (shown) => ({ shown, words: index && (await firstWords(shown, index, texts)) })),
  );
  // Nobody fills a form in for nothing.
  if (index && quotes.every(({ words }) => words === null)) {
    const isElsewhere = all.every(({ quote }) => index.holdsElsewhere(quote.documentId));
    return renderNotice(isElsewhere ? texts.documentWithheld : texts.quoteGone, 'warning');
  }
  await services.arrivals.pass(() => source.showModal(renderForm(quotes, own)).then(() => undefined));
  return { card: null, facts: { outcome: 'form shown' } };
}

/** Keeps what somebody finds wrong, then thanks for it. */
export async function submitDispute(
  request: Request<ModalSubmitInteraction>,
  { shown }: ActionFields<'label:form'>,
): Promise<Card | Outcome> {
  const { source, place, services, texts } = request;
  const own = reviewTextsFor(texts.locale);
  const guildId = reviewingGuildOf(request);
  if (guildId === null) return renderNotice(own.notHere);
  const filled = await nameAll(readForm(source, shown), request);
  const prepared = await prepare(filled, await openIndex(request), texts, own);
  if ('components' in prepared) return prepared;
  const person = await services.store.hashPerson(place.userId);
  const { replaced } = await services.store.labelReviews.open({ ...prepared.dispute, guildId, person });
  const say = replaced ? own.thanksAgain : own.thanks;
  const card = renderNotice(say(prepared.was, prepared.proposed));
  return { card, facts: { outcome: 'dispute kept', replaced } };
}

/** The form with names in place of mentions. */
async function nameAll(filled: FilledForm, request: Request<ModalSubmitInteraction>): Promise<FilledForm> {
  const name = async (words: string | null): Promise<string | null> =>
    words === null ? null : (await nameMentionsIn(words, request)) || null;
  return { ...filled, source: await name(filled.source), note: await name(filled.note) };
}

/** The dispute as it is kept, or why there is nothing to keep. */
async function prepare({ shown, label, source, note }: FilledForm, index: OpenIndex, texts: Texts, own: ReviewTexts) {
  if (!shown || !label) return renderNotice(own.noQuotes);
  const found = await locateQuote(shown.quote, index, texts);
  if ('components' in found) return found;
  const { document, sentences } = found.indexed;
  const covered = sentences.filter((sentence) => overlaps(sentence, found.quote));
  const was = findShownLabel(covered, shown.lane);
  if (!was) return renderNotice(texts.quoteGone, 'warning');
  const proposal = { label, source };
  const current = covered.find((sentence) => sentence.label.label === was)?.label;
  const nowSource = was === 'attributed' ? (current?.sources[0] ?? null) : null;
  if (findDisputed(covered, was, proposal).length === 0) {
    return renderNotice(own.hasLabel(nameLabel(was, nowSource, own)));
  }
  const anchor = anchorOf(document, found.quote);
  return {
    dispute: { ...anchor, quote: quoteKey(document, found.quote), was, label, source, note },
    was: nameLabel(was, nowSource, own),
    proposed: nameLabel(label, source, own),
  };
}

/** The label that the quote was shown with, as long as a sentence of it has it; else that of its longest sentence. */
function findShownLabel(covered: readonly IndexedSentence[], shown: Lane | null): Lane | null {
  if (covered.some(({ label }) => label.label === shown)) return shown;
  const [longest] = [...covered].sort((a, b) => b.end - b.start - (a.end - a.start));
  return longest?.label.label ?? null;
}

async function firstWords({ quote }: ShownReference, index: OpenIndex, texts: Texts): Promise<string | null> {
  const found = await locateQuote(quote, index, texts);
  if ('components' in found) return null;
  return shorten(readWords(found.indexed.document, found.quote), maxOptionLength) || null;
}
