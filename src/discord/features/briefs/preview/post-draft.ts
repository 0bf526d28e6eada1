import type { APIButtonComponent, MessageComponentInteraction } from 'discord.js';
import { finishDraft, listQuotes } from '../../../../core/briefs/brief-content.js';
import type { Brief, BriefDraft, ClaimedDraft } from '../../../../core/briefs/brief-store.js';
import { codeOf, describeFailure, isTransient } from '../../../failures.js';
import { accents, button, container, row, text, type Card } from '../../../cards/card.js';
import { escapeMarkdown } from '../../../cards/markdown.js';
import { openIndex, type Request } from '../../../request/request.js';
import { isGone, isOutOfReach } from '../message/channel-calls.js';
import { writeCustomId } from '../../../custom-ids/custom-id.js';
import { firstWordsOf, laneOf, linkTo, titleOf } from '../message/describe-brief.js';
import { missingPermissions } from '../life/missing-permissions.js';
import { pinBrief, supersede, type PinRequest } from '../life/pin-brief.js';
import { refreshDraft, type RefreshedDraft } from './refresh-draft.js';
import { renderRetireOffer } from '../life/pins-card.js';
import { draftLeaseMs, sendDraft } from '../message/send-brief.js';
import { showBrief } from '../message/edit-brief.js';
import { syncBriefMessage } from '../life/sync-briefs.js';
import { textsOf, renderPostedNotice, showDraft, showFinished } from './show-draft.js';
import type { BriefTexts } from '../../../texts/brief-texts.js';

/** A press on a preview, or on what is shown in its place. */
type Press = Request<MessageComponentInteraction>;

/** A second press waits for the first one to be done, at most until that is taken for dead. */
const waitMs = draftLeaseMs + 1_000;
const pollMs = 100;

const underWay = new Map<string, Promise<Card>>();

/**
 * Posts a draft once, however often it is pressed, and pins it if that is wanted; what to show in place of the preview.
 * A second press is told what the first one is.
 */
export function postDraft(request: Press, draft: BriefDraft, wantsPin: boolean): Promise<Card> {
  const running =
    underWay.get(draft.id) ??
    postOnce(request, draft, wantsPin).finally(() => {
      underWay.delete(draft.id);
    });
  underWay.set(draft.id, running);
  return running;
}

async function postOnce(request: Press, draft: BriefDraft, wantsPin: boolean): Promise<Card> {
  const { services } = request;
  const { briefTexts } = textsOf(request);
  const keep = (now: BriefDraft, warning: string): Promise<Card> => showDraft(now, request, warning);
  const lacking = await missingPermissions(request.source, draft.channelId, wantsPin, briefTexts);
  if (lacking !== null) {
    const posted = await services.store.briefs.findBrief(draft.id);
    return posted?.status === 'posted' ? renderNotPinned(posted, lacking, [], briefTexts) : keep(draft, lacking);
  }
  if (listQuotes(finishDraft(draft.content)).length === 0) return keep(draft, briefTexts.nothingTicked);
  const library = await openIndex(request);
  let changes: readonly string[] = [];
  if (draft.state === 'open') {
    const fresh = await refreshDraft(draft.content, library);
    if (listQuotes(finishDraft(fresh.content)).length === 0) return keep(draft, briefTexts.nothingStands);
    changes = describeChanges(fresh, briefTexts);
    await services.store.briefs.changeDraft(draft.id, fresh.content);
  }
  const claimed = await claim(draft.id, request);
  if (!claimed) return showFinished(draft.id, request);
  try {
    return await carryOut(request, claimed, wantsPin, changes);
  } finally {
    await services.store.briefs.releaseDraft(draft.id);
  }
}

