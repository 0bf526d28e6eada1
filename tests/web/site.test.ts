/** The site over HTTP, in the process of the test and without a model: words that are alike stand for meaning. */
import { createServer, type AddressInfo } from 'node:net';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPage } from '#verbatim/app/doctor/check-operation.js';
import { explainLabel } from '#verbatim/app/pages/lane-wording.js';
import { readServeSettings } from '#verbatim/app/serve-settings.js';
import { createLog } from '#verbatim/app/log.js';
import { networkOf } from '#verbatim/web/safety/addresses.js';
import { addressOnThisMachine, startServer } from '#verbatim/web/serve.js';
import { corpusFiles } from '../discord/corpus.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { guildId, hostileFiles, PageServer, token, unanswerable } from './page-server.js';

const question = 'How long is the harbour bridge?';
const missed = ['Who painted the harbour bridge?', 'When does the tunnel open?'];
const files = { ...corpusFiles, ...hostileFiles };
const folder = temporaryFolder();

let server: PageServer;

beforeAll(async () => {
  server = await PageServer.start(folder, files);
});

afterAll(() => {
  for (const secret of [token, question, ...missed]) expect(server.log.join('\n')).not.toContain(secret);
  expect(server.log.join('\n')).not.toContain('"error"');
  server.close();
});

/** The words of a page, as a browser would show them, without tags. */
function wordsOf(body: string): string {
  return body
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
}

describe('an answer', () => {
  it('as a page has lane, words, citation, reasons, context and its own address', async () => {
    const { status, body } = await server.get(`/?q=${encodeURIComponent(question)}`);
    expect(status).toBe(200);
    expect(wordsOf(body)).toContain('“The harbour bridge at Lunden is 412 metres long.”');
    for (const part of ['<h2>Reported</h2>', '<summary>Why</summary>', '<summary>Context</summary>', '/text/']) {
      expect(body).toContain(part);
    }
    expect(body).toContain('href="/?q=How+long+is+the+harbour+bridge%3F"');
  });

  it('that there is none says what is missing', async () => {
    const { status, body } = await server.get(`/?q=How+many+${unanswerable}+live+below+the+lighthouse+of+Varn%3F`);
    expect(status).toBe(200);
    expect(wordsOf(body)).toMatch(/Not found: .* Missing: .*Varn/);
  });

  it('keeps to a lane and a text, and opens more on demand', async () => {
    const { body } = await server.get('/?q=bridge&lane=opinion&in=bridge-opinion.md&more=1');
    expect(body).toContain('<h2>Opinion</h2>');
    expect(body).not.toContain('<h2>Reported</h2>');
  });

  it.each([
    ['/api/ask', /q: expected a question/],
    [`/api/ask?q=${'x'.repeat(501)}`, /at most 500 characters, got 501/],
    ['/api/ask?q=bridge&lane=rumour', /lane: expected one of reported, attributed, opinion/],
    ['/api/ask?q=bridge&limit=9', /limit: expected a whole number from 1 to 5/],
    ['/api/ask?q=bridge&in=no+such+text', /No document is called "no such text"/],
  ])('that cannot be given is an error in JSON (%s)', async (address, message) => {
    const { status, body } = await server.get(address);
    expect(status).toBe(400);
    expect((JSON.parse(body) as { error: string }).error).toMatch(message);
  });

  it('from a text that nobody knows is asked for again, with the question, the name and texts that may be meant', async () => {
    const { status, body } = await server.get('/?q=How+long+is+it%3F&in=harbour+tunnel');
    expect(status).toBe(400);
    for (const part of [
      'value="How long is it?"',
      'value="harbour tunnel"',
      'href="/?q=How+long+is+it%3F&amp;in=harbour-bridge.md"',
    ]) {
      expect(body).toContain(part);
    }
  });

  it('cites each part by itself, and a text without a title once', async () => {
    await server.change({ 'plain.txt': 'The tollhouse of Brae has eleven doors.\n' });
    const { body } = await server.get('/?q=How+many+doors+has+the+tollhouse+of+Brae%3F');
    const [citation = ''] = /<p class="citation"[^]*?<\/p>/.exec(body) ?? [];
    expect(citation).toContain('<cite><bdi>plain.txt</bdi></cite>');
    expect(wordsOf(citation).trim()).toBe('plain.txt · paragraph 1');
  });

  it('is given to twenty at once', async () => {
    const asked = Array.from({ length: 20 }, (_, i) => server.get(`/?q=${encodeURIComponent(`${question} ${i}`)}`));
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(Array(20).fill(200));
  });
});

