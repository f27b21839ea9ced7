// Trees, cast and coded events → what was promised, by whom, by whose word, and what the text sets beside it. What somebody only claims is never shown as made.

import type { Event } from "../events/types.ts";
import { actingSubject } from "../grammar/subjects.ts";
import { isOff, note } from "../grammar/trace.ts";
import {
  above,
  auxiliariesOf,
  coreIn,
  familyOf,
  firstMarkOf,
  isNegated,
  keysOf,
  kidIn,
  kidsBy,
  relOf,
  saysNo,
  stemIn,
  type Tree,
  wordIn,
} from "../grammar/tree.ts";
import { anyOf, formsOf, says, stemsOf } from "../grammar/words.ts";
import { around, byId } from "../kept.ts";
import { inParts } from "../parts.ts";
import type { Rule } from "../rules/rule.ts";
import { holds, hull, overlaps, type Span, slice, span } from "../span.ts";
import {
  eventsAt,
  evidenceAt,
  isOfficial,
  isOld,
  isUnreal,
  partiesOf,
  sayerAt,
  speaksFor,
  statementsOver,
  type Told,
  treeAt,
} from "./evidence.ts";
import { holdersAt } from "./holders.ts";
import { complementOf, issueAt, thereAt } from "./issues.ts";
import { actorsAt } from "./named.ts";
import { namesAgreement } from "./precedents.ts";
import { PROMISES_MADE } from "./rules.ts";
import type { Commitment, Position } from "./types.ts";

type Standing = Commitment["standing"];

/** How many sentences after a commitment may doubt it or set a precedent beside it. */
const reach = 12;

/** @param positions of the same article: what is demanded there may be promised here @returns commitments in text order */
export function commitmentsOf(told: Told, positions: readonly Position[]): Commitment[] {
  const asked = askedOf(told, positions);
  const found = inParts(told.within, told.trees, (tree) =>
    tree.asks
      ? []
      : tree.tokens.flatMap((_, at) => [
          ...by(PROMISES_MADE.given, () => givenAt(told, tree, at)),
          ...by(PROMISES_MADE.between, () => betweenAt(told, tree, at)),
          ...by(PROMISES_MADE.under, () => underAt(told, tree, at)),
          ...by(PROMISES_MADE.said, () => saidAt(told, tree, at, asked)),
        ]),
  );
  const places = found.map(({ what }) => what);
  const first = new Map(places.map((what, i) => [what, i]));
  const once = found.filter(({ what }, i) => around(places, what).every((other) => !overlaps(other, what) || first.get(other)! >= i));
  return joined(told, once);
}

/** The commitments that a rule finds, told to whoever asks. */
function by(rule: Rule, find: () => Commitment[]): Commitment[] {
  if (isOff(rule.name)) return [];
  const found = find();
  for (const { what, standing } of found)
    note(() => ({ rule: rule.name, effect: "added", why: rule.why, what: standing, about: "commitment", at: what }));
  return found;
}

/** An agreement of the same parties that is named again is one: told in the plainest of its words, with the evidence of all. */
function joined({ trees }: Told, all: readonly Commitment[]): Commitment[] {
  const kind = ({ what }: Commitment): string | undefined => {
    const tree = treeOver({ trees }, what);
    const head = tree ? coreIn(tree, what) : -1;
    return head >= 0 && stemIn(tree!, head, "agreements") ? tree!.stems[head] : undefined;
  };
  const out: Commitment[] = [];
  const named = new Map<string, number>();
  for (const one of all) {
    const what = one.by.length > 1 ? kind(one) : undefined;
    const key = `${what} ${[...one.by].sort().join()}`;
    const like = what === undefined ? undefined : named.get(key);
    if (like !== undefined) {
      const other = out[like]!;
      // What the article vouches for is not less so where somebody speaks of it again.
      const kept = other.standing === "claimed" && one.standing !== "claimed" ? one : other;
      const beside = (before: readonly Span[], more: readonly Span[]): readonly Span[] => {
        const fresh = more.filter((place) => !before.some(({ start }) => start === place.start));
        return fresh.length > 0 ? [...before, ...fresh] : before;
      };
      out[like] = {
        ...kept,
        doubts: beside(other.doubts, one.doubts),
        precedents: beside(other.precedents, one.precedents),
        evidence: unique([...other.evidence, ...one.evidence]),
      };
      continue;
    }
    if (what !== undefined) named.set(key, out.length);
    out.push(one);
  }
  return out;
}

