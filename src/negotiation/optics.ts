// Events, statements and voices → what was only show: scenes, and talk of victory, stage and picture, each with whose telling it is. Never an event.
import type { Actor } from "../actors/types.ts";
import type { Event, SentenceVoice, Statement } from "../events/types.ts";
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

/** Words of picture and triumph. */
const picture =
  /\b(?:victory|(?:a|an|the|diplomatic|PR|political|propaganda|big|huge) win|triumph|spectacle|optics|theat(?:er|re)|pageantry|limelight|spotlight|photo[- ]ops?|PR|public relations|propaganda|masterstroke|red carpet|image|(?:a|the|that|his|her|their) (?:platform|stage|show)|symbolic|symbolism|headlines|narrative|milked|milk(?:s|ing)? (?:it|them|this|that|every)|(?:just|only) (?:needed|had|wanted) to (?:look|appear|seem)|star of the show|top table)\b/i;
/** Verbs that put a face on things. */
const frames =
  /\b(?:spun|spins?|spinning|framed?|frames|cast|casts|hail(?:s|ed)|portray(?:s|ed)|touted?|touts|billed|presented|paint(?:s|ed)|trumpeted|celebrated|boasted)\b/i;
/** "Spun the visit as …": told as what it shall be taken for. */
const framed =
  /\b(?:spun|spins?|framed?|frames|casts?|hail(?:s|ed)|portray(?:s|ed)|touted?|touts|billed|presented|paint(?:s|ed)|trumpeted) (?!(?:in|out|up|off|for|with|by|to|as) )/gi;
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
const media =
  /(?:[Ss]tate|[Oo]fficial|[Pp]ro-government|[Gg]overnment)(?:-run|-owned|-controlled)?[ -](?:TV|television|media|newspapers?|dailies|daily|outlets?|broadcasters?|(?:news )?agency)$/u;
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
/** Adverbs and auxiliaries between a teller and his verb. */
const asides = new Set("has have had also then later again once".split(" "));
const isAside = (word: string): boolean => asides.has(word) || /^\p{L}+ly$/u.test(word);
/** " has quickly ": between blanks nothing else. */
const between = (words: string): boolean =>
  words === " " || (words.length > 1 && words.startsWith(" ") && words.endsWith(" ") && words.slice(1, -1).split(" ").every(isAside));
/** A deed that is called mere show. */
const sham =
  /\b(?:political|publicity|PR|media|propaganda|campaign|election|diplomatic) (?:stunts?|theatre|theater|circus|charade|spectacle|showmanship)\b/i;
/** What a telling makes of talks: somebody won by them, or was given a stage. */
const gains =
  /\b(?:(?:a|an|the|diplomatic|PR|political|propaganda|symbolic|moral|big|huge|major) (?:win|victory|triumph)|(?:diplomatic|PR|political|propaganda|symbolic) coup|platform|stage|showcase|spotlight|limelight|legitimacy|propaganda|photo[- ]ops?|PR stunt|spectacle)\b/giu;
/** Of these only what is given to somebody counts, told at most so many letters before. */
const givable = new Set("platform stage showcase spotlight limelight legitimacy".split(" "));
const giving = /\b(?:giv|gave|hand|offer|grant|lend|lent|afford|provid)\p{L}*\b/giu;
const longestGift = 40;
function gainIn(words: string): { readonly index: number; readonly 0: string } | null {
  for (const gain of words.matchAll(gains)) {
    if (!givable.has(gain[0].toLowerCase())) return gain;
    const before = words.slice(Math.max(0, gain.index - 2 * longestGift), gain.index);
    for (const { index, 0: verb } of before.matchAll(giving)) {
      const gap = before.slice(index + verb.length);
      if (gap !== "" && gap.length <= longestGift && !/[.;]/.test(gap)) return gain;
    }
  }
  return null;
}
/** One of these stands in all that `gains` finds, which is asked of whole sentences. */
const mayGain = /win|victory|triumph|coup|platform|stage|showcase|light|legitimacy|propaganda|photo|PR stunt|spectacle/i;
/** Of these words what is won or stood on in earnest: at the polls, in battle, in sport, at a station. */
const earnest =
  /\b(?:elections?|electoral|vot(?:e|es|ed|ers?|ing)|polls?|ballots?|seats?|court|lawsuit|appeal|battle|battlefield|troops|front ?line|match|games?|goals?|cup|tournament|league|team|railway|train|oil|drilling|online|streaming|trading|festival|concert|payments?|reality TV)\b/i;

/** "Picture it: flags waving, …": the author paints a scene, whatever the voice. */
const painted = /^["“‘']?(?:picture|imagine|visuali[sz]e) (?:it|this|that|the scene)\s?[:,.—–-]/i;
/** How people take it is no scene: "reactions split down party lines". */
const takings =
  /\b(?:reactions?|responses?|opinions?)\b(?: \p{L}+ly)? (?:is|are|was|were|has|have|had|split|splits|divided|came|come|pour\p{L}*|rang\p{L}*|vari\p{L}*|differ\p{L}*|fell|broke)\b/iu;
/** Words that stand for a thing, never for who tells of it. */
const nobody = /^(?:what|that|this|it|which|there)\b/i;
/** Words that open a clause, also where one of its words is somebody ("what *we* got"). */
const clause = /^(?:what|which|there)\b/i;

/** Words by which whoever tells speaks of himself. */
const self = /^(?:we|I)(?: (?:all|both|too|ourselves|myself))?$/i;

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
        frames.test(slice(text, one.cue)),
    );
    // "Hailed him for the truce": without a word of show it is a reaction, and told as one.
    if (telling && (at || !reacts.has(sentence)))
      return [{ sentence, what: at ?? hull(telling.content), said_by: telling.source, kind: "telling" }];
    // "Analysts said the meeting gave him a stage": whoever says it, it is his narrative.
    const asks = /\?["”’']?\s*$/.test(words);
    const gain = asks ? null : (sham.exec(words) ?? (!mayGain.test(words) || earnest.test(words) ? null : gainIn(words)));
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
  inSentence(events, sentence).find((event) => event.actor.length > 0 && frames.test(slice(text, event.trigger)))?.actor[0] ?? null;
