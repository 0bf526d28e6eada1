import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { groupMisses } from '../../../app/asking/group-misses.js';
import type { Answer } from '../../../core/search/answer.js';
import { collectionOf, isAsked } from '../../../core/collections/collection.js';
import { collectionsFor, type AskingPlace } from '../../../core/collections/places.js';
import { fingerprint } from '../../../core/text/fingerprint.js';
import type { MissGroup } from '../../../core/misses/miss-group.js';
import type { Quote } from '../../../core/search/quote.js';
import type { Miss, MissAnswer } from '../../../core/misses/miss-store.js';
import { maxQuotes } from '../../questions/question-line.js';
import type { OpenIndex } from '../../../app/asking/open-index.js';
import type { Services } from '../../services.js';
import { toPlaces } from '../../questions/record-miss.js';
import { renderNews, renderNewsWithoutQuote } from './news-card.js';

/** Most wordings that are looked at, groups that are asked again, and wordings of one group that are tried. */
const maxMisses = 2_000;
const maxGroups = 300;
const maxTried = 5;
/** Each one waits at most this long for the questions of people. */
const patienceMs = 300;
const maxExactLength = 600;

/**
 * Asks the missed questions again that this version of the index has not been asked, the most often asked first, one at a
 * time and after those of people. What two processes do at once comes to the same: each result is written by one
 * conditional change. Says whether it came to an end, which it does not when another index is put in use or the bot leaves.
 */
export async function askAgain(services: Services, library: OpenIndex): Promise<boolean> {
  const { misses: store } = services.store;
  const misses = await store.list({ sinceMs: 0, limit: maxMisses });
  const views = await openViews(misses, services, library);
  const viewOf = (miss: Miss): OpenIndex => views.get(nameAsker(miss)) ?? library;
  const isDue = (miss: Miss): boolean => miss.state === 'open' && miss.index !== viewOf(miss).manifest.version;
  const groups = misses.some(isDue) ? await groupMisses(misses, library, store) : [];
  const due = groups.filter(
    ({ wordings, leader, isDismissed, isAwaited }) =>
      !isDismissed && (leader.guildId !== null || isAwaited) && wordings.some(isDue),
  );
  const told: Told = new Map();
  for (const group of due.slice(0, maxGroups)) {
    if (services.isStopping || services.library.current !== library) return false;
    // Another process may have been faster with it.
    const now = await Promise.all(group.wordings.slice(0, maxTried).map(({ id }) => store.find(id)));
    if (now.some((miss) => miss !== null && isDue(miss))) await askGroup(group, told, services, viewOf(group.leader));
  }
  services.log.info({ groups: Math.min(due.length, maxGroups) }, 'missed questions asked again');
  return true;
}

/** Names whoever asks what one asks, by `openViews`. */
function nameAsker({ guildId, placeId = null }: Miss): string {
  return JSON.stringify([guildId, placeId]);
}

/** The part of the index that each place asks in which a question was missed, as it is set now. */
async function openViews(
  misses: readonly Miss[],
  { places }: Services,
  library: OpenIndex,
): Promise<Map<string, OpenIndex>> {
  const views = new Map<string, OpenIndex>();
  for (const miss of misses) {
    const { guildId: serverId, placeId = null } = miss;
    const name = nameAsker(miss);
    if (views.has(name)) continue;
    const placeIds = placeId === null ? [] : [placeId];
    views.set(name, await library.within(collectionsFor(places.current, { serverId, placeIds })));
  }
  return views;
}

/** The server, or null for direct messages, for which a person is told of a quote, by both. */
type Told = Map<string, string | null>;

async function askGroup(group: MissGroup, told: Told, services: Services, library: OpenIndex): Promise<void> {
  const { misses: store } = services.store;
  const { leader, wordings, downVoted } = group;
  const ids = wordings.map(({ id }) => id);
  const index = library.manifest.version;
  let refusal: Answer | null = null;
  for (const { question } of wordings.slice(0, maxTried)) {
    const answer = await ask(question, leader, services, library);
    const [quote] = answer?.quotes ?? [];
    // An answer that was voted down is no news as long as it begins with the same quote.
    if (quote && !downVoted.includes(fingerprint(quote.exact))) {
      const messages = await writeNews(group, quote, told, services, library);
      await store.settle(ids, { index, leaderId: leader.id, quote: toMissAnswer(quote) }, messages);
      return;
    }
    refusal ??= answer;
  }
  await store.keepOpen(ids, index, refusal?.status === 'not-found' ? toPlaces(refusal.nearest) : leader.nearest);
}

/**
 * Null for a question about a document that is gone. Lets people go first, but not for ever. What they want is only heard in a turn of the
 * event loop, which all the rest here would never give up.
 */
async function ask(
  question: string,
  { lane, documentId }: Miss,
  { queue, arrivals }: Services,
  library: OpenIndex,
): Promise<Answer | null> {
  if (documentId !== null && !library.findListed(documentId)) return null;
  await setImmediate();
  await Promise.race([queue.whenIdle(), sleep(patienceMs)]);
  await arrivals.whenQuiet();
  return library.ask(question, { limit: maxQuotes, lane, documentId });
}

/** One message for each person who waits for any of the misses; none about a quote that answers the person elsewhere, too, such as in a server and directly. */
async function writeNews(
  { wordings, leader }: MissGroup,
  quote: Quote,
  toldElsewhere: Told,
  { store, settings, places }: Services,
  library: OpenIndex,
): Promise<Parameters<typeof store.misses.settle>[2]> {
  const isAskedBy = (place: AskingPlace): boolean =>
    isAsked(collectionOf(quote.document.path), collectionsFor(places.current, place));
  const told = new Set<string>();
  const optIns = await store.misses.listOptIns(wordings.map(({ id }) => id));
  return optIns.map(({ id, missId, userId, locale, placeIds }) => {
    const key = `${userId} ${fingerprint(quote.exact)}`;
    const place = toldElsewhere.get(key);
    const isTold = place !== undefined && place !== leader.guildId;
    // What is set now may give the place less than that in which others have asked the same.
    if (told.has(userId) || isTold || !isAskedBy({ serverId: leader.guildId, placeIds }))
      return { optInId: id, message: null };
    told.add(userId);
    toldElsewhere.set(key, leader.guildId);
    const asked = wordings.find((miss) => miss.id === missId) ?? leader;
    const card = isAskedBy({ serverId: null, placeIds: [] })
      ? renderNews(asked, quote, { userId, locale }, library, settings.publicUrl)
      : renderNewsWithoutQuote(asked, { locale, placeIds });
    const body = JSON.stringify(card);
    return { optInId: id, message: { key: `miss-news:${id}`, target: { kind: 'user', id: userId }, body } };
  });
}

function toMissAnswer({ exact, label, attributedTo, document, paragraph }: Quote): MissAnswer {
  const { title, path } = document;
  return { exact: exact.slice(0, maxExactLength), lane: label, attributedTo, title: title || path, path, paragraph };
}
