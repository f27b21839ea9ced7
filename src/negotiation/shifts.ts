// Trees and the stands found so far → the changes of stand that the text tells: "dropped his demand for", "no longer insists", "instead of".

import { actingSubject } from "../grammar/subjects.ts";
import { above, familyOf, firstMarkOf, isNegated, keyIn, keysOf, kidsBy, relOf, stemIn, type Tree, wordIn } from "../grammar/tree.ts";
import { stemsOf } from "../grammar/words.ts";
import { eventActors, eventsAt, evidenceAt, isUnreal, type Stand, sayerAt, statementsOver, type Told } from "./evidence.ts";
import { ownerOf } from "./holders.ts";
import { complementOf, type Issue, issueAt, issueOver, sameIssue } from "./issues.ts";
import { actorsAt } from "./named.ts";
import type { Stance } from "./types.ts";
import { NOUNS, VERBS } from "./wordlists.ts";

/** One stand that takes the place of another, of the same actor. */
export interface Change {
  readonly newer: Stand;
  readonly replaced: Stand;
}

/** @param own stands of this sentence, @param before those of earlier sentences */
export function changesIn(told: Told, tree: Tree, own: readonly Stand[], before: readonly Stand[]): Change[] {
  if (tree.asks) return [];
  const told_ = tree.tokens.flatMap((_, at) => [
    ...droppedAt(told, tree, at, own, before),
    ...noLongerAt(told, tree, at),
    ...insteadAt(told, tree, at, own),
  ]);
  return [...told_, ...turnedIn(tree, own), ...differing(told, own, before)];
}

function holderAt(told: Told, tree: Tree, at: number): string | null {
  const subject = actingSubject(tree, at);
  return actorsAt(tree, told.cast, subject)[0]?.actor ?? eventActors(tree, subject, eventsAt(told, tree, at))[0] ?? null;
}

/** "Dropped his demand for X": X was demanded, and is no longer. */
function droppedAt(told: Told, tree: Tree, at: number, own: readonly Stand[], before: readonly Stand[]): Change[] {
  if (tree.tokens[at]!.upos !== "VERB" || isNegated(tree, at) || (isUnreal(tree, at) && !isConsented(tree, at))) return [];
  const key = keysOf(tree, at).find((it) => stemsOf("dropping").has(it));
  if (!key) return [];
  const object = kidsBy(tree, at, "obj", "obl", "nmod", "nsubj").find(
    (kid) =>
      (kid > at || tree.tokens[kid]!.deprel === "nsubj:pass") &&
      tree.tokens[kid]!.upos === "NOUN" &&
      (NOUNS.has(tree.stems[kid]!) || tree.stems[kid] === "deadlin"),
  );
  if (object === undefined) return [];
  const actor = object < at ? dropperOf(told, tree, at, object) : holderAt(told, tree, at);
  if (!actor) return [];
  const evidence = evidenceAt(
    told,
    tree,
    [at, object, complementOf(tree, object)].filter((here) => here >= 0),
  );
  if (evidence.length === 0) return [];
  // "A pension deadline" does not tell what was to be done by then.
  if (!NOUNS.has(tree.stems[object]!) && complementOf(tree, object) < 0) return [];
  // "Softened *that stance*": whichever it took last.
  const stood =
    /^(?:stance|stand|position)s?$/.test(tree.words[object]!) && complementOf(tree, object) < 0 && heldIn(tree, object) === null;
  const last = stood ? before.findLast((stand) => stand.actor === actor && stand.said_by === null) : undefined;
  if (last) {
    const again = { actor, said_by: null, evidence, at: tree.tokens[at]!.start, issue: last.issue, past: false };
    return [{ newer: { ...again, stance: stemsOf("softening").has(key) ? "conditional" : "undecided" }, replaced: last }];
  }
  const old = NOUNS.get(tree.stems[object]!) ?? "demands";
  const issue = heldIn(tree, object) ?? lastOf(before, actor, old)?.issue ?? null;
  if (!issue) return [];
  const said_by = sayerAt(told, tree, at, [actor]);
  const base = { actor, said_by, evidence, at: tree.tokens[at]!.start };
  const replaced: Stand = { ...base, issue, stance: old, past: true };
  const after: Stance = stemsOf("softening").has(key) ? "conditional" : old === "rejects" || old === "opposes" ? "accepts" : "undecided";
  return [{ newer: turnAfter(told, tree, at, actor, own, said_by) ?? { ...base, issue, stance: after, past: false }, replaced }];
}

