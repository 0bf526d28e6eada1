import { randomBytes } from 'node:crypto';
import { readAddress } from '../../adapters/fetch/check-address.js';
import { FetchFailure } from '../../adapters/fetch/fetch-failure.js';
import type { Network } from '../../adapters/fetch/network.js';
import { sha256 } from '../../adapters/index/index-folder.js';
import { VerbatimError } from '../../core/errors.js';
import { headBytes, tellEnding } from '../../core/formats/tell-ending.js';
import { nameOfLink, safeCollection, safeFileName, stemOf } from './file-names.js';
import { withTrail, type ShelfRecord } from './shelf-record.js';
import type { Actor, AddRequest, FailureKind } from './shelved-source.js';

/** A record of what is asked for, with the bytes where they have come along. Throws `bad-input`, one line, for what cannot be taken in. */
export function takeIn(
  request: AddRequest,
  actor: Actor,
  { network, fileBytes, nowMs }: { readonly network: Network; readonly fileBytes: number; readonly nowMs: number },
): { readonly record: ShelfRecord; readonly bytes: Uint8Array | null } {
  const collection = safeCollection(request.collection);
  if (collection === null) {
    const problem = `"${request.collection}" cannot be the name of a collection`;
    throw new VerbatimError('bad-input', { problem, advice: 'Choose one that a folder can have' });
  }
  const bytes = bytesOf(request);
  if (bytes && bytes.length > fileBytes) throw refuse(request, `it is larger than ${inMegabytes(fileBytes)} MB`);
  const url = request.kind === 'link' || request.kind === 'attachment' ? checkLink(request, network) : null;
  const record: ShelfRecord = {
    id: randomBytes(8).toString('hex'),
    name: nameOf(request, bytes),
    collection,
    serverId: actor.kind === 'member' ? actor.serverId : null,
    origin:
      request.kind === 'link'
        ? { kind: 'link', url }
        : request.kind === 'text'
          ? { kind: 'text', url: request.url }
          : { kind: request.kind },
    address: url,
    state: 'queued',
    failure: null,
    untilMs: 0,
    path: null,
    moving: null,
    owner: null,
    digest: bytes ? sha256(bytes) : '',
    bytes: bytes?.length ?? 0,
    reading: null,
    fetched: null,
    refresh: null,
    addedAtMs: nowMs,
    changedAtMs: nowMs,
    trail: [],
  };
  return { record: withTrail(record, 'add', actor, nowMs), bytes };
}

/** What is wrong with an address that was not taken in, for whoever words it in another language; null for any other error. */
export function addressFault({
  cause,
}: VerbatimError): { readonly problem: FailureKind; readonly reason: string } | null {
  return cause instanceof FetchFailure ? cause : null;
}

export function inMegabytes(bytes: number): number {
  return Math.max(1, Math.round(bytes / 1024 / 1024));
}

function bytesOf(request: AddRequest): Uint8Array | null {
  if (request.kind === 'file') return request.bytes;
  return request.kind === 'text' ? Buffer.from(writeText(request)) : null;
}

/** Words as a Markdown file with front matter, in which every value is a string of YAML, as one of JSON is. */
function writeText({ text, title, author, date, url }: Extract<AddRequest, { kind: 'text' }>): string {
  const fields = Object.entries({ title, author, date, url }).flatMap(([name, value]) =>
    value === null || value.trim() === '' ? [] : [`${name}: ${JSON.stringify(value.trim())}\n`],
  );
  return `---\n${fields.join('')}---\n\n${text.replace(/\r\n?/g, '\n').trimEnd()}\n`;
}

function nameOf(request: AddRequest, bytes: Uint8Array | null): string {
  if (request.kind === 'link') return nameOfLink(request.url);
  if (request.kind === 'text') {
    if (request.text.trim() === '') throw refuse(request, 'no text in it');
    return safeFileName(request.title, 'md');
  }
  if (request.kind === 'attachment' || !bytes) return request.name;
  const ending = tellEnding({ type: null, name: request.name, head: bytes.subarray(0, headBytes) });
  if (ending === null) throw refuse(request, 'it is neither a text nor a file of a format that is read');
  return safeFileName(stemOf(request.name), ending);
}

function checkLink({ url }: { readonly url: string }, network: Network): string {
  try {
    return readAddress(url, network).href;
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error;
    const fields = { problem: `{subject}: ${error.reason}`, subject: url.slice(0, 200) };
    throw new VerbatimError('bad-input', fields, { cause: error });
  }
}

function refuse(request: AddRequest, reason: string): VerbatimError {
  const subject = request.kind === 'text' ? request.title : request.kind === 'link' ? request.url : request.name;
  return new VerbatimError('bad-input', { problem: `{subject}: ${reason}`, subject });
}
