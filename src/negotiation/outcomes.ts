// The trees of an article, its cast and events → what a meeting or negotiation ended with: an agreement, a part of one, nothing, or talks to come. Pure.

import type { Event } from "../events/types.ts";
import { isInflected } from "../grammar/stems.ts";
import {
  above,
  auxiliariesOf,
  firstMarkOf,
  headIn,
  isDenied,
  kidIn,
  kidsBy,
  markOf,
  nounSpan,
  relOf,
  saysNo,
  stemIn,
  subjectOf,
  type Tree,
  wordIn,
} from "../grammar/tree.ts";
import { inSentence } from "../kept.ts";
import { inParts } from "../parts.ts";
import { hull, type Span, slice } from "../span.ts";
import { evidenceAt, isUnreal, statementsOver, type Told } from "./evidence.ts";
import type { Outcome } from "./types.ts";

type Found = Pick<Outcome, "result"> & { readonly at: number; readonly what: Span };

const talks = (tree: Tree, at: number): boolean => wordIn(tree, at, "talks");
const thing = (tree: Tree, at: number): boolean => wordIn(tree, at, "outcome-things");
/** "Little progress", "few results" are no more than a part. */
const scant = (tree: Tree, at: number): boolean => kidIn(tree, at, "scant", "amod", "det");

/** In text order; what is only feared, planned, asked for or asked about is no outcome. */
export function outcomesOf(told: Told): Outcome[] {
  return inParts(told.within, told.trees, (tree) =>
    tree.asks
      ? []
      : tree.tokens.flatMap((_, at): Outcome[] => {
          const found = [ended, failed, brought, agreedOnly, wentOn, listed].flatMap((rule) => rule(tree, at) ?? [])[0];
          if (
            !found ||
            isGuess(tree, found.at) ||
            (found.result !== "open" && (isUnreal(tree, found.at) || kidIn(tree, found.at, "will", "aux")))
          )
            return [];
          const { result, what } = found;
          return [
            {
              of: meetingOf(told, tree)?.id ?? null,
              result,
              what,
              said_by: sourceOf(told, tree, found.at),
              evidence: evidenceAt(
                told,
                tree,
                tree.tokens.map((_, i) => i),
              ),
            },
          ];
        }),
  );
}

/** "Talks might have failed *or* the sides had not found a way", "were *likely* to go on": what somebody reckons with is no outcome. */
function isGuess(tree: Tree, at: number): boolean {
  const { head } = tree.tokens[at]!;
  const isOr =
    kidsBy(tree, at, "cc").some((kid) => tree.words[kid] === "or") ||
    auxiliariesOf(tree, at).some((word) => /^(?:might|may|could)$/.test(word));
  return isOr || (relOf(tree, at) === "xcomp" && /^(?:un)?likely$/.test(tree.words[head] ?? ""));
}

/** "The summit ended without a deal", "the round broke up in acrimony", "the talks ended with an accord". */
function ended(tree: Tree, at: number): Found | null {
  if (
    !wordIn(tree, at, "ending-verbs") ||
    !(talks(tree, subjectOf(tree, at)) || kidsBy(tree, at, "obj").some((kid) => talks(tree, kid))) ||
    isDenied(tree, at)
  )
    return null;
  for (const kid of kidsBy(tree, at, "obl", "advcl", "nmod")) {
    const mark = markOf(tree, kid);
    const what = hull([...kidsBy(tree, kid, "case").map((one) => tree.tokens[one]!), nounSpan(tree, kid)]);
    if (/^without\b/.test(mark)) {
      const result = thing(tree, kid) ? kid : (kidsBy(tree, kid, "obj").find((one) => thing(tree, one)) ?? -1);
      if (result >= 0) return { result: "none", at, what: hull([what, nounSpan(tree, result)]) };
    }
    if (/^(?:in|with)$/.test(mark) && wordIn(tree, kid, "outcome-failures")) return { result: "none", at, what };
    if (/^(?:in|with)$/.test(mark) && thing(tree, kid))
      return { result: saysNo(tree, kid) ? "none" : scant(tree, kid) ? "partial" : "agreement", at, what };
  }
  return null;
}

