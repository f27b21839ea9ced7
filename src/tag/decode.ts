// The model's scores for one sentence in, tokens, names, acts, attributions and voice out. No tensors beyond plain number arrays.

import { isUnder } from "../arcs.ts";
import { AUXILIARY, type Auxiliary, type EventType, TYPES, VOICES } from "../codebook.ts";
import { isTraced } from "../grammar/trace.ts";
import { formsOf } from "../grammar/words.ts";
import { wholeContent } from "../rules/contents.ts";
import { held } from "../rules/held.ts";
import { mended } from "../rules/mended.ts";
import { quoted } from "../rules/quoted.ts";
import { isSilent, sourceIn, withVerb } from "../rules/sources.ts";
import { holds, type Span, span } from "../span.ts";
import type { Labels } from "./labels.ts";
import { tree } from "./tree.ts";
import type { Act, Argument, Attribution, Entity, Relation, Seen, TaggedSentence, Token } from "./types.ts";

/** Reads output `name` of one sentence: `at(i, j, …)` indexes the dimensions after the batch. */
export type At = (name: string, ...index: number[]) => number;

/** An act is read where its type is at least this likely: events less sure are not told (src/events/code.ts), and half-seen acts would only misplace others. */
const ACT_THRESHOLD = 0.5;

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((s) => Math.exp(s - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((p) => p / sum);
}

const best = (scores: readonly number[]): number => scores.reduce((top, s, i) => (s > scores[top]! ? i : top), 0);

/** The first number below `n` whose score is the highest, from `from` on. */
function topOf(n: number, score: (i: number) => number, from = 0): number {
  let top = from;
  let most = score(from);
  for (let i = from + 1; i < n; i++) {
    const one = score(i);
    if (one > most) [top, most] = [i, one];
  }
  return top;
}

function row(n: number, f: (i: number) => number): number[] {
  const out = new Array<number>(n);
  for (let i = 0; i < n; i++) out[i] = f(i);
  return out;
}

/** Runs of words where `inside` holds; a gap of one word behind a run from `first` on is closed where `bridge` allows it. */
function runs(n: number, inside: (i: number) => boolean, bridge: (i: number, first: number) => boolean): [number, number][] {
  const out: [number, number][] = [];
  for (let i = 0; i < n; i++) {
    if (!inside(i)) continue;
    const last = out.at(-1);
    if (last && (last[1] === i - 1 || (last[1] === i - 2 && bridge(i - 1, last[0])))) last[1] = i;
    else out.push([i, i]);
  }
  return out;
}

/** Sentence-relative spans of the words, and their scores, to a reading of the sentence. */
export function decode(text: string, words: readonly Span[], at: At, labels: Labels): TaggedSentence {
  const n = words.length;
  const over = (a: number, b: number): Span => span(words[a]!.start, words[b]!.end);
  const word = (i: number): string => (words[i] ? text.slice(words[i].start, words[i].end) : "");
  const tokens = mended(syntax(words, at, labels), word);
  const upos = tokens.map((t) => t.upos);
  const entities = names(n, at, labels, over);
  const said = quoted(attributions(n, tokens, upos, at, labels, over, word), tokens, word, over);
  const voice = softmax(row(VOICES.length, (k) => at("voice", k)));
  const spoken = best(voice);
  return {
    ...(isTraced() ? { seen: seenIn(n, at, labels, over) } : {}),
    ...span(0, Math.max(1, text.length)),
    tokens,
    entities,
    acts: acts({ tokens, upos, at, labels, over, word, entities }),
    attributions: [...said, ...held(tokens, entities, word, said, over)],
    voice: VOICES[spoken]!,
    voiceConfidence: voice[spoken]!,
  };
}

/** Chances told of to whoever asks; below them nothing was near. */
const FAINT = 0.05;

/** What the model scored, beside what was read out of it: likely types of words, whether or not they became acts, and all voices. */
function seenIn(n: number, at: At, labels: Labels, over: (a: number, b: number) => Span): Seen {
  const round = (x: number): number => Math.round(x * 1000) / 1000;
  const triggers = Array.from({ length: n }, (_, i) => {
    const chances = softmax(row(labels.types.length + 1, (k) => at("trigger", i, k))).slice(1);
    const types = chances
      .map((confidence, k) => ({ type: labels.types[k] as EventType, confidence: round(confidence) }))
      .sort((a, b) => b.confidence - a.confidence)
      // The runner-up is told however unlikely it was.
      .filter(({ confidence }, place) => confidence >= FAINT || place < 2);
    return { at: over(i, i), types };
  });
  const voices = softmax(row(VOICES.length, (k) => at("voice", k))).map((confidence, k) => ({
    voice: VOICES[k]!,
    confidence: round(confidence),
  }));
  return {
    triggers: triggers.filter(({ types }) => types[0]!.confidence >= FAINT),
    voices: voices.sort((a, b) => b.confidence - a.confidence),
    notes: [],
  };
}

function syntax(words: readonly Span[], at: At, labels: Labels): Token[] {
  const n = words.length;
  const heads = tree(n, (dependent, head) => at("arcs", dependent, head + 1));
  const root = labels.relations.indexOf("root");
  return words.map(({ start, end }, i) => {
    const relation = topOf(labels.relations.length, (k) => (k === root ? -Infinity : at("rels", i, k)));
    return {
      start,
      end,
      upos: labels.upos[topOf(labels.upos.length, (k) => at("upos", i, k))]!,
      head: heads[i]!,
      deprel: heads[i] === -1 ? "root" : labels.relations[relation]!,
    };
  });
}

function names(n: number, at: At, labels: Labels, over: (a: number, b: number) => Span): Entity[] {
  const out: Entity[] = [];
  let open: { kind: Entity["kind"]; first: number } | null = null;
  const close = (last: number): void => {
    if (open) out.push({ ...over(open.first, last), kind: open.kind });
    open = null;
  };
  for (let i = 0; i < n; i++) {
    const [place, kind] = labels.names[topOf(labels.names.length, (k) => at("names", i, k))]!.split("-") as [string, Entity["kind"]?];
    if (place === "O" || !kind) close(i - 1);
    else if (place === "B" || open === null || (open as { kind: string }).kind !== kind) {
      close(i - 1);
      open = { kind, first: i };
    }
  }
  close(n - 1);
  return out;
}

const ROLES = ["actor", "recipient", "place", "time"] as const;
/** Words that can stand at neither end of a mention. */
const LOOSE = new Set(["PUNCT", "ADP", "CCONJ", "SCONJ", "PART", "AUX"]);

/** What stands before the noun that it belongs to, in the same mention. */
const BEFORE = new Set(["det", "amod", "nummod"]);
const NAMES = new Set(["compound", "flat"]);

/** "Seven former and *current* ministry officials": the noun behind that words which name nobody tell of, past what a conjunction joins; -1 where they tell of none. "Korean" of "Korean and Thai police" names somebody. */
function toldOf([first, last]: [number, number], tokens: readonly Token[], word: (i: number) => string): number {
  const isNoun = (i: number): boolean => /^(?:NOUN|PROPN|PRON)$/.test(tokens[i]!.upos);
  const own = row(last - first + 1, (k) => first + k);
  if (own.some(isNoun)) return -1;
  let noun = last;
  for (let steps = 0; steps < 4 && noun >= 0 && !isNoun(noun); steps++)
    noun = BEFORE.has(tokens[noun]!.deprel) || tokens[noun]!.deprel === "conj" ? tokens[noun]!.head : -1;
  if (noun < 0 || !isNoun(noun) || noun - last > FAR) return -1;
  const between = row(Math.max(0, noun - last - 1), (k) => last + 1 + k);
  const isTwo = own.some((i) => /^\p{Lu}/u.test(word(i))) && between.some((i) => tokens[i]!.upos === "CCONJ");
  const isOne = between.every((i) => /^(?:ADJ|NUM|CCONJ|NOUN|PROPN)$/.test(tokens[i]!.upos) && isUnder(tokens, i, noun));
  return isOne && !isTwo ? noun : -1;
}
/** Words from what tells of a noun to the noun. */
const FAR = 7;

/** A mention that ends before its own noun ("two" of "two leaders"), or breaks a name in the middle, is read to its end; never over the trigger. */
function whole([first, last]: [number, number], tokens: readonly Token[], trigger: number, word: (i: number) => string): [number, number] {
  let [a, b] = [first, last];
  const head = (i: number): number => tokens[i]!.head;
  const noun = toldOf([first, last], tokens, word);
  if (noun > b && !(trigger > b && trigger <= noun)) b = noun;
  const relation = (i: number): string => tokens[i]!.deprel.split(":")[0]!;
  const name = (i: number): boolean => tokens[i]?.upos === "PROPN";
  const up = head(b);
  const reaches = up > b && up - b <= 3 && up !== trigger && !(trigger > b && trigger < up);
  const between = row(Math.max(0, up - b - 1), (k) => b + 1 + k);
  if (
    reaches &&
    (BEFORE.has(relation(b)) ? tokens[up]!.upos === "NOUN" || name(up) : NAMES.has(relation(b)) && name(b) && name(up)) &&
    between.every((i) => head(i) === up && (BEFORE.has(relation(i)) || NAMES.has(relation(i))))
  )
    b = up;
  while (b + 1 < tokens.length && b + 1 !== trigger && relation(b + 1) === "flat" && name(b + 1) && head(b + 1) >= a && head(b + 1) <= b)
    b++;
  while (a > 0 && a - 1 !== trigger && NAMES.has(relation(a - 1)) && name(a - 1) && name(a) && head(a - 1) >= a && head(a - 1) <= b) a--;
  return [a, b];
}

function mention([first, last]: [number, number], upos: readonly string[], word: (i: number) => string): [number, number] | null {
  let [a, b] = [first, last];
  while (a <= b && (upos[a] === "PUNCT" || upos[a] === "ADP" || upos[a] === "CCONJ" || upos[a] === "SCONJ" || upos[a] === "PART")) a++;
  while (b >= a && (LOOSE.has(upos[b]!) || upos[b] === "DET")) b--;
  if (a > b && first === last && formsOf("alone").has(word(first).toLowerCase())) return [first, last];
  if (a > b || upos.slice(a, b + 1).every((p) => p === "VERB" || p === "ADV")) return null;
  // "*At* least 40 protesters".
  return [/^(?:least|most)$/i.test(word(a)) && /^at$/i.test(word(a - 1)) ? a - 1 : a, b];
}

/** "The union *and* the workers" are two: a run is parted where a conjunction joins another noun to its head. What it joins within ("minister of trade and industry") stays. */
function conjuncts([first, last]: [number, number], tokens: readonly Token[], upos: readonly string[]): [number, number][] {
  const inside = (j: number): boolean => j >= first && j <= last;
  const head = row(last - first + 1, (k) => first + k).find((j) => !inside(tokens[j]!.head) && /^(?:NOUN|PROPN|PRON)$/.test(upos[j]!));
  const parts: [number, number][] = [];
  let from = first;
  for (let j = first + 1; j < last; j++) {
    const joined = tokens[j]!.head;
    if (upos[j] !== "CCONJ" || !inside(joined) || joined < j || tokens[joined]!.head !== head || tokens[joined]!.deprel !== "conj")
      continue;
    parts.push([from, j - 1]);
    from = j + 1;
  }
  return [...parts, [from, last]];
}

/** Relations that lead from a part of a mention to its head: "Marak, an elected member of the council" is one participant. */
const PART_OF = new Set(["appos", "nmod", "flat", "compound", "amod"]);

/** True where the mention at `inner` is only a part of what the one at `outer` says more of, by the tree. What a conjunction joins is another participant; an owner may be one. */
function within(inner: [number, number], outer: [number, number], tokens: readonly Token[]): boolean {
  let at = inner[1];
  for (let steps = 0; steps < 12; steps++) {
    const { head, deprel } = tokens[at]!;
    if (head === -1) return false;
    const inside = head >= inner[0] && head <= inner[1];
    if (!inside && (deprel === "nmod:poss" || !PART_OF.has(deprel.split(":")[0]!))) return false;
    at = head;
    if (at >= outer[0] && at <= outer[1]) return true;
  }
  return false;
}

/** True for "without an agreement" and "no deal": what did not come about is denied by a word of its own, whatever the scores say. */
const lacking = (i: number, tokens: readonly Token[], word: (i: number) => string): boolean =>
  tokens.some(
    (t, j) =>
      t.head === i &&
      ((/^(?:case|mark)$/.test(t.deprel) && /^without$/i.test(word(j))) || (t.deprel === "det" && /^(?:no|neither)$/i.test(word(j)))),
  );

/** True for the hyphen of "Buddhist-majority": no space on either side. (The dash of "Trump–Putin" parts two.) */
const glued = (tokens: readonly Span[], j: number, word: string): boolean =>
  word === "-" && tokens[j - 1]?.end === tokens[j]!.start && tokens[j]!.end === tokens[j + 1]?.start;

/** A sentence with its scores, while its acts are read. */
interface Scored {
  readonly tokens: readonly Token[];
  readonly upos: readonly string[];
  readonly at: At;
  readonly labels: Labels;
  readonly over: (a: number, b: number) => Span;
  readonly word: (i: number) => string;
  readonly entities: readonly Entity[];
}

function acts(read: Scored): Act[] {
  const { tokens, at, labels, over, word } = read;
  const out: Act[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const k = topOf(labels.types.length + 1, (type) => at("trigger", i, type), 1);
    // Most words are no act, and what is less likely than none is below even odds.
    if (at("trigger", i, k) < at("trigger", i, 0)) continue;
    const kinds = softmax(row(labels.types.length + 1, (type) => at("trigger", i, type)));
    if (kinds[k]! < ACT_THRESHOLD) continue;
    const type = labels.types[k - 1] as EventType;
    const particle = tokens.findIndex((t, j) => j === i + 1 && t.head === i && t.deprel === "compound:prt");
    const mode = modeOf(type, (m) => at("mode", i, m), labels);
    out.push({
      type,
      trigger: over(i, particle === -1 ? i : particle),
      modes: mode ? [mode] : [],
      auxiliary: AUXILIARY.filter(
        (a) => at("aux", i, labels.aux.indexOf(a)) > 0 || (a === "negation" && lacking(i, tokens, word)),
      ) as Auxiliary[],
      arguments: argumentsOf(read, i),
      confidence: kinds[k]!,
    });
  }
  return out;
}

/** Who and what takes part in the act of trigger `i`. */
function argumentsOf(read: Scored, i: number): Argument[] {
  const { tokens, upos, at, over, word } = read;
  const n = tokens.length;
  const roleOf = row(n, (j) => {
    const top = topOf(ROLES.length, (r) => at("grid", r, i, j));
    return at("grid", top, i, j) > 0 && j !== i ? top : -1;
  });
  const bridges = (j: number, first: number): boolean => j !== i && isWithin(read, j, first);
  const found = ROLES.flatMap((role, r) =>
    runs(n, (j) => roleOf[j] === r, bridges).flatMap((run) => {
      const party = role === "actor" || role === "recipient";
      return (party ? conjuncts(run, tokens, upos) : [run]).flatMap((part): (Argument & { at: [number, number] })[] => {
        const core = mention(withoutPlace(read, part), upos, word);
        if (!core) return [];
        const m = party ? whole(core, tokens, i, word) : core;
        const sure = row(core[1] - core[0] + 1, (j) => sigmoid(at("grid", r, i, core[0] + j)));
        return [{ ...over(...m), at: m, role, confidence: sure.reduce((a, b) => a + b, 0) / sure.length }];
      });
    }),
  );
  const isAgain = (one: Mentioned, place: number): boolean =>
    found.some((other, index) => other.role === one.role && endsWith(other.at, one.at, index < place));
  const once = found.filter((one, place) => !isAgain(one, place));
  const apart = once.filter((one) => !once.some((other) => other !== one && other.role === one.role && within(one.at, other.at, tokens)));
  return [...apart, ...listed(read, i, apart)].map(({ at: _, ...argument }) => argument);
}

/** What takes part, with its first and last word. */
interface Mentioned extends Argument {
  readonly at: [number, number];
}

/** True where the longer mention ends with the words of the shorter one. @param same whether they may be the same words */
const endsWith = (long: [number, number], short: [number, number], same: boolean): boolean =>
  long[1] === short[1] && (same ? long[0] <= short[0] : long[0] < short[0]);

/** "Acquitted Lima, *the former minister* and Diallo": those who stand in a list between two who take part. What only tells of the one before it has a comma behind it, too. */
function listed({ tokens, upos, word, over }: Scored, trigger: number, found: readonly Mentioned[]): Mentioned[] {
  const order = found.filter(({ role }) => role === "actor" || role === "recipient").toSorted((a, b) => a.at[0] - b.at[0]);
  const isMember = ([a, b]: [number, number], before: [number, number]): boolean => {
    const inside = row(b - a + 1, (k) => a + k);
    const top = inside.find((i) => tokens[i]!.head < a || tokens[i]!.head > b);
    const isApposed =
      top !== undefined && tokens[top]!.deprel === "appos" && tokens[top]!.head >= before[0] && tokens[top]!.head <= before[1];
    return (
      !isApposed &&
      inside.some((i) => /^(?:NOUN|PROPN)$/.test(upos[i]!)) &&
      inside.every((i) => !/^(?:VERB|AUX|SCONJ|PRON|CCONJ)$/.test(upos[i]!) && (upos[i] !== "PUNCT" || glued(tokens, i, word(i))))
    );
  };
  return order.slice(1).flatMap((next, place): Mentioned[] => {
    const before = order[place]!;
    const [from, to] = [before.at[1] + 1, next.at[0] - 1];
    const isList = before.role === next.role && word(from) === "," && /^(?:and|or)$/i.test(word(to)) && word(to - 1) !== ",";
    if (!isList || (trigger >= from && trigger <= to)) return [];
    const commas = row(to - from, (k) => from + k).filter((i) => word(i) === ",");
    const parts = commas.map((comma, k): [number, number] => [comma + 1, (commas[k + 1] ?? to) - 1]);
    const confidence = Math.min(before.confidence, next.confidence);
    return parts.every((part) => isMember(part, before.at)) ? parts.map((at) => ({ ...over(...at), at, role: next.role, confidence })) : [];
  });
}

/** "The Putin Alaska summit": where a person's name ends and a place's begins, the mention ends. */
function withoutPlace({ entities, tokens }: Scored, [a, b]: [number, number]): [number, number] {
  const kindOf = (i: number): string | undefined => entities.find((e) => holds(e, tokens[i]!))?.kind;
  for (let i = a; i < b; i++) if (kindOf(i) === "PER" && kindOf(i + 1) === "LOC") return [a, i];
  return [a, b];
}

/** True where word `j`, which is scored for nothing, belongs to the mention that began at `first`. Nothing belongs to a pronoun: "him to Moscow" are two. */
const isWithin = (read: Scored, j: number, first: number): boolean =>
  glued(read.tokens, j, read.word(j)) ||
  joinsWithin(read, first, j) ||
  (read.upos[j] !== "CCONJ" && read.upos[j] !== "PUNCT" && read.upos[j - 1] !== "PRON" && goesOn(read, first, j));

/** "A complaint *to the council* about Ghana": a preposition goes on with the mention before it only where its phrase belongs there. */
function goesOn({ tokens, upos, entities }: Scored, first: number, j: number): boolean {
  const noun = tokens[j]!.head;
  if (upos[j] !== "ADP" || noun <= j || entities.some((e) => e.start < tokens[j]!.start && tokens[j]!.end < e.end)) return true;
  return tokens[noun]!.head >= first && tokens[noun]!.head < j;
}

/** "Minister of trade *and* industry": what it joins belongs to the mention's head. */
function joinsWithin({ tokens, upos }: Scored, first: number, j: number): boolean {
  const noun = tokens[tokens[j]!.head]?.head ?? -1;
  return (
    upos[j] === "CCONJ" &&
    tokens[j]!.head > j &&
    noun >= first &&
    noun < j &&
    tokens[noun]!.deprel.startsWith("nmod") &&
    tokens[noun]!.deprel !== "nmod:poss"
  );
}

/** The likeliest mode of the type, or null where "no mode" is likelier. */
function modeOf(type: EventType, score: (mode: number) => number, labels: Labels): string | null {
  let top: string | null = null;
  let most = score(0);
  for (const mode of Object.keys(TYPES[type].modes)) {
    const s = score(labels.modes.indexOf(`${type} ${mode}`));
    if (s > most) {
      most = s;
      top = mode;
    }
  }
  return top;
}

function attributions(
  n: number,
  tokens: readonly Token[],
  upos: readonly string[],
  at: At,
  labels: Labels,
  over: (a: number, b: number) => Span,
  word: (i: number) => string,
): Attribution[] {
  const tags = row(n, (i) => topOf(3, (k) => at("cue", i, k)));
  // Cue words that stand together are one cue, whatever their tags say about its start.
  const cues = runs(
    n,
    (i) => tags[i] !== 0,
    () => false,
  );
  const isCue = (i: number): boolean => tags[i] !== 0;
  const whole = (cue: readonly [number, number]): readonly [number, number] => withVerb(cue, { tokens, word }, isCue);
  const [sourcePlane, contentPlane] = [labels.roles.indexOf("source"), labels.roles.indexOf("content")];
  // "*Denied* accusing them": what is denied is told by a cue of its own.
  const apart = ([first, last]: readonly [number, number]): [number, number][] =>
    first < last && /^den(?:y|ies|ied|ying)$/i.test(word(first)) && /ing$/i.test(word(first + 1))
      ? [
          [first, first],
          [first + 1, last],
        ]
      : [[first, last]];
  return cues
    .filter((cue) => !isSilent(whole(cue), { tokens, word }, isCue))
    .flatMap(apart)
    .flatMap((cue) => {
      const [first, last] = whole(cue);
      // What the model saw of the cue tells whose it is.
      const mean = (plane: number, j: number): number => {
        let sum = 0;
        for (let i = cue[0]; i <= cue[1]; i++) sum += at("grid", plane, i, j);
        return sum / (cue[1] - cue[0] + 1);
      };
      const inCue = (j: number): boolean => j >= first && j <= last;
      const source = row(n, (j) => (inCue(j) ? -Infinity : mean(sourcePlane, j)));
      const content = row(n, (j) => (inCue(j) || source[j]! > Math.max(0, mean(contentPlane, j)) ? -Infinity : mean(contentPlane, j)));
      const sources = runs(
        n,
        (j) => source[j]! > 0,
        (j) => !inCue(j),
      ).flatMap((run) => {
        const said = sourceIn(run, [first, last], { tokens, word });
        // A run that begins with an auxiliary is the rest of a clause, and nobody.
        return said && upos[said[0]] !== "AUX"
          ? [{ a: said[0], b: said[1], sum: source.slice(said[0], said[1] + 1).reduce((x, y) => x + y, 0) }]
          : [];
      });
      const who = sources.reduce<(typeof sources)[number] | null>((top, s) => (top && top.sum >= s.sum ? top : s), null);
      const own = (j: number): boolean => inCue(j) || (who !== null && j >= who.a && j <= who.b);
      const contents = clusters(
        runs(
          n,
          (j) => content[j]! > 0,
          (j) => !own(j),
        ),
        content,
        own,
      ).flatMap((found) => {
        const [start, b] = wholeContent(found, tokens, own, word);
        let a = start;
        while (a < b && /^[,.;:]$/.test(word(a))) a++;
        return upos.slice(a, b + 1).every((p) => p === "PUNCT") ? [] : [over(a, b)];
      });
      if (!contents.length && !who) return [];
      const sure = softmax(row(3, (k) => at("cue", cue[0], k)));
      return [{ source: who ? over(who.a, who.b) : null, cue: over(first, last), content: contents, confidence: 1 - sure[0]! }];
    });
}

/** Words that may be missing inside a content: more, and the far part is another matter. */
const CONTENT_GAP = 6;

/** What is said is unbroken on either side of its source and cue: runs there that are near each other are joined, and of several such clusters the weightiest is kept. */
function clusters(parts: readonly [number, number][], score: readonly number[], own: (j: number) => boolean): [number, number][] {
  const out: [number, number][][] = [];
  for (const part of parts) {
    const last = out.at(-1)?.at(-1);
    const between = last ? row(part[0] - last[1] - 1, (k) => last[1] + 1 + k) : [];
    if (last && !between.some(own) && between.length <= CONTENT_GAP) last[1] = part[1];
    else if (last && !between.some(own)) out.at(-1)!.push([...part]);
    else out.push([[...part]]);
  }
  const weight = ([a, b]: [number, number]): number => score.slice(a, b + 1).reduce((sum, s) => sum + Math.max(0, s), 0);
  return out.map((side) => side.reduce((top, part) => (weight(part) > weight(top) ? part : top)));
}

/** Scores of a marked pair to a relation. */
export function decodePair(at: At, labels: Labels): Relation {
  const shares = softmax(row(labels.types.length, (k) => at("pair", k)));
  const k = best(shares);
  const type = labels.types[k] as EventType;
  const round = (x: number): number => Math.round(x * 1e4) / 1e4;
  return {
    type,
    mode: modeOf(type, (m) => at("pairmode", m), labels),
    confidence: round(shares[k]!),
    scores: Object.fromEntries(labels.types.map((t, i) => [t, round(shares[i]!)])) as Record<EventType, number>,
  };
}
