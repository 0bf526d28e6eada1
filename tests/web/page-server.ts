import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { createEmbeddedIndex, type EmbeddedIndex } from '#verbatim/app/asking/embedded-index.js';
import { FairQueue } from '#verbatim/app/asking/fair-queue.js';
import type { Library } from '#verbatim/app/asking/library.js';
import { ReadingDesk } from '#verbatim/app/asking/reading-desk.js';
import { overlayLabels } from '#verbatim/app/labels/label-overrides.js';
import { createLog } from '#verbatim/app/log.js';
import { readServeSettings, type ServeSettings } from '#verbatim/app/serve-settings.js';
import { openStore } from '#verbatim/app/store/open-store.js';
import type { Manifest } from '#verbatim/app/indexing/manifest.js';
import { createEquivalents } from '#verbatim/core/english/equivalents.js';
import { termsOf } from '#verbatim/core/english/terms.js';
import type { Lane } from '#verbatim/core/labelling/labels.js';
import type { Store } from '#verbatim/core/store/store.js';
import { quoteKey } from '#verbatim/core/overrides/quote-key.js';
import type { Quote } from '#verbatim/core/search/quote.js';
import type { SearchIndex } from '#verbatim/core/search/search-index.js';
import { Sessions } from '#verbatim/web/safety/sessions.js';
import type { Services } from '#verbatim/web/services.js';
import { createSite } from '#verbatim/web/site.js';
import { analyser } from '../helpers/analyse.js';
import { indexWithWordVectors, vectorOfTerms } from '../helpers/index-of-texts.js';
import { writeFiles, type Files } from '../helpers/write-files.js';

export const token = 'a token of the tests, 0123456789';
export const guildId = '100000000000000001';

/** A text that tries to be something else than text wherever it can. */
const hostile = `<img src=x onerror="window.hacked=1">`;
export const hostileFiles = {
  'tags.md': `---
title: '${hostile}"><script>window.hacked=2</script>'
author: '${hostile}'
publication: '</cite></a><svg onload=window.hacked=3>'
date: '2024</time><script>window.hacked=4</script>'
url: javascript:window.hacked=5
---

# Signs <script>window.hacked=6</script> of the brewery

The brewery of Tarn has a sign that reads ${hostile} in red. ${hostile.slice(1)} said that the brewery of Tarn is a
\`</code></pre><script>window.hacked=7</script>\` place. &lt;b&gt;The brewery&lt;/b&gt; is not bold.

- The brewery of Tarn has </li></ul><iframe src="//evil.example"></iframe> nine vats.

\`\`\`
</pre><script>window.hacked=8</script>
\`\`\`
`,
} as const;

interface Served {
  readonly status: number;
  readonly body: string;
  readonly headers: Headers;
}

const model = { id: 'words', checksum: 'words', dimensions: 256, maxTokens: 128 };
const equivalents = createEquivalents(analyser);

/** A question with this word is refused, every other one answered by whatever comes nearest. */
export const unanswerable = 'otters';

/** The site on this machine's own address, in the process of the test, without a model. */
export class PageServer {
  private version = 0;
  private plain: SearchIndex;
  private current: EmbeddedIndex;
  /** What the labels of the index have been set by. */
  private applied = '[]';

  private constructor(
    private files: Files,
    private readonly corpusDir: string,
    readonly services: Services,
    private readonly server: Server,
    readonly log: string[],
  ) {
    this.plain = indexWithWordVectors(files);
    this.current = this.open(this.plain);
  }

