// Events, statements and voices → what was only show: scenes, and talk of victory, stage and picture, each with whose telling it is. Never an event.
import type { Actor } from "../actors/types.ts";
import type { Event, SentenceVoice, Statement } from "../events/types.ts";
import { anyOf, formsOf, says } from "../grammar/words.ts";
import { around, inSentence } from "../kept.ts";
import { holds, hull, overlaps, type Span, slice, span } from "../span.ts";
import type { Optic } from "./types.ts";

/** What it is found in, the parts of a record. */
export interface Seen {
  readonly text: string;
  readonly sentences: readonly SentenceVoice[];
  readonly actors: readonly Actor[];
  readonly events: readonly Event[];
  readonly statements: readonly Statement[];
  /** Ids of what tells how people take something. */
  readonly taken: ReadonlySet<string>;
}

const great = `(?:${anyOf("show", "for")}|${anyOf("show", "great")})`;
const picture = new RegExp(
  String.raw`\b(?:${anyOf("show", "always")}|${great} win|(?:a|${anyOf("pointing")}|${anyOf("possessives")}) (?:platform|stage|show)|milk(?:s|ing)? (?:${anyOf("pronouns")}|every)|(?:just|only) (?:needed|had|wanted) to (?:look|appear|seem))\b`,
  "i",
);
/** "Spun the visit as …": told as what it shall be taken for; not "cast by", "painted for". */
const framed = new RegExp(String.raw`\b(?:${anyOf("framing")}) (?!(?:out|up|off|by|as|${anyOf("leading-to")}) )`, "gi");
const toAs = /^[^.;:]{2,}?\bas\b/i;
/** So many letters may stand between the verb and its "as". */
const longestFrame = 90;
/** Each such telling, its words from the verb to "as". */
function* framesIn(words: string): Generator<{ readonly index: number; readonly length: number }> {
  let from = 0;
  for (const { index, 0: verb } of words.matchAll(framed)) {
    const begun = index + verb.length;
    const told = index < from ? undefined : toAs.exec(words.slice(begun, begun + longestFrame + 3))?.[0].length;
    if (!told || told - 2 > longestFrame) continue;
    from = begun + told;
    yield { index, length: from - index };
  }
}
/** A teller by what he is, where the cast does not know him. */
const media = new RegExp(`(?:state|official|(?:pro-)?government)(?:-(?:run|owned|controlled))?[ -](?:${anyOf("outlets")})$`, "iu");
/** Where the words in capitals before it begin: "*Iran's* state television". */
function nameBefore(words: string, at: number): number {
  let from = at;
  const lead = words.slice(0, at).split(" ");
  if (lead.pop() !== "") return from;
  for (let word = lead.pop(); word !== undefined; word = lead.pop()) {
    const bare = word.replace(/['’]s$/, "");
    const name = bare.split(/[^\p{L}-]/u).at(-1)!;
    const capital = name.search(/\p{Lu}/u);
    if (capital < 0 || name.length - capital < 2) return from;
    from -= word.length - bare.length + name.length - capital + 1;
    if (name !== bare || capital > 0) return from;
  }
  return from;
}
const isAside = (word: string): boolean => formsOf("asides").has(word) || /^\p{L}+ly$/u.test(word);
/** " has quickly ": between blanks nothing else. */
const between = (words: string): boolean =>
  words === " " || (words.length > 1 && words.startsWith(" ") && words.endsWith(" ") && words.slice(1, -1).split(" ").every(isAside));
/** A deed that is called mere show. */
const sham = new RegExp(String.raw`\b(?:${anyOf("show", "for")}|${anyOf("show", "seeming")}) (?:${anyOf("show", "sham")})\b`, "i");
/** What a telling makes of talks: somebody won by them, or was given a stage. */
const gains = new RegExp(
  String.raw`\b(?:${great} (?:win|victory|triumph)|(?:${anyOf("show", "for")}) coup|${anyOf("show", "given")}|${anyOf("show", "got")})\b`,
  "giu",
);
const giving = new RegExp(String.raw`\b(?:${anyOf("lending")})\b`, "giu");
/** Platforms and the like count only where somebody is given them, told at most so many letters before. */
const longestGift = 40;
function gainIn(words: string): { readonly index: number; readonly 0: string } | null {
  for (const gain of words.matchAll(gains)) {
    if (!says("show", gain[0], "given")) return gain;
    const before = words.slice(Math.max(0, gain.index - 2 * longestGift), gain.index);
    for (const { index, 0: verb } of before.matchAll(giving)) {
      const gap = before.slice(index + verb.length);
      if (gap !== "" && gap.length <= longestGift && !/[.;]/.test(gap)) return gain;
    }
  }
  return null;
}
/** "Picture it: flags waving, …": the author paints a scene, whatever the voice. */
const painted = new RegExp(String.raw`^["“‘']?(?:picture|imagine|visuali[sz]e) (?:${anyOf("pronouns")}|the scene)\s?[:,.—–-]`, "i");
/** How people take it is no scene: "reactions split down party lines". */
const takings = new RegExp(String.raw`\b(?:reactions?|responses?|opinions?)\b(?: \p{L}+ly)? (?:${anyOf("dividing")})\b`, "iu");
/** Words that stand for a thing, never for who tells of it. */
const nobody = new RegExp(String.raw`^(?:${anyOf("nobody")})\b`, "i");
/** Words that open a clause, also where one of its words is somebody ("what *we* got"). */
const clause = /^(?:what|which|there)\b/i;

/** Words by which whoever tells speaks of himself. */
const self = /^(?:we|I)(?: (?:all|both|too|\w+sel(?:f|ves)))?$/i;

/** The one whose words hold the place; null where the author's do. */
const speakerAt = (statements: readonly Statement[], place: Span): Optic["said_by"] =>
  statements.find(({ source, content }) => source && content.some((part) => holds(part, place)))?.source ?? null;

/** In text order, a sentence once. */
export function opticsOf(seen: Seen): Optic[] {
  const { text, sentences, events, statements, taken } = seen;
  // How people take it is no scene, whatever the voice.
  const reacts = new Set([...events, ...statements].flatMap((one) => (taken.has(one.id) ? [one.sentence] : [])));
  const shows = sentences.flatMap(({ start, end, voice }, sentence): Optic[] => {
    if (voice === "promotional" || voice === "furniture" || voice === "anecdotal") return [];
    const words = slice(text, { start, end });
    if (painted.test(words)) return [{ sentence, what: span(start, end), said_by: null, kind: "scene" }];
    const match = picture.exec(words);
    const at = match ? span(start + match.index, start + match.index + match[0].length) : null;
    const telling = inSentence(statements, sentence).find(
      (one) =>
        one.source &&
        one.content.length > 0 &&
        (at ? overlaps(hull(one.content), at) : true) &&
        one.cue &&
        says("framing", slice(text, one.cue)),
    );
    // "Hailed him for the truce": without a word of show it is a reaction, and told as one.
    if (telling && (at || !reacts.has(sentence)))
      return [{ sentence, what: at ?? hull(telling.content), said_by: telling.source, kind: "telling" }];
    // "Analysts said the meeting gave him a stage": whoever says it, it is his narrative.
    const asks = /\?["”’']?\s*$/.test(words);
    const gain = asks ? null : (sham.exec(words) ?? (says("earnest", words) ? null : gainIn(words)));
    const won = gain && span(start + gain.index, start + gain.index + gain[0].length);
    const teller =
      won &&
      (inSentence(statements, sentence).find((one) => one.source && one.content.some((part) => overlaps(part, won)))?.source ??
        framerOf(events, text, sentence));
    if (won && teller) return [{ sentence, what: won, said_by: teller, kind: "telling" }];
    const frame = asks ? null : framingIn(seen, start, words);
    if (frame) return [{ sentence, ...frame, kind: "telling" }];
    if (voice === "scene" && (reacts.has(sentence) || takings.test(words))) return [];
    if (voice === "scene") return [{ sentence, what: span(start, end), said_by: null, kind: "scene" }];
    // A question asks whether it was one; a heading alone tells nothing.
    if (voice !== "opinion" || !at || /\?\s*$/.test(words)) return [];
    const said = inSentence(statements, sentence).find((one) => one.source && one.content.some((part) => overlaps(part, at)));
    return [{ sentence, what: at, said_by: said?.source ?? null, kind: "telling" }];
  });
  // "*What we got* was …", "*we* heard it hailed as …": the author's own telling, but within a quotation the speaker's.
  return shows.map((show) => {
    if (!show.said_by) return show;
    const who = slice(text, show.said_by);
    if (self.test(who)) return { ...show, said_by: speakerAt(statements, show.said_by) };
    return (show.said_by.actor === null ? nobody : clause).test(who) ? { ...show, said_by: null } : show;
  });
}

type Mentioned = Span & { readonly actor: string };
const mentioned = new WeakMap<object, Mentioned[]>();

/** All mentions of all actors, gathered once. */
function mentionsOf(actors: readonly Actor[]): readonly Mentioned[] {
  const found =
    mentioned.get(actors) ?? actors.flatMap(({ id, mentions }) => mentions.map(({ start, end }) => ({ actor: id, start, end })));
  mentioned.set(actors, found);
  return found;
}

/** "State television spun the parade as proof of …": the subject before a framing verb, though nobody is said to say it; null where there is none. */
function framingIn({ text, actors }: Seen, start: number, words: string): Pick<Optic, "what" | "said_by"> | null {
  for (const { index, length } of framesIn(words)) {
    const verb = start + index;
    const at = span(verb, verb + length);
    const mention = around(mentionsOf(actors), { start, end: verb })
      .filter((place) => place.start >= start && place.end < verb && between(slice(text, { start: place.end, end: verb })))
      .sort((a, b) => a.start - b.start)[0];
    if (mention) return { what: at, said_by: mention };
    const lead = slice(text, { start, end: verb }).split(" ");
    if (lead.pop() !== "") continue;
    while (lead.length > 1 && isAside(lead.at(-1)!)) lead.pop();
    const told = lead.join(" ");
    const outlet = media.exec(told);
    if (outlet) return { what: at, said_by: { ...span(start + nameBefore(told, outlet.index), start + told.length), actor: null } };
  }
  return null;
}

/** Who "hailed", "portrayed" or "presented" it, where no statement but an event tells so. */
const framerOf = (events: readonly Event[], text: string, sentence: number): Optic["said_by"] =>
  inSentence(events, sentence).find((event) => event.actor.length > 0 && says("framing", slice(text, event.trigger)))?.actor[0] ?? null;
