import { access } from 'node:fs/promises';
import { applyOverrides } from '../../core/overrides/apply-overrides.js';
import type { LabelOverride } from '../../core/overrides/label-override.js';
import type { SearchIndex } from '../../core/search/search-index.js';
import type { LabelReviews } from '../../core/overrides/label-reviews.js';
import { addressOf } from '../store/open-store.js';
import { giveWay } from '../give-way.js';
import { withinTime } from '../within-time.js';
import type { StoreSettings } from '../settings.js';

/** The index with the labels that moderators have set; what does not depend on labels is shared, not made again. */
export async function overlayLabels(index: SearchIndex, overrides: readonly LabelOverride[]): Promise<SearchIndex> {
  const documents =
    overrides.length === 0 ? index.documents : await giveWay(applyOverrides(index.documents, overrides));
  return documents === index.documents ? index : index.relabel(documents);
}

/**
 * The overrides in force, for a program that has no store of its own; none, and no store is made, where there is none yet.
 * Throws `store-failed` for one that cannot be read.
 */
export async function readStoredOverrides(settings: StoreSettings): Promise<readonly LabelOverride[]> {
  const address = addressOf(settings);
  if (address.kind === 'file' && !(await exists(address.file))) return [];
  const [{ openDatabase }, { readOverrides }] = await Promise.all([
    import('../../adapters/store/open-database.js'), // a native module that most runs of the terminal can do without
    import('../../adapters/store/sql-label-reviews.js'),
  ]);
  const database = await openDatabase(address);
  try {
    return await readOverrides(database);
  } finally {
    database.close();
  }
}

/** As `readStoredOverrides`, but a store that cannot be read is told as a notice, and the labels are the labeller's then. */
export async function tryStoredOverrides(
  settings: StoreSettings,
  onNotice: (notice: string) => void,
): Promise<readonly LabelOverride[]> {
  try {
    return await readStoredOverrides(settings);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    onNotice(`Labels set by moderators are not shown: ${detail}`);
    return [];
  }
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

const lookEveryMs = 1_000;
/** Nobody waits longer than this for a store that does not answer; the labels known before are used. */
const waitAtMostMs = 1_500;

/** The overrides in force as this process knows them, kept up to date with a store that other processes write to as well. */
export class OverrideWatch {
  private known: readonly LabelOverride[] = [];
  private revision = '';
  private lookedAtMs = -Infinity;
  private looking: Promise<void> | null = null;

  constructor(
    private readonly reviews: Pick<LabelReviews, 'listOverrides' | 'overridesRevision'>,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  /** Another list whenever others are in force. */
  get current(): readonly LabelOverride[] {
    return this.known;
  }

  /** Looks whether others are in force by now; at most once a second unless `now` is set. Never throws. */
  async refresh(now = false): Promise<void> {
    if (!now && performance.now() - this.lookedAtMs < lookEveryMs) return;
    if (now) await this.looking; // what was written since may have escaped it
    this.looking ??= this.look().finally(() => {
      this.looking = null;
    });
    await withinTime(this.looking, waitAtMostMs, undefined);
  }

  private async look(): Promise<void> {
    this.lookedAtMs = performance.now();
    try {
      const revision = await this.reviews.overridesRevision();
      if (revision === this.revision) return;
      this.known = await this.reviews.listOverrides();
      this.revision = revision;
    } catch (error) {
      this.onFailure(error);
    }
  }
}
