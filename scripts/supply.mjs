// What ships, as package-lock.json has it → faults: a licence that is not free, a package without a checksum, a script that runs at installation, a weakness that the registry knows.
// Where the registry answers no audit, the last line says why. Part of npm run check.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

/** Licences that let anybody use, change and pass on, without asking that what uses them be the same. */
const FREE = new Set(["0BSD", "Apache-2.0", "BlueOak-1.0.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "MIT", "Unlicense", "Zlib"]);
/** Packages that may run a script when they are installed; .npmrc keeps it from fetching anything. */
const SCRIPTED = new Set(["onnxruntime-node"]);

/** "(MIT OR GPL-3.0)" is free, "(MIT AND GPL-3.0)" is not; where both words stand, all that is named must be. */
function isFree(licence = "") {
  const names = licence.replace(/[()]/g, "").split(/ (?:OR|AND) /);
  const free = (name) => FREE.has(name.trim());
  return licence.includes(" AND ") ? names.every(free) : names.some(free);
}

/** @param lock of package-lock.json, version 3 @returns production packages and what is wrong, each as a line */
export function supplyOf(lock) {
  const packages = Object.entries(lock.packages).filter(([path, { dev, link }]) => path !== "" && !dev && !link);
  const faults = [];
  let count = 0;
  for (const [path, { version, license, integrity, hasInstallScript, resolved }] of packages) {
    // Of this repository itself: what stands in for a package that nobody needs.
    if (!path.includes("node_modules/")) continue;
    if (resolved !== undefined && !resolved.includes("://")) continue;
    const name = path.split("node_modules/").at(-1);
    count++;
    if (!isFree(license)) faults.push(`${name} ${version}: has the licence ${license ?? "of nobody knows what"}: replace it`);
    if (!/^sha512-/.test(integrity ?? "")) faults.push(`${name} ${version}: has no SHA-512 in package-lock.json: install it anew`);
    if (hasInstallScript && !SCRIPTED.has(name)) faults.push(`${name} ${version}: runs a script when it is installed: replace it`);
  }
  return { count, faults };
}

/**
 * @param said what `npm audit --json` wrote, null where it did not end in time
 * @returns lines of known weaknesses, or why there is no answer
 */
export function weaknessesOf(said) {
  if (said === null) return { silent: "no answer in 20 seconds" };
  try {
    const { vulnerabilities, message, error } = JSON.parse(said);
    if (vulnerabilities === undefined) return { silent: String(message ?? error?.summary ?? "no list of weaknesses").split(" - ")[0] };
    return {
      known: Object.values(vulnerabilities).map(
        ({ name, severity, range }) => `${name} ${range}: has a known weakness (${severity}): see npm audit`,
      ),
    };
  } catch {
    return { silent: "its answer is not JSON" };
  }
}

function audited() {
  const asked = ["audit", "--omit=dev", "--json", "--fetch-retries=0"];
  const { stdout, error } = spawnSync("npm", asked, {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    encoding: "utf8",
    timeout: 20_000,
  });
  return weaknessesOf(error ? null : stdout);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { count, faults } = supplyOf(JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8")));
  const { known = [], silent } = audited();
  for (const fault of [...faults, ...known]) process.stderr.write(`readout: ${fault}\n`);
  const audit =
    silent === undefined
      ? `${known.length} known weaknesses`
      : `known weaknesses not looked up, since the registry answers no audit (${silent})`;
  process.stdout.write(`${count} packages ship, all freely licensed and with checksums: ${faults.length === 0 ? "yes" : "no"}; ${audit}\n`);
  process.exit(faults.length + known.length > 0 ? 1 : 0);
}
