// What every rule is: a row with a name, its reason, a text where it fires and one that it spares. What a kind of rule looks at and does stands in that kind's file.
import { isOff, isTraced, type Note, note } from "../grammar/trace.ts";
import { type Span, slice } from "../span.ts";
import type { Act, Argument } from "../tag/types.ts";

export interface Rule {
  /** "kind.what", as readout why and docs/rules.md print it. */
  readonly name: string;
  /** The reason, in one line. */
  readonly why: string;
  /** A text of one sentence in which it fires, read by the model. */
  readonly fires: string;
  /** A text like it in which it must not. */
  readonly spares: string;
}

/** Whether the rule stands and its test holds; told to whoever asks. @param what words for what is done */
export function fired(rule: Rule, holds: () => boolean, effect: Note["effect"], at: Span, what = ""): boolean {
  if (isOff(rule.name) || !holds()) return false;
  tell(rule, effect, at, what);
  return true;
}

export const tell = (rule: Pick<Rule, "name" | "why">, effect: Note["effect"], at: Span, what = "", about: Note["about"] = "event"): void =>
  note(() => ({ rule: rule.name, effect, why: rule.why, what, about, at: { start: at.start, end: at.end } }));

/** Whether it is one of those between whom the act is. */
export const isSide = ({ role }: Argument): boolean => role === "actor" || role === "recipient";

/** "recipient Lima: added; actor “police”: taken out": what became of those on an act's sides. */
function differenceOf(text: string, before: readonly Argument[], after: readonly Argument[]): string {
  const at = (list: readonly Argument[], one: Argument): Argument | undefined =>
    list.find((other) => isSide(other) && other.start === one.start && other.end === one.end);
  const words = (one: Argument): string => `${one.role} “${slice(text, one).replace(/\s+/g, " ")}”`;
  const gone = before.filter(isSide).flatMap((one) => {
    const now = at(after, one);
    return now === undefined ? [`${words(one)}: taken out`] : now.role === one.role ? [] : [`${words(one)}: made ${now.role}`];
  });
  return [...gone, ...after.filter((one) => isSide(one) && !at(before, one)).map((one) => `${words(one)}: added`)].join("; ");
}

/** The sides as a rule leaves them; what it changed is told to whoever asks. @param at the act's trigger */
export function stepped(
  rule: Rule,
  { text }: { readonly text: string },
  at: Span,
  before: readonly Argument[],
  make: (before: readonly Argument[]) => readonly Argument[],
): readonly Argument[] {
  if (isOff(rule.name)) return before;
  const after = make(before);
  if (isTraced()) {
    const what = differenceOf(text, before, after);
    if (what !== "") tell(rule, "changed", at, what);
  }
  return after;
}

/** The act with its sides as a rule leaves them. */
export const actBy = (rule: Rule, tree: { readonly text: string }, act: Act, make: (act: Act) => Act): Act => {
  let made = act;
  stepped(rule, tree, act.trigger, act.arguments, () => {
    made = make(act);
    return made.arguments;
  });
  return made;
};
