// A word of a tree → the stands that somebody is told to have without asking or refusing anything in words: "calls federalism a red line". Pure.

import { auxiliariesOf, firstMarkOf, isNegated, kidsBy, stemIn, type Tree } from "../grammar/tree.ts";
import { eventsAt, evidenceAt, isUnreal, type Stand, sayerAt, type Told } from "./evidence.ts";
import { holdersAt } from "./holders.ts";
import { issueAt } from "./issues.ts";
import { verdictOf } from "./wordlists.ts";

/** "Damascus calls federalism *a red line*", "deemed the plan *unacceptable*". */
export function calledAt(told: Told, tree: Tree, at: number): Stand[] {
  if (
    tree.tokens[at]!.upos !== "VERB" ||
    !(stemIn(tree, at, "calling-so") || stemIn(tree, at, "making-conditions")) ||
    isNegated(tree, at) ||
    isUnreal(tree, at)
  )
    return [];
  // "Had previously called it unlawful": no longer, for all that is told.
  if (auxiliariesOf(tree, at).includes("had")) return [];
  const below = kidsBy(tree, at, "obj", "xcomp", "ccomp", "obl");
  const verdict = below.findLast(
    (kid) => kid > at && verdictAt(tree, at, kid) && (kidsBy(tree, at, "obl").includes(kid) ? firstMarkOf(tree, kid) === "as" : true),
  );
  if (verdict === undefined || isNegated(tree, verdict) || tree.words[verdict - 1] === "longer") return [];
  // Trees hang what is called so on the verb or on its name.
  const [named] = [...kidsBy(tree, verdict, "nsubj", "csubj"), ...kidsBy(tree, at, "obj", "nsubj:pass")].filter(
    (kid) => kid !== verdict && kid < verdict,
  );
  const about = named === undefined || /^(?:which|that)$/.test(tree.words[named]!) ? antecedentOf(tree, at, named ?? at) : named;
  if (about < 0 || /PRON|DET/.test(tree.tokens[about]!.upos)) return [];
  const issue = issueAt(tree, about, false);
  const evidence = evidenceAt(told, tree, [at, about]);
  if (!issue || evidence.length === 0) return [];
  return holdersAt(told, tree, at, false, eventsAt(told, tree, at)).map((actor) => ({
    actor,
    issue,
    stance: verdictAt(tree, at, verdict)!,
    said_by: sayerAt(told, tree, at, [actor]),
    evidence,
    at: tree.tokens[at]!.start,
    past: false,
  }));
}

/** The noun before "which Damascus calls …", though trees may hang the clause elsewhere; -1 where there is none. */
function antecedentOf(tree: Tree, at: number, from: number): number {
  if (tree.tokens[at]!.deprel === "acl:relcl") return tree.tokens[at]!.head;
  const before = tree.words[from - 1] === "," ? from - 2 : from - 1;
  return /NOUN|PROPN/.test(tree.tokens[before]?.upos ?? "") && tree.words[from] === "which" ? before : -1;
}

/** What the word at `kid` says of the object of the verb at `at`: "called *unacceptable*", "made *a condition*". */
function verdictAt(tree: Tree, at: number, kid: number): Stand["stance"] | undefined {
  if (stemIn(tree, at, "making-conditions")) return stemIn(tree, kid, "conditions") ? "demands" : undefined;
  const verdict = verdictOf(tree, kid);
  return verdict === "open" ? undefined : verdict;
}
