import type { ChatInputCommandInteraction, MessageComponentInteraction } from 'discord.js';
import { exportOverrides } from '../../../app/labels/export-overrides.js';
import { fileComponent, renderNotice, text, type Card } from '../../cards/card.js';
import type { ActionFields } from '../../custom-ids/custom-id.js';
import type { Outcome } from '../../request/feature.js';
import { openIndex, type Request } from '../../request/request.js';
import { acceptProposal, declineQuote, useLabels } from './decide.js';
import { renderDecided } from './decided-card.js';
import { reviewTextsFor } from '../../texts/languages.js';
import { nameLabel } from './name-label.js';
import { gatherQueue } from './queue.js';
import { renderQueue, type QueueFrame } from './queue-card.js';

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
  const who = { guildId: guildOf(request), userId: place.userId };
  const accepted = await acceptProposal(action, who, await readQueue(request), services);
  if (accepted) await useLabels(services);
  const { proposal, decision } = accepted ?? {};
  const frame: QueueFrame = proposal
    ? { note: own.accepted(nameLabel(proposal.label, proposal.source, own)), decision: decision ?? null }
    : { note: own.decidedAlready };
  return {
    card: await showQueue(request, action.at.position, frame),
    facts: { outcome: 'accepted', isDone: accepted !== null },
  };
}

export async function decline(request: Request<unknown>, action: ActionFields<'label:decline'>): Promise<Outcome> {
  const { services, texts } = request;
  const own = reviewTextsFor(texts.locale);
  const decision = await declineQuote(action, guildOf(request), services);
  const note = decision === null ? own.decidedAlready : own.declined;
  return {
    card: await showQueue(request, action.at.position, { note, decision }),
    facts: { outcome: 'declined', isDone: decision !== null },
  };
}

/** Takes the decision back that has just been made. */
export async function takeBack(request: Request<unknown>, action: ActionFields<'label:back'>): Promise<Outcome> {
  const isDone = await request.services.store.labelReviews.takeBack(guildOf(request), action.decision);
  const note = await finishReversal(request, isDone, 'takenBack');
  return { card: await showQueue(request, action.position, { note }), facts: { outcome: 'taken back', isDone } };
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
  if (isDone) await useLabels(services);
  return reviewTextsFor(texts.locale)[isDone ? done : 'undoneAlready'];
}

/** All of the guild's overrides as a file. */
export async function exportLabels(request: Request<unknown>): Promise<Outcome> {
  const { services, texts } = request;
  const own = reviewTextsFor(texts.locale);
  const index = await openIndex(request);
  const overrides = await services.store.labelReviews.listOverrides(guildOf(request));
  if (overrides.length === 0) return { card: renderNotice(own.noneDecided) };
  const content = exportOverrides(index.searchIndex.documents, overrides, index.analyser);
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
  return renderQueue(queue, position, frame, await openIndex(request), texts, reviewTextsFor(texts.locale));
}

async function showDecided(request: Request<unknown>, page: number, note: string | null): Promise<Card> {
  const overrides = await request.services.store.labelReviews.listOverrides(guildOf(request));
  return renderDecided(overrides, page, note, await openIndex(request), reviewTextsFor(request.texts.locale));
}

async function readQueue(request: Request<unknown>) {
  const index = await openIndex(request);
  return gatherQueue(await request.services.store.labelReviews.listOpen(guildOf(request)), index);
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
