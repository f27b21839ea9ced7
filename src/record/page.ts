// ReadoutRecord → a page of text to read in a terminal. Signs carry what colours say, so that it reads the same without them.
import type { Act } from "./items.ts";
import { outlineOf } from "./outline.ts";
import type { ReadoutRecord } from "./types.ts";
import { columns, paint, type Run, wrap } from "./wrap.ts";

export interface PageOptions {
  /** Columns of the page; 80 to 100 read best. */
  readonly width: number;
  readonly colour: boolean;
}

/** Hollow for words, filled for deeds; diamonds for cooperation, triangles for conflict. */
const signs = { 1: "◇", 2: "◆", 3: "△", 4: "▲" } as const;
const legend = "◇ words and ◆ deeds of cooperation · △ words and ▲ deeds of conflict";
const barWidth = 30;

/** The page, each line ended by a line feed, none wider than `width` unless a single word is. */
export function writePage(record: ReadoutRecord, options: PageOptions): string {
  const outline = outlineOf(record);
  const lines: string[] = [];
  const put = (runs: readonly Run[], first = "", rest = first) => lines.push(...wrap(runs, options, first, rest));
  const heading = (title: string) => lines.push("", paint(title.toUpperCase(), "bold", options.colour), "");

  put([{ text: outline.title, style: "bold" }]);
  if (outline.credits.length > 0) put([{ text: outline.credits.join(" · "), style: "dim" }]);
  lines.push("");
  put([{ text: outline.summary }]);
  if (outline.note) put([{ text: outline.note, style: "bold" }]);

  for (const { title, groups } of outline.sections) {
    heading(title);
    groups.forEach(({ heading: head, says, items, more }, at) => {
      const indent = head === null ? "  " : "    ";
      if (at > 0) lines.push("");
      if (head !== null) put([...(says ? [{ text: "according to" }] : []), { text: head, style: "bold" }], "  ");
      for (const item of items) {
        for (const act of item.acts) put(actRuns(act), indent, `${indent}    `);
        const also = item.also ? [{ text: fixed(`· ${item.also}`), style: "dim" as const }] : [];
        put(
          [
            ...(item.lead ? [{ text: fixed(item.lead), style: "dim" as const }] : []),
            { text: item.quote },
            { text: fixed(item.place), style: "dim" },
            ...also,
          ],
          item.acts.length > 0 ? `${indent}  ` : `${indent}– `,
          `${indent}  `,
        );
      }
      if (more > 0) put([{ text: `and ${more} more`, style: "dim" }], `${indent}  `);
    });
  }
  if (outline.sections.some(({ groups }) => groups.some(({ items }) => items.some(({ acts }) => acts.length > 0)))) {
    lines.push("");
    put([{ text: legend, style: "dim" }], "  ");
  }

  if (outline.voices.length > 0 || outline.asides.length > 0) heading("How it is told");
  for (const { voice, count, percent } of outline.voices) {
    const filled = Math.round((percent / 100) * barWidth);
    const bar = "█".repeat(filled) + paint("░".repeat(barWidth - filled), "dim", options.colour);
    lines.push(`  ${voice.padEnd(11)}${bar} ${`${percent}%`.padStart(4)} ${paint(`(${count})`, "dim", options.colour)}`);
  }
  if (outline.voices.length > 0 && outline.asides.length > 0) lines.push("");
  for (const aside of outline.asides) put([{ text: aside }], "  ", "    ");
  return `${lines.join("\n")}\n`;
}

function actRuns({ quad, actor, type, modes, recipient, notes }: Act): Run[] {
  const style = quad === null ? {} : { style: quad <= 2 ? ("good" as const) : ("bad" as const) };
  return [
    { text: quad === null ? "·" : signs[quad], ...style },
    { text: actor, style: "bold" },
    { text: type, ...style },
    { text: modes },
    ...(recipient ? [{ text: "→" }, { text: recipient, style: "bold" as const }] : []),
    // A short note stays on one line with its dot.
    ...notes.map((note) => ({ text: columns(note) <= 40 ? fixed(`· ${note}`) : `· ${note}`, style: "dim" as const })),
  ];
}

const fixed = (text: string): string => text.replaceAll(" ", "\u00a0");
