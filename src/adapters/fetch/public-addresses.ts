import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** Addresses of IPv4 that lead to this machine, its network, its host's services, or to nobody (RFC 6890 and later ones). */
const special4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8], // this network, unspecified
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // shared by a provider's customers (CGNAT)
  ['127.0.0.0', 8], // loopback
  ['168.63.129.16', 32], // services of Azure's host, though the address is a public one
  ['169.254.0.0', 16], // link-local, with the metadata of most hosts
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments, with the metadata of some hosts
  ['192.0.2.0', 24], // documentation
  ['192.88.99.0', 24], // relays of 6to4
  ['192.168.0.0', 16], // private
  ['198.18.0.0', 15], // benchmarking
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, broadcast
];

/** What of the public range of IPv6 is none to connect to; all that lies outside of that range is refused anyway. */
const special6: readonly (readonly [string, number])[] = [
  ['2001::', 23], // protocol assignments: Teredo, benchmarking, ORCHID
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4, which holds an address of IPv4
  ['3fff::', 20], // documentation
];

const refused = new BlockList();
for (const [net, prefix] of special4) refused.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of special6) refused.addSubnet(net, prefix, 'ipv6');

/** The range that public addresses are given out from (RFC 4291); loopback, mapped, link-local and unique local ones lie outside. */
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');

/** Addresses that stand for one of IPv4 in their last 32 bits where a network has no other (NAT64, RFC 6052). */
const translated = new BlockList();
translated.addSubnet('64:ff9b::', 96, 'ipv6');

/** Whether an address is one that anybody on the internet could reach; false for what is no address. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !refused.check(address, 'ipv4');
  if (!isIPv6(address) || address.includes('%')) return false;
  if (translated.check(address, 'ipv6')) return isPublicAddress(lastFour(address));
  return global6.check(address, 'ipv6') && !refused.check(address, 'ipv6');
}

/** The last 32 bits of an address of IPv6 as one of IPv4. */
function lastFour(address: string): string {
  const written = new URL(`http://[${address}]/`).hostname.slice(1, -1); // without dots, zeros left out
  const [high = 0, low = 0] = written
    .replace(/^.*::/, '0:0:')
    .split(':')
    .slice(-2)
    .map((group) => parseInt(group || '0', 16));
  return [high >> 8, high & 0xff, low >> 8, low & 0xff].join('.');
}
