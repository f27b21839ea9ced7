// ReadoutRecord → the article as it is laid out: paragraphs of sentences of pieces, each piece with its marks. Pure; every character of the text once.
import type { Event, Statement } from "../../src/events/types.ts";
import type { ReadoutRecord } from "../../src/record/types.ts";
import type { Promotion } from "../../src/segment/types.ts";
import { hull, overlaps, type Span, slice } from "../../src/span.ts";
import { isFact } from "./telling.ts";

/** A link in the text: the word that tells events, or the "said" of a statement. */
export interface Mark extends Span {
  /** What selecting it selects. */
  readonly id: string;
  readonly events: readonly Event[];
  readonly statement: Statement | null;
}

export interface Piece extends Span {
  readonly mark: Mark | null;
  /** Inside what somebody says. */
  readonly said: boolean;
  /** Who says something. */
  readonly source: boolean;
  /** Nothing that the article itself vouches for: it goes where only facts are shown. */
  readonly claim: boolean;
}

export interface LaidSentence extends Span {
  /** -1 for what lies between sentences. */
  readonly number: number;
  readonly voice: ReadoutRecord["sentences"][number]["voice"];
  /** True for the first of a run of one voice. */
  readonly opens: boolean;
  readonly pieces: readonly Piece[];
}

export interface Paragraph extends Span {
  readonly kind: "title" | "prose" | "furniture" | "promotion";
  /** Of a promotion: what it is and what gave it away. */
  readonly promotion: Promotion | null;
  readonly sentences: readonly LaidSentence[];
}

/** A shorter paragraph that ends as no sentence does is a heading. */
const longestHeading = 140;
/** A longer paragraph is laid out in parts, so that the browser can leave out those that are not in view. */
const longest = 3000;

