// The tokens of a sentence → the same tokens, where an arc that leads nowhere, or to its own word, is none. Reads no files.

/** A token whose head is no other token of its sentence becomes a root, so that rules may walk up and down without asking. */
export const soundArcs = <T extends { readonly head: number; readonly deprel: string }>(tokens: readonly T[]): T[] =>
  tokens.map((token, at) => (token.head < tokens.length && token.head !== at ? token : { ...token, head: -1, deprel: "root" }));

/** Whether the word at `at` is the one at `top` or stands somewhere below it. */
export function isUnder(tokens: readonly { readonly head: number }[], at: number, top: number): boolean {
  for (let here = at, steps = 0; here >= 0 && steps <= tokens.length; here = tokens[here]!.head, steps++) if (here === top) return true;
  return false;
}
