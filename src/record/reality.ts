// An event of a record → what it is told as: a fact, or only a saying, a denial, a plan, a judgement, a heading. Counts of what happened are of facts. Pure.
import { REALITIES, type Reality } from "../codebook.ts";
import type { Event } from "../events/types.ts";
import { byId } from "../kept.ts";
import { slice } from "../span.ts";
import type { ReadoutRecord } from "./types.ts";

/**
 * fact: the article tells it as done · past: likewise, as background · said: somebody else vouches for it · future: to come · hypothetical · denied ·
 * opinion: the author judges · question · heading: a headline tells it, which leaves out who says so
 */
export function realityOf(event: Event, record: ReadoutRecord): Reality {
  const { auxiliary } = event;
  const sentence = record.sentences[event.sentence]!;
  if (auxiliary.includes("negation")) return "denied";
  if (auxiliary.includes("hypothetical")) return "hypothetical";
  if (auxiliary.includes("future")) return "future";
  if (sentence.voice === "opinion") return "opinion";
  if (/\?["”’)]*\s*$/.test(slice(record.document.text, sentence))) return "question";
  if (event.said_by !== null) return "said";
  if (isHeading(record, event.sentence)) return "heading";
  return auxiliary.includes("historical") ? "past" : "fact";
}

const longestHeading = 160;

/** True for a line of its own, with text below it, that ends as no sentence does. */
export function isHeading({ document: { text }, sentences }: ReadoutRecord, number: number): boolean {
  const { start, end } = sentences[number]!;
  const words = text.slice(start, end).trim();
  return words.length <= longestHeading && !/[.!?…:;,]["”’')\]]*$/.test(words) && beginsLine(text, start) && endsLineBeforeText(text, end);
}

const isBlank = (letter: string): boolean => /\s/.test(letter);

function beginsLine(text: string, at: number): boolean {
  for (let before = at - 1; before >= 0; before--) {
    if (text[before] === "\n") return true;
    if (!isBlank(text[before]!)) return false;
  }
  return true;
}

function endsLineBeforeText(text: string, at: number): boolean {
  let broken = false;
  for (let after = at; after < text.length; after++) {
    if (!isBlank(text[after]!)) return broken;
    broken ||= text[after] === "\n";
  }
  return false;
}

/** Of an event and others that tell the same (and are of its type still, after corrections), true where one of the others is told more plainly, or as plainly and before it. */
export function isRetold(event: Event, record: ReadoutRecord): boolean {
  const rank = (each: Event): number => REALITIES.indexOf(realityOf(each, record));
  const numberOf = ({ id }: Event): number => Number(id.slice(1));
  const mine = rank(event);
  return event.same_as.some((id) => {
    const other = byId(record.events, id);
    // A correction may have made another type of the one; then the other stands for itself.
    return other?.type === event.type && (rank(other) < mine || (rank(other) === mine && numberOf(other) < numberOf(event)));
  });
}