export function layoutOf(record: ReadoutRecord): Paragraph[] {
  const { text } = record.document;
  const marks = marksOf(record);
  const said = record.statements.flatMap(({ content }) => content);
  const facts = factsOf(record);
  const sources = record.statements.flatMap(({ source }) => source ?? []);
  const inSentence = bySentence(record);
  const title = record.document.title?.trim();
  let before = "";
  return blocksOf(record).map(({ start, end, promotion }, at) => {
    const isTitle = at === 0 && text.slice(start, end).trim() === title;
    const isHeading = isTitle || (end - start < longestHeading && !/[.!?…:;,][”"’')\]]*$/.test(text.slice(start, end).trim()));
    const sentences = inSentence(start, end).map((sentence): LaidSentence => {
      const opens = sentence.voice !== before;
      before = sentence.voice;
      const pieces = piecesOf(sentence, marks, said, sources);
      const isFact = !promotion && !isHeading && tellsFact(text, sentence, facts);
      return {
        ...sentence,
        opens,
        pieces: pieces.map((piece) => ({ ...piece, claim: !isFact || facts.claims.some((each) => overlaps(each, piece)) })),
      };
    });
    const furniture = sentences.every(({ number, voice }) => number < 0 || voice === "furniture");
    const kind = promotion ? "promotion" : isTitle ? "title" : furniture ? "furniture" : "prose";
    return { start, end, kind, promotion, sentences };
  });
}

type Block = Span & { readonly promotion: Promotion | null };

/** Paragraphs, cut where advertising begins and ends, and at a sentence where they are very long. Blank lines belong to the paragraph before. */
function blocksOf({ document: { text }, promotions, sentences }: ReadoutRecord): Block[] {
  const parting = /\n[^\S\n]*\n/.test(text.trim()) ? /\n[^\S\n]*\n\s*/g : /\n\s*/g;
  const cuts = new Set([0, text.length]);
  for (const gap of text.matchAll(parting)) cuts.add(gap.index + gap[0].length);
  const inner = (at: number): boolean => promotions.some(({ start, end }) => start < at && at < end);
  const edges = promotions.flatMap(({ start, end }) => [start, endOfGap(text, end)]);
  const all = [...[...cuts].filter((at) => !inner(at)), ...edges].sort((a, b) => a - b);
  const out: Block[] = [];
  for (const [i, end] of all.entries()) {
    const start = all[i - 1];
    if (start === undefined || start === end) continue;
    const promotion = promotions.find((each) => overlaps(each, { start, end })) ?? null;
    let from = start;
    if (end - start > longest)
      for (const sentence of sentences)
        if (sentence.start - from > longest && sentence.start < end) {
          out.push({ start: from, end: sentence.start, promotion });
          from = sentence.start;
        }
    out.push({ start: from, end, promotion });
  }
  return out;
}

const endOfGap = (text: string, at: number): number => at + (/^\s*/.exec(text.slice(at, at + 200))?.[0].length ?? 0);

/** Sentences of a block with the gaps between them, so that nothing of the text is lost. */
function bySentence({ sentences }: ReadoutRecord): (start: number, end: number) => Omit<LaidSentence, "opens" | "pieces">[] {
  let next = 0;
  return (start, end) => {
    const out: Omit<LaidSentence, "opens" | "pieces">[] = [];
    let at = start;
    while (next < sentences.length && sentences[next]!.start < end) {
      const sentence = sentences[next]!;
      if (sentence.start > at) out.push({ start: at, end: sentence.start, number: -1, voice: out.at(-1)?.voice ?? sentence.voice });
      out.push({ start: Math.max(at, sentence.start), end: Math.min(end, sentence.end), number: next, voice: sentence.voice });
      at = Math.min(end, sentence.end);
      if (sentence.end > end) break;
      next++;
    }
    if (at < end) out.push({ start: at, end, number: -1, voice: out.at(-1)?.voice ?? "furniture" });
    return out;
  };
}

/** In text order, none over another: events of touching triggers share a mark, and a "said" that tells an event is that event's. */
export function marksOf({ events, statements, document: { text } }: ReadoutRecord): Mark[] {
  const all: Mark[] = [
    ...events.map((event) => ({ ...event.trigger, id: event.id, events: [event], statement: null })),
    ...statements.flatMap((statement) => (statement.cue ? [{ ...statement.cue, id: statement.id, events: [], statement }] : [])),
  ].map(({ start, end, ...rest }) => ({ ...wholeWords(text, { start, end }), ...rest }));
  all.sort((a, b) => a.start - b.start || b.events.length - a.events.length);
  const out: Mark[] = [];
  for (const mark of all) {
    const last = out.at(-1);
    if (!last || !overlaps(last, mark)) {
      out.push(mark);
      continue;
    }
    const events = [...last.events, ...mark.events];
    const place = hull([last, mark]);
    out[out.length - 1] = { ...place, id: events[0]?.id ?? last.id, events, statement: last.statement ?? mark.statement };
  }
  return out;
}

function piecesOf({ start, end }: Span, marks: readonly Mark[], said: readonly Span[], sources: readonly Span[]): Omit<Piece, "claim">[] {
  const here = { start, end };
  const near = <T extends Span>(spans: readonly T[]): T[] => spans.filter((each) => overlaps(each, here));
  const [myMarks, mySaid, mySources] = [near(marks), near(said), near(sources)];
  const edges = [...myMarks, ...mySaid, ...mySources].flatMap((each) => [each.start, each.end]).filter((at) => at > start && at < end);
  // A mark is one link, whatever begins or ends inside it.
  const cuts = [...new Set([start, ...edges, end])]
    .filter((at) => !myMarks.some((mark) => mark.start < at && at < mark.end))
    .sort((a, b) => a - b);
  return cuts.slice(1).map((to, i) => {
    const piece = { start: cuts[i]!, end: to };
    const covers = (spans: readonly Span[]): boolean => spans.some((each) => overlaps(each, piece));
    return { ...piece, mark: myMarks.find((mark) => overlaps(mark, piece)) ?? null, said: covers(mySaid), source: covers(mySources) };
  });
}

/** "wo" of "won’t" → "won’t": a mark never splits what is written as one word. */
function wholeWords(text: string, { start, end }: Span): Span {
  const before = /(?:[\p{L}\p{N}]['’]?)*$/u.exec(text.slice(Math.max(0, start - 40), start))![0];
  const after = /^(?:['’]?[\p{L}\p{N}])*/u.exec(text.slice(end, end + 40))![0];
  const isWord = (at: number): boolean => /[\p{L}\p{N}]/u.test(text[at] ?? "");
  return { start: isWord(start) ? start - before.length : start, end: isWord(end - 1) ? end + after.length : end };
}

interface Facts {
  /** Events that the article itself tells as having happened. */
  readonly events: readonly Event[];
  /** What is said, but for what such an event is about: of "demanded that they withdraw" all is told by the article. */
  readonly claims: readonly Span[];
}

function factsOf({ events, statements }: ReadoutRecord): Facts {
  const facts = events.filter(isFact);
  const told = (cue: Span | null): boolean => cue !== null && facts.some(({ trigger }) => overlaps(trigger, cue));
  return { events: facts, claims: statements.flatMap(({ cue, content }) => (told(cue) ? [] : content)) };
}

/** What the article reports, unless it asks; of what others say, only sentences that also tell what happened. Never its own judgement. */
function tellsFact(text: string, sentence: Span & { readonly voice: LaidSentence["voice"] }, { events }: Facts): boolean {
  if (/\?[”"’')\]]*$/.test(slice(text, sentence).trim())) return false;
  if (sentence.voice === "reported") return true;
  return /^(?:attributed|scene|anecdotal)$/.test(sentence.voice) && events.some(({ trigger }) => overlaps(trigger, sentence));
}

/** What each kind of advertising is called. */
export const PROMOTIONS = {
  sponsored: "Sponsored content",
  advertisement: "Advertising",
  solicitation: "Solicitation",
  subscription: "Subscription offer",
} as const;

/** "Advertising: discount code “SUMMIT20”, …" */
export function reasonOf(text: string, { kind, signals }: Promotion): string {
  const names = new Map(signals.map((signal) => [signal.name, slice(text, signal).replace(/\s+/g, " ").trim()]));
  const because = [...names].map(([name, words]) => (words.length <= 40 ? `${name} “${words}”` : name)).join(", ");
  return `${PROMOTIONS[kind]}${because ? `: ${because}` : ""}`;
}