it('names a group inside a sentence with small letters', () => {
  expect(explainLabel('attributed', 'Critics', null)).toBe('What critics say.');
  expect(explainLabel('attributed', 'Sanders', null)).toBe('What Sanders says.');
});

describe('a text', () => {
  it('opens at a quote, which has the anchor of its range, and says how the file holds it', async () => {
    const { document, start, end } = await server.quoteFor(question);
    const { body } = await server.get(`/text/${document.id}?s=${start}-${end}`);
    expect(body.split(`id="s=${start}-${end}"`)).toHaveLength(2);
    expect(body).toMatch(
      new RegExp(`<mark id="s=${start}-${end}">The harbour bridge at Lunden is 412 metres long.</mark>`),
    );
    expect(wordsOf(body)).toContain('The file holds these words now, letter by letter.');
  });

  it('has an anchor for each of its sentences without being asked', async () => {
    const { document, start, end } = await server.quoteFor(question);
    expect((await server.get(`/text/${document.id}`)).body).toContain(`id="s=${start}-${end}"`);
  });

  it('follows its words when they have moved, and says when they are gone', async () => {
    const name = 'moving.txt';
    const sentence = 'The weighbridge of Orla has a red roof.';
    await server.change({ [name]: `${sentence} It is open all day.\n` });
    const { body } = await server.get('/?q=What+roof+has+the+weighbridge+of+Orla%3F');
    const address = /href="(\/text\/[^"#]+)#/.exec(body)?.[1]?.replace(/&amp;/g, '&') ?? '';
    await server.change({ [name]: `It was built in a hurry, they say. ${sentence} It is open all day.\n` });
    expect(wordsOf((await server.get(address)).body)).toContain('the words stand here now');
    await server.change({ [name]: 'Nothing is left of it.\n' });
    expect(wordsOf((await server.get(address)).body)).toContain('no longer stand in this text');
  });

  it('that is long comes in parts, of which the one with the quote is shown', async () => {
    const lines = Array.from({ length: 1_000 }, (_, i) => `Barge number ${i} carries ${i} crates.`);
    await server.change({ 'barges.txt': `${lines.join('\n\n')}\n` });
    const { document, start, end } = await server.quoteFor('How many crates carries barge number 777?');
    const { body } = await server.get(`/text/${document.id}?s=${start}-${end}`);
    expect(body).toContain(`<mark id="s=${start}-${end}">Barge number 777 carries 777 crates.</mark>`);
    expect(body).not.toContain('Barge number 1 carries');
    expect(wordsOf(body)).toContain('Part 2 of 3');
    expect(body).not.toContain('class="why"');
    const [, address = ''] = /href="(\/text[^"#]*why=1)/.exec(body) ?? [];
    expect((await server.get(address.replaceAll('&amp;', '&'))).body).toContain('class="why"');
  });

  it.each(['/text/000000000000', '/text/..%2f..%2fetc%2fpasswd'])(
    'that is not there is not found (%s)',
    async (address) => {
      expect((await server.get(address)).status).toBe(404);
    },
  );
});

