import { VerbatimError } from '../../core/errors.js';
import type { RunningSettings } from '../settings.js';
import type { ShelfRecord } from './shelf-record.js';
import type { ShelfRecords } from './shelf-records.js';
import type { SourceReading } from './shelved-source.js';
import { inMegabytes } from './take-in.js';

export interface ShelfLimits {
  /** Bytes of one file, after it is unpacked on its way. Default 25 MB. */
  readonly fileBytes: number;
  /** Bytes of all sources of one server that are not discarded. Default 500 MB. */
  readonly serverBytes: number;
  /** Number of these. Default 500. */
  readonly serverSources: number;
  /** Sentences of one source that a server puts in; with many more, everybody would wait for the index. Default 50,000. */
  readonly sourceSentences: number;
}

/** Why what was read of a source may not be kept, as the end of a sentence; null where it may. */
export type RefuseReading = (
  record: Pick<ShelfRecord, 'serverId'>,
  reading: Pick<SourceReading, 'sentences'>,
) => string | null;

export const shelfLimits: ShelfLimits = {
  fileBytes: 25 * 1024 * 1024,
  serverBytes: 500 * 1024 * 1024,
  serverSources: 500,
  sourceSentences: 50_000,
};

/** The limits by the settings. */
export function limitsOf({
  libraryFiles,
  libraryMb,
}: Pick<RunningSettings, 'libraryFiles' | 'libraryMb'>): ShelfLimits {
  return { ...shelfLimits, serverSources: libraryFiles, serverBytes: libraryMb * 1024 * 1024 };
}

/** Throws `bad-input` where a server has as much as it may have already. The operator may have any. */
export async function refuseTooMany(records: ShelfRecords, record: ShelfRecord, limits: ShelfLimits): Promise<void> {
  const { serverSources, serverBytes } = limits;
  const others = await listOthers(records, record);
  if (record.serverId !== null && others.length >= serverSources) {
    const problem = `There are ${serverSources} sources of this server already, as many as there may be`;
    throw new VerbatimError('bad-input', {
      problem,
      advice: 'Discard some first; what was taken out counts for a week',
    });
  }
  const refusal = judgeSize(record, others, serverBytes);
  if (refusal !== null)
    throw new VerbatimError('bad-input', { problem: '{subject}: ' + refusal, subject: record.name });
}

/** Why a source of this size may not be kept, as the end of a sentence; null where it may. */
export async function refuseSize(
  records: ShelfRecords,
  record: ShelfRecord,
  { serverBytes }: ShelfLimits,
): Promise<string | null> {
  return judgeSize(record, await listOthers(records, record), serverBytes);
}

function judgeSize(record: ShelfRecord, others: readonly ShelfRecord[], serverBytes: number): string | null {
  if (record.serverId === null) return null;
  const used = others.reduce((sum, { bytes }) => sum + bytes, 0);
  if (used + record.bytes <= serverBytes) return null;
  const free = Math.max(0, Math.floor((serverBytes - used) / 1024 / 1024));
  return `there is room for ${free} MB more of the ${inMegabytes(serverBytes)} MB that this server may have, and it has ${inMegabytes(record.bytes)} MB`;
}

/** By the number of sentences. The operator may put in any. */
export function refuseReadingBy({ sourceSentences }: ShelfLimits): RefuseReading {
  return ({ serverId }, { sentences }) =>
    serverId === null || sentences <= sourceSentences
      ? null
      : `it has ${sentences.toLocaleString('en')} sentences, and a text that a server puts in may have ${sourceSentences.toLocaleString('en')}: split it into parts`;
}

async function listOthers(records: ShelfRecords, { id, serverId }: ShelfRecord): Promise<ShelfRecord[]> {
  const all = serverId === null ? [] : await records.all();
  return all.filter((other) => other.serverId === serverId && other.id !== id && other.state !== 'discarded');
}
