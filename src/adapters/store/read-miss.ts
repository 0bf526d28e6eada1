import { lanes } from '../../core/labelling/labels.js';
import type { Miss, MissAnswer, MissedPlace, MissReason } from '../../core/misses/miss-store.js';
import type { PersonHash } from '../../core/people/person.js';
import type { SqlRow } from './dialect.js';
import { readNumber, readOptionalNumber, readOptionalText, readText } from './read-row.js';

/** Selects misses with what their askings since the first `?` add up to; what follows is a condition on `misses`. */
export function selectMisses(condition: string): string {
  return `SELECT misses.*, count(askings.id) AS askings, json_group_array(DISTINCT askings.person) AS people,
      json_group_array(DISTINCT askings.reason) AS reasons, json_group_array(DISTINCT askings.mark) AS marks,
      coalesce(min(askings.at), 0) AS first_at, coalesce(max(askings.at), 0) AS last_at,
      EXISTS (SELECT 1 FROM opt_ins WHERE miss_id = misses.id) AS is_awaited
    FROM misses LEFT JOIN askings ON miss_id = misses.id AND at >= ?
    WHERE ${condition}
    GROUP BY misses.id`;
}

export function readMiss(row: SqlRow): Miss {
  const lane = readOptionalText(row, 'lane');
  const state = readText(row, 'state');
  const answer = readOptionalText(row, 'answer');
  return {
    id: readNumber(row, 'id'),
    guildId: readOptionalText(row, 'guild_id'),
    question: readText(row, 'question'),
    lane: lanes.find((each) => each === lane) ?? null,
    documentId: readOptionalText(row, 'document_id'),
    placeId: readOptionalText(row, 'place_id'),
    state: state === 'answered' || state === 'dismissed' ? state : 'open',
    nearest: JSON.parse(readText(row, 'nearest')) as MissedPlace[], // the JSON is this adapter's own
    index: readText(row, 'index_version'),
    embedding: readEmbedding(row),
    askings: readNumber(row, 'askings'),
    people: readList(row, 'people') as PersonHash[],
    firstAtMs: readNumber(row, 'first_at'),
    lastAtMs: readNumber(row, 'last_at'),
    reasons: readList(row, 'reasons') as MissReason[],
    downVoted: readList(row, 'marks'),
    isAwaited: readNumber(row, 'is_awaited') === 1,
    answer: answer === null ? null : (JSON.parse(answer) as MissAnswer),
    leaderId: readOptionalNumber(row, 'leader_id'),
  };
}

function readList(row: SqlRow, column: string): string[] {
  const values = JSON.parse(readText(row, column)) as (string | null)[];
  return values.filter((value) => value !== null);
}

function readEmbedding(row: SqlRow): Miss['embedding'] {
  const model = readOptionalText(row, 'model');
  const bytes = row['vector'];
  if (model === null || !(bytes instanceof Uint8Array)) return null;
  const vector = new Float32Array(bytes.byteLength / Float32Array.BYTES_PER_ELEMENT);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let i = 0; i < vector.length; i++) vector[i] = view.getFloat32(i * Float32Array.BYTES_PER_ELEMENT, true);
  return { model, vector };
}

/** The bytes that `readMiss` reads a vector from. */
export function writeVector(vector: Float32Array): Uint8Array {
  const bytes = new Uint8Array(vector.length * Float32Array.BYTES_PER_ELEMENT);
  const view = new DataView(bytes.buffer);
  for (const [i, value] of vector.entries()) view.setFloat32(i * Float32Array.BYTES_PER_ELEMENT, value, true);
  return bytes;
}
