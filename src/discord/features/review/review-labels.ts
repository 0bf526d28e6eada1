import type { ChatInputCommandInteraction, MessageComponentInteraction } from 'discord.js';
import { exportOverrides } from '../../../app/labels/export-overrides.js';
import { collectionOf, isAsked } from '../../../core/collections/collection.js';
import type { LabelOverride } from '../../../core/overrides/label-override.js';
import type { DecidedQuote } from '../../../core/overrides/label-reviews.js';
import { fileComponent, renderNotice, text, type Card } from '../../cards/card.js';
import { componentsOf, customIdOf, walkComponents } from '../../cards/components.js';
import { readCustomId, type ActionFields } from '../../custom-ids/custom-id.js';
import type { Outcome } from '../../request/feature.js';
import { scopeOf } from '../../request/asking-place.js';
import { openIndex, type Request } from '../../request/request.js';
import { acceptProposal, useLabels } from '../../../app/moderation/decide-labels.js';
import { renderDecided } from './decided-card.js';
import { reviewTextsFor } from '../../texts/languages.js';
import { nameLabel } from './name-label.js';
import { gatherQueue, type Queue } from '../../../app/moderation/review-queue.js';
import { renderQueue, type MadeDecision, type QueueFrame } from './queue-card.js';
import { readChosen, wordsOf } from './some-menus.js';

const exportName = 'label-overrides.jsonl';

/** `/review`: the queue, or what has been decided. */
export function reviewLabels(request: Request<ChatInputCommandInteraction>): Promise<Card> {
  const isDecided = request.source.options.getString('show') === 'decided';
  return isDecided ? showDecided(request, 0, null) : showQueue(request, 0, {});
}

/** The next quote in the queue; after the last one the first. */
export async function showNext(request: Request<unknown>, { at }: ActionFields<'label:next'>): Promise<Card> {
  return showQueue(request, await findPosition(request, at, 1), {});
}

/** The same quote with another proposal to accept. */
export async function choose(
  request: Request<MessageComponentInteraction>,
  { at }: ActionFields<'label:choose'>,
): Promise<Card> {
  const { source } = request;
  const chosen = source.isStringSelectMenu() ? Number(source.values[0]) : null;
  return showQueue(request, await findPosition(request, at, 0), { chosen });
}

export async function accept(request: Request<unknown>, action: ActionFields<'label:accept'>): Promise<Outcome> {
  const { place, services, texts } = request;
  const own = reviewTextsFor(texts.locale);
  const decided = { ...seenOf(request, action.at.quote, action.newest), dispute: action.dispute };
  const accepted = await acceptProposal(decided, place.userId, await readQueue(request), services.store);
  if (accepted) await useLabels(services.library);
  const { proposal, decision } = accepted ?? {};
  const frame: QueueFrame = proposal
    ? { note: own.accepted(nameLabel(proposal.label, proposal.source, own)), decisions: only(decision ?? null) }
    : { note: own.decidedAlready };
  return {
    card: await showQueue(request, action.at.position, frame),
    facts: { outcome: 'accepted', isDone: accepted !== null },
  };
}

export async function decline(request: Request<unknown>, action: ActionFields<'label:decline'>): Promise<Outcome> {
  const { services, texts } = request;
  const own = reviewTextsFor(texts.locale);
  const decision = await services.store.labelReviews.decline(seenOf(request, action.at.quote, action.newest));
  const note = decision === null ? own.decidedAlready : own.declined;
  return {
    card: await showQueue(request, action.at.position, { note, decisions: only(decision) }),
    facts: { outcome: 'declined', isDone: decision !== null },
  };
}

function only(decision: string | null): MadeDecision[] {
  return decision === null ? [] : [{ decision, words: null }];
}

/** Accepts of each chosen quote the proposal that most people make. */
export function acceptSome(
  request: Request<MessageComponentInteraction>,
  { position }: ActionFields<'label:accept-some'>,
): Promise<Outcome> {
  const { place, services } = request;
  return decideSome(request, position, 'acceptedSome', async ({ quote, dispute, newest }, queue) => {
    const decided = { ...seenOf(request, quote, newest), dispute };
    const accepted = await acceptProposal(decided, place.userId, queue, services.store);
    return accepted?.decision ?? null;
  });
}

/** Leaves the labels of all chosen quotes as they are. */
export function declineSome(
  request: Request<MessageComponentInteraction>,
  { position }: ActionFields<'label:decline-some'>,
): Promise<Outcome> {
  return decideSome(request, position, 'declinedSome', ({ quote, newest }) =>
    request.services.store.labelReviews.decline(seenOf(request, quote, newest)),
  );
}

/** Decides about one after the other; what has changed meanwhile is left open. */
async function decideSome(
  request: Request<MessageComponentInteraction>,
  position: number,
  done: 'acceptedSome' | 'declinedSome',
  decide: (chosen: ReturnType<typeof readChosen>[number], queue: Queue) => Promise<string | null>,
): Promise<Outcome> {
  const { source, services, texts } = request;
  const own = reviewTextsFor(texts.locale);
  const chosen = source.isStringSelectMenu() ? readChosen(source.values) : [];
  const queue = await readQueue(request);
  const decisions: MadeDecision[] = [];
  for (const each of chosen) {
    const decision = await decide(each, queue);
    const disputed = queue.quotes.find(({ quote }) => quote === each.quote);
    if (decision !== null) decisions.push({ decision, words: disputed ? wordsOf(disputed) : '' });
  }
  if (decisions.length > 0 && done === 'acceptedSome') await useLabels(services.library);
  const note = decisions.length > 0 ? own[done](decisions.length, chosen.length) : own.decidedAlready;
  return {
    card: await showQueue(request, position, { note, decisions }),
    facts: { outcome: done, decided: decisions.length },
  };
}

