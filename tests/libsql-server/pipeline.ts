import type { InValue, ResultSet } from '@libsql/client';
import type { SqlStream } from './sql-stream.js';

type WireValue =
  | { type: 'null' }
  | { type: 'integer'; value: string }
  | { type: 'float'; value: number }
  | { type: 'text'; value: string }
  | { type: 'blob'; base64: string };

interface WireStatement {
  sql?: string;
  sql_id?: number;
  args: WireValue[];
}

type Condition =
  | { type: 'ok' | 'error'; step: number }
  | { type: 'not'; cond: Condition }
  | { type: 'and' | 'or'; conds: Condition[] }
  | { type: 'is_autocommit' };

interface WireBatch {
  steps: { condition?: Condition; stmt: WireStatement }[];
}

type StreamRequest =
  | { type: 'close' | 'get_autocommit' }
  | { type: 'execute'; stmt: WireStatement }
  | { type: 'batch'; batch: WireBatch }
  | { type: 'store_sql'; sql_id: number; sql: string }
  | { type: 'close_sql'; sql_id: number };

export interface PipelineRequest {
  baton?: string | null;
  requests: StreamRequest[];
}

interface WireError {
  message: string;
  code: string;
}

/** Carries out the requests of one pipeline in order; one that fails does not keep the others from being tried. */
export async function runPipeline(stream: SqlStream, requests: readonly StreamRequest[]): Promise<unknown[]> {
  const results: unknown[] = [];
  for (const request of requests) {
    try {
      results.push({ type: 'ok', response: { type: request.type, ...(await runRequest(stream, request)) } });
    } catch (error) {
      results.push({ type: 'error', error: toWireError(error) });
    }
  }
  return results;
}

async function runRequest(stream: SqlStream, request: StreamRequest): Promise<object> {
  switch (request.type) {
    case 'close':
      await stream.close();
      return {};
    case 'get_autocommit':
      return { is_autocommit: stream.isAutocommit };
    case 'store_sql':
      stream.texts.set(request.sql_id, request.sql);
      return {};
    case 'close_sql':
      stream.texts.delete(request.sql_id);
      return {};
    case 'execute':
      return { result: await runStatement(stream, request.stmt) };
    case 'batch':
      return { result: await runBatch(stream, request.batch) };
  }
}

async function runBatch(stream: SqlStream, { steps }: WireBatch): Promise<object> {
  const results: (object | null)[] = [];
  const errors: (WireError | null)[] = [];
  const holds = (condition: Condition): boolean => {
    switch (condition.type) {
      case 'ok':
        return (results[condition.step] ?? null) !== null;
      case 'error':
        return (errors[condition.step] ?? null) !== null;
      case 'not':
        return !holds(condition.cond);
      case 'and':
        return condition.conds.every(holds);
      case 'or':
        return condition.conds.some(holds);
      case 'is_autocommit':
        return stream.isAutocommit;
    }
  };
  for (const { condition, stmt } of steps) {
    let result: object | null = null;
    let failure: WireError | null = null;
    if (condition === undefined || holds(condition)) {
      try {
        result = await runStatement(stream, stmt);
      } catch (error) {
        failure = toWireError(error);
      }
    }
    results.push(result);
    errors.push(failure);
  }
  return { step_results: results, step_errors: errors };
}

async function runStatement(stream: SqlStream, { sql, sql_id, args }: WireStatement): Promise<object> {
  const text = sql ?? (sql_id === undefined ? undefined : stream.texts.get(sql_id));
  if (text === undefined) throw Object.assign(new Error('no SQL given'), { code: 'SQL_NO_STATEMENT' });
  return toWireResult(await stream.execute(text, args.map(fromWireValue)));
}

function toWireResult({ columns, columnTypes, rows, rowsAffected, lastInsertRowid }: ResultSet): object {
  return {
    cols: columns.map((name, i) => ({ name, decltype: columnTypes[i] ?? null })),
    rows: rows.map((row) => columns.map((_, i) => toWireValue(row[i] ?? null))),
    affected_row_count: rowsAffected,
    last_insert_rowid: lastInsertRowid === undefined ? null : String(lastInsertRowid),
  };
}

function toWireValue(value: InValue): WireValue {
  if (value === null) return { type: 'null' };
  if (typeof value === 'bigint') return { type: 'integer', value: String(value) };
  if (typeof value === 'number') return { type: 'float', value };
  if (value instanceof ArrayBuffer) return { type: 'blob', base64: Buffer.from(value).toString('base64') };
  if (typeof value === 'string') return { type: 'text', value };
  throw new TypeError('the database gave a value of an unknown kind');
}

function fromWireValue(value: WireValue): InValue {
  switch (value.type) {
    case 'null':
      return null;
    case 'integer':
      return BigInt(value.value);
    case 'blob':
      return new Uint8Array(Buffer.from(value.base64, 'base64'));
    case 'float':
    case 'text':
      return value.value;
  }
}

function toWireError(error: unknown): WireError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN';
  return { message: error instanceof Error ? error.message : String(error), code };
}
