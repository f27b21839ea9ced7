// ReadoutRecord → the page as Markdown, for notes, issues and wikis.
import type { Act } from "./items.ts";
import { outlineOf } from "./outline.ts";
import type { ReadoutRecord } from "./types.ts";

/** CommonMark that ends in a line feed; words of the article cannot become markup. */
export function writeMarkdown(record: ReadoutRecord): string {
  const outline = outlineOf(record);
  const blocks = [`# ${plain(outline.title)}`];
  if (outline.credits.length > 0) blocks.push(`*${outline.credits.map(plain).join(" · ")}*`);
  blocks.push(plain(outline.summary));
  if (outline.note) blocks.push(`**${outline.note}**`);
  for (const { title, groups } of outline.sections) {
    blocks.push(`## ${title}`);
    for (const { heading, says, items, more } of groups) {
      if (heading !== null) blocks.push(`${says ? "According to " : ""}**${plain(heading)}**:`);
      const lines = items.map(({ acts, lead, quote, place, also }) => {
        const what = acts.map(phrase).join(" and ");
        return `- ${what ? `${what}: ` : ""}${lead ? `${plain(lead)} ` : ""}${plain(quote)} \`${place}\`${also ? ` (${also})` : ""}`;
      });
      if (more > 0) lines.push(`- and ${more} more`);
      blocks.push(lines.join("\n"));
    }
  }
  if (outline.voices.length > 0 || outline.asides.length > 0) blocks.push("## How it is told");
  if (outline.voices.length > 0)
    blocks.push(
      [
        "| voice | sentences | share |",
        "| --- | ---: | ---: |",
        ...outline.voices.map((v) => `| ${v.voice} | ${v.count} | ${v.percent}% |`),
      ].join("\n"),
    );
  if (outline.asides.length > 0) blocks.push(outline.asides.map((aside) => `- ${plain(aside)}`).join("\n"));
  return `${blocks.join("\n\n")}\n`;
}

const phrase = ({ actor, type, modes, recipient, notes }: Act): string =>
  `**${plain(actor)}** ${type}${modes && ` ${modes}`}${recipient && ` → **${plain(recipient)}**`}${notes.map((note) => ` · ${plain(note)}`).join("")}`;

const plain = (text: string): string => text.replace(/[\\`*_[\]<>|#~&]/g, "\\$&").replace(/^(\d+)([.)])/, "$1\\$2");
