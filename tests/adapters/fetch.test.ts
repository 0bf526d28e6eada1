import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FetchFailure } from '#verbatim/adapters/fetch/fetch-failure.js';
import { Fetcher, type FetcherOptions } from '#verbatim/adapters/fetch/fetcher.js';
import { publicNetwork, type Network } from '#verbatim/adapters/fetch/network.js';
import { isPublicAddress } from '#verbatim/adapters/fetch/public-addresses.js';
import { judgeRobots } from '#verbatim/adapters/fetch/robots-rules.js';
import { Pages } from '../helpers/start-pages.js';

const agent = { name: 'verbatim', detail: '/1.2.3' };
const options = { maxBytes: 1024 * 1024, obeysRobots: false };

let pages: Pages;
beforeAll(async () => {
  pages = await Pages.start();
});
afterAll(() => pages.close());
beforeEach(() => {
  pages.requests.length = 0;
  pages.answers.clear();
  pages.give('/', 'here');
});

function fetcher(more: Partial<FetcherOptions> = {}): Fetcher {
  return new Fetcher({ network: pages.network, agent, pauseMs: 0, ...more });
}

/** What a fetch fails with; null where it does not. */
async function problemOf(fetching: Promise<unknown>): Promise<string | null> {
  return fetching.then(
    () => null,
    (error: unknown) => {
      if (error instanceof FetchFailure) return error.problem;
      throw error;
    },
  );
}

/** Public rules, and names that a test gives addresses to. */
function networkOf(names: Readonly<Record<string, readonly string[]>>): Network {
  return { ...publicNetwork, resolve: (host) => Promise.resolve(names[host] ?? []) };
}

