// An act that refuses what is asked or offered in the same sentence, or that asks or offers it → the act with its sides as the other tells them: who refuses was asked, and who asked is refused. Pure.
import type { Act, Argument, TaggedSentence } from "../tag/types.ts";
import { climb, headIn, headsOf, kidsBy, markOf, phraseOf, relOf, type Syntax, subjectOf } from "./syntax.ts";

/** What may be refused to him whose it is. */
const ASKED =
  /^(?:requests?|demands?|calls?|appeals?|pleas?|petitions?|bids?|applications?|invitations?|offers?|proposals?|overtures?|ultimatums?)$/;

const ASKING = /^(?:REQUEST|AGREE)$/;

/** Head words: the refusal, what it refuses, and on either side whom the tree has for it. */
interface Refusal {
  readonly refusal: number;
  readonly asked: number;
  readonly refusers: readonly number[];
  readonly askers: readonly number[];
}

export function withRefusal(act: Act, sentence: TaggedSentence, syntax: Syntax): Act {
  const refusals = sentence.acts.filter(({ type }) => type === "REJECT").map((one) => headIn(syntax, one.trigger));
  const at = headIn(syntax, act.trigger);
  for (const refusal of refusals) {
    const found = refusedBy(syntax, refusal, sentence);
    if (found && act.type === "REJECT" && at === refusal) return between(act, found.refusers, found.askers, syntax);
    if (found && ASKING.test(act.type) && at === found.asked) return between(act, found.askers, found.refusers, syntax);
  }
  return act;
}

function refusedBy(syntax: Syntax, refusal: number, sentence: TaggedSentence): Refusal | null {
  const asked = askedIn(syntax, refusal, sentence);
  if (asked < 0) return null;
  const by = kidsBy(syntax, refusal, "obl").filter((kid) => markOf(syntax, kid) === "by");
  const passive = syntax.kids(refusal).some((kid) => /:pass$/.test(syntax.tokens[kid]!.deprel));
  // "With his request *voted down*": a participle has no subject, whatever it hangs on.
  const own = climb(syntax, refusal, /^(?:xcomp|conj)$/).some((at) =>
    syntax.kids(at).some((kid) => syntax.tokens[kid]!.deprel === "nsubj"),
  );
  const subject = passive || !own ? -1 : subjectOf(syntax, refusal);
  return { refusal, asked, refusers: passive ? by : subject < 0 ? [] : [subject], askers: askersOf(syntax, asked) };
}

/** "Rejected a *request*", "the *request* was rejected", "*asked* leave, which was refused"; -1 where the sentence tells of no such thing. */
function askedIn(syntax: Syntax, refusal: number, { acts }: TaggedSentence): number {
  const { tokens, words } = syntax;
  const told = syntax.kids(refusal).find((kid) => /^(?:obj|nsubj:pass)$/.test(tokens[kid]!.deprel));
  if (told !== undefined && ASKED.test(words[told]!)) return told;
  if (told === undefined || words[told] !== "which" || !/^(?:acl|parataxis|advcl)$/.test(relOf(syntax, refusal))) return -1;
  const asking = acts.filter(({ type }) => ASKING.test(type)).map(({ trigger }) => headIn(syntax, trigger));
  const up = climb(syntax, tokens[refusal]!.head, /^obj$/);
  return up.find((at) => asking.includes(at)) ?? -1;
}

/** "The *union's* request", "a *Togolese* request", "a request from *Togo*", "*they* asked". */
function askersOf(syntax: Syntax, asked: number): number[] {
  const { tokens, forms } = syntax;
  if (tokens[asked]!.upos === "VERB") return [subjectOf(syntax, asked)].filter((at) => at >= 0);
  return syntax.kids(asked).filter((kid) => {
    const { deprel, upos } = tokens[kid]!;
    if (deprel === "nmod:poss") return true;
    if (relOf(syntax, kid) === "nmod") return /^(?:by|from)$/.test(markOf(syntax, kid));
    return /^(?:compound|amod)$/.test(deprel) && kid < asked && /^(?:PROPN|ADJ)$/.test(upos) && /^\p{Lu}/u.test(forms[kid]!);
  });
}

/** The act with whoever is known to do it on the one side, and whom it is done to on the other; grammar adds where the model saw nobody. */
function between(act: Act, doers: readonly number[], others: readonly number[], syntax: Syntax): Act {
  const isOneOf = (heads: readonly number[], one: Argument): boolean => headsOf(syntax, one).some((at) => heads.includes(at));
  const sides = act.arguments.flatMap((one): Argument[] => {
    if (one.role !== "actor" && one.role !== "recipient") return [one];
    if (isOneOf(others, one)) return [{ ...one, role: "recipient" }];
    return [isOneOf(doers, one) ? { ...one, role: "actor" } : one];
  });
  const missing = (role: Argument["role"], heads: readonly number[]): Argument[] =>
    sides.some((one) => one.role === role) ? [] : heads.map((at) => ({ ...phraseOf(syntax, at), role, confidence: act.confidence }));
  return { ...act, arguments: [...sides, ...missing("actor", doers), ...missing("recipient", others)] };
}
