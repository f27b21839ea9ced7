// The tokens of a sentence → the same tokens, where an arc that leads nowhere, or to its own word, is none. Reads no files.

/** A token whose head is no other token of its sentence becomes a root, so that rules may walk up and down without asking. */
export const soundArcs = <T extends { readonly head: number; readonly deprel: string }>(tokens: readonly T[]): T[] =>
  tokens.map((token, at) => (token.head < tokens.length && token.head !== at ? token : { ...token, head: -1, deprel: "root" }));
