// What vouches for a word of the text: the events and statements that cover it, who says it, and whether it has come true.

import type { Actor, Cast } from "../actors/types.ts";
import type { Coded, Event, Statement } from "../events/types.ts";
import { PROMPTS } from "../grammar/subjects.ts";
import { above, coreIn, firstMarkOf, isInfinitive, kidIn, kidsBy, relOf, stemIn, type Tree, treesOf, wordIn } from "../grammar/tree.ts";
import { says } from "../grammar/words.ts";
import { byId, firstThat, inSentence } from "../kept.ts";
import type { Within } from "../parts.ts";
import { holds, overlaps, type Span, slice } from "../span.ts";
import type { Tagged } from "../tag/types.ts";
import type { Issue } from "./issues.ts";
import { actorsAt } from "./named.ts";
import type { Stance } from "./types.ts";

/** What all parts of the negotiation are found in. */
export interface Told {
  readonly trees: readonly Tree[];
  readonly cast: Cast;
  readonly coded: Coded;
  /** ISO date of publication, or null. */
  readonly published: string | null;
  readonly within: Within;
}

export type Sayer = (Span & { readonly actor: string | null }) | null;

/** A position while its like are being gathered. */
export interface Stand {
  readonly actor: string;
  readonly issue: Issue;
  readonly stance: Stance;
  readonly said_by: Sayer;
  readonly evidence: readonly string[];
  /** Where the text tells it, for the order. */
  readonly at: number;
  /** The text itself says that it is past: "had demanded", "earlier", "no longer". */
  readonly past: boolean;
  /** The text says that it is no longer held: "originally", "up to last month". */
  readonly over?: boolean;
}

/** The tree of the sentence that reaches over a place of the text: the first that ends behind it. */
export const treeAt = ({ trees }: Pick<Told, "trees">, at: number): Tree | undefined =>
  trees[firstThat(trees, ({ sentence }) => sentence.end > at)];

export const toldOf = (tagged: Tagged, cast: Cast, coded: Coded, within: Within): Told => ({
  within,
  trees: treesOf(tagged),
  cast,
  coded,
  published: tagged.segmented.document.published,
});

export const eventsAt = ({ coded }: Told, tree: Tree, at: number): Event[] =>
  inSentence(coded.events, tree.number).filter((event) => overlaps(event.trigger, tree.tokens[at]!));

/** Somebody who can take a stand: with a country, an organisation or an office behind him. */
export const isParty = (actor: Actor | undefined): boolean =>
  actor !== undefined &&
  (actor.code !== null || actor.sector !== null || actor.kind === "organisation" || (actor.kind === "person" && actor.office !== null));

/** Those of the actors `ids` who can take a stand, in their order. */
export const partiesOf = ({ cast }: Told, ids: readonly string[]): string[] => ids.filter((id) => isParty(byId(cast.actors, id)));

/** One who can bind a state or a body by his word: a country, a government or organisation, one in office. */
export const isOfficial = (actor: Actor | undefined): boolean =>
  actor !== undefined &&
  actor.kind !== "group" &&
  (actor.kind === "country" ||
    /^(?:GOV|ELI|MIL|OPP|REB|LEG|JUD|COP)$/.test(actor.sector ?? "") ||
    actor.kind === "organisation" ||
    actor.office !== null);

/** Actors of the events; where the sentence has a subject for them, only those who are it. */
export function eventActors(tree: Tree, subject: number, events: readonly Event[]): string[] {
  const place = subject < 0 ? null : tree.tokens[subject]!;
  return events.flatMap((event) => event.actor.filter((one) => place === null || overlaps(one, place)).map(({ actor }) => actor));
}

const sizeOf = ({ content }: Statement): number => content.reduce((sum, { start, end }) => sum + end - start, 0);

/** Statements of known or unknown sources whose content holds the token, the innermost first. */
export const statementsOver = ({ coded }: Told, tree: Tree, at: number): Statement[] =>
  inSentence(coded.statements, tree.number)
    .filter(({ source, content }) => source && content.some((part) => holds(part, tree.tokens[at]!)))
    .sort((a, b) => sizeOf(a) - sizeOf(b));

/** Statements whose cue is this token: "demanded that …". */
export const statementsBy = ({ coded }: Told, tree: Tree, at: number): Statement[] =>
  inSentence(coded.statements, tree.number).filter(({ cue }) => cue && overlaps(cue, tree.tokens[at]!));

/** Ids of what covers any of the tokens, in text order, each once. */
export function evidenceAt(told: Told, tree: Tree, tokens: readonly number[]): string[] {
  const ids = tokens.flatMap((at) => [
    ...eventsAt(told, tree, at).map(({ id }) => id),
    ...statementsBy(told, tree, at).map(({ id }) => id),
    ...statementsOver(told, tree, at)
      .slice(0, 1)
      .map(({ id }) => id),
  ]);
  return [...new Set(ids)];
}

/**
 * Who says what stands at the token, when it is neither the article nor one of `own`.
 * @param outer whether another who passes on what one of `own` says counts too: "the envoy said that the premier had told him …"
 */