describe('tags in a text', () => {
  const attack = encodeURIComponent('<script>window.hacked=9</script>"\' onfocus=x');

  it.each([
    '/',
    `/?q=${attack}&in=tags.md`,
    '/?q=What+sign+has+the+brewery+of+Tarn%3F&more=1',
    '/library',
    `/library?find=${attack}`,
  ])('stay text in %s', async (address) => {
    const { body } = await server.get(address);
    expect(body).not.toMatch(/<(?:script|img|iframe)|<svg(?! class="bar")| on\w+="|javascript:[^<]*"/i);
  });

  it('stay text in its page, whose words are all there', async () => {
    const { document } = await server.quoteFor('How many vats has the brewery of Tarn?');
    const { body } = await server.get(`/text/${document.id}`);
    expect(body).not.toMatch(/<(?:script|img|iframe)|<svg(?! class="bar")| on\w+="|href="javascript:/i);
    const squeeze = (text: string): string => text.replace(/\s+/g, '');
    const shown = squeeze(wordsOf(body.replace(/<span class="told">[^<]*<\/span>/g, '')));
    for (const paragraph of hostileFiles['tags.md']
      .split('---')
      .at(-1)
      ?.match(/^(?:The brewery|- The|# Signs).*/gm) ?? []) {
      expect(shown).toContain(squeeze(paragraph.replace(/^- /, '')));
    }
  });
});

describe('the library', () => {
  it('has every text with date, kind and shares, and finds some', async () => {
    const { body } = await server.get('/library');
    for (const words of ['The harbour bridge, ten years on', '2023-04-18', 'news']) expect(body).toContain(words);
    expect(body.split('<svg class="bar"').length - 1).toBeGreaterThanOrEqual(Object.keys(files).length);
    const found = (await server.get('/library?find=lighthouse')).body;
    expect(found).toContain('The lighthouse keeper&#39;s log');
    expect(found).not.toContain('Signs painted');
  });
});

describe('who has no token', () => {
  it.each(['/misses', '/misses.csv', '/review'])('is asked for it before %s', async (address) => {
    const { status, body } = await server.get(address);
    expect(status).toBe(401);
    expect(body).toContain('type="password"');
    expect((await server.post(address.replace('.csv', ''), [['action', 'dismiss']])).status).toBe(401);
  });

  it('comes in by the token alone, with a cookie that no script and no other site gets', async () => {
    const wrong = await server.post('/login', [['token', 'a token of the tests, 0123456780']]);
    expect({ status: wrong.status, cookie: wrong.headers.get('set-cookie') }).toEqual({ status: 401, cookie: null });
    const right = await server.post('/login', [
      ['token', token],
      ['to', '//evil.example/'],
    ]);
    expect({ status: right.status, to: right.headers.get('location') }).toEqual({ status: 303, to: '/' });
    const cookie = right.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Strict/);
    expect(cookie).not.toContain(token);
    const secure = await server.send('/login', {
      method: 'POST',
      body: new URLSearchParams({ token }),
      headers: { 'x-forwarded-proto': 'https' },
    });
    expect(secure.headers.get('set-cookie')).toMatch(/; Secure/);
  });

  it.each(['/\t/evil.example', '/\\evil.example', '/.//evil.example', 'https://evil.example', '/login?to=/x'])(
    'is sent to no other server afterwards (%j)',
    async (to) => {
      const { headers } = await server.post('/login', [
        ['token', token],
        ['to', to],
      ]);
      expect(headers.get('location')).toBe('/');
      expect((await server.get(`/login?to=${encodeURIComponent(to)}`)).body).toContain('name="to" value="/"');
    },
  );

  it('is not locked out by right tokens and by forms of other sites', async () => {
    const foreign = {
      method: 'POST',
      body: new URLSearchParams({ token: 'x' }),
      headers: { origin: 'https://evil.example' },
    };
    for (let i = 0; i < 12; i++) {
      expect((await server.send('/login', foreign)).status).toBe(403);
      expect((await server.post('/login', [['token', token]])).status).toBe(303);
    }
  });

  it('cannot be given one that no header carries', () => {
    expect(() => readServeSettings({ SERVE_TOKEN: 'Schlüssel für alle Seiten' })).toThrow(/SERVE_TOKEN.*ASCII/);
  });

  it('may give it with each request, too', async () => {
    expect((await server.get('/misses', { authorization: `Bearer ${token}` })).status).toBe(200);
    const { status, body } = await server.get('/api/ask?q=bridge', { authorization: 'Bearer wrong' });
    expect({ status, body: JSON.parse(body) as unknown }).toEqual({
      status: 401,
      body: { error: 'That is not the token of this server.', status: 401 },
    });
  });
});

describe('whoever has the token', () => {
  /** What a form of the page carries, besides what is chosen. */
  const formOf = (body: string): string => /name="form" value="([^"]+)"/.exec(body)?.[1] ?? '';

  it('sets several missed questions aside at once, and takes them back', async () => {
    await server.recordMisses(missed);
    const cookie = await server.logIn();
    const list = (await server.get('/misses?period=all', { cookie })).body;
    for (const each of missed) expect(list).toContain(each);
    const chosen = [...list.matchAll(/name="miss" value="(\d+)"/g)].map(([, id = '']) => ['miss', id] as const);
    const form = ['form', formOf(list)] as const;
    const done = await server.post('/misses', [form, ['action', 'dismiss'], ['period', 'all'], ...chosen], cookie);
    expect(done.status).toBe(303);
    const after = (await server.get(done.headers.get('location') ?? '', { cookie })).body;
    expect(after).toContain('2 questions set aside');
    expect(after).toContain('There is none.');
    const undone = await server.post('/misses', [form, ['action', 'restore'], ['period', 'all'], ...chosen], cookie);
    const back = (await server.get(undone.headers.get('location') ?? '', { cookie })).body;
    for (const each of missed) expect(back).toContain(each);
    const table = await server.get('/misses.csv?period=all', { cookie });
    expect(table.headers.get('content-disposition')).toMatch(/^attachment; filename="misses-all-/);
    expect(table.body.split('\r\n')).toHaveLength(4);
    expect(table.body).toMatch(/,"?Server"?\r\n/);
    expect(table.body).toContain(guildId);
  });

  it('sets labels that people find wrong, several at once, and brings the old ones back', async () => {
    const quotes = [
      await server.quoteFor(question),
      await server.quoteFor('When did the ferry across the harbour stop?'),
    ];
    for (const quote of quotes) await server.dispute(quote, 'opinion', 'Somebody <b>judges</b> here.');
    const cookie = await server.logIn();
    const queue = (await server.get('/review', { cookie })).body;
    expect(queue).toContain('Somebody &lt;b&gt;judges&lt;/b&gt; here.');
    const form = ['form', formOf(queue)] as const;
    const cases = [...queue.matchAll(/name="case" value="([^"]+)"/g)].map(([, name = '']) => ['case', name] as const);
    const proposals = [...queue.matchAll(/name="(proposal [^"]+)" value="(\d+)"/g)].map(
      ([, name = '', dispute = '']) => [name, dispute] as const,
    );
    expect(cases).toHaveLength(2);
    const sent = await server.post('/review', [form, ['action', 'accept'], ...cases, ...proposals], cookie);
    const after = (await server.get(sent.headers.get('location') ?? '', { cookie })).body;
    expect(after).toContain('2 labels set.');
    expect((await server.quoteFor(question)).label).toBe('opinion');
    const decided = (await server.get('/review?show=decided', { cookie })).body;
    const set = [...decided.matchAll(/name="override" value="([^"]+)"/g)].map(
      ([, name = '']) => ['override', name] as const,
    );
    await server.post('/review', [form, ['action', 'undo'], ...set], cookie);
    expect((await server.quoteFor(question)).label).toBe('reported');
    expect(await server.services.store.labelReviews.listOverrides(guildId)).toEqual([]);
  });

  it('changes nothing by what the page does not send, and is told of nothing that was not done', async () => {
    const cookie = await server.logIn();
    for (const query of ['done=__proto__&count=1', 'done=accept&count=1e999', 'done=accept&count=201']) {
      const { status, body } = await server.get(`/review?${query}`, { cookie });
      expect({ query, status, told: body.includes('role="status"') }).toEqual({ query, status: 200, told: false });
    }
    expect((await server.get('/misses?done=dismiss&count=0.5', { cookie })).body).not.toContain('role="status"');
    const form = ['form', formOf((await server.get('/review', { cookie })).body)] as const;
    const wrong = [
      [
        ['action', 'undo'],
        ['override', '1|x'],
      ],
      [
        ['action', 'accept'],
        ['case', `${guildId}|x|y`],
      ],
    ] as const;
    for (const fields of wrong) {
      const { status, headers } = await server.post('/review', [form, ...fields], cookie);
      expect({ status, to: headers.get('location') }).toEqual({
        status: 303,
        to: expect.stringMatching(/count=0/) as string,
      });
    }
  });

  it('cannot be made to by a form of another site', async () => {
    const cookie = await server.logIn();
    const form = formOf((await server.get('/misses', { cookie })).body);
    const fields = [
      ['form', form],
      ['action', 'dismiss'],
      ['miss', '1'],
    ] as const;
    expect((await server.post('/misses', fields.slice(1), cookie)).status).toBe(403);
    const body = new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value]));
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }]) {
      const sent = await server.send('/misses', { method: 'POST', body, headers: { cookie, ...headers } });
      expect(sent.status).toBe(403);
    }
    const other = await server.logIn();
    expect((await server.post('/misses', fields, other)).status).toBe(403);
    expect((await server.post('/logout', fields, cookie)).headers.get('set-cookie')).toMatch(/Max-Age=0/);
  });
});

