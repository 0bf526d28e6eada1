import { isIP } from 'node:net';
import { FetchFailure } from './fetch-failure.js';
import { webPorts, type Network } from './network.js';
import { isPublicAddress } from './public-addresses.js';

const maxAddressLength = 2_000;
/** Names that never are another machine's (RFC 6761, RFC 6762, RFC 9476), whatever a resolver says. */
const localName = /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home\.arpa)$/;

/** One that anybody could reach and one of this machine, to tell whether a port may be connected to at all. */
const sampleAddresses = ['1.1.1.1', '127.0.0.1'];

/**
 * What is wrong with an address as it is written, before any name is resolved; gives it read by the rules of browsers, in which
 * `0x7f.1` is 127.0.0.1. Throws `FetchFailure`.
 */
export function readAddress(written: string, network: Network, base?: URL): URL {
  const text = written.trim();
  if (text.length > maxAddressLength) throw new FetchFailure('address', 'its address is too long');
  if (!URL.canParse(text, base?.href)) throw new FetchFailure('address', 'it is no address: expected https://…');
  const url = new URL(text, base?.href);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new FetchFailure('address', `only http and https are fetched, not ${url.protocol.slice(0, 20)}`);
  if (url.username !== '' || url.password !== '')
    throw new FetchFailure('address', 'its address carries a name or a password: leave them out');
  url.hash = ''; // the server never sees it
  const host = hostOf(url);
  if (isIP(host) !== 0) refuseForbidden(host, url, network);
  else if (!host.includes('.') || localName.test(host)) throw intoPrivate();
  return url;
}

/** The host without brackets and without the full stop of the root. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '').replace(/\.+$/, '');
}

export function portOf({ port, protocol }: URL): number {
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
}

/**
 * The addresses that a host may be connected at, which are all that it has: one that is forbidden among them makes a name one that is
 * meant to mislead. Throws `FetchFailure`.
 */
export async function resolveAddresses(url: URL, network: Network): Promise<readonly string[]> {
  const host = hostOf(url);
  if (isIP(host) !== 0) {
    refuseForbidden(host, url, network);
    return [host];
  }
  const addresses = await network.resolve(host).catch((error: unknown) => {
    throw notFound(url, network, { cause: error });
  });
  if (addresses.length === 0) throw notFound(url, network);
  for (const address of addresses) refuseForbidden(address, url, network);
  return addresses;
}

function refuseForbidden(address: string, url: URL, network: Network): void {
  const port = portOf(url);
  if (network.permits(address, port)) return;
  if (isPublicAddress(address) && !webPorts.has(port)) throw wrongPort(port);
  throw intoPrivate();
}

/** What is wrong with a name of which no address is known: its port, if that is none anyway; else whether there is such a host cannot be told. */
function notFound(url: URL, network: Network, options?: ErrorOptions): FetchFailure {
  const port = portOf(url);
  const isPermitted = sampleAddresses.some((address) => network.permits(address, port));
  if (!isPermitted && !webPorts.has(port)) return wrongPort(port);
  const reason = `the name ${hostOf(url)} cannot be looked up: is it right, and is this machine online?`;
  return new FetchFailure('unreachable', reason, options);
}

function wrongPort(port: number): FetchFailure {
  return new FetchFailure('address', `its address has port ${port}: expected one of ${[...webPorts].join(', ')}`);
}

function intoPrivate(): FetchFailure {
  return new FetchFailure('private', 'its address leads to this machine or into a private network');
}