/** "*Agreed* to drop": the dropping is only promised, but the stand is no longer held. */
function isConsented(tree: Tree, at: number): boolean {
  const { head } = tree.tokens[at]!;
  if (head < 0 || relOf(tree, at) !== "xcomp" || firstMarkOf(tree, at) !== "to") return false;
  return stemIn(tree, head, "deciding") && !isNegated(tree, head) && !isUnreal(tree, head);
}

/** "The demand was dropped *by Ruritania*", "*Ruritania's* demand was dropped". */
function dropperOf(told: Told, tree: Tree, at: number, object: number): string | null {
  const by = kidsBy(tree, at, "obl").find((kid) => firstMarkOf(tree, kid) === "by") ?? ownerOf(tree, object);
  return actorsAt(tree, told.cast, by)[0]?.actor ?? null;
}

/** What a noun of stand is about: its complement, else the words before it ("his 'ceasefire now' stance"). */
function heldIn(tree: Tree, at: number): Issue | null {
  const below = complementOf(tree, at);
  if (below >= 0) return issueAt(tree, below, true);
  const quoted = issueOver(tree, Math.min(at, ...kidsBy(tree, at, "nmod", "det", "amod", "compound")), at);
  if (quoted) return quoted;
  const [word] = kidsBy(tree, at, "compound", "amod").filter((kid) => !wordIn(tree, kid, "of-any-stand"));
  return word === undefined ? null : issueAt(tree, word, false);
}

const lastOf = (before: readonly Stand[], actor: string, stance: Stance): Stand | undefined =>
  before.findLast((stand) => stand.actor === actor && stand.stance === stance && stand.said_by === null);

/** The new stand in the same breath: "… and leaned into a long-term deal", "… and said that X would be better". */
function turnAfter(told: Told, tree: Tree, at: number, actor: string, own: readonly Stand[], said_by: Stand["said_by"]): Stand | null {
  for (const kid of kidsBy(tree, at, "conj")) {
    const within = new Set(familyOf(tree, kid).map((here) => tree.tokens[here]!.start));
    const taken = own.find((stand) => stand.actor === actor && within.has(stand.at));
    // "But *still* wants": what stays is nothing new.
    const stays = tree.kids(kid).some((word) => /^(?:still|continue[sd]?)$/.test(tree.words[word]!));
    if (taken) return stays ? null : taken;
    if (!keyIn(tree, kid, "turning")) continue;
    const to = complementOf(tree, kid);
    const issue = to < 0 ? null : (heldBelow(tree, to) ?? issueAt(tree, to, false));
    const evidence = evidenceAt(
      told,
      tree,
      [kid, to].filter((here) => here >= 0),
    );
    // The verb before it is covered by an event or a statement, and this one goes on with it.
    if (issue)
      return {
        actor,
        issue,
        stance: "supports",
        said_by,
        evidence: evidence.length > 0 ? evidence : evidenceAt(told, tree, [at]),
        at: tree.tokens[kid]!.start,
        past: false,
      };
  }
  return null;
}

/** "This idea of a peace deal": the deal. */
const heldBelow = (tree: Tree, at: number): Issue | null => {
  if (!(wordIn(tree, at, "notions") || /^(?:concept|kind|form)$/.test(tree.words[at]!))) return null;
  const [below] = kidsBy(tree, at, "nmod", "acl").filter((kid) => kid > at && firstMarkOf(tree, kid) === "of");
  return below === undefined ? null : issueAt(tree, below, false);
};

/** "No longer demands X". */
function noLongerAt(told: Told, tree: Tree, at: number): Change[] {
  const old = keysOf(tree, at)
    .map((key) => VERBS.get(key))
    .find((stance) => stance);
  if (!old || tree.words[at - 1] !== "longer" || tree.words[at - 2] !== "no" || isUnreal(tree, at)) return [];
  const actor = holderAt(told, tree, at);
  const to = complementOf(tree, at);
  const issue = to < 0 ? null : issueAt(tree, to, true);
  const evidence = evidenceAt(told, tree, [at]);
  if (!actor || !issue || evidence.length === 0) return [];
  const base = { actor, issue, said_by: sayerAt(told, tree, at, [actor]), evidence, at: tree.tokens[at]!.start };
  const after: Stance = old === "rejects" || old === "opposes" ? "accepts" : "undecided";
  return [{ newer: { ...base, stance: after, past: false }, replaced: { ...base, stance: old, past: true } }];
}

