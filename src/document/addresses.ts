// An IP address → whether it is a public one. Names are not resolved here.
import { BlockList, isIP } from "node:net";

// Apart, since Node takes an IPv4 address for its IPv6 form when one list holds both.
const closed = { ipv4: new BlockList(), ipv6: new BlockList() };
// IANA special-purpose registries: this host, private, shared, loopback, link-local, protocol, documentation, benchmark, multicast, reserved.
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const)
  closed.ipv4.addSubnet(net, bits, "ipv4");
// All that is given out to the world lies in 2000::/3; within it, the ranges that are special or carry an IPv4 address inside, which could be any.
const given = new BlockList();
given.addSubnet("2000::", 3, "ipv6");
for (const [net, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  closed.ipv6.addSubnet(net, bits, "ipv6");

/** False for anything that is not an IP address, too. */
export function isPublic(address: string): boolean {
  const plain = address.split("%")[0]!;
  const version = isIP(plain);
  if (version === 0) return false;
  if (version === 4) return !closed.ipv4.check(plain, "ipv4");
  return given.check(plain, "ipv6") && !closed.ipv6.check(plain, "ipv6");
}
