import { randomBytes } from 'node:crypto';
import type { OpenIndex } from '../app/asking/open-index.js';
import { VerbatimError } from '../core/errors.js';
import type { Card } from './render/card.js';
import { escapeMarkdown, shorten } from './render/escape-markdown.js';
import { renderNotice } from './render/notice.js';
import type { Services } from './services.js';
import type { Texts } from './texts/texts.js';

/** Whoever waits longer than this for the first index is told so. */
const patienceMs = 25_000;
const maxDetailLength = 300;

/** A short name for one request, in the log and in what a user is told about its failure. */
export function createRequestId(): string {
  return randomBytes(4).toString('hex');
}

/** The index, waited for; `announce` hears when that takes long. */
export async function awaitLibrary(
  { library }: Services,
  announce: (card: Card) => Promise<void>,
  texts: Texts,
): Promise<OpenIndex> {
  await library.refreshLabels();
  if (library.current) return library.current;
  const timer = setTimeout(() => void announce(renderNotice(texts.preparing)), patienceMs);
  try {
    return await library.whenReady();
  } finally {
    clearTimeout(timer);
  }
}

/** What a user is told of a failure: the reason where it is an expected one, else how to refer to it. */
export function renderFailure(error: unknown, requestId: string, texts: Texts): Card {
  if (error instanceof VerbatimError) {
    if (error.code.startsWith('store-')) return renderNotice(texts.storeFailed(requestId), 'warning');
    return renderNotice(texts.notReady(escapeMarkdown(shorten(error.publicMessage, maxDetailLength))), 'warning');
  }
  return renderNotice(texts.failed(requestId), 'warning');
}