/** "The talks collapsed", "the summit failed to deliver a ceasefire", "the negotiations broke down". */
function failed(tree: Tree, at: number): Found | null {
  const word = tree.words[at]!;
  const broke =
    /^(?:broken?|fell|fallen)$/.test(word) &&
    kidsBy(tree, at, "compound", "advmod").some((kid) => /^(?:down|apart|through)$/.test(tree.words[kid]!));
  if (!(broke || wordIn(tree, at, "failing-verbs")) || isDenied(tree, at)) return null;
  const subject = subjectOf(tree, at);
  const doing = kidsBy(tree, at, "xcomp").find((kid) => wordIn(tree, kid, "yielding-verbs") || tree.words[kid] === "agree");
  const result = doing === undefined ? -1 : (kidsBy(tree, doing, "obj").find((kid) => thing(tree, kid)) ?? -1);
  if (word.startsWith("fail") && doing !== undefined && (result >= 0 || tree.words[doing] === "agree"))
    return { result: "none", at, what: hull([tree.tokens[at]!, tree.tokens[doing]!, ...(result >= 0 ? [nounSpan(tree, result)] : [])]) };
  return talks(tree, subject) && kidsBy(tree, at, "xcomp", "obj").length === 0
    ? { result: "none", at, what: hull([nounSpan(tree, subject), tree.tokens[at]!]) }
    : null;
}

/** "The meeting produced no agreement", "the two sides did not reach a deal", "we didn’t get there", "they signed a truce". */
function brought(tree: Tree, at: number): Found | null {
  if (!wordIn(tree, at, "yielding-verbs") || tree.tokens[at]!.upos !== "VERB") return null;
  if (firstMarkOf(tree, at) === "to" || kidIn(tree, at, "ifs", "case", "mark")) return null;
  const denied = isDenied(tree, at);
  if (denied && tree.words[at] === "get" && kidsBy(tree, at, "advmod").some((kid) => tree.words[kid] === "there"))
    return {
      result: "none",
      at,
      what: hull([
        ...tree
          .kids(at)
          .filter((kid) => tree.tokens[kid]!.upos !== "PUNCT" && relOf(tree, kid) !== "parataxis")
          .map((kid) => tree.tokens[kid]!),
        tree.tokens[at]!,
      ]),
    };
  const passive = tree.kids(at).find((kid) => tree.tokens[kid]!.deprel === "nsubj:pass") ?? -1;
  const result = [...kidsBy(tree, at, "obj"), passive].find((kid) => kid >= 0 && thing(tree, kid)) ?? -1;
  if (result < 0) return null;
  const what = hull([tree.tokens[at]!, nounSpan(tree, result)]);
  if (denied || saysNo(tree, result)) return { result: "none", at, what };
  // Whoever made a statement or a decision has not come to terms by it.
  const weak = wordIn(tree, result, "no-terms");
  if (scant(tree, result) || /^(?:progress|headway)$/.test(tree.words[result]!)) return { result: "partial", at, what };
  // "Sign" and "signing" tell what is meant to be done, "signed" and "signs" what was.
  const done = passive >= 0 || (isInflected(tree.words[at]!) && !tree.words[at]!.endsWith("ing"));
  return weak || !done ? null : { result: "agreement", at, what };
}

/** "Agreed only to meet again", "agreed to keep talking": a part, and no more. */
function agreedOnly(tree: Tree, at: number): Found | null {
  if (!/^agree(?:d|s|ing)?$/.test(tree.words[at]!) || isDenied(tree, at)) return null;
  const next = kidsBy(tree, at, "xcomp").find(
    (kid) => stemIn(tree, kid, "meeting-verbs") || wordIn(tree, kid, "going-on") || /^(?:keep|talk)$/.test(tree.words[kid]!),
  );
  if (next === undefined) return null;
  return [next, at].some((here) => kidIn(tree, here, "once-more") || kidIn(tree, here, "talks"))
    ? {
        result: "partial",
        at,
        what: hull([
          tree.tokens[at]!,
          tree.tokens[next]!,
          ...kidsBy(tree, next, "obj", "advmod", "xcomp").map((kid) => nounSpan(tree, kid)),
        ]),
      }
    : null;
}

