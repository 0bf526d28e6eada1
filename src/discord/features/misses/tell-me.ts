import { MessageFlags, type APIButtonComponent, type MessageComponentInteraction } from 'discord.js';
import { accents, button, container, row, text, type Card } from '../../cards/card.js';
import { writeCustomId, type ActionFields } from '../../custom-ids/custom-id.js';
import type { Visibility } from '../../delivery/responder.js';
import { readAnsweredQuestion } from '../../questions/question-line.js';
import { recordMiss, toRefused } from '../../questions/record-miss.js';
import type { Outcome } from '../../request/feature.js';
import { placeIdsOf, rowIdOf } from '../../request/asking-place.js';
import { openIndex, type Request } from '../../request/request.js';
import type { Texts } from '../../texts/texts.js';
import { missTextsFor } from '../../texts/languages.js';

type Press = Request<MessageComponentInteraction>;

/** The button that asks to be told, for a message without the question. */
export function tellOfButton(missId: number, texts: Texts): APIButtonComponent {
  return button(writeCustomId('miss:tell-of', { missId }), texts.button.tell, '🔔');
}

/** The answer to a press on one's own message takes its place. */
export function chooseVisibility({ message }: MessageComponentInteraction): Visibility {
  return message.flags.has(MessageFlags.Ephemeral) ? 'update' : 'private';
}

/** Notes for the question of a refusal that somebody wants to be told; pressing once more takes it back. */
export async function requestNotice(request: Press, asked: ActionFields<'miss:tell'>): Promise<Outcome> {
  const missId = await findMiss(request, asked);
  const own = missTextsFor(request.texts.locale);
  return missId === 'answerable' ? say(own.answerableNow) : change(request, missId, false);
}

/** The same for a missed question that is known. */
export function requestNoticeOf(request: Press, { missId }: ActionFields<'miss:tell-of'>): Promise<Outcome> {
  return change(request, missId, false);
}

export function cancelNotice(request: Press, { missId }: ActionFields<'miss:untell'>): Promise<Outcome> {
  return change(request, missId, true);
}

async function change({ place, services, texts, source }: Press, missId: number | null, isOff: boolean) {
  const { misses } = services.store;
  const own = missTextsFor(texts.locale);
  const person = await services.store.hashPerson(place.userId);
  const miss = missId === null ? null : await misses.find(missId);
  if (!miss) return say(own.nothingToTell);
  if (miss.state === 'dismissed') {
    await misses.optOut(miss.id, person);
    return say(own.setAside, [], 'opted out');
  }
  if (!isOff && miss.state === 'answered') return say(own.answerableNow);
  if (!isOff && (await misses.optIn(miss.id, person, place.userId, source.locale, placeIdsOf(place)))) {
    return say(own.willTell(services.settings.retentionDays), [untellButton(miss.id, texts)], 'opted in');
  }
  await misses.optOut(miss.id, person);
  return say(own.willNotTell, [tellOfButton(miss.id, texts)], 'opted out');
}

/** The miss of a refusal; asked again where it is not, or no longer, recorded. */
async function findMiss(
  request: Press,
  { lane, documentId }: ActionFields<'miss:tell'>,
): Promise<number | 'answerable' | null> {
  const { source, place, services } = request;
  const question = readAnsweredQuestion(source.message);
  if (question === null) return null;
  const key = { guildId: place.guildId, question, lane, documentId, placeId: rowIdOf(place, services) };
  const known = await services.store.misses.findId(key);
  if (known !== null) return known;
  const index = await openIndex(request);
  const answer = await index.ask(question, { lane, documentId });
  if (answer.status === 'answered') return 'answerable';
  const refused = toRefused(answer, { question, lane, documentId, index: index.manifest.version });
  if (refused) await recordMiss(refused, request);
  return services.store.misses.findId(key);
}

function untellButton(missId: number, texts: Texts): APIButtonComponent {
  return button(writeCustomId('miss:untell', { missId }), missTextsFor(texts.locale).button.untell, '🔕');
}

function say(content: string, buttons: readonly APIButtonComponent[] = [], outcome = 'answered'): Outcome {
  const parts = [text(content), ...(buttons.length > 0 ? [row(buttons)] : [])];
  const card: Card = { components: [container(accents.neutral, parts)] };
  return { card, facts: { outcome } };
}
