// Names → what they are looked up by: small letters without accents, words parted by one blank.

const foldWords = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** What is asked for: found in a `keyOf` where its words stand there whole and in a row. */
export const termOf = (text: string): string => ` ${foldWords(text)} `;

/** " ukr | volodymyr zelenskyy ": the bar keeps words of two names from standing in a row. */
export const keyOf = (names: readonly (string | null | undefined)[]): string => {
  const folded = new Set(names.flatMap((name) => (name ? [foldWords(name)] : [])));
  return ` ${[...folded].filter((name) => name !== "").join(" | ")} `;
};
