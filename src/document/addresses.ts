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
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const)
  closed.ipv4.addSubnet(net, bits, "ipv4");
// Besides those, the ranges that carry an IPv4 address inside, since it could be any of the above.
for (const [net, bits] of [
  ["::", 96],
  ["::ffff:0:0", 96],
  ["64:ff9b::", 96],
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8],
] as const)
  closed.ipv6.addSubnet(net, bits, "ipv6");

/** False for anything that is not an IP address, too. */
export function isPublic(address: string): boolean {
  const plain = address.split("%")[0]!;
  const version = isIP(plain);
  if (version === 0) return false;
  const family = version === 4 ? "ipv4" : "ipv6";
  return !closed[family].check(plain, family);
}
