// npm run regexes: every regular expression in src/ and web/ that is not in regexes.json yet → the checker's verdict. Ends with 1 where one takes more than time linear in its text.
// With --write the verdicts are kept, so that `npm run check` looks at new expressions only. Run by tsx, since expressions put together from parts are made by loading their modules.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "oxc-parser";
import { check } from "recheck";
import { parse as parseSvelte } from "svelte/compiler";
import { root } from "./ready.mjs";

const kept = join(root, "scripts", "regexes.json");
/** `safe`: hashes of expressions that were found linear. `bounded`: expressions that are not, or could not be settled, and what bounds the text that they are given, or that they are still to be mended. */
const known = JSON.parse(readFileSync(kept, "utf8"));
const safe = new Set(known.safe);
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

// Those put together from parts, as their modules make them. Made later, from what a caller gives: src/store/anchors.ts (words, with every mark escaped, and blanks) and web/page/selector.ts (fixed keys).
const Made = globalThis.RegExp;
let making = null;
globalThis.RegExp = new Proxy(Made, {
  construct(target, [pattern, flags], self) {
    const made = Reflect.construct(target, [pattern, flags], self === globalThis.RegExp ? target : self);
    if (making && typeof pattern === "string") note(made.source, made.flags, making);
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
const fresh = [...found].filter(([name]) => !safe.has(hash(name)) && !Object.hasOwn(known.bounded, name));
let failed = 0;
for (const [name, { source, flags, where }] of fresh) {
  // By proof, else by search for a text that it is slow on.
  const proved = await check(source, flags, { timeout: 5000, randomSeed: 1 });
  const verdict = proved.status === "unknown" ? await check(source, flags, { checker: "fuzz", timeout: 15_000, randomSeed: 1 }) : proved;
  if (verdict.status === "safe") {
    safe.add(hash(name));
    continue;
  }
  failed++;
  const why =
    verdict.status === "vulnerable"
      ? `takes ${verdict.complexity.summary} time on ${JSON.stringify(verdict.attack.pattern)}`
      : "could not be settled in 20 s";
  process.stderr.write(`readout: ${where}: ${name} ${why}: write it so that no text can be matched in two ways, or as a set of words\n`);
}
if (write) {
  const still = new Set([...found.keys()].map(hash));
  const bounded = Object.fromEntries(Object.entries(known.bounded).filter(([name]) => found.has(name)));
  writeFileSync(kept, `${JSON.stringify({ safe: [...safe].filter((it) => still.has(it)).sort(), bounded }, null, 2)}\n`);
}
process.stderr.write(
  `${found.size} regular expressions, ${fresh.length} of them new${write ? "" : " (npm run regexes -- --write keeps their verdicts)"}; ${failed} at fault\n`,
);
process.exit(failed > 0 ? 1 : 0);
