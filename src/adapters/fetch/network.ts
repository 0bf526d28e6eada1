import { lookup } from 'node:dns/promises';
import { isPublicAddress } from './public-addresses.js';

/** All addresses of a host, as the system or a test's own resolver gives them; rejects where there are none. */
type Resolve = (host: string) => Promise<readonly string[]>;

/** What stands between a fetch and the network. Only code can give another than the system's own: no setting leads here. */
export interface Network {
  readonly resolve: Resolve;
  /** Whether this address may be connected to at this port; it is what will be connected to. */
  permits(address: string, port: number): boolean;
}

/** Where web servers listen; at other ports it is other services that would be sent requests. */
export const webPorts: ReadonlySet<number> = new Set([80, 443, 8080, 8443]);

/** The system's names, public addresses, and the ports of web servers. */
export const publicNetwork: Network = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  permits: (address, port) => webPorts.has(port) && isPublicAddress(address),
};
