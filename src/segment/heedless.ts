// A pattern that heeds no case → the same for text in small letters, without the flag: V8 takes milliseconds to close each class of letters over its cases, and an article meets some thirty.

export interface Heedless {
  readonly pattern: RegExp;
  /** Whether `pattern` wants the text as `smallOf` gives it. */
  readonly wantsSmall: boolean;
}

/** Patterns that heed case stay as they are. */
export function heedless(pattern: RegExp): Heedless {
  if (!pattern.ignoreCase || !pattern.unicode) return { pattern, wantsSmall: false };
  const source = pattern.source.replace(/\\p\{[^}]*\}|\\.|[A-Z]/gs, (part) => {
    // Without case, a capital is any letter that has one.
    if (part === "\\p{Lu}") return "\\p{CWU}";
    return part.length > 1 ? part : part.toLowerCase();
  });
  return { pattern: new RegExp(source, pattern.flags.replace("i", "")), wantsSmall: true };
}

/** In small letters, each where it stands: what grows by that ("İ") stays as it is. */
export function smallOf(text: string): string {
  const small = text.toLowerCase();
  return small.length === text.length
    ? small
    : text.replace(/\p{Lu}/gu, (one) => (one.toLowerCase().length === one.length ? one.toLowerCase() : one));
}
