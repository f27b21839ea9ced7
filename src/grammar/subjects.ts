// A verb or noun in its tree → the word for whoever does what it tells, through clauses that take their doer from another. Pure.
import { above, firstMarkOf, kidsBy, relOf, type Tree } from "./tree.ts";

const clausal = new Set(["xcomp", "conj", "advcl", "acl", "ccomp", "parataxis"]);

/** Verbs whose object then does something. */
export const PROMPTS: ReadonlySet<string> = new Set(
  "prompt lead caus drive driv push forc spur mov help let mak allow encourag persuad convinc order".split(" "),
);

/** "Officers *demanding* …": a participle whose noun does it; not "a plan to …", "a statement *demanding* …", "a group *backed* by …". */
const isActive = (tree: Tree, at: number): boolean =>
  kidsBy(tree, at, "mark").length === 0 &&
  (/ing$/.test(tree.words[at]!) || kidsBy(tree, at, "obj").some((kid) => kid > at)) &&
  !/^(?:statement|letter|resolution|declaration|report|message|note|motion|petition|post|call|plan|appeal|text|bill|law|order)s?$/.test(
    tree.words[tree.tokens[at]!.head]!,
  );

/** The subject's head, own or taken over ("refused to *cede*", "met and *agreed*"); -1 where there is none. */
export function actingSubject(tree: Tree, at: number): number {
  for (const here of [at, ...above(tree, at)]) {
    const own = tree.kids(here).find((kid) => tree.tokens[kid]!.deprel === "nsubj");
    if (own !== undefined)
      return /^(?:who|that|which)$/.test(tree.words[own]!) && relOf(tree, here) === "acl" ? tree.tokens[here]!.head : own;
    if (kidsBy(tree, here, "nsubj", "csubj").length > 0) return -1;
    const relation = relOf(tree, here);
    if (relation === "acl" && /NOUN|PROPN/.test(tree.tokens[tree.tokens[here]!.head]?.upos ?? ""))
      return isActive(tree, here) ? tree.tokens[here]!.head : -1;
    // Trees err here: "went on strike to *protest* …" is a clause, not a phrase.
    const infinitive = relation === "obl" && tree.tokens[here]!.upos === "VERB" && firstMarkOf(tree, here) === "to";
    if ((!clausal.has(relation) && !infinitive) || relation === "ccomp" || relation === "parataxis") return -1;
    // "Prompted many to *call* …": whoever is prompted calls.
    const up = tree.tokens[here]!.head;
    if (relation === "xcomp" && PROMPTS.has(tree.stems[up]!))
      return kidsBy(tree, up, "obj", "iobj", "nsubj").find((kid) => up < kid && kid < here) ?? -1;
    // "Blamed *them* for refusing", "*he* was thanked for backing": whoever is blamed or thanked for it has done it.
    const [doer] =
      relation === "advcl" && firstMarkOf(tree, here) === "for" && /ing$/.test(tree.words[here]!)
        ? [...kidsBy(tree, up, "obj"), ...tree.kids(up).filter((kid) => tree.tokens[kid]!.deprel === "nsubj:pass")].filter(
            (kid) => kid < here,
          )
        : [];
    if (doer !== undefined) return doer;
    // "Caught her while taking …": the one caught may be meant as well as the catcher.
    // Not so a purpose: "sent a letter to *demand* …".
    const purpose = firstMarkOf(tree, here) === "to" && kidsBy(tree, up, "obj").every((kid) => tree.tokens[kid]!.upos === "NOUN");
    if (relation === "advcl" && !purpose && kidsBy(tree, here, "mark").length > 0 && kidsBy(tree, up, "obj").length > 0) return -1;
  }
  return -1;
}
