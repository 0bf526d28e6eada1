import { BlockList, isIP } from 'node:net';
import { isLoopback, type ServeSettings } from '../../app/serve-settings.js';

/** Networks in which a proxy may stand in front of the server. */
const nearby = new BlockList();
for (const [network, bits] of [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  nearby.addSubnet(network, bits, 'ipv4');
}
nearby.addSubnet('fc00::', 7, 'ipv6');

/**
 * The address that a request came from. Where the server is said to be reached under another address and the request comes from
 * nearby, that is a proxy, and whoever it names last has sent it (`X-Forwarded-For`).
 */
export function readClientAddress(
  remote: string | undefined,
  forwardedFor: string | undefined,
  { publicUrl }: Pick<ServeSettings, 'publicUrl'>,
): string {
  const direct = plain(remote ?? '');
  const version = isIP(direct);
  const isProxy =
    publicUrl !== null &&
    version !== 0 &&
    (isLoopback(direct) || nearby.check(direct, version === 6 ? 'ipv6' : 'ipv4'));
  const named = plain(forwardedFor?.split(',').at(-1)?.trim() ?? '');
  return isProxy && isIP(named) !== 0 ? named : direct;
}

/**
 * Whether a request may name this host. A page elsewhere can make its own name stand for this machine (DNS rebinding), but not an
 * address; so names must be known, and addresses need not be.
 */
export function isKnownHost(host: string | undefined, { publicUrl }: Pick<ServeSettings, 'publicUrl'>): boolean {
  if (host === undefined || !/^[\w.:[\]-]+$/.test(host) || !URL.canParse(`http://${host}`)) return false;
  const { hostname } = new URL(`http://${host}`);
  if (hostname === 'localhost' || isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return true;
  return publicUrl !== null && new URL(publicUrl).hostname === hostname;
}

/** Who counts as one: an IPv4 address, or a network of IPv6 (its first 64 bits), since a household has as many addresses there as it likes. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [before = '', after = ''] = new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname
    .slice(1, -1)
    .split('::');
  const [first, last] = [before, after].map((groups) => (groups === '' ? [] : groups.split(':'))) as [
    string[],
    string[],
  ];
  const between = Array.from({ length: 8 - first.length - last.length }, () => '0');
  return `${[...first, ...between, ...last].slice(0, 4).join(':')}::/64`;
}

/** An IPv4 address that is written as one of IPv6 is that address. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}
