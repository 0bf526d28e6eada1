import { stat } from 'node:fs/promises';
import path from 'node:path';
import type {
  Actor,
  FailureKind,
  FetchedFrom,
  Origin,
  RefreshState,
  ShelvedSource,
  SourceReading,
  SourceState,
  TrailAction,
  TrailEntry,
} from './shelved-source.js';

/** What is kept of a source beside its bytes. */
export interface ShelfRecord {
  readonly id: string;
  readonly name: string;
  readonly collection: string;
  readonly serverId: string | null;
  readonly origin: Origin;
  /** Where its bytes are still to be fetched from, or again; null where they have come along. */
  readonly address: string | null;
  readonly state: SourceState['kind'];
  readonly failure: { readonly problem: FailureKind; readonly reason: string } | null;
  /** Of a removed one: until when it can be undone. */
  readonly untilMs: number;
  /** Where in the corpus folder it is, is to be or was. */
  readonly path: string | null;
  /** What is still to be done with its file, whatever its state says already. */
  readonly moving: 'in' | 'out' | 'replace' | null;
  /** The process that is at work on it. */
  readonly owner: string | null;
  /** SHA-256 of its bytes; empty before they are there. */
  readonly digest: string;
  readonly bytes: number;
  readonly reading: SourceReading | null;
  readonly fetched: FetchedFrom | null;
  readonly refresh: RefreshState | null;
  readonly addedAtMs: number;
  readonly changedAtMs: number;
  readonly trail: readonly TrailEntry[];
}

/** The files of a record: its bytes while it is not in use, and those that are to replace its file. */
export const originalFile = 'original';
export const incomingFile = 'incoming';

const stateKinds: readonly SourceState['kind'][] = [
  'queued',
  'reading',
  'ready',
  'failed',
  'in-use',
  'removed',
  'discarded',
];

/** As many entries of a trail are kept, the first among them. */
const maxTrail = 100;

/** A record with one more entry in its trail. */
export function withTrail(record: ShelfRecord, action: TrailAction, actor: Actor | null, atMs: number): ShelfRecord {
  const by = actor?.kind === 'member' ? { person: actor.person, name: actor.name } : null;
  const trail = [...record.trail, { action, atMs, by }];
  const kept = trail.length > maxTrail ? [...trail.slice(0, 1), ...trail.slice(1 - maxTrail)] : trail;
  return { ...record, trail: kept, changedAtMs: atMs };
}

/** Whether no other source may have a record's path: its file is there, or on its way in or out. */
export function holdsPath({ state, moving, path: own }: ShelfRecord): boolean {
  return own !== null && (state === 'in-use' || moving !== null);
}

/** Whether a value can be a record: what a file has that was damaged or written by hand is not believed. */
export function isShelfRecord(value: object): boolean {
  const { id, name, collection, state, path: own = null, origin, trail } = value as Partial<Record<string, unknown>>;
  return (
    [id, name, collection].every((field) => typeof field === 'string') &&
    stateKinds.includes(state as SourceState['kind']) &&
    typeof origin === 'object' &&
    origin !== null &&
    Array.isArray(trail) &&
    (own === null || (typeof own === 'string' && isBelow(own)))
  );
}

/** Whether a path, with `/` between folders, leads to a file of the corpus folder. */
function isBelow(file: string): boolean {
  return file !== '' && !path.isAbsolute(file) && !/(?:^|\/)\.{0,2}(?:\/|$)/.test(file);
}

/** Whether somebody may see a source at all. */
export function maySee({ serverId, state }: Pick<ShelfRecord, 'serverId' | 'state'>, actor: Actor): boolean {
  return actor.kind === 'operator' || serverId === actor.serverId || (serverId === null && state === 'in-use');
}

/** Whether somebody may do something with it. */
export function mayChange({ serverId }: Pick<ShelfRecord, 'serverId'>, actor: Actor): boolean {
  return actor.kind === 'operator' || serverId === actor.serverId;
}

/** A record as others see it; of what the operator has added a member sees no trail. */
export async function showRecord(record: ShelfRecord, corpusDir: string, actor: Actor): Promise<ShelvedSource> {
  const { id, name, collection, serverId, origin, reading, fetched, refresh, addedAtMs, trail } = record;
  return {
    id,
    name,
    path: record.state === 'in-use' ? record.path : null,
    collection,
    serverId,
    origin,
    state: await showState(record, corpusDir),
    reading,
    fetched,
    refresh: record.state === 'in-use' ? refresh : null,
    addedAtMs,
    trail: mayChange(record, actor) ? trail : [],
  };
}

async function showState(record: ShelfRecord, corpusDir: string): Promise<SourceState> {
  const { state, failure, untilMs, moving } = record;
  if (state === 'failed') {
    return {
      kind: state,
      problem: failure?.problem ?? 'unreadable',
      reason: failure?.reason ?? 'it could not be read',
    };
  }
  if (state === 'removed') return { kind: state, untilMs, ...(record.path !== null && { path: record.path }) };
  if (state !== 'in-use') return { kind: state };
  const isMissing = moving === null && !(await isFile(path.join(corpusDir, record.path ?? '')));
  return { kind: state, isMissing };
}

export async function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
}
