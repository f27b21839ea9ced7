// npm run eval -- --rules: how often each rule speaks on all articles at hand, and what reading without it costs on every measure of hand-coded ones → docs/rules.md.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadDictionary } from "../src/actors/load.ts";
import { readDocument } from "../src/document/document.ts";
import { type Note, traced, without } from "../src/grammar/trace.ts";
import { PROMISES_MADE, STANDS, TAKEN } from "../src/negotiation/rules.ts";
import { stepsOf } from "../src/path.ts";
import { openReader } from "../src/read.ts";
import type { ReadoutRecord } from "../src/record/types.ts";
import { ACT_RULES } from "../src/rules/all.ts";
import type { Rule } from "../src/rules/rule.ts";
import type { Tagged } from "../src/tag/types.ts";
import { codingOf, codings, compare } from "./gold.ts";
import { measureNegotiations } from "./negotiation.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const shared = join(root, "..", "shared", "data");
const RULES: readonly Rule[] = [...ACT_RULES, ...[STANDS, PROMISES_MADE, TAKEN].flatMap((rows) => Object.values<Rule>(rows))];

/** F1 in per cent, by the name of what is measured. */
type Scores = Readonly<Record<string, number>>;

/** Reads every article once by the model and then by the rules, with all of them and without each that spoke there. */
export async function writeRules(): Promise<void> {
  const reader = await openReader({ threads: 0 });
  const folders = [join(shared, "articles"), join(root, "examples")].filter(existsSync);
  const texts = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".txt"))
      .sort()
      .map((name) => readFileSync(join(folder, name), "utf8")),
  );
  const dictionary = loadDictionary();
  const { recordFrom } = stepsOf({
    engine: reader.engine,
    dictionary,
    places: () => ({ placeOf: () => ({ country: null, lat: null, lon: null }) }) as never,
  });
  const articles: { text: string; read: Tagged; record: ReadoutRecord; notes: readonly Note[] }[] = [];
  for (const text of texts) {
    const { read } = await reader.why(await readDocument(text, "text", { id: "eval", language: "en" }));
    const { value, notes } = traced(() => recordFrom(read));
    articles.push({ text, read, record: value, notes });
  }
  const base = await scoresOf((text) => articles.find((one) => one.text === text)!.record);
  const rows = [];
  for (const rule of RULES) {
    const own = ({ rule: name, effect }: Note): boolean => name === rule.name && effect !== "kept";
    const spoken = articles.filter(({ notes }) => notes.some(own));
    const times = spoken.reduce((sum, { notes }) => sum + notes.filter(own).length, 0);
    const agreed = articles.reduce(
      (sum, { notes }) => sum + notes.filter((one) => one.rule === rule.name && one.effect === "kept").length,
      0,
    );
    const changed = new Map(spoken.map(({ text, read }) => [text, without(new Set([rule.name]), () => recordFrom(read))]));
    const scores =
      spoken.length === 0 ? base : await scoresOf((text) => changed.get(text) ?? articles.find((one) => one.text === text)!.record);
    rows.push({
      rule,
      times,
      agreed,
      in: spoken.length,
      cost: Object.entries(base).map(([name, score]) => [name, score - scores[name]!] as const),
    });
    process.stderr.write(`${rule.name} ${times}\n`);
  }
  await reader.close();
  writeFileSync(join(root, "docs", "rules.md"), pageOf(rows, articles.length, base, reader.engine.model));
}

async function scoresOf(recordOf: (text: string) => ReadoutRecord): Promise<Scores> {
  const all = codings(join(root, "training", "eval"), join(shared, "articles"));
  const first = all.filter((one, i) => all.findIndex((other) => other.coding.article === one.coding.article) === i);
  const { type, dyad, statements, auxiliary } = compare(
    first.map(({ coding, text }) => ({ gold: coding, other: codingOf(coding.article, recordOf(text)) })),
  );
  const folder = join(root, "training", "eval", "negotiation");
  const seen = await measureNegotiations(folder, join(shared, "articles"), async (text) => recordOf(text));
  const unseen = await measureNegotiations(join(folder, "unseen"), join(shared, "articles"), async (text) => recordOf(text));
  return {
    type: 100 * type.f1,
    countries: 100 * dyad.f1,
    statements: 100 * statements.f1,
    auxiliary: 100 * auxiliary,
    ...(seen && {
      positions: 100 * seen.mine.positions.f1,
      commitments: 100 * seen.mine.commitments.f1,
      reactions: 100 * seen.mine.reactions.f1,
    }),
    ...(unseen && { "positions, unseen": 100 * unseen.mine.positions.f1 }),
  };
}

interface Row {
  readonly rule: Rule;
  readonly times: number;
  readonly agreed: number;
  readonly in: number;
  readonly cost: readonly (readonly [string, number])[];
}

function pageOf(rows: readonly Row[], articles: number, base: Scores, model: string): string {
  const cost = ({ cost }: Row): string =>
    cost
      .filter(([, points]) => Math.abs(points) >= 0.05)
      .map(([name, points]) => `${name} ${points > 0 ? "−" : "+"}${Math.abs(points).toFixed(1)}`)
      .join(", ") || "–";
  const speaks = rows.filter(({ times }) => times > 0);
  const cell = (text: string): string => text.replaceAll("|", "\\|");
  return [
    "# Rules",
    "",
    `Written by \`npm run eval -- --rules\` with model \`${model}\`, on ${articles} articles. ${speaks.length} of ${rows.length} rules changed something there. \`readout why\` names them ([why.md](why.md)).`,
    "",
    `Times: how often it changed, added or dropped something, and in how many articles; in brackets how often it only said what the model says itself. Without it: what reading without the rule does to F1 (auxiliary: accuracy) on the hand-coded articles, in points. With all: ${Object.entries(
      base,
    )
      .map(([name, score]) => `${name} ${score.toFixed(1)}`)
      .join(", ")}.`,
    "",
    "| rule | why | fires | spares | times | without it |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows.map(
      (row) =>
        `| ${row.rule.name} | ${cell(row.rule.why)} | ${cell(row.rule.fires)} | ${cell(row.rule.spares)} | ${row.times}${row.in > 0 ? ` in ${row.in}` : ""}${row.agreed > 0 ? ` (${row.agreed})` : ""} | ${cost(row)} |`,
    ),
    "",
  ].join("\n");
}
