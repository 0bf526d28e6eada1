import type { IncomingMessage, ServerResponse } from 'node:http';

/** A file of a multipart request. */
export interface UploadedFile {
  /** Field of the form, such as `files[0]`. */
  field: string;
  name: string;
  type: string;
  size: number;
  bytes: Uint8Array;
}

export interface ParsedBody {
  /** The JSON, undefined when there was none. */
  body: unknown;
  files: UploadedFile[];
}

export interface Answer {
  status: number;
  /** JSON; undefined sends no body. */
  body?: unknown;
  headers?: Record<string, string>;
}

/** Reads JSON or multipart/form-data with `payload_json`. */
export async function readBody(request: IncomingMessage): Promise<ParsedBody> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return readForm(bytes, type);
  if (bytes.length === 0) return { body: undefined, files: [] };
  const body: unknown = JSON.parse(bytes.toString('utf8'));
  return { body, files: [] };
}

async function readForm(bytes: Buffer, type: string): Promise<ParsedBody> {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- meant for servers with large uploads; these are tests
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  const files: UploadedFile[] = [];
  let body: unknown;
  for (const [field, value] of form) {
    if (typeof value === 'string') {
      if (field === 'payload_json') body = JSON.parse(value);
    } else {
      const bytes = new Uint8Array(await value.arrayBuffer());
      files.push({ field, name: value.name, type: value.type, size: value.size, bytes });
    }
  }
  return { body, files };
}

/** Sends an answer; only one with a body carries a content type, since discord.js parses whatever claims to be JSON. */
export function writeAnswer(response: ServerResponse, bucket: string, { status, body, headers }: Answer): void {
  const limits = {
    'x-ratelimit-limit': '1000',
    'x-ratelimit-remaining': '999',
    'x-ratelimit-reset': (Date.now() / 1000 + 1).toFixed(3),
    'x-ratelimit-reset-after': '1.000',
    'x-ratelimit-bucket': Buffer.from(bucket).toString('hex').slice(0, 32),
  };
  if (body === undefined) {
    response.writeHead(status, { ...limits, ...headers }).end();
    return;
  }
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const contentType = typeof body === 'string' ? 'text/html' : 'application/json';
  response.writeHead(status, { ...limits, 'content-type': contentType, ...headers }).end(text);
}