/** Waits for whoever has the draft; null when that takes long, or when the draft is gone. */
async function claim(id: string, { services }: Press): Promise<ClaimedDraft | null> {
  const { briefs } = services.store;
  const startedMs = performance.now();
  for (;;) {
    const claimed = await briefs.claimDraft(id, draftLeaseMs);
    if (claimed) return claimed;
    if (performance.now() - startedMs > waitMs || (await briefs.findDraft(id)) === null) return null;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

async function carryOut(
  request: Press,
  draft: ClaimedDraft,
  wantsPin: boolean,
  changes: readonly string[],
): Promise<Card> {
  const { services, log } = request;
  const { store } = services;
  const { client } = request.source;
  const { briefTexts } = textsOf(request);
  const { userId } = request.place;
  let brief = await store.briefs.findBrief(draft.id);
  const isNew = brief === null;
  if (!brief) {
    try {
      brief = await sendDraft(client, services, draft, { userId, isPinned: wantsPin });
    } catch (error) {
      log.warn(describeFailure(error), 'brief could not be sent');
      const told = isTransient(error)
        ? briefTexts.notAnswered
        : briefTexts.notSent(describeRefusal(error, draft.channelId, briefTexts));
      return showDraft(draft, request, [told, ...changes].join('\n'));
    }
    await syncBriefMessage(client, services, brief); // the index may have been swapped in the meantime
  }
  if (brief.status !== 'posted') return renderPostedNotice(brief, changes, request);
  if (wantsPin) {
    const pinning = { replaces: draft.replaces, retires: null, saysPinned: isNew };
    return pinPosted(request, brief, pinning, changes);
  }
  const old = draft.replaces === null ? null : await store.briefs.findBrief(draft.replaces);
  if (old?.status === 'posted' && old.pinnedAtMs === null) {
    await supersede(client, services, old, brief, describePerson(request));
  }
  return renderPostedNotice(brief, changes, request);
}

/** Pins a brief that is posted already; what is to be told about it. `saysPinned`: so says its message already. */
export async function pinPosted(
  request: Press,
  brief: Brief,
  { saysPinned, ...pinning }: Omit<PinRequest, 'person'> & { readonly saysPinned: boolean },
  changes: readonly string[],
): Promise<Card> {
  const { services, log } = request;
  const { client, user } = request.source;
  const { briefTexts } = textsOf(request);
  const outcome = await pinBrief(client, services, brief, { ...pinning, person: describePerson(request) });
  const isPinned = outcome.kind === 'pinned';
  const rename = async ({ id }: Brief, appearance: { isPinned: boolean; userId?: string }): Promise<void> => {
    const now = await services.store.briefs.findBrief(id);
    if (now?.status !== 'posted') return;
    await showBrief(client, services, now, { marks: now.marks, replacedBy: null, ...appearance }).catch(
      (error: unknown) => {
        log.warn(describeFailure(error), 'brief could not be edited');
      },
    );
  };
  if (isPinned !== saysPinned) await rename(brief, { isPinned, userId: user.id });
  if (outcome.kind === 'pinned' && outcome.retired) await rename(outcome.retired, { isPinned: false });
  const link = linkTo(brief);
  if (outcome.kind === 'pinned') {
    const lines = [
      ...outcome.replaced.map((old) => briefTexts.replacedOld(linkTo(old))),
      ...(outcome.retired ? [briefTexts.retired(escapeMarkdown(titleOf(outcome.retired.content, briefTexts)))] : []),
      ...changes,
    ];
    return renderPostedNotice({ ...brief, pinnedAtMs: Date.now() }, lines, request);
  }
  if (outcome.kind === 'full') {
    const offer = outcome.oldest && renderRetireOffer(brief.id, outcome.oldest, briefTexts);
    const told = [briefTexts.pinsFull(link), offer?.line ?? briefTexts.retireNone, ...changes].join('\n');
    const next = offer?.button ?? renderTryAgain(brief, briefTexts);
    return { components: [container(accents.warning, [text(told), row([next])])] };
  }
  if (isGone(outcome.error)) return renderPostedNotice({ ...brief, status: 'gone' }, changes, request);
  const why = isOutOfReach(outcome.error)
    ? briefTexts.botLacks(['PinMessages'], `<#${brief.channelId}>`)
    : describeRefusal(outcome.error, brief.channelId, briefTexts);
  return renderNotPinned(brief, why, changes, briefTexts);
}

function renderNotPinned(brief: Brief, why: string, changes: readonly string[], texts: BriefTexts): Card {
  const told = [texts.notPinned(linkTo(brief), why), ...changes].join('\n');
  return { components: [container(accents.warning, [text(told), row([renderTryAgain(brief, texts)])])] };
}

function renderTryAgain({ id }: Brief, texts: BriefTexts): APIButtonComponent {
  return button(writeCustomId('brief:pin', { draftId: id }), texts.button.tryAgain, '📌');
}

function describeChanges({ dropped, droppedPairs, relabelled }: RefreshedDraft, texts: BriefTexts): string[] {
  const list = (changed: RefreshedDraft['dropped'], name: (each: RefreshedDraft['dropped'][number]) => string) =>
    changed.map((each) => `- **${each.number}** · ${name(each)}`);
  const gone = [
    ...list(dropped, ({ quote }) => `“${escapeMarkdown(firstWordsOf(quote))}”`),
    ...droppedPairs.map((number) => `- ${texts.pairName(number)}`),
  ];
  return [
    ...(gone.length > 0 ? [texts.dropped(gone)] : []),
    ...(relabelled.length > 0
      ? [texts.moved(list(relabelled, ({ quote }) => escapeMarkdown(laneOf(quote, texts))))]
      : []),
  ];
}

function describeRefusal(error: unknown, channelId: string, texts: BriefTexts): string {
  if (isGone(error) || isOutOfReach(error)) return texts.cannotReach(`<#${channelId}>`);
  const code = codeOf(error);
  return code === null || code === 0 ? texts.noAnswer : texts.refusedWith(code);
}

/** For the audit log. */
function describePerson({ source: { user } }: Press): string {
  return `${user.username} (${user.id})`;
}