describe('an address that leads to this machine or into its network', () => {
  const literals = [
    'http://127.0.0.1/',
    'http://127.0.0.1.:PORT/',
    'http://127.1/',
    'http://127.0.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.1/',
    'http://0x7F.0x0.0x0.0x1/',
    'http://0177.0.0.1/',
    'http://017700000001/',
    'http://0177.0x0.1/',
    'http://127.255.255.254/',
    'http://0/',
    'http://0.0.0.0/',
    'http://１２７.０.０.１/',
    'http://127。0。0。1/',
    'http://127%2e0%2e0%2e1/',
    'http://[::1]/',
    'http://[0:0:0:0:0:0:0:1]/',
    'http://[::]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[0:0:0:0:0:ffff:7f00:0001]/',
    'http://[::127.0.0.1]/',
    'http://[::7f00:1]/',
    'http://[64:ff9b::127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[64:ff9b::a00:1]/',
    'http://[64:ff9b:1::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[2001:0:7f00:1::]/',
    'http://[2001::80ff:fffe]/',
    'http://[fe80::1]/',
    'http://[fc00::1]/',
    'http://[fd00:ec2::254]/',
    'http://[ff02::1]/',
    'http://[fec0::1]/',
    'http://[2001:db8::1]/',
    'http://[100::1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://2852039166/latest/meta-data/',
    'http://100.100.100.200/',
    'http://168.63.129.16/',
    'http://192.0.0.192/',
    'http://10.0.0.1/',
    'http://172.31.0.1/',
    'http://192.168.1.1/',
    'http://100.64.0.1/',
    'http://198.18.0.1/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://localhost/',
    'http://LOCALHOST/',
    'http://localhost./',
    'http://localhost../',
    'http://www.localhost/',
    'http://printer/',
    'http://nas.local/',
    'http://metadata.google.internal/',
  ];

  it.each(literals)('is refused as it is written: %s', async (address) => {
    const network = networkOf({});
    const written = address.replace('PORT', String(pages.port));
    expect(await problemOf(fetcher({ network }).fetch(written, options))).toMatch(/^(?:private|address)$/);
    expect(pages.requests).toEqual([]);
  });

  it.each(literals)('is refused where a page leads to it: %s', async (address) => {
    pages.redirect('/', address);
    expect(await problemOf(fetcher().fetch(pages.url('/'), options))).toMatch(/^(?:private|address)$/);
    expect(pages.paths).toEqual(['/']);
  });

  it.each([
    'ftp://a.test/',
    'file:///etc/passwd',
    'gopher://a.test/',
    'data:text/plain,x',
    'javascript:1',
    'nothing',
    '',
  ])('is refused for its scheme: %s', async (address) => {
    expect(await problemOf(fetcher().fetch(address, options))).toBe('address');
  });

  it('is refused with a name and a password, also where a page leads to it', async () => {
    expect(await problemOf(fetcher().fetch('http://me:secret@pages.test/', options))).toBe('address');
    expect(await problemOf(fetcher().fetch('http://127.0.0.1@pages.test/', options))).toBe('address');
    pages.redirect('/', pages.url('/in').replace('http://', 'http://me@'));
    expect(await problemOf(fetcher().fetch(pages.url('/'), options))).toBe('address');
    pages.redirect('/', 'file:///etc/passwd');
    expect(await problemOf(fetcher().fetch(pages.url('/'), options))).toBe('address');
  });

  it('is refused at a port that is no web server’s', async () => {
    const network = networkOf({ 'a.test': ['93.184.215.14'] });
    expect(await problemOf(fetcher({ network }).fetch('http://a.test:22/', options))).toBe('address');
    expect(await problemOf(fetcher({ network }).fetch('http://93.184.215.14:6379/', options))).toBe('address');
    const offline = { ...publicNetwork, resolve: () => Promise.reject(new Error('EAI_AGAIN')) };
    expect(await problemOf(fetcher({ network: offline }).fetch('http://a.test:9999/', options))).toBe('address');
    await expect(fetcher({ network: offline }).fetch('http://a.test/', options)).rejects.toThrow(/cannot be looked up/);
  });

  it('is refused where a name stands for it, alone or beside a public one', async () => {
    const network = networkOf({
      'one.test': ['127.0.0.1'],
      'six.test': ['::1'],
      'mapped.test': ['::ffff:127.0.0.1'],
      'both.test': ['93.184.215.14', '127.0.0.1'],
      'wide.test': ['2606:2800:21f:cb07:6820:80da:af6b:8b2c', 'fd00::1'],
      'cloud.test': ['169.254.169.254'],
    });
    for (const host of ['one', 'six', 'mapped', 'both', 'wide', 'cloud'])
      expect([host, await problemOf(fetcher({ network }).fetch(`http://${host}.test/`, options))]).toEqual([
        host,
        'private',
      ]);
    expect(await problemOf(fetcher({ network }).fetch('http://none.test/', options))).toBe('unreachable');
  });

  it('is not connected to where a name stands for it a moment later', async () => {
    // The test's server plays the public address; whoever looked the name up again would get none that is permitted.
    const asked: string[] = [];
    const network: Network = {
      ...pages.network,
      resolve: (host) => {
        asked.push(host);
        return Promise.resolve(asked.length === 1 ? ['127.0.0.1'] : ['127.0.0.2']);
      },
    };
    const { kind } = await fetcher({ network }).fetch(pages.url('/'), options);
    expect([kind, asked]).toEqual(['fetched', ['pages.test']]);
    // The next one is looked up and looked at anew.
    expect(await problemOf(fetcher({ network }).fetch(pages.url('/'), options))).toBe('private');
    pages.redirect('/', pages.url('/', 'other.test'));
    asked.length = 0;
    expect(await problemOf(fetcher({ network }).fetch(pages.url('/'), options))).toBe('private');
    expect(asked).toEqual(['pages.test', 'other.test']);
  });

  it('is told from one that anybody could reach', () => {
    const open = ['1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '64:ff9b::101:101', '2a00:1450::1'];
    expect(open.filter((address) => !isPublicAddress(address))).toEqual([]);
    expect(['', 'x', '1.1.1', '2606::1%lo'].filter(isPublicAddress)).toEqual([]);
    expect(publicNetwork.permits('1.1.1.1', 443)).toBe(true);
    expect(publicNetwork.permits('1.1.1.1', 25)).toBe(false);
    expect(publicNetwork.permits('127.0.0.1', 80)).toBe(false);
  });
});

describe('the limits of a fetch', () => {
  it('follow five redirects and no sixth', async () => {
    for (let i = 1; i <= 6; i++) pages.redirect(`/${i}`, `/${i - 1}`);
    pages.give('/0', 'found');
    const found = await fetcher().fetch(pages.url('/5'), options);
    expect(found).toMatchObject({ kind: 'fetched', url: pages.url('/0') });
    expect(await problemOf(fetcher().fetch(pages.url('/6'), options))).toBe('redirects');
    pages.redirect('/round', '/round');
    expect(await problemOf(fetcher().fetch(pages.url('/round'), options))).toBe('redirects');
  });

  it('stop at a size, told of before or not', async () => {
    const large = Buffer.alloc(2 * 1024 * 1024, 'a');
    pages.give('/told', large, { 'content-length': String(large.length) });
    pages.answers.set('/untold', (_, response) => {
      response.writeHead(200);
      for (let i = 0; i < 32; i++) response.write(large.subarray(0, 64 * 1024));
      response.end();
    });
    expect(await problemOf(fetcher().fetch(pages.url('/told'), options))).toBe('too-large');
    expect(await problemOf(fetcher().fetch(pages.url('/untold'), options))).toBe('too-large');
  });

  it('count what is unpacked', async () => {
    const bomb = Buffer.alloc(8 * 1024 * 1024);
    for (const [name, body] of [
      ['gzip', gzipSync(bomb)],
      ['br', brotliCompressSync(bomb.subarray(0, 2 * 1024 * 1024))],
    ] as const) {
      expect(body.length).toBeLessThan(100_000);
      pages.give('/bomb', body, { 'content-encoding': name });
      expect(await problemOf(fetcher().fetch(pages.url('/bomb'), options))).toBe('too-large');
      pages.give('/small', name === 'gzip' ? gzipSync('some words') : brotliCompressSync('some words'), {
        'content-encoding': name,
      });
      const small = await fetcher().fetch(pages.url('/small'), options);
      expect(small.kind === 'fetched' && small.bytes.toString()).toBe('some words');
    }
    pages.give('/odd', gzipSync(gzipSync('x')), { 'content-encoding': 'gzip, gzip' });
    expect(await problemOf(fetcher().fetch(pages.url('/odd'), options))).toBe('type');
    pages.give('/damaged', Buffer.from('no gzip at all'), { 'content-encoding': 'gzip' });
    expect(await problemOf(fetcher().fetch(pages.url('/damaged'), options))).toBe('unreachable');
  });

  it('end a server that takes too long, at its head or in its body', async () => {
    pages.answers.set('/silent', () => undefined);
    pages.answers.set('/drip', (_, response) => {
      response.writeHead(200).write('a');
      const timer = setInterval(() => response.write('a'), 20);
      response.once('close', () => {
        clearInterval(timer);
      });
    });
    for (const path of ['/silent', '/drip'])
      expect([path, await problemOf(fetcher({ timeoutMs: 150 }).fetch(pages.url(path), options))]).toEqual([
        path,
        'too-slow',
      ]);
    const network = { ...pages.network, resolve: () => new Promise<string[]>(() => undefined) };
    expect(await problemOf(fetcher({ timeoutMs: 50, network }).fetch(pages.url('/'), options))).toBe('too-slow');
  });

  it('tell a server that is not there, breaks off, or answers with an error', async () => {
    pages.answers.set('/breaks', (_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('half');
      setTimeout(() => response.destroy(), 20);
    });
    expect(await problemOf(fetcher().fetch(pages.url('/breaks'), options))).toBe('unreachable');
    expect(await problemOf(fetcher().fetch(pages.url('/missing'), options))).toBe('status');
    expect(await problemOf(fetcher().fetch(pages.url('/', 'none.example'), options))).toBe('unreachable');
  });

  it('ask before a body is read whether it is wanted', async () => {
    const accept = (): void => {
      throw new FetchFailure('type', 'not wanted');
    };
    expect(await problemOf(fetcher().fetch(pages.url('/'), { ...options, accept }))).toBe('type');
  });
});

describe('a polite fetch', () => {
  it('says who it is, and brings no cookies or names along', async () => {
    await fetcher().fetch(pages.url('/'), options);
    const headers = pages.requests[0]?.headers;
    expect(headers?.['user-agent']).toBe('verbatim/1.2.3');
    expect(headers?.host).toBe(`pages.test:${pages.port}`);
    expect(Object.keys(headers ?? {}).sort()).toEqual(
      ['accept', 'accept-encoding', 'accept-language', 'connection', 'host', 'user-agent'].sort(),
    );
  });

  it('keeps to robots.txt, which is read once', async () => {
    pages.give('/robots.txt', 'User-agent: *\nDisallow: /private\nUser-agent: verbatim\nDisallow: /no-robots\n');
    pages.give('/private', 'x');
    pages.redirect('/by-the-way', '/no-robots');
    const one = fetcher();
    const robots = { ...options, obeysRobots: true };
    expect(await problemOf(one.fetch(pages.url('/no-robots'), robots))).toBe('robots');
    expect(await problemOf(one.fetch(pages.url('/by-the-way'), robots))).toBe('robots');
    expect(await problemOf(one.fetch(pages.url('/private'), robots))).toBe(null);
    expect(await problemOf(one.fetch(pages.url('/no-robots'), options))).toBe('status');
    expect(pages.paths).toEqual(['/robots.txt', '/by-the-way', '/private', '/no-robots']);
  });

  it('does not wait for a robots.txt that is made to be slow', () => {
    const url = new URL(`http://a.test/${'a'.repeat(1_900)}`);
    const slow = `User-agent: *\n${`Disallow: /${'*a'.repeat(900)}b\n`.repeat(250)}`;
    const started = performance.now();
    expect(judgeRobots(slow, url, 'verbatim').isAllowed).toBe(false);
    expect(judgeRobots(`User-agent: *\nDisallow: /${'*'.repeat(400_000)}b`, url, 'verbatim').isAllowed).toBe(true);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('takes no robots.txt for leave, and one that cannot be read for none now', async () => {
    const robots = { ...options, obeysRobots: true };
    expect(await problemOf(fetcher().fetch(pages.url('/'), robots))).toBe(null);
    pages.answers.set('/robots.txt', (_, response) => {
      response.writeHead(503).end();
    });
    expect(await problemOf(fetcher().fetch(pages.url('/'), robots))).toBe('robots');
    pages.redirect('/robots.txt', 'http://127.0.0.1/robots.txt');
    expect(await problemOf(fetcher().fetch(pages.url('/'), robots))).toBe('private');
  });

  it('waits between two requests to one host', async () => {
    const one = fetcher({ pauseMs: 120 });
    const started = performance.now();
    await Promise.all([0, 1, 2].map(() => one.fetch(pages.url('/'), options)));
    expect(performance.now() - started).toBeGreaterThan(230);
    const other = performance.now();
    await one.fetch(pages.url('/', 'other.test'), options);
    expect(performance.now() - other).toBeLessThan(100);
  });

  it('asks for what it knows only whether it has changed', async () => {
    pages.answers.set('/', (request, response) => {
      const isKnown = request.headers['if-none-match'] === '"1"';
      response
        .writeHead(isKnown ? 304 : 200, { etag: '"1"', 'cache-control': 'max-age=7200' })
        .end(isKnown ? undefined : 'x');
    });
    const first = await fetcher().fetch(pages.url('/'), options);
    expect(first).toMatchObject({ kind: 'fetched', etag: '"1"', lastModified: null });
    expect(first.freshForMs).toBeGreaterThan(7_000_000);
    const again = await fetcher().fetch(pages.url('/'), { ...options, known: first });
    expect(again).toMatchObject({ kind: 'unchanged', etag: '"1"' });
    // What is known of one address is told to no other.
    pages.redirect('/moved', pages.url('/', 'other.test'));
    pages.requests.length = 0;
    await fetcher().fetch(pages.url('/moved'), { ...options, known: first });
    expect(pages.requests.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, undefined]);
  });
});
