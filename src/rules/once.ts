// The acts read in one sentence, its tree → each act once, where its verb and its noun or adjective were both taken for it.
import { overlaps } from "../span.ts";
import type { Act, Argument, Role, Token } from "../tag/types.ts";

const ROLES: readonly Role[] = ["actor", "recipient", "place", "time"];

/** Relations between the two words of one act: "carried out a strike", "granted an amnesty", "an arrest warrant". ("goeswith" is how such a pair is misread at times.) */
const ONE_ACT = /^(?:obj|compound|goeswith)$/;

/** "Found *guilty*". */
const isVerdict = ({ upos, deprel }: Token): boolean => upos === "ADJ" && deprel === "xcomp";

/** "A meeting *hosted* by them": the participle tells of the noun's act. */
const isTold = ({ upos, deprel }: Token, noun: Token | undefined): boolean => upos === "VERB" && deprel === "acl" && noun?.upos === "NOUN";

const side = (act: Act, role: Role): Argument[] => act.arguments.filter((a) => a.role === role);

/** Whether the two name the same on that side, or one of them nobody. */
const agree = (a: Act, b: Act, role: Role): boolean =>
  side(a, role).length === 0 || side(b, role).length === 0 || side(a, role).some((x) => side(b, role).some((y) => overlaps(x, y)));

/** An act whose verb and noun were both taken for it is one: the surer word carries it, or a meeting's noun where a participle tells of it, with the arguments of both. */
export function once(acts: readonly Act[], tokens: readonly Token[]): Act[] {
  const at = (act: Act): number => tokens.findIndex((t) => t.start === act.trigger.start);
  const tells = (act: Act, of: Act): boolean => {
    const token = tokens[at(act)];
    return token?.head === at(of) && isTold(token, tokens[token.head]);
  };
  const linked = (a: number, b: number): boolean => {
    const token = tokens[a];
    // "Received a *phone* call".
    const up = token?.deprel === "compound" && tokens[token.head]?.deprel === "obj" ? tokens[token.head]!.head : -1;
    return (up === b && b >= 0) || (token?.head === b && (ONE_ACT.test(token.deprel) || isVerdict(token)));
  };
  /** "*Placed* under house *arrest*". */
  const under = (a: Act, b: Act): boolean => {
    const token = tokens[at(a)];
    const sides = side(a, "recipient").length > 0 && side(b, "recipient").length > 0;
    return (
      sides && a.modes.length > 0 && a.modes[0] === b.modes[0] && token?.head === at(b) && token.deprel === "obl" && token.upos === "NOUN"
    );
  };
  const isOne = (a: Act, b: Act): boolean =>
    a.type === b.type &&
    (linked(at(a), at(b)) || linked(at(b), at(a)) || tells(a, b) || tells(b, a) || under(a, b) || under(b, a)) &&
    agree(a, b, "actor") &&
    (a.type === "CONSULT" || agree(a, b, "recipient"));
  const out: Act[] = [];
  for (const act of [...acts].sort((a, b) => b.confidence - a.confidence)) {
    const same = out.findIndex((one) => isOne(one, act));
    if (same === -1) out.push(act);
    else out[same] = act.type === "CONSULT" && tells(out[same]!, act) ? joined(act, out[same]!) : joined(out[same]!, act);
  }
  return out.sort((a, b) => a.trigger.start - b.trigger.start);
}

/** `one` with what only the other has on a side. Both parties of a meeting are its actors: who is named there was not met by them besides. */
function joined(one: Act, other: Act): Act {
  const lacked = ROLES.filter((role) => side(one, role).length === 0 && !(role === "recipient" && one.type === "CONSULT"));
  return {
    ...one,
    confidence: Math.max(one.confidence, other.confidence),
    arguments: [...one.arguments, ...lacked.flatMap((role) => side(other, role))],
  };
}
