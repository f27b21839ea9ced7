// A sentence's attributions → the same, those of words that are passed on ("the agency quoted Lima as saying") once and with whoever is quoted as their source. Pure.

import { isUnder } from "../arcs.ts";
import { formsOf } from "../grammar/words.ts";
import type { Span } from "../span.ts";
import type { Attribution, Token } from "../tag/types.ts";

/** @param over the span from one word's place to another's */
export function quoted(
  attributions: readonly Attribution[],
  tokens: readonly Token[],
  word: (i: number) => string,
  over: (first: number, last: number) => Span,
): Attribution[] {
  const out: Attribution[] = [];
  for (const one of attributions) {
    const whom = whomOf(one, tokens, word, over);
    const told = whom ? { ...one, source: whom } : one;
    // "Quoted … as saying": two cues of one statement.
    const twin =
      whom !== null && out.some(({ source, content }) => source?.start === whom.start && content[0]?.start === one.content[0]?.start);
    if (!twin) out.push(told);
  }
  return out;
}

/** Whom the verb of the cue, or the one above it, quotes; null where it quotes nobody. */
function whomOf(
  { cue }: Attribution,
  tokens: readonly Token[],
  word: (i: number) => string,
  over: (first: number, last: number) => Span,
): Span | null {
  const inside = tokens.flatMap(({ start, end }, at) => (start >= cue.start && end <= cue.end ? [at] : []));
  const verb = [...inside, ...inside.map((at) => tokens[at]!.head)].find(
    (at) => at >= 0 && formsOf("quoting").has(word(at).toLowerCase()) && tokens[at]!.upos === "VERB",
  );
  if (verb === undefined) return null;
  const says = tokens.findIndex(({ head, deprel }, at) => head === verb && at > verb && /^advcl/.test(deprel) && /ing$/.test(word(at)));
  const whom = tokens.findIndex(({ head, deprel }, at) => head === verb && at > verb && at < says && /^(?:obj|iobj)$/.test(deprel));
  const as = tokens.some(({ head }, at) => head === says && at < says && /^as$/i.test(word(at)));
  if (whom < 0 || !as) return null;
  const own = tokens.flatMap((_, at) => (at < says && isUnder(tokens, at, whom) ? [at] : []));
  return over(own[0]!, own.at(-1)!);
}
