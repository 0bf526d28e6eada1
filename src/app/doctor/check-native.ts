import { findMissingGraph } from '../../adapters/index/hnsw-vector-index.js';
import { VerbatimError } from '../../core/errors.js';
import { graphLimit } from '../indexing/build-graph.js';
import type { StoreSettings } from '../settings.js';
import { addressOf } from '../store/open-store.js';
import { failWith, pass, warn, type Finding } from './finding.js';

/** Whether the parts that are compiled for one kind of machine are there; the first of them can be done without. */
export async function checkNativeParts(settings: StoreSettings): Promise<Finding[]> {
  return [checkGraphs(), ...(await checkStoreClient(settings))];
}

function checkGraphs(): Finding {
  const missing = findMissingGraph();
  if (!missing) return pass('vector index', 'hnswlib-node can be used');
  const from = graphLimit.toLocaleString('en');
  return warn(
    'vector index',
    `hnswlib-node cannot be used (${missing.reason}): from ${from} sentences on a question takes longer`,
    `Install Python 3 and a C++ compiler, then run "${missing.cure}".`,
  );
}

/** Says nothing where all is well: the check of the store does. */
async function checkStoreClient(settings: StoreSettings): Promise<Finding[]> {
  const address = addressOf(settings);
  if (address.kind === 'postgres') return [];
  try {
    const { loadClient } = await import('../../adapters/store/libsql-client.js');
    loadClient(address);
    return [];
  } catch (error) {
    return error instanceof VerbatimError ? [failWith('store', error)] : [];
  }
}
