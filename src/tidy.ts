// A text → one line of it that is safe to show. Pure.

/** One line without control characters, which could command a terminal, and without marks that turn the direction of writing. */
export const tidy = (text: string): string =>
  text
    .replace(/[\x1b\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "")
    .replace(/[\s\x00-\x1f\x7f-\x9f]+/g, " ")
    .trim();