/** "Instead of demanding X, he …": a gerund of stand, or quoted words set against quoted words of the same speaker. */
function insteadAt(told: Told, tree: Tree, at: number, own: readonly Stand[]): Change[] {
  if (tree.words[at] !== "instead" || tree.words[at + 1] !== "of") return [];
  const up = tree.tokens[at]!.head;
  const nested = up >= 0 && tree.tokens[up]!.head > up;
  const main = nested ? tree.tokens[up]!.head : up;
  const clause = nested ? up : (kidsBy(tree, main, "advcl", "ccomp", "xcomp", "obl").find((kid) => kid > at && kid < main) ?? -1);
  if (main < 0 || clause < at || main < clause) return [];
  const actor = holderAt(told, tree, main);
  if (!actor) return [];
  const quoted = tree.tokens.slice(at, clause + 1).some((token) => /[“"]/.test(tree.text.slice(token.start, token.end)));
  const old = keysOf(tree, clause)
    .map((key) => VERBS.get(key))
    .find((stance) => stance);
  const to = old ? complementOf(tree, clause) : -1;
  const issue = old ? (to < 0 ? null : issueAt(tree, to, true)) : quoted ? issueOver(tree, at + 2, main) : null;
  const statement = statementsOver(told, tree, clause).find(({ source }) => source?.actor === actor);
  const evidence = statement ? [statement.id] : evidenceAt(told, tree, [clause, main]);
  const newer = own.find((stand) => stand.actor === actor && stand.at > tree.tokens[clause]!.end) ?? turnOf(told, tree, main, actor);
  if (!issue || evidence.length === 0 || !newer) return [];
  return [
    { newer, replaced: { actor, issue, stance: old ?? "demands", said_by: null, evidence, at: tree.tokens[clause]!.start, past: true } },
  ];
}

/** The main clause's own turn: "he started talking about X". */
function turnOf(told: Told, tree: Tree, main: number, actor: string): Stand | null {
  for (const verb of [main, ...kidsBy(tree, main, "xcomp")]) {
    if (!keyIn(tree, verb, "turning")) continue;
    const to = complementOf(tree, verb);
    const issue = to < 0 ? null : issueAt(tree, to, false);
    const evidence = to < 0 ? [] : evidenceAt(told, tree, [verb, to]);
    if (issue && evidence.length > 0)
      return { actor, issue, stance: "supports", said_by: null, evidence, at: tree.tokens[verb]!.start, past: false };
  }
  return null;
}

const leaning: Readonly<Record<Stance, number>> = {
  demands: 1,
  supports: 1,
  accepts: 1,
  offers: 1,
  rejects: -1,
  opposes: -1,
  conditional: 0,
  undecided: 0,
};

/** The same actor on both sides of one issue, where the text says that one of them was before. */
function differing(_told: Told, own: readonly Stand[], before: readonly Stand[]): Change[] {
  return own.flatMap((now) => {
    if (now.said_by !== null) return [];
    const other = before.findLast(
      (then) =>
        then.actor === now.actor &&
        then.said_by === null &&
        leaning[then.stance] * leaning[now.stance] < 0 &&
        then.past !== now.past &&
        sameIssue(then.issue, now.issue),
    );
    if (!other) return [];
    return [now.past ? { newer: other, replaced: now } : { newer: now, replaced: other }];
  });
}

/** "Had refused to discuss a date, and is *now* willing to": two stands of one actor in one sentence, the older told as past. */
function turnedIn(tree: Tree, own: readonly Stand[]): Change[] {
  const now = tree.tokens.filter((_, at) => tree.words[at] === "now").map(({ start }) => start);
  return own.flatMap((replaced) => {
    if (!replaced.past && !replaced.over) return [];
    const newer = own.find(
      (one) =>
        one.actor === replaced.actor &&
        !one.past &&
        one.at > replaced.at &&
        leaning[one.stance] * leaning[replaced.stance] <= 0 &&
        (now.some((start) => start > replaced.at && start < one.at + 40) || isAside(tree, replaced.at)),
    );
    return newer ? [{ newer, replaced }] : [];
  });
}

/** "Togo, *which had ruled it out*, could accept …": told beside the main clause. */
function isAside(tree: Tree, start: number): boolean {
  const at = tree.tokens.findIndex((token) => token.start === start);
  return [at, ...(at < 0 ? [] : above(tree, at))].some(
    (up) => tree.tokens[up]?.deprel === "acl:relcl" || (up >= 0 && tree.kids(up).some((kid) => kid < up && tree.words[kid] === "which")),
  );
}
