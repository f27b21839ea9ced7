// npm run eval -- --rules: how often each rule speaks in all texts at hand, and what reading without it costs on every measure → docs/rules.md.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Note, traced, without } from "../src/grammar/trace.ts";
import { PROMISES_MADE, STANDS, TAKEN } from "../src/negotiation/rules.ts";
import type { ReadoutRecord } from "../src/record/types.ts";
import { ACT_RULES } from "../src/rules/all.ts";
import type { Rule } from "../src/rules/rule.ts";
import { openLab, type Scores, type Texts } from "./lab.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const RULES: readonly Rule[] = [...ACT_RULES, ...[STANDS, PROMISES_MADE, TAKEN].flatMap((rows) => Object.values<Rule>(rows))];

interface Read {
  readonly set: Texts;
  readonly records: readonly ReadoutRecord[];
  /** Of each record. */
  readonly notes: readonly (readonly Note[])[];
  readonly scores: Scores;
}

interface Row {
  readonly rule: Rule;
  readonly times: number;
  readonly agreed: number;
  /** Texts. */
  readonly in: number;
  /** What is lost without it. */
  readonly cost: Scores;
}

/** Reads every text by the rules, with all of them and without each that spoke there. */
export async function writeRules(): Promise<void> {
  const { sets, recordFrom, model } = await openLab();
  const all: Read[] = [];
  for (const set of sets) {
    const read = set.read.map((one) => traced(() => recordFrom(one)));
    const records = read.map(({ value }) => value);
    all.push({ set, records, notes: read.map(({ notes }) => notes), scores: await set.measure(records) });
  }
  const base = Object.assign({}, ...all.map(({ scores }) => scores)) as Scores;
  const rows: Row[] = [];
  for (const rule of RULES) {
    const own = ({ rule: name, effect }: Note): boolean => name === rule.name && effect !== "kept";
    const cost: Record<string, number> = {};
    let [times, texts, agreed] = [0, 0, 0];
    for (const { set, records, notes, scores } of all) {
      const spoken = new Set(notes.flatMap((list, i) => (list.some(own) ? [i] : [])));
      texts += spoken.size;
      times += notes.flat().filter(own).length;
      agreed += notes.flat().filter((one) => one.rule === rule.name && one.effect === "kept").length;
      if (spoken.size === 0) continue;
      const changed = without(new Set([rule.name]), () => records.map((one, i) => (spoken.has(i) ? recordFrom(set.read[i]!) : one)));
      for (const [name, score] of Object.entries(await set.measure(changed))) cost[name] = scores[name]! - score;
    }
    rows.push({ rule, times, agreed, in: texts, cost });
    process.stderr.write(`${rule.name} ${times} ${costOf(cost)}\n`);
  }
  writeFileSync(join(root, "docs", "rules.md"), pageOf(rows, all, base, model));
}

/** Differences less than this are not told. */
const LEAST = 0.05;

const costOf = (cost: Scores): string =>
  Object.entries(cost)
    .filter(([, points]) => Math.abs(points) >= LEAST)
    .map(([name, points]) => `${name} ${points > 0 ? "−" : "+"}${Math.abs(points).toFixed(1)}`)
    .join(", ") || "–";

function pageOf(rows: readonly Row[], all: readonly Read[], base: Scores, model: string): string {
  const speaks = rows.filter(({ times }) => times > 0);
  const cell = (text: string): string => text.replaceAll("|", "\\|");
  const texts = all.map(({ set: { name, texts } }) => `${texts.length} of ${name}`).join(", ");
  return [
    "# Rules",
    "",
    `Written by \`npm run eval -- --rules\` with model \`${model}\`, on ${texts}. ${speaks.length} of ${rows.length} rules changed something there. \`readout why\` names them ([why.md](why.md)).`,
    "",
    `Times: how often it changed, added or dropped something, and in how many texts; in brackets how often it only said what the model says itself. Without it: what reading without the rule does to F1 on the hand-coded articles and packs (auxiliary: accuracy; actors, recipients: right codes), to what PolNeAR and PLV say (pairs: F1 of what the marked one does to the other, in the record), and to the share of right readings of eval/frames.ts's sentences (swaps to history), in points. With all: ${Object.entries(
      base,
    )
      .map(([name, score]) => `${name} ${score.toFixed(1)}`)
      .join(", ")}.`,
    "",
    "| rule | why | fires | spares | times | without it |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows.map(
      (row) =>
        `| ${row.rule.name} | ${cell(row.rule.why)} | ${cell(row.rule.fires)} | ${cell(row.rule.spares)} | ${row.times}${row.in > 0 ? ` in ${row.in}` : ""}${row.agreed > 0 ? ` (${row.agreed})` : ""} | ${costOf(row.cost)} |`,
    ),
    "",
  ].join("\n");
}
