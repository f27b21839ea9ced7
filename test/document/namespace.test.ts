// Redirects and names that change their address, on a network of its own where private addresses are really there: nothing is asked of them.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const addresses = ["93.184.215.14/32", "10.1.2.3/32", "169.254.169.254/32", "192.168.1.1/32", "fd00::1/128"];
const setUp = [
  "set -e",
  "ip link set lo up",
  ...addresses.map((address) => `ip addr add ${address} dev lo`),
  'names=$(mktemp); echo "nameserver 127.0.0.53" > "$names"; mount --bind "$names" /etc/resolv.conf; rm "$names"',
].join("\n");
const apart = (script: string) => spawnSync("unshare", ["-rnm", "sh", "-c", `${setUp}\n${script}`], { encoding: "utf8" });
const possible = apart("true").status === 0;

describe("in a network of its own", () => {
  it.skipIf(!possible)("no redirect and no name leads to a private address (skipped where unshare, ip and mount may not be used)", () => {
    const program = fileURLToPath(new URL("namespace-program.ts", import.meta.url));
    const { stdout, stderr } = apart(`exec "${process.execPath}" --import "${createRequire(import.meta.url).resolve("tsx")}" "${program}"`);
    expect(stderr).toBe("");
    const { results, secrets, asked } = JSON.parse(stdout) as { results: Record<string, string>; secrets: string[]; asked: number };
    const [[first, open], ...others] = Object.entries(results) as [[string, string], ...[string, string][]];
    expect([first, open]).toEqual(["http://news.example/", "open"]);
    expect(others).toHaveLength(15);
    for (const [address, said] of others) expect(said, address).toContain("is an address within a private network");
    expect(secrets).toEqual([]);
    // It was asked for again at each connection, and told this machine from the second time on.
    expect(asked).toBeGreaterThan(1);
  });
});
