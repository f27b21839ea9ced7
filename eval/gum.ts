// A GUM treebank file → its documents as running text, with the mentions of entities that people marked and the chain each belongs to.
import type { Span } from "../src/span.ts";
import { contents } from "./treebank.ts";

export interface GumMention extends Span {
  /** Where the word starts that heads it, by the treebank's own tree. */
  readonly head: number;
  /** person, organization, place, animal, plant, object, event, time, abstract, substance. */
  readonly kind: string;
  /** Mentions of one entity share it; unique in the document. */
  readonly chain: string;
}

export interface GumDocument {
  readonly id: string;
  /** ISO 8601, or null. */
  readonly published: string | null;
  readonly text: string;
  readonly mentions: readonly GumMention[];
  /** Start of the head word of what `span` covers, by the gold tree; null where no word starts in it. */
  headOf(span: Span): number | null;
}

interface Word extends Span {
  /** Index of the head word in the document, -1 for a root. */
  readonly head: number;
  readonly entities: string;
}

/** Paragraphs are rebuilt from `# newpar` and parted by a blank line, their sentences joined by one space. */
export const gumDocuments = (path: string): GumDocument[] =>
  contents(path)
    .split(/^(?=# newdoc id)/m)
    .filter((part) => part.startsWith("# newdoc id"))
    .map(document);

function document(conllu: string): GumDocument {
  const words: Word[] = [];
  let text = "";
  for (const block of conllu.split("\n\n")) {
    const rows = block.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
    if (rows.length === 0) continue;
    if (/^# newpar\b/m.test(block)) text = text.trimEnd() + (text === "" ? "" : "\n\n");
    const first = words.length;
    // Of "don't" the parts stand side by side, and the line before them tells what follows.
    let [glued, after] = [0, ""];
    for (const row of rows) {
      const [id = "", form = "", , , , , head, , , misc = ""] = row.split("\t");
      const space = /(?:^|\|)SpaceAfter=No/.test(misc) ? "" : " ";
      const range = /^(\d+)-(\d+)$/.exec(id);
      if (range) {
        glued = Number(range[2]) - Number(range[1]) + 1;
        after = space;
      }
      if (!/^\d+$/.test(id)) continue;
      const entities = /(?:^|\|)Entity=([^|]*)/.exec(misc)?.[1] ?? "";
      words.push({
        start: text.length,
        end: text.length + form.length,
        head: Number(head) === 0 ? -1 : first + Number(head) - 1,
        entities,
      });
      text += form + (glued > 0 ? (--glued === 0 ? after : "") : space);
    }
    if (!text.endsWith(" ")) text += " ";
  }
  const headAmong = (from: number, to: number): number => {
    for (let at = from; at < to; at++) if (words[at]!.head < from || words[at]!.head >= to) return at;
    return from;
  };
  return {
    id: /^# newdoc id = (.+)$/m.exec(conllu)?.[1] ?? "",
    published: /^# meta::dateCreated = (\d{4}-\d\d-\d\d)$/m.exec(conllu)?.[1] ?? null,
    text: text.trimEnd(),
    mentions: mentionsOf(words).map(({ from, to, kind, chain }) => ({
      start: words[from]!.start,
      end: words[to - 1]!.end,
      head: words[headAmong(from, to)]!.start,
      kind,
      chain,
    })),
    headOf({ start, end }) {
      const from = words.findIndex((word) => word.end > start);
      let to = from;
      while (to >= 0 && to < words.length && words[to]!.start < end) to++;
      return from < 0 || to === from ? null : words[headAmong(from, to)]!.start;
    },
  };
}

/** "(3-person-…" opens a mention, "3)" closes it, "(3-person-…)" is one word. */
function mentionsOf(words: readonly Word[]): { from: number; to: number; kind: string; chain: string }[] {
  const open: { from: number; kind: string; chain: string }[] = [];
  const mentions: { from: number; to: number; kind: string; chain: string }[] = [];
  words.forEach(({ entities }, at) => {
    for (const [, opened, kind, alone, closed] of entities.matchAll(/\((\d+)-([a-z]+)-[^()]*(\))?|(\d+)\)/g)) {
      if (opened && alone) mentions.push({ from: at, to: at + 1, kind: kind!, chain: opened });
      else if (opened) open.push({ from: at, kind: kind!, chain: opened });
      else {
        const found = open.findLastIndex(({ chain }) => chain === closed);
        if (found >= 0) mentions.push({ ...open.splice(found, 1)[0]!, to: at + 1 });
      }
    }
  });
  return mentions;
}
