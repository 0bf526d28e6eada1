import type { MessageComponentInteraction, ModalSubmitInteraction } from 'discord.js';
import { listQuotes, writeOrder, type DraftContent } from '../../../../core/briefs/brief-content.js';
import type { BriefDraft } from '../../../../core/briefs/brief-store.js';
import { isWithheld } from '../../../../core/briefs/withhold-quotes.js';
import { narrow, type CollectionScope } from '../../../../core/collections/collection.js';
import { renderNotice, type Card } from '../../../cards/card.js';
import type { Outcome } from '../../../request/feature.js';
import { nameMentionsIn } from '../../../questions/name-mentions.js';
import { inOrder } from '../../../../app/asking/fair-queue.js';
import type { RepliableInteraction } from '../../../delivery/responder.js';
import { scopeOf } from '../../../request/asking-place.js';
import { openIndex, type Request } from '../../../request/request.js';
import { scopeOfBrief } from '../message/edit-brief.js';
import { showQuote } from '../message/quote-card.js';
import { applyForm, formFields, renderForm } from './form.js';
import { postDraft } from './post-draft.js';
import { pairValue } from './preview-card.js';
import { textsOf, showDraft, showFinished } from './show-draft.js';

type Press = Request<MessageComponentInteraction>;
interface OfDraft {
  readonly draftId: string;
}

/** Why a preview is not for whoever acts, or null: each belongs to the moderator who has made it. */
export async function refuseOthers(request: Request<unknown>, { draftId }: OfDraft): Promise<string | null> {
  const draft = await request.services.store.briefs.findDraft(draftId);
  return draft && refuseUnlessMaker(request, draft);
}

async function refuseUnlessMaker(
  { place, services: { store }, texts }: Request<unknown>,
  { person }: BriefDraft,
): Promise<string | null> {
  return person === (await store.hashPerson(place.userId)) ? null : textsOf({ texts }).briefTexts.onlyMaker;
}

/** The same, and why a draft can only be discarded: some of its texts are not asked any more, where it is shown or is to be posted. */
export async function refuseWithheld(
  request: Press | Request<ModalSubmitInteraction>,
  { draftId }: OfDraft,
): Promise<string | null> {
  const draft = await request.services.store.briefs.findDraft(draftId);
  if (!draft) return null;
  const refusal = await refuseUnlessMaker(request, draft);
  if (refusal !== null) return refusal;
  const scope = await scopeOfDraft(request, draft);
  const isHidden = listQuotes(draft.content).some((quote) => isWithheld(quote, scope));
  return isHidden ? textsOf(request).briefTexts.draftWithheld : null;
}

/** What is asked both where a draft is shown and where it is to be posted. */
export async function scopeOfDraft(
  { source, place, services }: Request<RepliableInteraction>,
  target: Pick<BriefDraft, 'guildId' | 'channelId'>,
): Promise<CollectionScope> {
  const here = scopeOf(place, services);
  return target.channelId === place.channelId
    ? here
    : narrow(here, await scopeOfBrief(source.client, services, target));
}

/** Keeps the quotes that are ticked. */
export function tickQuotes(request: Press, { draftId }: OfDraft): Promise<Card> {
  const { source } = request;
  return change(draftId, request, ({ content }) => ({
    content: source.isStringSelectMenu() ? tick(content, source.values) : content,
  }));
}

/** Shows a quote of the draft whole, and both of a disagreement. */
export async function peekAtQuote(request: Press, { draftId }: OfDraft): Promise<Card> {
  const { source, services } = request;
  const draft = await services.store.briefs.findDraft(draftId);
  const place = source.isStringSelectMenu() ? Number(source.values[0]) : NaN;
  if (!draft || !Number.isInteger(place)) return showFinished(draftId, request);
  const scope = scopeOf(request.place, services);
  return showQuote({ content: draft.content, marks: [] }, place, await openIndex(request), textsOf(request), scope);
}

/** Opens the form for title and order. */
export async function openDraftForm(request: Press, { draftId }: OfDraft): Promise<Card | Outcome> {
  const { source, services } = request;
  const draft = await services.store.briefs.findDraft(draftId);
  if (draft?.state !== 'open') return showFinished(draftId, request);
  const form = renderForm(draftId, draft.content, textsOf(request).briefTexts);
  await services.arrivals.pass(() => source.showModal(form).then(() => undefined));
  return { card: null, facts: { outcome: 'form shown' } };
}

/** Gives the draft the title and order that were filled in. */
export async function fillDraftForm(request: Request<ModalSubmitInteraction>, { draftId }: OfDraft): Promise<Card> {
  const read = (name: string): string | null => {
    const field = request.source.fields.fields.get(name);
    return field && 'value' in field && typeof field.value === 'string' ? field.value : null;
  };
  const given = read(formFields.title);
  const named = given === null ? null : await nameMentionsIn(given, request);
  // A form of another version may lack one: then that stays.
  return change(draftId, request, ({ content }) => {
    const title = named ?? content.title ?? '';
    const order = read(formFields.order) ?? writeOrder(content.order);
    return applyForm(content, { title, order }, textsOf(request).briefTexts);
  });
}

export async function discardDraft(request: Press, { draftId }: OfDraft): Promise<Card> {
  const isRemoved = await request.services.store.briefs.removeDraft(draftId);
  return isRemoved ? renderNotice(textsOf(request).briefTexts.discarded) : showFinished(draftId, request);
}

export function postOnly(request: Press, { draftId }: OfDraft): Promise<Card> {
  return post(request, draftId, false);
}

export function postAndPin(request: Press, { draftId }: OfDraft): Promise<Card> {
  return post(request, draftId, true);
}

/** What was done to the draft shortly before comes first: only then is it known what there is to post. */
async function post(request: Press, draftId: string, wantsPin: boolean): Promise<Card> {
  const draft = await inOrder(draftId, () => request.services.store.briefs.findDraft(draftId));
  return draft ? postDraft(request, draft, wantsPin) : showFinished(draftId, request);
}

interface Change {
  readonly content: DraftContent;
  /** What is told on top of the preview; left out for nothing. */
  readonly warning?: string | null;
}

/** The preview after a change; what has become of the draft where it can no longer be changed. */
async function change(draftId: string, request: Request<unknown>, make: (draft: BriefDraft) => Change): Promise<Card> {
  const { briefs } = request.services.store;
  const draft = await briefs.findDraft(draftId);
  const changed = draft && make(draft);
  if (!changed || !(await briefs.changeDraft(draftId, changed.content))) {
    return showFinished(draftId, request);
  }
  return showDraft({ ...draft, content: changed.content }, request, changed.warning ?? null);
}

function tick(content: DraftContent, values: readonly string[]): DraftContent {
  return {
    ...content,
    leftOut: content.quotes.flatMap((_, number) => (values.includes(String(number)) ? [] : [number])),
    pairsLeftOut: content.pairs.flatMap((_, number) => (values.includes(pairValue(number)) ? [] : [number])),
  };
}
