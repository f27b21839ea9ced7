// PolNeAR's articles with brat annotation × a reading → exact F1 of source, cue and content spans. Measure only.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Statement } from "../src/events/types.ts";

export interface Share {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export const f1 = (hit: number, got: number, want: number): Share => ({
  precision: got ? hit / got : 0,
  recall: want ? hit / want : 0,
  f1: got + want ? (2 * hit) / (got + want) : 0,
});

const ROLES = ["source", "cue", "content"] as const;

/** @param read an article's text → its statements, spans in UTF-16 units of the text */
export async function measurePolnear(
  folder: string,
  read: (text: string) => Promise<readonly Statement[]>,
): Promise<{ articles: number; source: Share; cue: Share; content: Share }> {
  const files = readdirSync(folder).filter((f) => f.endsWith(".ann"));
  const counts = { source: [0, 0, 0], cue: [0, 0, 0], content: [0, 0, 0] };
  for (const file of files) {
    const text = readFileSync(join(folder, file.replace(/_[0-9a-f]{4}\.ann$/, ".txt")), "utf8");
    const units = unitsOf(text);
    const gold = { source: new Set<string>(), cue: new Set<string>(), content: new Set<string>() };
    for (const line of readFileSync(join(folder, file), "utf8").split("\n")) {
      const m = /^T\d+\t(Source|Cue|Content) ([\d ;]+)\t/.exec(line);
      if (!m) continue;
      const parts = m[2]!.split(";").map((p) => p.split(" ").map((n) => units[Number(n)] ?? text.length) as [number, number]);
      gold[m[1]!.toLowerCase() as (typeof ROLES)[number]].add(key(parts));
    }
    const mine = { source: new Set<string>(), cue: new Set<string>(), content: new Set<string>() };
    for (const s of joined(await read(text))) {
      if (s.source) mine.source.add(key([[s.source.start, s.source.end + (closesApposition(text, s.source) ? 1 : 0)]]));
      if (s.cue) mine.cue.add(key([[s.cue.start, s.cue.end]]));
      if (s.content.length) mine.content.add(key(s.content.map((c) => [c.start, c.end])));
    }
    for (const role of ROLES) {
      for (const k of mine[role]) if (gold[role].has(k)) counts[role][0]!++;
      counts[role][1]! += mine[role].size;
      counts[role][2]! += gold[role].size;
    }
  }
  const share = (c: number[]): Share => f1(c[0]!, c[1]!, c[2]!);
  return { articles: files.length, source: share(counts.source), cue: share(counts.cue), content: share(counts.content) };
}

/** PolNeAR takes the comma behind an apposition into the source ("Ann Lee, a lawyer," said); the record leaves it out. */
const closesApposition = (text: string, { start, end }: { start: number; end: number }): boolean =>
  text[end] === "," && text.slice(start, end).includes(",");

/** PolNeAR takes a quotation over several sentences as one content: sentences without a cue of their own go with the statement beside them. */
function joined(statements: readonly Statement[]): Statement[] {
  const out: Statement[] = [];
  let waiting: Statement[] = [];
  for (const s of statements) {
    const last = out.at(-1);
    const same = (a: Statement, b: Statement): boolean => a.source?.start === b.source?.start;
    if (s.cue) {
      const mine = waiting.filter((w) => same(w, s));
      out.push(mine.length ? { ...s, content: [...mine.flatMap((w) => w.content), ...s.content] } : s);
      waiting = [];
    } else if (last && same(last, s)) out[out.length - 1] = { ...last, content: [...last.content, ...s.content] };
    else waiting.push(s);
  }
  return [...out, ...waiting];
}

/** Neighbouring parts count as one. */
function key(parts: readonly (readonly [number, number])[]): string {
  const out: [number, number][] = [];
  for (const [a, b] of [...parts].sort((x, y) => x[0] - y[0])) {
    const last = out.at(-1);
    if (last && a - last[1] <= 1) last[1] = b;
    else out.push([a, b]);
  }
  return out.join(";");
}

/** brat counts code points; the record counts UTF-16 units. */
function unitsOf(text: string): number[] {
  const units: number[] = [];
  let at = 0;
  for (const c of text) {
    units.push(at);
    at += c.length;
  }
  units.push(at);
  return units;
}
