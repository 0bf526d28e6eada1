import path from 'node:path';
import { FetchFailure } from '../../adapters/fetch/fetch-failure.js';
import { digestFile } from '../../adapters/index/file-digest.js';
import { sha256 } from '../../adapters/index/index-folder.js';
import { endingOf } from '../../core/formats/tell-ending.js';
import type { FileMover } from './move-files.js';
import type { Obtained, SourceFetcher } from './obtain-source.js';
import type { PreviewFile } from './preview-process.js';
import type { Preview } from './read-preview.js';
import { keepFile } from './reading-queue.js';
import type { RefuseReading } from './server-limits.js';
import { incomingFile, withTrail, type ShelfRecord } from './shelf-record.js';
import type { ShelfRecords } from './shelf-records.js';
import type { FailureKind, RefreshOutcome, RefreshState, SourceReading } from './shelved-source.js';

const dayMs = 86_400_000;
/** Nor by a person's wish is a link looked at sooner again. */
const leastPauseMs = 600_000;
const leaseMs = 3_600_000;

interface RefresherParts {
  readonly records: ShelfRecords;
  readonly mover: FileMover;
  readonly fetcher: SourceFetcher;
  readonly corpusDir: string;
  readonly now: () => number;
  readonly onChange: (record: ShelfRecord) => void;
  readonly preview: PreviewFile;
  readonly refuseReading: RefuseReading;
  readonly signal: AbortSignal;
}

/** Looks whether the originals of links in use have changed, and puts what is new in their place. */
export class LinkRefresher {
  constructor(private readonly parts: RefresherParts) {}

  /** Of all links in use those that are due. */
  async listDue(): Promise<string[]> {
    const due = (await this.parts.records.all()).filter((record) => this.isDue(record));
    return due.map(({ id }) => id);
  }

  /** Looks at one link, if it is due or a person wishes it; the text before stays in use whatever goes wrong. */
  async refresh(id: string, isWished: boolean): Promise<RefreshOutcome> {
    const { records, now, onChange, signal } = this.parts;
    const seen = await records.read(id);
    if (seen?.state !== 'in-use' || !isLink(seen)) return 'no-link';
    // Nobody else looks meanwhile; who is killed while looking, looks again in an hour.
    const untilMs = now() + leaseMs;
    const leased = await records.update(id, (record) =>
      (isWished ? this.mayWish(record) : this.isDue(record)) ? setRefresh(record, { dueAtMs: untilMs }) : null,
    );
    if (!leased?.isChanged) return 'not-yet';
    const { outcome, state } = await this.look(leased.record).catch((error: unknown) => {
      if (signal.aborted) return { outcome: 'not-yet' as const, state: { dueAtMs: now() } };
      const failure = error instanceof FetchFailure ? error : unexpected(error);
      return { outcome: 'failed' as const, state: this.fail(failure.problem, failure.reason) };
    });
    const settled = await records.update(id, (record) => setRefresh(record, state));
    if (settled && outcome !== 'not-yet') onChange(settled.record);
    return outcome;
  }

  private isDue(record: ShelfRecord): boolean {
    return record.state === 'in-use' && isLink(record) && (record.refresh?.dueAtMs ?? 0) <= this.parts.now();
  }

  private mayWish({ state, refresh }: ShelfRecord): boolean {
    return state === 'in-use' && (refresh?.lastAtMs ?? 0) + leastPauseMs <= this.parts.now();
  }

  private async look(
    record: ShelfRecord,
  ): Promise<{ readonly outcome: RefreshOutcome; readonly state: Partial<RefreshState> }> {
    const { records, fetcher, corpusDir, signal } = this.parts;
    const { id, address, fetched, name } = record;
    const file = path.join(corpusDir, record.path ?? '');
    if (!address || !fetched) return { outcome: 'no-link', state: {} };
    if ((await digestFile(file))?.sha256 !== record.digest)
      return { outcome: 'failed', state: this.fail('edited', 'its file was changed or taken away by hand') };
    const found = await fetcher.fetchAgain(address, fetched, signal);
    const { changed, refresh } = found;
    if (!changed || sha256(changed.bytes) === record.digest) {
      await records.update(id, (one) => (one.digest === record.digest ? { ...one, fetched: found.fetched } : null));
      return { outcome: 'unchanged', state: refresh };
    }
    if (endingOf(changed.name) !== endingOf(name)) throw new FetchFailure('type', 'it is another kind of file now');
    await keepFile(records.fileOf(id, incomingFile), changed.bytes);
    const read = await this.parts.preview(records.fileOf(id, incomingFile), name, signal);
    if (read.kind === 'refused') return { outcome: 'failed', state: this.fail('unreadable', read.reason) };
    const tooLong = this.parts.refuseReading(record, read.preview);
    if (tooLong !== null) throw new FetchFailure('too-large', tooLong);
    const doubt = doubtOf(record.reading, read.preview);
    if (doubt !== null) return { outcome: 'failed', state: this.fail('doubtful', `${doubt}; ${useAllTheSame}`) };
    const isReplaced = await this.replace(record, changed, { ...read.preview, sameAs: null });
    return isReplaced ? { outcome: 'changed', state: refresh } : { outcome: 'not-yet', state: {} };
  }

  /** Puts other bytes in the place of the file, unless something else has become of it meanwhile. */
  private async replace(record: ShelfRecord, { bytes, fetched }: Obtained, reading: SourceReading): Promise<boolean> {
    const { records, mover, now } = this.parts;
    const claimed = await records.claim(record.id, (one) =>
      one.state !== 'in-use' || one.moving !== null || one.digest !== record.digest
        ? null
        : withTrail(
            { ...one, moving: 'replace', digest: sha256(bytes), bytes: bytes.length, reading, fetched },
            'change',
            null,
            now(),
          ),
    );
    if (!claimed) return false;
    // What cannot be written now is written later: the record says so.
    const { moving } = await mover.carryOut(claimed).catch(async (error: unknown) => {
      await records.release(record.id, (one) => one);
      throw error;
    });
    await records.release(record.id, (one) => ({ ...one, moving }));
    return true;
  }

  private fail(problem: FailureKind, reason: string): RefreshState {
    const lastAtMs = this.parts.now();
    return { lastAtMs, dueAtMs: lastAtMs + dayMs, problem: { problem, reason } };
  }
}

const useAllTheSame = 'if that is right, remove it and add it again';
/** How pages are called that stand before the one that was asked for. */
const gateTitle =
  /\b(?:log ?[io]n|sign ?in|anmelde\w*|anmeldung|einloggen|access denied|forbidden|captcha|just a moment|are you (?:a )?(?:human|robot)|not found|unavailable)\b/i;

/** Why what is at a link now is hardly the text that is in use, as the end of a sentence; null for no reason. */
function doubtOf(before: SourceReading | null, now: Preview): string | null {
  if (before === null) return null;
  if (now.title !== before.title && gateTitle.test(now.title) && !gateTitle.test(before.title))
    return `another page is there now, called "${now.title.slice(0, 80)}"`;
  if (now.sentences * 3 >= before.sentences) return null;
  return `of ${before.sentences} sentences ${now.sentences} are left there`;
}

function setRefresh(record: ShelfRecord, change: Partial<RefreshState>): ShelfRecord {
  return { ...record, refresh: { dueAtMs: 0, lastAtMs: 0, problem: null, ...record.refresh, ...change } };
}

function isLink({ origin }: ShelfRecord): boolean {
  return origin.kind === 'link';
}

function unexpected(error: unknown): { problem: FailureKind; reason: string } {
  return { problem: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
}
