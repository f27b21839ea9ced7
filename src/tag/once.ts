// The acts read in one sentence, its tree → each act once, where its verb and its noun were both taken for it.
import type { Act, Argument, Role, Token } from "./types.ts";

const ROLES: readonly Role[] = ["actor", "recipient", "place", "time"];

/** Relations between the two words of one act: "carried out a strike", "granted an amnesty", "an arrest warrant". ("goeswith" is how such a pair is misread at times.) */
const ONE_ACT = /^(?:obj|compound|goeswith)$/;

/** An act whose verb and noun were both taken for it is one: the surer word carries it, with the arguments of both. */
export function once(acts: readonly Act[], tokens: readonly Token[]): Act[] {
  const at = (act: Act): number => tokens.findIndex((t) => t.start === act.trigger.start);
  const linked = (a: number, b: number): boolean => tokens[a]?.head === b && ONE_ACT.test(tokens[a]!.deprel);
  const side = (act: Act, role: Role): Argument[] => act.arguments.filter((a) => a.role === role);
  const agree = (a: Act, b: Act, role: Role): boolean =>
    side(a, role).length === 0 ||
    side(b, role).length === 0 ||
    side(a, role).some((x) => side(b, role).some((y) => x.start < y.end && y.start < x.end));
  const out: Act[] = [];
  for (const act of [...acts].sort((a, b) => b.confidence - a.confidence)) {
    const same = out.findIndex(
      (one) =>
        one.type === act.type &&
        (linked(at(one), at(act)) || linked(at(act), at(one))) &&
        agree(one, act, "actor") &&
        agree(one, act, "recipient"),
    );
    if (same === -1) out.push(act);
    else {
      const one = out[same]!;
      const lacked = ROLES.filter((role) => side(one, role).length === 0).flatMap((role) => side(act, role));
      out[same] = { ...one, arguments: [...one.arguments, ...lacked] };
    }
  }
  return out.sort((a, b) => a.trigger.start - b.trigger.start);
}