  static async start(folder: string, files: Files, changes: Partial<ServeSettings> = {}): Promise<PageServer> {
    const corpusDir = path.join(folder, 'corpus');
    writeFiles(corpusDir, files);
    const environment = {
      DATA_DIR: path.join(folder, 'data'),
      SERVE_TOKEN: token,
      SERVE_RATE: '0',
      LOG_LEVEL: 'silent',
    };
    const settings = { ...readServeSettings(environment), ...changes };
    const own: { page?: PageServer } = {};
    const library = {
      get current() {
        return own.page?.current ?? null;
      },
      problem: null,
      refreshLabels: () => own.page?.refresh() ?? Promise.resolve(),
      whenReady: () => Promise.resolve(own.page?.current),
    } as unknown as Library; // what the site needs of one
    const log = createLog('silent');
    const lines: string[] = [];
    const note = (fields: unknown): void => {
      lines.push(JSON.stringify(fields));
    };
    const services: Services = {
      settings,
      library,
      queue: new FairQueue({ limit: settings.queueLimit, userLimit: settings.userQueueLimit, concurrency: 2 }),
      store: await openStore(settings),
      sessions: new Sessions(settings.serveToken),
      log: Object.assign(log, { info: note, error: note }),
      notices: new Set(['broken.txt was left out: it is empty.']),
      isStopping: false,
    };
    const server = createAdaptorServer({ fetch: createSite(services).fetch }) as Server;
    server.listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    own.page = new PageServer(files, corpusDir, services, server, lines);
    return own.page;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Changes the texts, and the index with them. */
  async change(files: Files): Promise<void> {
    this.files = { ...this.files, ...files };
    writeFiles(this.corpusDir, files);
    this.plain = indexWithWordVectors(this.files);
    this.applied = '';
    await this.refresh();
  }

  private async refresh(): Promise<void> {
    const overrides = await this.services.store.labelReviews.listOverrides();
    if (JSON.stringify(overrides) === this.applied) return;
    this.applied = JSON.stringify(overrides);
    this.current = this.open(await overlayLabels(this.plain, overrides));
  }

  private open(searchIndex: SearchIndex): EmbeddedIndex {
    const counts = { documents: searchIndex.documents.length, passages: 1, sentences: searchIndex.rows.length };
    const documents = searchIndex.documents.map(({ document: { path } }) => ({ path, digest: path, sentences: 1 }));
    const manifest = { version: `version${this.version++}`, model, counts, documents } as unknown as Manifest;
    const embedQuestion = (text: string) => Promise.resolve(vectorOfTerms(termsOf(analyser.analyse(text).tokens)));
    const embedder = {
      model,
      embedQuestion,
      embedTexts: () => Promise.reject(new Error('not here')),
      close: () => Promise.resolve(),
    };
    const readers = { analyser, equivalents, embedder, desk: new ReadingDesk(Promise.resolve(null)) };
    const open = createEmbeddedIndex({ manifest, searchIndex, corpusDir: this.corpusDir }, readers);
    return {
      ...open,
      ask: (text, options) => open.ask(text, { ...options, threshold: text.includes(unanswerable) ? 1 : 0 }),
    };
  }

  get(address: string, headers: Readonly<Record<string, string>> = {}): Promise<Served> {
    return this.send(address, { headers });
  }

  async send(address: string, init: RequestInit): Promise<Served> {
    const response = await fetch(`${this.url}${address}`, { redirect: 'manual', ...init });
    return { status: response.status, body: await response.text(), headers: response.headers };
  }

  /** Sends a form as a browser does. */
  post(address: string, fields: readonly (readonly [string, string])[], cookie = ''): Promise<Served> {
    return this.send(address, {
      method: 'POST',
      body: new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])),
      headers: { cookie, 'sec-fetch-site': 'same-origin', origin: 'null' },
    });
  }

  /** A session's cookie. */
  async logIn(): Promise<string> {
    const { headers } = await this.post('/login', [['token', token]]);
    return headers.get('set-cookie')?.split(';')[0] ?? '';
  }

  /** The first quote for a question. */
  async quoteFor(question: string): Promise<Quote> {
    const { body } = await this.get(`/api/ask?q=${encodeURIComponent(question)}`);
    const [quote] = (JSON.parse(body) as { quotes: Quote[] }).quotes;
    if (!quote) throw new Error(`no quote for ${question}`);
    return quote;
  }

  recordMisses(questions: readonly string[]): Promise<void> {
    return recordMisses(this.services.store, questions);
  }

  dispute(quote: Quote, label: Lane, note: string): Promise<void> {
    const { id } = quote.document;
    const { text = '' } = this.current.findDocument(id)?.document ?? {};
    return openDispute(this.services.store, quote, text, label, note);
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
    this.services.store.close();
  }
}

/** Notes missed questions, as the bot does. */
export async function recordMisses(store: Store, questions: readonly string[]): Promise<void> {
  const person = await store.hashPerson('1');
  for (const question of questions) {
    const asked = { guildId, question, lane: null, documentId: null, reason: 'too-weak', index: 'x' } as const;
    await store.misses.record({ ...asked, person, nearest: [], downVote: null });
  }
}

/** Finds the label of a quote wrong, as people in Discord do; `text` is that of its document. */
export async function openDispute(
  store: Store,
  { document: { id, path: file }, exact, prefix, suffix, start, end, label: was }: Quote,
  text: string,
  label: Lane,
  note: string,
): Promise<void> {
  const anchor = { documentId: id, path: file, exact, prefix, suffix, start, end };
  const quote = quoteKey({ id, text }, { start, end });
  const person = await store.hashPerson('1');
  await store.labelReviews.open({ ...anchor, guildId, person, quote, was, label, source: null, note });
}