describe('a collection', () => {
  it('alone is asked where it is wanted, and offered where there are several', async () => {
    const all = await server.get(`/?q=${encodeURIComponent(question)}`);
    expect(all.body).not.toContain('name="collection"');
    await server.change({
      'kept-apart/notes.md': '# Notes apart\n\nThe harbour bridge at Lunden has green railings.\n',
    });
    const { body } = await server.get(`/?q=${encodeURIComponent(question)}&collection=kept-apart`);
    expect(body).toMatch(/<option value="kept-apart" selected>\s*kept-apart\s*<\/option>/);
    expect(body).toMatch(/<option value="\." >\s*texts in no folder\s*<\/option>/);
    expect(wordsOf(body)).not.toContain('412 metres');
    const answer = JSON.parse((await server.get(`/api/ask?q=${encodeURIComponent(question)}&collection=.`)).body) as {
      quotes: { exact: string; document: { path: string } }[];
    };
    expect(answer.quotes[0]?.exact).toBe('The harbour bridge at Lunden is 412 metres long.');
    expect(answer.quotes.every(({ document }) => !document.path.includes('/'))).toBe(true);
    const unknown = await server.get('/api/ask?q=What&collection=nothing');
    expect(unknown.status).toBe(400);
    expect(unknown.body).toContain('kept-apart');
  });
});

