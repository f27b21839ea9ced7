// A deed that stands under a verb of seeing or accusing → in whose eyes it was done, or that nobody is named who says so. Pure.
import { kidsBy, markOf, relOf, subjectOf, type Tree } from "../grammar/tree.ts";
import { formsOf } from "../grammar/words.ts";

const PERCEIVES = formsOf("perceiving");

/** The verb of seeing under which the deed stands: "saw *them attack*", "is seen as *backing* them"; -1 for none. Not "was seen as police *attacked*". */
function seeingOf(tree: Tree, at: number): number {
  const { head } = tree.tokens[at]!;
  const isSeen =
    head >= 0 && head < at && PERCEIVES.has(tree.words[head]!) && tree.tokens[head]!.upos === "VERB" && isUnder(tree, at, head);
  return isSeen ? head : -1;
}

function isUnder(tree: Tree, at: number, seeing: number): boolean {
  if (!/^(?:xcomp|ccomp|advcl|acl|obl)$/.test(relOf(tree, at))) return false;
  if (isAs(tree, at)) return true;
  const between = tree.tokens.slice(seeing + 1, at);
  return /^[xc]comp$/.test(relOf(tree, at)) && markOf(tree, at) === "" && between.some(({ upos }) => /^(?:PROPN|NOUN|PRON)$/.test(upos));
}

const isAs = (tree: Tree, at: number): boolean => markOf(tree, at) === "as" && kidsBy(tree, at, "nsubj").length === 0;

/** "Is seen", "a man *accused* of it". */
const isSuffered = (tree: Tree, verb: number): boolean =>
  tree.kids(verb).some((kid) => /^(?:nsubj|aux):pass$/.test(tree.tokens[kid]!.deprel)) ||
  (relOf(tree, verb) === "acl" && kidsBy(tree, verb, "nsubj").length === 0 && !/ing$/.test(tree.words[verb]!));

const agentOf = (tree: Tree, verb: number): number => kidsBy(tree, verb, "obl").find((kid) => markOf(tree, kid) === "by") ?? -1;

/** In whose eyes: the word of whoever sees it so; -1 where nobody is named. */
export function perceiverOf(tree: Tree, at: number): number {
  const verb = seeingOf(tree, at);
  if (verb < 0) return -1;
  if (isSuffered(tree, verb)) return agentOf(tree, verb);
  return subjectOf(tree, verb);
}

/** "Is widely seen *as backing* them": nobody is named who says so. */
export function isTakenFor(tree: Tree, at: number): boolean {
  const verb = seeingOf(tree, at);
  return verb >= 0 && isAs(tree, at) && isSuffered(tree, verb) && perceiverOf(tree, at) < 0;
}

const UNPROVEN = formsOf("unproven");

/** "Is accused *of killing* her", "are believed *to have left*", "charged *with murder*": nobody is named who says so. */
export function isUnproven(tree: Tree, at: number): boolean {
  const { head } = tree.tokens[at]!;
  return (
    head >= 0 &&
    head < at &&
    /^(?:xcomp|ccomp|advcl|acl|obl)$/.test(relOf(tree, at)) &&
    /^(?:of|to|with)$/.test(markOf(tree, at)) &&
    UNPROVEN.has(tree.words[head]!) &&
    tree.tokens[head]!.upos === "VERB" &&
    isSuffered(tree, head) &&
    agentOf(tree, head) < 0
  );
}