function givenAt(told: Told, tree: Tree, at: number): Commitment[] {
  // What somebody has signed is there, whatever is said of it: "was expected to discuss a pact signed by …".
  if (tree.tokens[at]!.upos !== "VERB" || isNegated(tree, at) || (isUnreal(tree, at) && signersOf(tree, at) < 0)) return [];
  const what = promisedAt(tree, at);
  // "Reached *a deal*": the model may code the noun.
  const words = what >= 0 && stemIn(tree, at, "sealing") ? [at, what] : [at];
  const evidence = evidenceAt(told, tree, words);
  const events = words.flatMap((here) => eventsAt(told, tree, here)).filter(({ auxiliary }) => !auxiliary.includes("negation"));
  if (what < 0 || evidence.length === 0 || events.some(({ auxiliary }) => auxiliary.includes("hypothetical"))) return [];
  if (auxiliariesOf(tree, at).some((word) => /^(?:would|'d)$/.test(word))) return [];
  const agent = kidsBy(tree, at, "obl").some((kid) => tree.tokens[kid]!.deprel === "obl:agent");
  const by = holdersAt(told, tree, at, agent || signersOf(tree, at) >= 0, events);
  return madeOf(told, tree, at, what, by, evidence, events);
}

/** "The pact *between* Freedonia and Sylvania": there is one, unless it is only sought, asked for or denied. */
function betweenAt(told: Told, tree: Tree, at: number): Commitment[] {
  const { upos, head } = tree.tokens[at]!;
  if (upos !== "NOUN" || !stemIn(tree, at, "agreements") || isUnreal(tree, at) || isNegated(tree, at)) return [];
  const undone = [...kidsBy(tree, at, "amod"), ...kidsBy(tree, at, "det")];
  if (undone.some((kid) => stemIn(tree, kid, "not-done") || tree.words[kid] === "final")) return [];
  const object = /^(?:obj|obl|nmod)$/.test(relOf(tree, at));
  const open = (up: number): boolean =>
    isNegated(tree, up) ||
    firstMarkOf(tree, up) === "to" ||
    (object && (isUnreal(tree, up) || isToCome(tree, up))) ||
    stemIn(tree, up, "sought");
  if (above(tree, at).some(open) || (head >= 0 && stemIn(tree, head, "sealing") && isToCome(tree, head))) return [];
  const between = kidsBy(tree, at, "nmod").find((kid) => firstMarkOf(tree, kid) === "between") ?? -1;
  const by = partiesOf(
    told,
    actorsAt(tree, told.cast, between).map(({ actor }) => actor),
  );
  if (by.length < 2) return [];
  const place = [at, ...above(tree, at)].find((here) => evidenceAt(told, tree, [here]).length > 0);
  return place === undefined ? [] : madeOf(told, tree, at, at, by, evidenceAt(told, tree, [place]), []);
}

/** "*Under the deal*, both sides will pull back their guns": what it binds them to. */
function underAt(told: Told, tree: Tree, at: number): Commitment[] {
  const subject = actingSubject(tree, at);
  if (tree.tokens[at]!.upos !== "VERB" || subject < 0 || isNegated(tree, at) || tree.asks) return [];
  if (!auxiliariesOf(tree, at).some((word) => /^(?:will|shall)$/.test(word)) || relOf(tree, at) === "acl") return [];
  const up = relOf(tree, at) === "conj" ? [at, tree.tokens[at]!.head] : [at];
  const bound = up
    .flatMap((here) => kidsBy(tree, here, "obl"))
    .some(
      (kid) =>
        firstMarkOf(tree, kid) === "under" &&
        stemIn(tree, kid, "agreements") &&
        kidsBy(tree, kid, "det").some((det) => tree.words[det] !== "any"),
    );
  const evidence = [at, ...above(tree, at)].map((here) => evidenceAt(told, tree, [here])).find((found) => found.length > 0) ?? [];
  const by = partiesOf(told, [...new Set(actorsAt(tree, told.cast, subject).map(({ actor }) => actor))]);
  return bound && evidence.length > 0 ? madeOf(told, tree, at, at, by, evidence, []) : [];
}

const isToCome = (tree: Tree, at: number): boolean => kidIn(tree, at, "modals", "aux");

/** "Will" and "would not" of one's own acts, in one's own words: what others fear or ask for is thereby promised. */
function saidAt(told: Told, tree: Tree, at: number, asked: readonly Asked[]): Commitment[] {
  if (tree.tokens[at]!.upos !== "VERB" || !kidIn(tree, at, "will", "aux")) return [];
  if (
    kidsBy(tree, at, "mark").some((mark) => tree.words[mark] !== "that") ||
    kidsBy(tree, at, "advcl").some((kid) => firstMarkOf(tree, kid) === "if")
  )
    return [];
  const [statement] = statementsOver(told, tree, at);
  const source = statement?.source?.actor;
  if (!statement || !source || !isOfficial(byId(told.cast.actors, source)) || isUnreal(tree, at)) return [];
  const word = tree.stems[at]!;
  const subjects = kidsBy(tree, at, "nsubj");
  const passive = subjects.some((kid) => tree.tokens[kid]!.deprel === "nsubj:pass");
  const own = subjects.some((kid) => isOwn(told, tree, kid, source));
  const negated = isNegated(tree, at);
  const lets = /^(?:let|allow|permit)$/.test(word) && kidsBy(tree, at, "xcomp", "ccomp").some((kid) => stemIn(tree, kid, "harboured"));
  const given = passive
    ? stemsOf("assured").has(word) && !negated && !kidsBy(tree, at, "obl").some((kid) => firstMarkOf(tree, kid) === "by")
    : own && (negated ? stemsOf("feared").has(word) || lets : stemsOf("assured").has(word) || answers(tree, at, source, asked, told));
  if (!given) return [];
  const events = eventsAt(told, tree, at).filter(({ auxiliary }) => !auxiliary.includes("hypothetical"));
  return madeOf(told, tree, at, at, [source], [...new Set([...events.map(({ id }) => id), statement.id])], events);
}

/** "I", "we", "his government" in the mouth of its head. */
function isOwn(told: Told, tree: Tree, subject: number, source: string): boolean {
  if (/^(?:i|we)$/.test(tree.words[subject]!)) return true;
  if (stemIn(tree, subject, "ones-own") && kidIn(tree, subject, "possessives", "nmod")) return true;
  return actorsAt(tree, told.cast, subject).some(({ actor }) => actor === source || speaksFor(told, source, [actor]));
}

/** What somebody demands: the words of it, as stems. */
interface Asked {
  readonly actor: string;
  readonly words: ReadonlySet<string>;
  readonly end: number;
}

const askedOf = (told: Told, positions: readonly Position[]): Asked[] =>
  positions.flatMap(({ actor, stance, issue }) => {
    const tree = treeOver(told, issue);
    if (stance !== "demands" || !tree) return [];
    const words = tree.tokens.flatMap((token, at) => (holds(issue, token) && /NOUN|VERB/.test(token.upos) ? [tree.stems[at]!] : []));
    return [{ actor, words: new Set(words), end: issue.end }];
  });

/** True where somebody else has asked for it before, so that two words at least are the same. */
function answers(tree: Tree, at: number, source: string, asked: readonly Asked[], told: Told): boolean {
  const words = new Set(familyOf(tree, at).map((kid) => tree.stems[kid]!));
  return asked.some(
    ({ actor, words: theirs, end }) =>
      actor !== source &&
      !speaksFor(told, source, [actor]) &&
      end <= tree.sentence.start &&
      [...theirs].filter((word) => words.has(word)).length >= 2,
  );
}

/** The commitment to `what`, with who says so and what the text sets beside it; none where nobody or no words are left. */
function madeOf(
  told: Told,
  tree: Tree,
  at: number,
  what: number,
  by: readonly string[],
  evidence: readonly string[],
  events: readonly Event[],
): Commitment[] {
  const place = placeOf(tree, what);
  if (by.length === 0 || !place) return [];
  const said_by = sayerAt(told, tree, at, by, true);
  const { doubts, precedents, broken } = besideOf(told, tree, at, by, what);
  // "Had promised … in 2019": a date before the article's own story, whether or not the article is dated.
  const dated = told.published === null && /\b(?:in|since) (?:19|20)\d\d\b/.test(slice(tree.text, tree.sentence));
  const aged =
    events.some(({ auxiliary }) => auxiliary.includes("historical")) ||
    isOld(told, tree, at) ||
    (dated && auxiliariesOf(tree, at).includes("had"));
  return [
    {
      by,
      to: toOf(told, tree, at, what, by),
      what: place,
      said_by: said_by && { actor: said_by.actor, start: said_by.start, end: said_by.end },
      standing: standingOf({ broken, aged, claimed: said_by !== null, doubted: doubts.length > 0, vague: isVague(tree, at, what) }),
      doubts,
      precedents,
      evidence,
    },
  ];
}

function standingOf(signs: { broken: boolean; aged: boolean; claimed: boolean; doubted: boolean; vague: boolean }): Standing {
  // Whatever else the text says of it, a promise that somebody only claims may never have been made.
  if (signs.claimed) return "claimed";
  if (signs.broken) return "broken";
  if (signs.aged) return "historical";
  if (signs.doubted) return "doubted";
  return signs.vague ? "vague" : "stated";
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

/** What a promise or a signature is about; -1 where the verb is neither. "Agreed that" is an opinion, "agreed with" a courtesy. */
function promisedAt(tree: Tree, at: number): number {
  const word = tree.stems[at]!;
  const keys = keysOf(tree, at);
  const object =
    kidsBy(tree, at, "obj")[0] ??
    kidsBy(tree, at, "nsubj").find((kid) => tree.tokens[kid]!.deprel === "nsubj:pass") ??
    (signersOf(tree, at) >= 0 ? tree.tokens[at]!.head : undefined);
  if (stemsOf("sealing").has(word)) return object !== undefined && stemIn(tree, object, "agreements") ? object : -1;
  if (!keys.some((key) => stemsOf("promising").has(key))) {
    // "Gave assurances", "made a promise", "offered guarantees".
    // "Made *no* promise" makes none.
    const none = object !== undefined && saysNo(tree, object);
    return object !== undefined && !none && stemIn(tree, object, "words-given") && givesAt(tree, at, object) ? object : -1;
  }
  // "Committed a crime", not "committed itself to".
  if (word === "commit" && kidsBy(tree, at, "obj").some((kid) => !/sel(?:f|ves)$/.test(tree.words[kid]!))) return -1;
  const to = complementOf(tree, at);
  if (to < 0 || tree.tokens[to]!.upos === "PROPN") return -1;
  if (/^agr$/.test(word)) {
    // "Agreed with the idea of a pact": also where the idea is passed through to what it is about.
    if (kidsBy(tree, at, "obl").some((kid) => firstMarkOf(tree, kid) === "with" && familyOf(tree, kid).includes(to))) return -1;
    const bare = /^(?:ccomp|csubj)$/.test(relOf(tree, to)) && firstMarkOf(tree, to) !== "to";
    if (bare || firstMarkOf(tree, to) === "with" || (relOf(tree, to) === "obl" && !/^(?:to|on|upon)$/.test(firstMarkOf(tree, to))))
      return -1;
  }
  const noun = tree.tokens[to]!.upos === "NOUN" && relOf(tree, to) === "obl";
  if (
    noun &&
    firstMarkOf(tree, to) === "on" &&
    !(["agreed-on", "agreements", "words-given"] as const).some((list) => stemIn(tree, to, list))
  )
    return -1;
  return to;
}

/** "Gave assurances", "reaffirmed *its* commitment": who repeats another's promise gives none. */
function givesAt(tree: Tree, at: number, object: number): boolean {
  if (stemIn(tree, at, "giving")) return true;
  const owner = kidsBy(tree, object, "nmod", "det").find((kid) => tree.tokens[kid]!.deprel === "nmod:poss");
  return stemIn(tree, at, "uttering") && owner !== undefined && wordIn(tree, owner, "possessives");
}

/** "A pact signed *by the two islands*"; -1 where it is no such clause. */
const signersOf = (tree: Tree, at: number): number =>
  stemIn(tree, at, "sealing") && relOf(tree, at) === "acl" && /(?:ed|ned|uck)$/.test(tree.words[at]!)
    ? (kidsBy(tree, at, "obl").find((kid) => firstMarkOf(tree, kid) === "by") ?? -1)
    : -1;

/** The words of what is promised; of what is promised *not* to be done with the "not". */
function placeOf(tree: Tree, what: number): Span | null {
  const issue = issueAt(tree, what, true);
  if (!issue) return null;
  const denied = kidsBy(tree, what, "advmod").find((kid) => kid < what && /^(?:not|n't|never)$/.test(tree.words[kid]!));
  const from =
    thereAt(tree, what) >= 0
      ? kidsBy(tree, what, "expl")[0]!
      : denied === undefined
        ? what
        : Math.min(denied, ...kidsBy(tree, what, "aux"));
  // "Would be respected *but acknowledged* …": what stands against it is not promised.
  const but = kidsBy(tree, what, "conj").flatMap((kid) => kidsBy(tree, kid, "cc").filter((cc) => cc > what && tree.words[cc] === "but"))[0];
  const end = but === undefined ? issue.end : Math.min(issue.end, tree.tokens[but - 1]!.end);
  return span(Math.min(issue.start, tree.tokens[from]!.start), end);
}

/** For whom: "promised *Kyiv* …", "guarantees for *Ukraine*". Whom a promised deed itself is done to, or is not done to or for, is promised nothing by that. */
function toOf({ cast }: Told, tree: Tree, at: number, what: number, by: readonly string[]): string[] {
  const told =
    at === what
      ? []
      : [...kidsBy(tree, at, "iobj", "obj"), ...kidsBy(tree, at, "obl").filter((kid) => /^(?:to|with)$/.test(firstMarkOf(tree, kid)))];
  const meant = familyOf(tree, what).filter((kid) => /^(?:for|to)$/.test(firstMarkOf(tree, kid)) && /nmod|obl/.test(relOf(tree, kid)));
  // "A pact *with Freedonia*".
  const partners = stemIn(tree, what, "agreements") ? kidsBy(tree, what, "nmod").filter((kid) => firstMarkOf(tree, kid) === "with") : [];
  const named = [...told, ...partners, ...(isNegated(tree, what) ? [] : meant)];
  return unique(named.filter((kid) => kid !== what).flatMap((kid) => actorsAt(tree, cast, kid).map(({ actor }) => actor))).filter((id) => {
    const actor = byId(cast.actors, id);
    return !by.includes(id) && actor && (actor.code !== null || actor.sector !== null || actor.kind === "person");
  });
}

const some = new RegExp(String.raw`\bsome(?! (?:\d|of |${anyOf("round-numbers")}))\b`, "i");

const isVague = (tree: Tree, at: number, what: number): boolean => {
  const { start, end } = hull([...familyOf(tree, what), at].map((kid) => tree.tokens[kid]!));
  const words = slice(tree.text, span(start, end));
  return some.test(words) || says("vague", words) || tree.kids(at).some((kid) => tree.words[kid] === "principle");
};

/** What the sentences around it say against it: doubts follow, what the party has done before may also come first. They are about it where they name a promise, or go on about what such a sentence named. */
function besideOf(
  told: Told,
  tree: Tree,
  at: number,
  by: readonly string[],
  what: number,
): { doubts: Span[]; precedents: Span[]; broken: boolean } {
  const doubts: Span[] = [];
  const precedents: Span[] = [];
  const own = new Set(familyOf(tree, what).map((kid) => tree.stems[kid]!));
  const joint = by.length > 1 || stemIn(tree, what, "agreements");
  const place = told.trees.indexOf(tree);
  for (const before of told.trees.slice(Math.max(0, place - reach), place))
    if (precedentIn(told, before, slice(tree.text, before.sentence), by, true)) precedents.push(whole(before));
  let open = true;
  let broken = breaks(tree, at, own);
  for (const [i, next] of told.trees.slice(place + 1, place + 1 + reach).entries()) {
    if (!open) break;
    precedents.push(...remindersIn(tree.text, told.trees[place + i]!.sentence.end, next.sentence.start));
    const words = slice(tree.text, next.sentence);
    const about = isAbout(next, own, i < nearby, joint) || namesAgreement(words);
    const back =
      next.words.slice(0, 6).some((word) => formsOf("pronouns").has(word)) ||
      next.words.slice(-3).some((word) => /^(?:them|this|it)$/.test(word));
    const near = next.number - tree.number <= 1 || doubts.some(({ end }) => sentenceAt(told, end) >= next.number - 2);
    if (precedentIn(told, next, words, by)) precedents.push(whole(next));
    else if (says("doubts", words) && (about || (back && near)) && !isOther(told, next, by)) doubts.push(whole(next));
    const another = next.tokens.some((token, here) => token.upos === "VERB" && promisedAt(next, here) >= 0);
    if (next.number - tree.number <= 2 && back && !another && breaks(next, -1, own)) broken = true;
    // Another promise of another party: what follows speaks of that one.
    open = !next.tokens.some(
      (token, here) =>
        token.upos === "VERB" && promisedAt(next, here) >= 0 && isOther(told, next, by) && !precedentIn(told, next, words, by),
    );
  }
  return { doubts, precedents, broken };
}

/** Sentences within which "the pledge" is this one. */
const nearby = 6;

/** True where a sentence that doubts names this promise: by a word of what was promised, as "the pledge", "these so-called guarantees", or, of what several agreed, "the deal". */
function isAbout(tree: Tree, own: ReadonlySet<string>, near: boolean, joint: boolean): boolean {
  return tree.tokens.some(({ upos }, at) => {
    const word = tree.stems[at]!;
    if (!/^(?:NOUN|PROPN|VERB)$/.test(upos)) return false;
    if (stemsOf("words-given").has(word) || stemsOf("agreements").has(word)) {
      const named = tree.kids(at).some((kid) => kid < at && (wordIn(tree, kid, "pointing") || tree.tokens[kid]!.deprel === "nmod:poss"));
      return own.has(word) || (near && named && (stemsOf("words-given").has(word) || joint));
    }
    return word.length > 3 && upos === "NOUN" && own.has(word);
  });
}

/** "Remember the Lima Accord?": a question without verb or actor, which the model may take for page furniture and which then has no tree. */
function remindersIn(text: string, from: number, to: number): Span[] {
  return [...text.slice(from, Math.max(from, to)).matchAll(/(?<![^.?!\n])[^.?!\n]+\?/g)].flatMap(({ index, 0: question }) => {
    const at = question.search(/(?:Remember|Recall|Who remembers)\s/);
    return at >= 0 && namesAgreement(question.slice(at)) ? [span(from + index + at, from + index + question.length)] : [];
  });
}

const whole = (tree: Tree): Span => hull(tree.tokens);

/** The tree of the sentence that holds the place. */
function treeOver(told: Pick<Told, "trees">, place: Span): Tree | undefined {
  const tree = treeAt(told, place.start);
  return tree && holds(tree.sentence, place) ? tree : undefined;
}

const sentenceAt = (told: Told, end: number): number => {
  const tree = treeAt(told, end - 1);
  return tree && tree.sentence.start < end ? tree.number : -1;
};

/**
 * An earlier promise of the same party, or a treaty by its name, that has a date, was broken, or is called to mind; or the party's record of breaking what it has to keep.
 * @param first whether it comes before the promise: only what is the party's own is set beside that
 */
function precedentIn(told: Told, tree: Tree, words: string, by: readonly string[], first = false): boolean {
  const now = Number(told.published?.slice(0, 4) ?? Number.NaN);
  const dated = [...words.matchAll(/\b(?:19|20)\d\d\b/g)].some((match) => (Number.isNaN(now) ? !first : now - Number(match[0]) >= 2));
  const verb = (is: (stem: string) => boolean): boolean =>
    tree.tokens.some(
      ({ upos }, at) => upos === "VERB" && is(tree.stems[at]!) && !isNegated(tree, at) && !isUnreal(tree, at) && !isToCome(tree, at),
    );
  const broke = verb((word) => stemsOf("breaking").has(word));
  const called = says("recalling", words);
  const given = tree.stems.some((word) => stemsOf("words-given").has(word) || stemsOf("agreements").has(word));
  // "In 2001 it promised …", "track record of breaking its word"; "agreed" may be an opinion.
  const promised = verb((word) => stemsOf("promising").has(word) && word !== "agr");
  const theirs = tree.tokens.some((_, at) =>
    actorsAt(tree, told.cast, at).some(({ actor }) => by.includes(actor) || sameSide(told, actor, by)),
  );
  if (namesAgreement(words) && (dated || broke || called) && (theirs || !first)) return true;
  // A year alone says that it is old only where the article's own is known.
  return (
    theirs &&
    ((given && (broke || called || (dated && !Number.isNaN(now)))) ||
      (promised && (dated || called)) ||
      (broke && says("recalling", words, "habit")))
  );
}

const sameSide = ({ cast }: Told, actor: string, by: readonly string[]): boolean => {
  const code = byId(cast.actors, actor)?.code ?? null;
  return code?.length === 3 && by.some((id) => byId(cast.actors, id)?.code === code);
};

/** True where the sentence's subject is a party that is not among `by`. */
function isOther(told: Told, tree: Tree, by: readonly string[]): boolean {
  const verb = tree.tokens.findIndex((token, at) => token.upos === "VERB" && promisedAt(tree, at) >= 0);
  if (verb < 0) return false;
  const subjects = actorsAt(tree, told.cast, actingSubject(tree, verb)).map(({ actor }) => actor);
  return subjects.length > 0 && !subjects.some((id) => by.includes(id) || sameSide(told, id, by));
}

/** "… and broke that promise": the promise's own subject breaks it. */
function breaks(tree: Tree, at: number, own: ReadonlySet<string>): boolean {
  return tree.tokens.some((token, here) => {
    if (token.upos !== "VERB" || !stemIn(tree, here, "breaking") || isNegated(tree, here) || here === at || isUnreal(tree, here))
      return false;
    if (isToCome(tree, here) || relOf(tree, here) === "acl") return false;
    const joinedTo = at < 0 || (relOf(tree, here) === "conj" && tree.tokens[here]!.head === at);
    const object = kidsBy(tree, here, "obj", "obl")[0];
    const theirs =
      object !== undefined &&
      (wordIn(tree, object, "pronouns") ||
        stemIn(tree, object, "words-given") ||
        stemIn(tree, object, "agreements") ||
        own.has(tree.stems[object]!));
    return joinedTo && theirs;
  });
}