describe('the server', () => {
  it('loads and runs nothing of others, and is framed by nobody', async () => {
    for (const address of ['/', '/nowhere', '/text/000000000000', '/api/ask', '/style.css', '/readyz']) {
      const { headers } = await server.get(address);
      expect(headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; style-src 'self'; .*frame-ancestors 'none'$/,
      );
      expect(headers.get('content-security-policy')).not.toMatch(/script-src|unsafe/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
  });

  it.each([
    ['POST', '/library', 'GET, HEAD'],
    ['DELETE', '/text/000000000000', 'GET, HEAD'],
    ['PUT', '/login', 'GET, HEAD, POST'],
  ])('says for %s %s what the address takes', async (method, address, allowed) => {
    const { status, headers } = await server.send(address, { method });
    expect({ status, allowed: headers.get('allow') }).toEqual({ status: 405, allowed });
  });

  it.each([
    ['0.0.0.0', 'http://127.0.0.1:80/'],
    ['::', 'http://127.0.0.1:80/'],
    ['::1', 'http://[::1]:80/'],
  ])('on %s is found at %s', (host, url) => {
    expect(addressOnThisMachine(host, 80)).toBe(url);
  });

  it('without texts says where to put some, and on its way out keeps no connection', async () => {
    const empty = await PageServer.start(`${folder}/empty`, {});
    for (const address of ['/', '/library']) {
      expect(wordsOf((await empty.get(address)).body)).toContain('There are no texts yet. Put some into CORPUS_DIR');
    }
    empty.services.isStopping = true;
    const { status, headers } = await empty.get('/library');
    expect({ status, connection: headers.get('connection') }).toEqual({ status: 503, connection: 'close' });
    empty.close();
  });

  it('takes forms of a size that it has use for only', async () => {
    const { status } = await server.post('/login', [['token', 'x'.repeat(70_000)]]);
    expect(status).toBe(413);
  });

  it('answers under its own addresses and the name it is said to have, and under no other', async () => {
    const ask = (host: string) =>
      new Promise((resolve, reject) => {
        request({ port: server.port, path: '/', headers: { host } }, ({ statusCode }) => {
          resolve(statusCode);
        })
          .on('error', reject)
          .end();
      });
    for (const host of ['localhost', '127.0.0.1:80', '[::1]:3210', '192.168.1.5']) expect(await ask(host)).toBe(200);
    for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.nip.io']) {
      expect(await ask(host)).toBe(421);
    }
  });

  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:DB8:0:0:1::', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('counts %s as %s', (address, sender) => {
    expect(networkOf(address)).toBe(sender);
  });

  it('is found running by the doctor, who warns of an address without https', async () => {
    const settings = { ...server.services.settings, servePort: server.port, publicUrl: 'http://texts.example.org' };
    expect(await checkPage(settings)).toMatchObject([
      { check: 'page address', status: 'warning', advice: expect.stringMatching(/https/) as string },
      { check: 'page', status: 'ok', detail: `the page is running and ready (${server.url}/readyz)` },
    ]);
  });

  it('that cannot have its port ends with one line', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const settings = { ...server.services.settings, servePort: port };
    await expect(startServer(settings, createLog('silent'))).rejects.toMatchObject({
      code: 'bad-settings',
      message: `Another program has 127.0.0.1:${port} already. End it, or set SERVE_PORT to a free port, or to 0 for any.`,
    });
    other.close();
  });
});

