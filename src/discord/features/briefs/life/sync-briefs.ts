import type { Client } from 'discord.js';
import { listQuotes } from '../../../../core/briefs/brief-content.js';
import { digestMarks, markQuotes, type QuoteMark } from '../../../../core/briefs/brief-marks.js';
import { replacedDigest, type Brief } from '../../../../core/briefs/brief-store.js';
import { codeOf, describeFailure, discordCodes, isTransient } from '../../../failures.js';
import { post } from '../../../delivery/outbox.js';
import { accents, container, text, type Card } from '../../../cards/card.js';
import { escapeMarkdown } from '../../../cards/markdown.js';
import type { Services } from '../../../services.js';
import { isGone, unpinMessage } from '../message/channel-calls.js';
import { firstWordsOf, linkTo, showMark, showTitle, titleOf } from '../message/describe-brief.js';
import { communityTexts, renderRebuildButton } from '../message/posted-card.js';
import { adoptDrafts } from '../message/send-brief.js';
import { findModeratorChannel, hideFrom, readNamedPerson, scopeOfBrief, showBrief } from '../message/edit-brief.js';

/** Longer than an edit takes unless Discord hangs; then another process may try, which does no harm. */
const leaseMs = 10_000;
/** When what failed is tried again, though the index has not changed. */
const retryMs = 60_000;
const retryEditsMs = 600_000;
const maxNoticeQuotes = 12;

/** Makes the messages of all briefs say what has become of their sources. */
export async function syncBriefMessages(client: Client<true>, services: Services): Promise<void> {
  await adoptDrafts(client, services);
  for (const brief of await services.store.briefs.listLiving()) {
    if (services.isStopping) return;
    await syncBriefMessage(client, services, brief);
  }
}

/**
 * Brings a brief's message up to date, in one process only, and tells the moderators of what is new. What fails is
 * logged and tried again later; the message is edited before that is written down, so that no mark is lost.
 */
export async function syncBriefMessage(
  client: Client<true>,
  services: Services,
  brief: Brief,
  reason?: string,
): Promise<void> {
  const { library, store, recheck } = services;
  const { current } = library;
  if (!current) return;
  const isReplaced = brief.status === 'replaced';
  const scope = await scopeOfBrief(client, services, brief);
  const ids = listQuotes(brief.content).map(({ document }) => document.id);
  const { searchIndex } = await current.fetchTexts(ids); // quotes are looked for by their document's id, so the whole gives nothing away
  const found = isReplaced ? [] : markQuotes(brief.content, searchIndex, brief.marks, Date.now(), scope);
  const digest = isReplaced ? replacedDigest : digestMarks(found);
  if (digest === brief.shown) return;
  const marks = await store.briefs.claimChange(brief.id, digest, found, leaseMs);
  if (!marks) {
    setTimeout(recheck, leaseMs).unref(); // whoever is at it may never come back
    return;
  }
  try {
    const userId = await readNamedPerson(client, brief);
    if (isReplaced && brief.pinnedAtMs !== null) await unpinReplaced(client, services, brief, reason);
    await showBrief(client, services, brief, {
      marks,
      replacedBy: isReplaced ? await findSuccessor(services, brief) : null,
      isPinned: !isReplaced && brief.pinnedAtMs !== null,
      userId,
    });
    if (marks.length > 0) await tellModerators(client, services, brief, { marks, isMarked: true });
    await store.briefs.settleChange(brief.id, digest);
  } catch (error) {
    await recover(client, services, { brief, marks, error });
  }
}

async function unpinReplaced(client: Client<true>, { store }: Services, brief: Brief, reason?: string): Promise<void> {
  const { briefTexts } = communityTexts(brief.content);
  const why = reason ?? briefTexts.reason.replace(titleOf(brief.content, briefTexts), client.user.username);
  await unpinMessage(client, brief, why);
  await store.briefs.setPinned(brief.id, null);
}

async function findSuccessor({ store }: Services, { replacedBy, guildId, channelId }: Brief): Promise<string> {
  const successor = replacedBy === null ? null : await store.briefs.findBrief(replacedBy);
  return successor ? linkTo(successor) : `https://discord.com/channels/${guildId}/${channelId}`;
}

interface Failure {
  readonly brief: Brief;
  readonly marks: readonly QuoteMark[];
  readonly error: unknown;
}

async function recover(client: Client<true>, services: Services, { brief, marks, error }: Failure): Promise<void> {
  const { store, log, recheck } = services;
  if (isGone(error)) {
    await store.briefs.markGone(brief.id);
    log.info({ brief: brief.id }, 'brief is no longer there');
    return;
  }
  log.warn({ ...describeFailure(error), brief: brief.id }, 'brief could not be brought up to date');
  // What Discord refuses may stay refused for long; the moderators are not to wait for it.
  if (marks.length > 0 && codeOf(error) !== null && !isTransient(error)) {
    await tellModerators(client, services, brief, { marks, isMarked: false });
  }
  await store.briefs.releaseChange(brief.id);
  const isEdited = codeOf(error) === discordCodes.tooManyEdits;
  if (isEdited || isTransient(error)) setTimeout(recheck, isEdited ? retryEditsMs : retryMs).unref();
}

interface News {
  readonly marks: readonly QuoteMark[];
  /** Whether the message itself says so already. */
  readonly isMarked: boolean;
}

/** Once for each mark: the key is the time of the latest one, which no other process gives it. */
async function tellModerators(client: Client<true>, services: Services, brief: Brief, news: News): Promise<void> {
  const channelId = await findModeratorChannel(client, services, brief);
  if (channelId === null) return;
  const latestMs = Math.max(...news.marks.map(({ sinceMs }) => sinceMs));
  await post(
    `brief:${brief.id}:${latestMs}`,
    { kind: 'channel', id: channelId },
    renderNoticeOf(await hideFrom(channelId, client, services, brief), news),
    services,
  );
}

function renderNoticeOf(brief: Brief, { marks, isMarked }: News): Card {
  const { briefTexts } = communityTexts(brief.content);
  const quotes = listQuotes(brief.content);
  const own = brief.content.quotes.length;
  const lines = marks.slice(0, maxNoticeQuotes).flatMap((mark) => {
    const quote = quotes[mark.quote];
    if (!quote) return [];
    const words = escapeMarkdown(firstWordsOf(quote));
    const what = showMark(mark, briefTexts);
    return mark.quote < own
      ? briefTexts.noticeQuote(mark.quote + 1, words, what)
      : briefTexts.noticePair(Math.floor((mark.quote - own) / 2) + 1, words, what);
  });
  const parts = [
    briefTexts.noticeTitle(showTitle(brief.content, briefTexts)),
    ...lines,
    isMarked ? briefTexts.noticeOpen(linkTo(brief)) : briefTexts.noticeUnmarked(linkTo(brief)),
  ];
  return {
    components: [container(accents.warning, [text(parts.join('\n')), renderRebuildButton(brief.id, briefTexts)])],
  };
}
