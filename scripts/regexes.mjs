// npm run regexes: every regular expression in src/ and web/ that is not in regexes.json yet → the checker's verdict. Ends with 1 where one takes more than time linear in its text, or, where only short texts reach it, more than a few milliseconds.
// With --write the verdicts are kept, so that `npm run check` looks at new expressions only. Run by tsx, since expressions put together from parts are made by loading their modules.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "oxc-parser";
import { check } from "recheck";
import { parse as parseSvelte } from "svelte/compiler";
import { root } from "./ready.mjs";

const kept = join(root, "scripts", "regexes.json");
/** `safe`: hashes of expressions that were found linear. `longest`: of files, and of single expressions, the most characters that they are ever given; written by hand. `short`: hashes of expressions that are not linear, but quick enough on so many. */
const known = JSON.parse(readFileSync(kept, "utf8"));
const safe = new Set(known.safe);
const short = new Set(known.short);
/** Processor milliseconds that one of those may take for one text. */
const allowed = 3;
/** What takes the square of its text takes some hundred million steps for so many characters. */
const tried = { characters: 20_000, milliseconds: 20 };
const write = process.argv.includes("--write");

const files = ["src", "web"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
);

/** Expression → where it stands, each once. */
const found = new Map();
const note = (source, flags, where) => found.has(`/${source}/${flags}`) || found.set(`/${source}/${flags}`, { source, flags, where });

const composed = [];
for (const file of files) {
  const text = readFileSync(file, "utf8");
  const tree = file.endsWith(".svelte") ? parseSvelte(text, { modern: true }) : parseSync(file, text).program;
  const where = (at) => `${file.slice(root.length)}:${text.slice(0, at).split("\n").length}`;
  let makes = false;
  for (const node of nodesOf(tree)) {
    if (node.type === "Literal" && node.regex) note(node.regex.pattern, node.regex.flags, where(node.start));
    if (node.type === "NewExpression" && node.callee?.name === "RegExp") makes = true;
  }
  if (makes && file.endsWith(".ts")) composed.push(file);
}

// Those put together from parts, as their modules make them; not those of a package that they load. Made later, from what a caller gives: src/store/anchors.ts (words, with every mark escaped, and blanks) and web/page/selector.ts (fixed keys).
const Made = globalThis.RegExp;
let making = null;
globalThis.RegExp = new Proxy(Made, {
  construct(target, [pattern, flags], self) {
    const made = Reflect.construct(target, [pattern, flags], self === globalThis.RegExp ? target : self);
    const maker = new Error().stack.split("\n")[2] ?? "";
    if (making && typeof pattern === "string" && !maker.includes("/node_modules/")) note(made.source, made.flags, making);
    return made;
  },
});
for (const file of composed) {
  making = file.slice(root.length);
  await import(file);
}
globalThis.RegExp = Made;

function* nodesOf(node) {
  if (Array.isArray(node)) for (const each of node) yield* nodesOf(each);
  else if (node && typeof node === "object") {
    if (typeof node.type === "string") yield node;
    for (const [key, value] of Object.entries(node)) if (key !== "parent" && value && typeof value === "object") yield* nodesOf(value);
  }
}

const hash = (name) => createHash("sha256").update(name).digest("hex").slice(0, 12);
const fresh = [...found].filter(([name]) => !safe.has(hash(name)) && !short.has(hash(name)));
let failed = 0;
for (const [name, { source, flags, where }] of fresh) {
  const longest = known.longest[name] ?? known.longest[where.split(":")[0]];
  const verdict = await verdictOn(source, flags);
  if (verdict.status === "safe") {
    safe.add(hash(name));
    continue;
  }
  const vulnerable = verdict.status === "vulnerable";
  // A text as long as its caller ever gives it, made by the checker's attack.
  const milliseconds = longest && vulnerable ? slowest(source, flags, verdict.attack, longest) : Number.POSITIVE_INFINITY;
  if (milliseconds < allowed) {
    short.add(hash(name));
    process.stderr.write(`${where}: ${milliseconds.toFixed(2)} ms at most on ${longest} characters: ${name.slice(0, 60)} …\n`);
    continue;
  }
  failed++;
  const why = !vulnerable
    ? "could not be settled in 65 s"
    : longest
      ? `takes ${milliseconds.toFixed(1)} ms on ${longest} characters`
      : `takes ${verdict.complexity.summary} time on ${JSON.stringify(verdict.attack.pattern)}`;
  process.stderr.write(`readout: ${where}: ${name} ${why}: write it so that no text can be matched in two ways, or as a set of words\n`);
}
if (write) {
  const still = new Set([...found.keys()].map(hash));
  const sorted = (hashes) => [...hashes].filter((it) => still.has(it)).sort();
  writeFileSync(kept, `${JSON.stringify({ safe: sorted(safe), short: sorted(short), longest: known.longest }, null, 2)}\n`);
}
process.stderr.write(
  `${found.size} regular expressions, ${fresh.length} of them new${write ? "" : " (npm run regexes -- --write keeps their verdicts)"}; ${short.size} are given short texts only; ${failed} at fault\n`,
);
process.exit(failed > 0 ? 1 : 0);

/** By proof, else by search for a text that it is slow on; what the search takes for such a text is tried, since it counts a look behind and a bounded repetition as more than they cost. */
async function verdictOn(source, flags) {
  const proved = await check(source, flags, { timeout: 5000, randomSeed: 1 });
  if (proved.status === "safe" || (proved.status === "vulnerable" && proved.checker === "automaton")) return proved;
  let verdict = proved;
  for (let seed = 1; seed <= 3; seed++) {
    verdict = await check(source, flags, { checker: "fuzz", timeout: 60_000, randomSeed: seed });
    if (verdict.status !== "vulnerable") return verdict;
    if (slowest(source, flags, verdict.attack, tried.characters, 1) > tried.milliseconds) return verdict;
  }
  return { status: "safe" };
}

/** @returns processor milliseconds of the slowest of the attack's texts of up to `longest` characters */
function slowest(source, flags, { pumps, suffix }, longest, runs = 20) {
  const pattern = new RegExp(source, flags.replace(/[gy]/g, ""));
  const fixed = suffix.length + pumps.reduce((sum, { prefix }) => sum + prefix.length, 0);
  const pumped = pumps.reduce((sum, { pump }) => sum + pump.length, 0);
  const times = Math.max(1, Math.floor((longest - fixed) / pumped));
  const text = (pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join("") + suffix).slice(-Math.max(longest, fixed));
  let most = 0;
  for (const each of [text, text.slice(0, longest - 1) + "\n"]) {
    pattern.test(each);
    const begun = process.cpuUsage();
    for (let i = 0; i < runs; i++) pattern.test(each);
    const { user, system } = process.cpuUsage(begun);
    most = Math.max(most, (user + system) / 1000 / runs);
  }
  return most;
}