describe('a server that others reach', () => {
  let closed: PageServer;

  beforeAll(async () => {
    const changes = { serveHost: '0.0.0.0', serveRate: 60, queueLimit: 1, publicUrl: 'https://texts.example.org' };
    closed = await PageServer.start(`${folder}/closed`, { 'one.txt': 'The mill of Arn was built in 1742.\n' }, changes);
  });

  afterAll(() => {
    closed.close();
  });

  it.each(['/', '/?q=bridge', '/library', '/text/000000000000', '/nowhere'])(
    'wants the token for %s',
    async (address) => {
      const { status, body } = await closed.get(address);
      expect(status).toBe(401);
      expect(body).toContain(`name="to" value="${address}"`);
    },
  );

  it('wants it for its answers in JSON, and takes it with the request', async () => {
    const { status, headers } = await closed.get('/api/ask?q=mill');
    expect({ status, how: headers.get('www-authenticate') }).toEqual({ status: 401, how: 'Bearer' });
    expect((await closed.get('/api/ask?q=mill', { authorization: `Bearer ${token}` })).status).toBe(200);
  });

  it('shows whoever is in all of it, and ends a session that was changed', async () => {
    const cookie = await closed.logIn();
    expect((await closed.get('/library', { cookie })).status).toBe(200);
    const [name = '', , signature = ''] = cookie.split('.');
    expect((await closed.get('/library', { cookie: `${name}.${Date.now() * 2}.${signature}` })).status).toBe(401);
  });

  it('loads a page again that a link of another site leads to, since the cookie comes with requests from here only', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' };
    expect((await closed.get('//evil.example/x', headers)).body).toContain('<a href="/">Go on</a>');
    expect((await closed.get('/library', headers)).body).toContain('<meta http-equiv="refresh" content="0" />');
    expect((await closed.get('/library', { 'sec-fetch-site': 'same-origin' })).body).not.toContain(
      'http-equiv="refresh"',
    );
  });

  it('tells whoever is one too many to come again', async () => {
    const ticket = closed.services.queue.enter('somebody');
    const { status, headers } = await closed.get('/api/ask?q=mill', { authorization: `Bearer ${token}` });
    expect({ status, again: headers.get('retry-after') }).toEqual({ status: 503, again: '5' });
    if (typeof ticket !== 'string') ticket.leave();
  });

  it('lets nobody try tokens or ask without end', async () => {
    const tries = await Promise.all(Array.from({ length: 12 }, () => closed.post('/login', [['token', 'wrong']])));
    expect(tries.map(({ status }) => status)).toContain(429);
    const other = { 'x-forwarded-for': '203.0.113.9' };
    expect((await closed.get('/login', other)).status).toBe(200);
    const many = await Promise.all(Array.from({ length: 70 }, () => closed.get('/login')));
    const refused = many.find(({ status }) => status === 429);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await closed.get('/login', other)).status).toBe(200);
  });
});
