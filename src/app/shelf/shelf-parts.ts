import { publicNetwork, type Network } from '../../adapters/fetch/network.js';
import type { Settings, StoreSettings } from '../settings.js';
import { FolderSources } from './folder-sources.js';
import { LinkRefresher } from './link-refresher.js';
import { FileMover } from './move-files.js';
import { SourceFetcher } from './obtain-source.js';
import { previewFile, type PreviewFile } from './preview-process.js';
import { ReadingQueue } from './reading-queue.js';
import { refuseReadingBy, refuseSize, shelfLimits, type ShelfLimits } from './server-limits.js';
import { ShelfRecords } from './shelf-records.js';
import { showRecord, type ShelfRecord } from './shelf-record.js';
import { ShelfUpkeep } from './shelf-upkeep.js';
import type { Actor, ShelvedSource } from './shelved-source.js';

export interface ShelfOptions {
  readonly settings: Pick<Settings, 'corpusDir'> & Pick<StoreSettings, 'dataDir'>;
  /** How names are resolved and which addresses may be connected to; the system's way and public ones unless a test says otherwise. */
  readonly network?: Network;
  /** Least time between two requests to a host. Default 1,000. */
  readonly pauseMs?: number;
  readonly limits?: Partial<ShelfLimits>;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** How files are read before they are in use; in a process of their own unless a test says otherwise. */
  readonly preview?: PreviewFile;
  /** Hears what goes wrong in the background. */
  readonly onFailure?: (error: unknown) => void;
  /** Hears of each source whose state has changed in this process, also by itself, as when a refreshed link has another text. */
  readonly onChange?: (source: ShelvedSource) => void;
}

/** Whoever may see all. */
export const operator: Actor = { kind: 'operator' };

export interface ShelfParts {
  readonly corpusDir: string;
  readonly network: Network;
  readonly limits: ShelfLimits;
  readonly now: () => number;
  readonly onFailure: (error: unknown) => void;
  readonly records: ShelfRecords;
  readonly files: FolderSources;
  readonly mover: FileMover;
  readonly upkeep: ShelfUpkeep;
  readonly queue: ReadingQueue;
  readonly refresher: LinkRefresher;
}

/** Puts the parts of a shelf together; `signal` stops what they do in the background. */
export function wireShelf(options: ShelfOptions, signal: AbortSignal): ShelfParts {
  const {
    settings,
    network = publicNetwork,
    preview = previewFile,
    pauseMs = 1_000,
    now = Date.now,
    onFailure = () => undefined,
    onChange,
  } = options;
  const { corpusDir, dataDir } = settings;
  const limits = { ...shelfLimits, ...options.limits };
  const records = new ShelfRecords(dataDir);
  const parts = {
    corpusDir,
    network,
    limits,
    now,
    onFailure,
    signal,
    preview,
    records,
    files: new FolderSources(corpusDir, records),
    mover: new FileMover(records, corpusDir),
    fetcher: new SourceFetcher({ network, maxBytes: limits.fileBytes, pauseMs, now }),
    onChange: (record: ShelfRecord): void => {
      if (onChange) void showRecord(record, corpusDir, operator).then(onChange).catch(onFailure);
    },
    refuseSize: (record: ShelfRecord) => refuseSize(records, record, limits),
    refuseReading: refuseReadingBy(limits),
  };
  return {
    ...parts,
    upkeep: new ShelfUpkeep(parts),
    queue: new ReadingQueue(parts),
    refresher: new LinkRefresher(parts),
  };
}
