import type { Client } from 'discord.js';
import type { Brief } from '../../../../core/briefs/brief-store.js';
import { codeOf, describeFailure, discordCodes } from '../../../failures.js';
import type { Services } from '../../../services.js';
import { isGone, pinMessage, unpinMessage } from '../message/channel-calls.js';
import { titleOf } from '../message/describe-brief.js';
import { listOwnPins } from './own-pins.js';
import { communityTexts } from '../message/posted-card.js';
import { syncBriefMessage } from './sync-briefs.js';

type PinOutcome =
  /** `retired` was unpinned to make room and stays as it is otherwise; null where there was room. */
  | { readonly kind: 'pinned'; readonly replaced: readonly Brief[]; readonly retired: Brief | null }
  /** The channel has no room; `oldest` is the bot's own brief that could make some. */
  | { readonly kind: 'full'; readonly oldest: Brief | null }
  | { readonly kind: 'failed'; readonly error: unknown };

export interface PinRequest {
  /** A brief that this one is to replace, besides the one on the same topic; null for none. */
  readonly replaces: string | null;
  /** A brief that is unpinned to make room; null for none. */
  readonly retires: Brief | null;
  /** Who has asked for it, for the audit log. */
  readonly person: string;
}

/**
 * Pins a brief; then the one before on the same topic is unpinned and marked as replaced. In a full channel that one is
 * unpinned first, and pinned again if the new one still cannot be.
 */
export async function pinBrief(
  client: Client<true>,
  services: Services,
  brief: Brief,
  { replaces, retires, person }: PinRequest,
): Promise<PinOutcome> {
  const { store, log } = services;
  const isBefore = (other: Brief): boolean =>
    other.id !== brief.id &&
    (other.id === replaces || (other.topicKey === brief.topicKey && other.pinnedAtMs !== null));
  const before = (await store.briefs.listInChannel(brief.channelId)).filter(isBefore);
  let result: Pinning;
  try {
    result = await pinWithRoom(client, services, brief, { replaces, retires, person });
  } catch (error) {
    log.warn({ ...describeFailure(error), brief: brief.id }, 'brief could not be pinned');
    await store.briefs.setPinned(brief.id, null);
    if (isGone(error)) await store.briefs.markGone(brief.id);
    return { kind: 'failed', error };
  }
  if (result.kind === 'full') {
    await store.briefs.setPinned(brief.id, null);
    return result;
  }
  const { unpinned } = result;
  const replaced: Brief[] = [];
  for (const old of before) if (await supersede(client, services, old, brief, person)) replaced.push(old);
  const retired = unpinned && before.every(({ id }) => id !== unpinned.id) ? unpinned : null;
  if (retired) await store.briefs.setPinned(retired.id, null);
  return { kind: 'pinned', replaced, retired };
}

type Pinning = { readonly kind: 'pinned'; readonly unpinned: Brief | null } | Extract<PinOutcome, { kind: 'full' }>;

/**
 * Takes an old brief out of use in favour of a new one; false where its message is no longer there. What fails for now is
 * made up for after the next update of the index.
 */
export async function supersede(
  client: Client<true>,
  services: Services,
  old: Brief,
  successor: Brief,
  person: string,
): Promise<boolean> {
  const { briefs } = services.store;
  await briefs.replaceBrief(old.id, successor.id);
  const current = await briefs.findBrief(old.id);
  if (current?.status !== 'replaced') return false;
  const { briefTexts } = communityTexts(old.content);
  await syncBriefMessage(
    client,
    services,
    current,
    briefTexts.reason.replace(titleOf(old.content, briefTexts), person),
  );
  return (await briefs.findBrief(old.id))?.status === 'replaced';
}

async function pinWithRoom(
  client: Client<true>,
  services: Services,
  brief: Brief,
  { replaces, retires, person }: PinRequest,
): Promise<Pinning> {
  const { briefTexts } = communityTexts(brief.content);
  const { reason } = briefTexts;
  const write = (): Promise<void> => services.store.briefs.setPinned(brief.id, Date.now());
  // Written down before, for a pin that the bot knows nothing of would stay for ever, and once more after it, for whoever
  // lists the pins in between takes this one for unpinned by hand.
  const pin = async (): Promise<void> => {
    await write();
    await pinMessage(client, brief, reason.pin(titleOf(brief.content, briefTexts), person));
    await write();
  };
  try {
    await pin();
    return { kind: 'pinned', unpinned: null };
  } catch (error) {
    if (codeOf(error) !== discordCodes.tooManyPins) throw error;
  }
  const pins = await listOwnPins(client, services, brief.channelId);
  const own = pins.filter(({ isByBot, brief: each }) => isByBot && each.id !== brief.id);
  const leaving =
    own.find((each) => each.brief.id === retires?.id) ??
    own.find((each) => each.brief.id === replaces || each.brief.topicKey === brief.topicKey);
  if (!leaving) return { kind: 'full', oldest: own.at(-1)?.brief ?? null };
  const title = titleOf(leaving.brief.content, briefTexts);
  await unpinMessage(client, leaving.brief, retires ? reason.retire(title, person) : reason.replace(title, person));
  try {
    await pin();
    return { kind: 'pinned', unpinned: leaving.brief };
  } catch (error) {
    await pinMessage(client, leaving.brief, reason.pin(title, person));
    throw error;
  }
}