export function sayerAt(told: Told, tree: Tree, at: number, own: readonly string[], outer = false): Sayer {
  const events = eventsAt(told, tree, at).map(({ said_by }) => said_by);
  const statements = statementsOver(told, tree, at)
    .filter(({ cue, source }) => !(cue && overlaps(cue, tree.tokens[at]!)) && !(source && holds(source, tree.tokens[at]!)))
    .map(({ source }) => source);
  // Of several parties one alone does not speak for the others: "the premier said that *they* pledged …".
  const isOwn = (sayer: Sayer): boolean => {
    if (sayer === null) return false;
    const speaking = [
      ...(sayer.actor === null ? [] : [sayer.actor]),
      ...actorsAt(tree, told.cast, coreIn(tree, sayer)).map(({ actor }) => actor),
    ];
    return own.every((id) => speaking.some((one) => one === id || speaksFor(told, one, [id])));
  };
  const all = [...statements, ...events].filter((source) => source !== null);
  // An agency that reports who said it ascribes nothing.
  const isPress = ({ actor }: NonNullable<Sayer>): boolean => byId(told.cast.actors, actor)?.sector === "JRN";
  const passing = outer ? all.find((source) => !isOwn(source) && !isPress(source)) : undefined;
  const sayer = passing ?? all[0] ?? null;
  return isOwn(sayer) ? null : sayer;
}

/** A minister or spokesman of the same government: its own word. */
export function speaksFor({ cast }: Told, sayer: string, own: readonly string[]): boolean {
  const isPersonAt = (id: string): boolean => /^(?:person|unnamed)$/.test(byId(cast.actors, id)?.kind ?? "");
  const official = (id: string): string | null => {
    const actor = byId(cast.actors, id);
    return actor &&
      (actor.kind !== "unnamed" || says("officials", actor.name)) &&
      actor.kind !== "group" &&
      (actor.kind === "country" || /^(?:GOV|ELI)$/.test(actor.sector ?? "")) &&
      actor.code?.length === 3
      ? actor.code
      : null;
  };
  const code = official(sayer);
  // "The premier promised it, *his minister said*": his word for his government, and not for another man. "The Kremlin said …" is.
  if (isPersonAt(sayer) && own.some((id) => id !== sayer && isPersonAt(id))) return false;
  return code !== null && !/^(?:IGO|UNO|EUR|NGO|ISM|IMG|MNC)$/.test(code) && own.every((id) => official(id) === code);
}

/** "Talks *in Geneva*", "met *in Geneva*": a place where the text has them meet, which takes no part in it by that. */
export const isVenue = ({ trees }: Told, name: string): boolean =>
  trees.some((tree) =>
    tree.words.some((word, at) => {
      const { head } = tree.tokens[at]!;
      return (
        word === name &&
        head >= 0 &&
        /^(?:in|at)$/.test(firstMarkOf(tree, at)) &&
        (stemIn(tree, head, "meetings") || stemIn(tree, head, "meeting-verbs"))
      );
    }),
  );

/** The clause that makes `at` depend on something: "…, if Kyiv agrees"; -1 where there is none. */
export const conditionOf = (tree: Tree, at: number): number =>
  // Trees hang "if rich countries treble their aid" as a phrase at times.
  kidsBy(tree, at, "obl").find((kid) => kidIn(tree, kid, "ifs", "mark")) ??
  kidsBy(tree, at, "advcl", "xcomp", "ccomp").find((kid) => tree.words[kid] === "unless" || kidIn(tree, kid, "ifs", "mark")) ??
  -1;

/** Of what is not told to be so. */
const isIf = (tree: Tree, mark: number): boolean => wordIn(tree, mark, "ifs") || /^(?:whether|lest)$/.test(tree.words[mark]!);

/** True where the word is only asked for, hoped, supposed or denied, so that its subject has not done it. */
export function isUnreal(tree: Tree, at: number): boolean {
  if (kidIn(tree, at, "might", "aux")) return true;
  let here = at;
  for (const up of [at, ...above(tree, at)]) {
    const relation = relOf(tree, here);
    if (up !== here && /^(?:xcomp|ccomp|acl|advcl|obj|csubj)$/.test(relation) && stemIn(tree, up, "unreal") && relation !== "acl")
      return true;
    if (up !== at && kidsBy(tree, up, "mark").some((mark) => isIf(tree, mark)) && /advcl|ccomp/.test(relOf(tree, up))) return true;
    if (
      up === at &&
      kidsBy(tree, up, "mark").some(
        (mark) =>
          isIf(tree, mark) || (tree.words[mark] === "to" && relation === "advcl" && !PROMPTS.has(tree.stems[tree.tokens[up]!.head]!)),
      )
    )
      return true;
    // "Provided that the commission *approved*".
    if (/^provid(?:ed|ing)$/.test(tree.words[up]!) && up !== at && /^(?:ccomp|xcomp)$/.test(relation)) return true;
    // A likeness: "like buying from a man who promises …".
    if (kidsBy(tree, up, "mark", "case").some((mark) => tree.words[mark] === "like")) return true;
    if (up !== here && isInfinitive(tree, here) && stemIn(tree, up, "unreal")) return true;
    here = up;
  }
  return false;
}

/** A year in the sentence at least two before the article's own, or "decades ago". */
export function isOld({ published }: Told, tree: Tree, at: number): boolean {
  const words = slice(tree.text, tree.sentence);
  const now = published ? Number(published.slice(0, 4)) : null;
  const years = [...words.matchAll(/\b(?:19|20)\d\d\b/g)].map((match) => Number(match[0])).filter((year) => now === null || year <= now);
  const past = /(?:ed|en|pt|de|ke|gn)$/.test(tree.words[at]!);
  return (
    (past && years.length > 0 && (now === null ? Math.min(...years) < 2010 : now - Math.max(...years) >= 2)) ||
    /\b(?:decades|years) ago\b/.test(words)
  );
}