/** "The talks will resume on Monday": they are not over. */
function wentOn(tree: Tree, at: number): Found | null {
  if (!wordIn(tree, at, "going-on") || isDenied(tree, at) || /^(?:if|unless|whether)$/.test(firstMarkOf(tree, at))) return null;
  const subject = subjectOf(tree, at);
  return talks(tree, subject) && tree.tokens[at]!.upos === "VERB"
    ? { result: "open", at, what: hull([nounSpan(tree, subject), tree.tokens[at]!]) }
    : null;
}

/** "No ceasefire, no signed deals, no roadmap": a sentence without a verb that says what there is not. */
function listed(tree: Tree, at: number): Found | null {
  if (tree.tokens[at]!.head !== -1 || !thing(tree, at) || !saysNo(tree, at) || kidsBy(tree, at, "cop", "nsubj", "aux").length > 0)
    return null;
  const all = [at, ...kidsBy(tree, at, "conj", "list", "appos", "parataxis").filter((kid) => saysNo(tree, kid))];
  return { result: "none", at, what: hull(all.map((one) => nounSpan(tree, one))) };
}

/** Who says it: the innermost source that is somebody, whoever speaks by the tree, else words that the cast knows nobody by. */
function sourceOf(told: Told, tree: Tree, at: number): Outcome["said_by"] {
  // No meeting says anything: "the summit ended with him admitting, “…”".
  const sources = statementsOver(told, tree, at).flatMap(({ source }) => (source && !talks(tree, headIn(tree, source)) ? [source] : []));
  return sources.find(({ actor }) => actor !== null) ?? quotedBy(told, tree, at) ?? sources[0] ?? null;
}

/** Who says what stands in quotation marks where no statement was read: "with *him* admitting, “We didn’t get there”". */
function quotedBy({ cast }: Told, tree: Tree, at: number): Outcome["said_by"] {
  const start = tree.tokens[at]!.start - tree.sentence.start;
  const before = slice(tree.text, tree.sentence).slice(0, start);
  const opened = Math.max(before.lastIndexOf("“"), before.lastIndexOf('"'));
  if (opened < 0 || opened < Math.max(before.lastIndexOf("”"), before.lastIndexOf('"'))) return null;
  for (const up of above(tree, at)) {
    const who = kidsBy(tree, up, "nsubj").find(
      (kid) => kid < at && !/[“"]/.test(tree.text.slice(tree.sentence.start, tree.tokens[kid]!.start)),
    );
    // "him", of whom the cast may know nothing: his words stand there all the same.
    if (who !== undefined && !talks(tree, who)) return { actor: cast.actorAt(nounSpan(tree, who))?.id ?? null, ...nounSpan(tree, who) };
  }
  return null;
}

/** The meeting that a sentence speaks of: one that it tells itself, else the one that the article tells of most, the earliest of several. */
function meetingOf({ coded: { events } }: Told, tree: Tree): Event | undefined {
  const { held, most } = meetingsIn(events);
  return inSentence(held, tree.number)[0] ?? most;
}

interface Meetings {
  readonly held: readonly Event[];
  /** The one that is told of most. */
  readonly most: Event | undefined;
}
const meetings = new WeakMap<object, Meetings>();

/** Gathered once an article. */
function meetingsIn(events: readonly Event[]): Meetings {
  const known = meetings.get(events);
  if (known) return known;
  const held = events.filter(
    ({ type, auxiliary }) => type === "CONSULT" && !auxiliary.includes("negation") && !auxiliary.includes("historical"),
  );
  const named = new Map<string, number>();
  for (const { same_as } of events) for (const id of same_as) named.set(id, (named.get(id) ?? 0) + 1);
  const told = ({ id, same_as }: Event): number => (named.get(id) ?? 0) + same_as.length;
  const found = { held, most: held.toSorted((a, b) => told(b) - told(a))[0] };
  meetings.set(events, found);
  return found;
}
