import type { BaseInteraction } from 'discord.js';
import { withinTime } from '../../app/within-time.js';
import type { Answer, RefusalReason } from '../../core/search/answer.js';
import type { Lane } from '../../core/labelling/labels.js';
import type { MissedPlace, MissKey } from '../../core/misses/miss-store.js';
import { describeFailure } from '../failures.js';
import { placeIdsOf, rowIdOf } from '../request/asking-place.js';
import type { Request } from '../request/request.js';

/** A question that got no answer, as far as it is recorded. */
interface RefusedQuestion {
  /** As it was understood. */
  readonly question: string;
  readonly lane: Lane | null;
  readonly documentId: string | null;
  readonly reason: RefusalReason;
  readonly nearest: readonly MissedPlace[];
  /** The version of the index. */
  readonly index: string;
}

type RecordingRequest = Pick<Request<unknown>, 'place' | 'services' | 'log'>;

/** An answer waits at most this long for its question to be recorded. */
const patienceMs = 250;

/** What is recorded of a refusal; null for an answer, and for a question without anything to look for. */
export function toRefused(
  { reason, nearest }: Answer,
  asked: Pick<RefusedQuestion, 'question' | 'lane' | 'documentId' | 'index'>,
): RefusedQuestion | null {
  return reason === null || reason === 'empty-question' ? null : { ...asked, reason, nearest: toPlaces(nearest) };
}

export function toPlaces(nearest: Answer['nearest']): MissedPlace[] {
  return nearest.map(({ text, document }) => ({ text, title: document.title || document.path, path: document.path }));
}

/** Records a refused question, usually before its answer is sent. Never throws, and never takes long. */
export async function recordMiss(refused: RefusedQuestion, { place, services, log }: RecordingRequest): Promise<void> {
  const { store } = services;
  const { guildId } = place;
  const recording = store
    .hashPerson(place.userId)
    .then((person) =>
      store.misses.record({ ...refused, guildId, placeId: rowIdOf(place, services), person, downVote: null }),
    )
    .catch((error: unknown) => {
      log.error(describeFailure(error), 'missed question could not be recorded');
    });
  await withinTime(recording, patienceMs, undefined);
}

/**
 * Takes a question back that was meant otherwise: of the person it is no missed one any longer. Who waited for it waits for the one that was
 * meant, if that is missed too. Never throws, and never takes long.
 */
export async function replaceMiss(
  written: MissKey,
  meant: MissKey,
  { source, place, services: { store }, log }: RecordingRequest & Pick<Request<BaseInteraction>, 'source'>,
): Promise<void> {
  const replace = async (): Promise<void> => {
    const { userId } = place;
    const person = await store.hashPerson(userId);
    const isWaiting = await store.misses.retract(written, person);
    const missId = isWaiting ? await store.misses.findId(meant) : null;
    if (missId !== null) await store.misses.optIn(missId, person, userId, source.locale, placeIdsOf(place));
  };
  const replacing = replace().catch((error: unknown) => {
    log.error(describeFailure(error), 'corrected question could not be taken back');
  });
  await withinTime(replacing, patienceMs, undefined);
}
