// A verb in its sentence's tree → whether it is only what somebody has the right or the power to do. Pure.
import { isInflected } from "../grammar/stems.ts";
import { formsOf } from "../grammar/words.ts";
import type { Token } from "../tag/types.ts";

/** "Has the right to *deport* them", "the power to free and *expel* them"; also a bare verb that the tree joins to the having, as no verb of its own time. */
export function isOnlyEntitled(tokens: readonly Token[], word: (j: number) => string, at: number): boolean {
  const is = (j: number, list: "entitlements" | "entitling"): boolean => formsOf(list).has(word(j).toLowerCase());
  const hangs = (j: number, head: number, relations: RegExp): boolean => tokens[j]!.head === head && relations.test(tokens[j]!.deprel);
  const right = (j: number): boolean => is(j, "entitlements") && tokens[j]!.deprel === "obj" && is(tokens[j]!.head, "entitling");
  const isFor = (verb: number): boolean => {
    const { head, deprel } = tokens[verb]!;
    // Trees hang it on the right, or beside it on the having.
    const noun = deprel === "xcomp" ? tokens.findLastIndex((_, j) => j < verb && hangs(j, head, /^obj$/)) : deprel === "acl" ? head : -1;
    return noun >= 0 && right(noun) && tokens.some((_, j) => hangs(j, verb, /^mark$/) && /^to$/i.test(word(j)));
  };
  const isBare = (verb: number): boolean =>
    !isInflected(word(verb).toLowerCase()) && !tokens.some((_, j) => hangs(j, verb, /^(?:nsubj|aux|mark)/));
  let verb = at;
  for (let steps = 0; steps < 6 && !isFor(verb); steps++) {
    const { head, deprel } = tokens[verb]!;
    if (!/^(?:xcomp|conj)$/.test(deprel)) return false;
    const joined = verb;
    const beside = (j: number): boolean => isFor(j) && (tokens[j]!.head === head || tokens[tokens[j]!.head]!.head === head);
    if (deprel === "conj" && isBare(joined) && tokens.some((_, j) => j < joined && beside(j))) return true;
    verb = head;
  }
  return isFor(verb);
}