/** Takes a decision back that has just been made; others that were made at once with it can still be. */
export async function takeBack(
  request: Request<MessageComponentInteraction>,
  action: ActionFields<'label:back'>,
): Promise<Outcome> {
  const isDone = await request.services.store.labelReviews.takeBack(guildOf(request), action.decision);
  const note = await finishReversal(request, isDone, 'takenBack');
  const decisions = readOtherDecisions(request.source, action.decision);
  return {
    card: await showQueue(request, action.position, { note, decisions }),
    facts: { outcome: 'taken back', isDone },
  };
}

/** The decisions that the message offers to take back besides this one, by its buttons. */
function readOtherDecisions({ message }: MessageComponentInteraction, decision: string): MadeDecision[] {
  return [...walkComponents(componentsOf(message))].flatMap(({ component }) => {
    const action = readCustomId(customIdOf(component) ?? '');
    if (action?.name !== 'label:back' || action.fields.decision === decision) return [];
    const label = 'label' in component && typeof component.label === 'string' ? component.label : '';
    return [{ decision: action.fields.decision, words: label.replace(/^[^:]*: /, '') }];
  });
}

/** Another page of what has been decided. */
export function turnPage(request: Request<unknown>, { page }: ActionFields<'label:page'>): Promise<Card> {
  return showDecided(request, page, null);
}

/** Brings the labeller's own label back. */
export async function undo(request: Request<unknown>, action: ActionFields<'label:undo'>): Promise<Outcome> {
  const isDone = await request.services.store.labelReviews.undo(guildOf(request), action.override);
  const note = await finishReversal(request, isDone, 'undone');
  return { card: await showDecided(request, action.page, note), facts: { outcome: 'undone', isDone } };
}

/** Puts the labels to use after a reversal; gives the line that says whether there was anything left to reverse. */
async function finishReversal(
  { services, texts }: Request<unknown>,
  isDone: boolean,
  done: 'takenBack' | 'undone',
): Promise<string> {
  if (isDone) await useLabels(services.library);
  return reviewTextsFor(texts.locale)[isDone ? done : 'undoneAlready'];
}

/** All of the guild's overrides as a file. */
export async function exportLabels(request: Request<unknown>): Promise<Outcome> {
  const { texts } = request;
  const own = reviewTextsFor(texts.locale);
  const index = await openIndex(request);
  const overrides = await listDecided(request);
  if (overrides.length === 0) return { card: renderNotice(own.noneDecided) };
  const { searchIndex } = await index.fetchPlaces(overrides);
  const content = exportOverrides(searchIndex.documents, overrides, index.analyser);
  return {
    card: {
      components: [text(own.exported(overrides.length)), fileComponent(exportName)],
      files: [{ name: exportName, content }],
    },
    facts: { outcome: 'exported', overrides: overrides.length },
  };
}

async function showQueue(request: Request<unknown>, position: number, frame: QueueFrame): Promise<Card> {
  const queue = await readQueue(request);
  const { texts } = request;
  return renderQueue(queue, position, frame, texts, reviewTextsFor(texts.locale));
}

async function showDecided(request: Request<unknown>, page: number, note: string | null): Promise<Card> {
  return renderDecided(
    await listDecided(request),
    page,
    note,
    await openIndex(request),
    reviewTextsFor(request.texts.locale),
  );
}

/** The labels that the server's moderators have set, of what is asked in this place. */
async function listDecided(request: Request<unknown>): Promise<readonly LabelOverride[]> {
  const overrides = await request.services.store.labelReviews.listOverrides(guildOf(request));
  return overrides.filter(isAskedIn(request));
}

/** Whether the words that an anchor names are of a collection that is asked where the request comes from. */
function isAskedIn({ place, services }: Request<unknown>): (anchor: { readonly path: string }) => boolean {
  const scope = scopeOf(place, services);
  return ({ path }) => isAsked(collectionOf(path), scope);
}

async function readQueue(request: Request<unknown>) {
  const index = await openIndex(request);
  const disputes = await request.services.store.labelReviews.listOpen(guildOf(request));
  return gatherQueue(disputes.filter(isAskedIn(request)), index);
}

/** What a moderator decides about: a quote, with the disputes that were seen. */
function seenOf(request: Request<unknown>, quote: string, newestId: number): DecidedQuote {
  return { guildId: guildOf(request), quote, newestId };
}

/** Where the quote of a button stands by now, and `steps` further; from the last one it goes on with the first. */
async function findPosition(
  request: Request<unknown>,
  { quote, position }: ActionFields<'label:next'>['at'],
  steps: number,
): Promise<number> {
  const { quotes } = await readQueue(request);
  const found = quotes.findIndex((each) => each.quote === quote);
  return found < 0 ? position : (found + steps) % quotes.length;
}

function guildOf({ place }: Request<unknown>): string {
  return place.guildId ?? ''; // moderators are in a guild
}
