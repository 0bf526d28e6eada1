import { setImmediate } from 'node:timers/promises';
import { groupQuestions, type MissedQuestion } from '../../core/misses/group-questions.js';
import { compareGroups, makeMissGroup, type MissGroup } from '../../core/misses/miss-group.js';
import type { Miss, Misses } from '../../core/misses/miss-store.js';
import type { OpenIndex } from './open-index.js';

const embeddingsPerWrite = 50;

/**
 * What asks for the same in one guild under one filter, in the order of `compareGroups`. Gives way to all else after each question: two thousand
 * at once would keep everybody waiting for seconds.
 */
export async function groupMisses(misses: readonly Miss[], library: OpenIndex, store: Misses): Promise<MissGroup[]> {
  const vectors = await embedMisses(misses, library, store);
  const groups: MissGroup[] = [];
  for (const partition of partitionMisses(misses)) {
    const questions: (MissedQuestion & { readonly miss: Miss })[] = [];
    for (const miss of partition) {
      const vector = vectors.get(miss.id);
      if (!vector) continue;
      await setImmediate();
      questions.push({ miss, vector, meaning: library.readMeaning(miss.question) });
    }
    for (const members of await groupQuestions(questions, setImmediate)) {
      const [first, ...others] = members.flatMap((number) => questions[number]?.miss ?? []);
      if (first) groups.push(makeMissGroup([first, ...others]));
    }
  }
  return groups.sort(compareGroups);
}

/** The embeddings by the model in use; those that are missing or of another model are made and kept. */
async function embedMisses(
  misses: readonly Miss[],
  library: OpenIndex,
  store: Misses,
): Promise<Map<number, Float32Array>> {
  const model = library.manifest.model.checksum;
  const vectors = new Map<number, Float32Array>();
  let made: { id: number; model: string; vector: Float32Array }[] = [];
  const save = async (): Promise<void> => {
    await store.saveEmbeddings(made);
    made = [];
  };
  for (const { id, question, embedding } of misses) {
    if (embedding?.model === model) {
      vectors.set(id, embedding.vector);
      continue;
    }
    await setImmediate();
    const vector = await library.embedQuestion(question);
    vectors.set(id, vector);
    made.push({ id, model, vector });
    if (made.length >= embeddingsPerWrite) await save();
  }
  await save();
  return vectors;
}

/** Questions of different guilds or places, or under different filters, are never the same. */
function partitionMisses(misses: readonly Miss[]): Miss[][] {
  const partitions = new Map<string, Miss[]>();
  for (const miss of misses) {
    const key = [miss.guildId, miss.placeId, miss.lane, miss.documentId].join(':');
    const own = partitions.get(key);
    if (own) own.push(miss);
    else partitions.set(key, [miss]);
  }
  return [...partitions.values()];
}
