import { finishDraft, listQuotes } from '../../../core/briefs/brief-content.js';
import { codeOf, describeFailure, isTransient } from '../../failures.js';
import { accents, button, container, row, text } from '../../render/card.js';
import { escapeMarkdown } from '../../render/escape-markdown.js';
import { awaitLibrary } from '../../work.js';
import { isGone, isOutOfReach } from './channel-calls.js';
import { writeBriefAction } from './custom-ids.js';
import { firstWordsOf, laneOf, linkTo, titleOf } from './describe-brief.js';
import { describeLacking } from './permissions.js';
import { pinBrief, supersede } from './pin-brief.js';
import { refreshDraft } from './refresh-draft.js';
import { renderRetireOffer } from './retire-offer.js';
import { draftLeaseMs, sendDraft } from './send-draft.js';
import { showBrief } from './show-brief.js';
import { tendBrief } from './tend-briefs.js';
import { ownTexts, renderPostedNotice, showDraft, showFinished } from './show-draft.js';
/** A second press waits for the first one to be done, at most this long. */
const waitMs = 8_000;
const pollMs = 100;
const underWay = new Map();
/**
 * Posts a draft once, however often it is pressed, and pins it if that is wanted; what to show in place of the preview.
 * A second press is told what the first one is.
 */
export function postDraft(interaction, draft, wantsPin, context) {
    const running = underWay.get(draft.id) ??
        postOnce(interaction, draft, wantsPin, context).finally(() => {
            underWay.delete(draft.id);
        });
    underWay.set(draft.id, running);
    return running;
}
async function postOnce(interaction, draft, wantsPin, context) {
    const { services } = context;
    const { briefTexts } = ownTexts(context);
    const keep = (now, warning) => showDraft(now, interaction.channelId, context, warning);
    const lacking = await describeLacking(interaction, draft.channelId, wantsPin, briefTexts);
    if (lacking !== null) {
        const posted = await services.store.briefs.findBrief(draft.id);
        return posted?.status === 'posted' ? renderNotPinned(posted, lacking, [], briefTexts) : keep(draft, lacking);
    }
    if (listQuotes(finishDraft(draft.content)).length === 0)
        return keep(draft, briefTexts.nothingTicked);
    const library = await awaitLibrary(services, () => Promise.resolve(), context.texts);
    let changes = [];
    if (draft.state === 'open') {
        const fresh = await refreshDraft(draft.content, library, services.settings.corpusDir);
        if (listQuotes(finishDraft(fresh.content)).length === 0)
            return keep(draft, briefTexts.nothingStands);
        changes = describeChanges(fresh, briefTexts);
        await services.store.briefs.changeDraft(draft.id, fresh.content);
    }
    const claimed = await claim(draft.id, context);
    if (!claimed)
        return showFinished(draft.id, context);
    try {
        return await carryOut(interaction, claimed, wantsPin, changes, context);
    }
    finally {
        await services.store.briefs.releaseDraft(draft.id);
    }
}
/** Waits for whoever has the draft; null when that takes long, or when the draft is gone. */
async function claim(id, { services }) {
    const { briefs } = services.store;
    const startedMs = performance.now();
    for (;;) {
        const claimed = await briefs.claimDraft(id, draftLeaseMs);
        if (claimed)
            return claimed;
        if (performance.now() - startedMs > waitMs || (await briefs.findDraft(id)) === null)
            return null;
        await new Promise((resolve) => setTimeout(resolve, pollMs));
    }
}
async function carryOut(interaction, draft, wantsPin, changes, context) {
    const { services, log } = context;
    const { store } = services;
    const client = interaction.client;
    const { briefTexts } = ownTexts(context);
    const userId = interaction.user.id;
    let brief = await store.briefs.findBrief(draft.id);
    const isNew = brief === null;
    if (!brief) {
        try {
            brief = await sendDraft(client, services, draft, { userId, isPinned: wantsPin });
        }
        catch (error) {
            log.warn(describeFailure(error), 'brief could not be sent');
            const told = isTransient(error)
                ? briefTexts.notAnswered
                : briefTexts.notSent(describeRefusal(error, draft.channelId, briefTexts));
            return showDraft(draft, interaction.channelId, context, [told, ...changes].join('\n'));
        }
        await tendBrief(client, services, brief); // the index may have been swapped in the meantime
    }
    if (brief.status !== 'posted')
        return renderPostedNotice(brief, changes, context);
    if (wantsPin) {
        const request = { replaces: draft.replaces, retires: null, saysPinned: isNew };
        return pinPosted(interaction, brief, request, changes, context);
    }
    const old = draft.replaces === null ? null : await store.briefs.findBrief(draft.replaces);
    if (old?.status === 'posted' && old.pinnedAtMs === null) {
        await supersede(client, services, old, brief, describePerson(interaction));
    }
    return renderPostedNotice(brief, changes, context);
}
/** Pins a brief that is posted already; what is to be told about it. `saysPinned`: so says its message already. */
export async function pinPosted(interaction, brief, { saysPinned, ...request }, changes, context) {
    const { services, log } = context;
    const { client, user } = interaction;
    const { briefTexts } = ownTexts(context);
    const outcome = await pinBrief(client, services, brief, { ...request, person: describePerson(interaction) });
    const isPinned = outcome.kind === 'pinned';
    const rename = async ({ id }, appearance) => {
        const now = await services.store.briefs.findBrief(id);
        if (now?.status !== 'posted')
            return;
        await showBrief(client, services, now, { marks: now.marks, replacedBy: null, ...appearance }).catch((error) => {
            log.warn(describeFailure(error), 'brief could not be edited');
        });
    };
    if (isPinned !== saysPinned)
        await rename(brief, { isPinned, userId: user.id });
    if (outcome.kind === 'pinned' && outcome.retired)
        await rename(outcome.retired, { isPinned: false });
    const link = linkTo(brief);
    if (outcome.kind === 'pinned') {
        const lines = [
            ...outcome.replaced.map((old) => briefTexts.replacedOld(linkTo(old))),
            ...(outcome.retired ? [briefTexts.retired(escapeMarkdown(titleOf(outcome.retired.content, briefTexts)))] : []),
            ...changes,
        ];
        return renderPostedNotice({ ...brief, pinnedAtMs: Date.now() }, lines, context);
    }
    if (outcome.kind === 'full') {
        const offer = outcome.oldest && renderRetireOffer(brief.id, outcome.oldest, briefTexts);
        const told = [briefTexts.pinsFull(link), offer?.line ?? briefTexts.retireNone, ...changes].join('\n');
        const next = offer?.button ?? renderTryAgain(brief, briefTexts);
        return { components: [container(accents.warning, [text(told), row([next])])] };
    }
    if (isGone(outcome.error))
        return renderPostedNotice({ ...brief, status: 'gone' }, changes, context);
    const why = isOutOfReach(outcome.error)
        ? briefTexts.botLacks(['**Pin Messages**'], `<#${brief.channelId}>`)
        : describeRefusal(outcome.error, brief.channelId, briefTexts);
    return renderNotPinned(brief, why, changes, briefTexts);
}
function renderNotPinned(brief, why, changes, texts) {
    const told = [texts.notPinned(linkTo(brief), why), ...changes].join('\n');
    return { components: [container(accents.warning, [text(told), row([renderTryAgain(brief, texts)])])] };
}
function renderTryAgain({ id }, texts) {
    return button(writeBriefAction({ kind: 'pin', draftId: id }), texts.button.tryAgain, '📌');
}
function describeChanges({ dropped, droppedPairs, relabelled }, texts) {
    const list = (changed, name) => changed.map((each) => `- **${each.number}** · ${name(each)}`);
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
function describeRefusal(error, channelId, texts) {
    if (isGone(error) || isOutOfReach(error))
        return texts.cannotReach(`<#${channelId}>`);
    const code = codeOf(error);
    return code === null || code === 0 ? texts.noAnswer : texts.refusedWith(code);
}
/** For the audit log. */
function describePerson({ user }) {
    return `${user.username} (${user.id})`;
}
//# sourceMappingURL=post-draft.js.map