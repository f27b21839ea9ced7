// The one error of this stage: an input that cannot be read, in words that its reader can act on.

/** `message` is "what is wrong: what to do", without the name of the input. */
export class UnreadableError extends Error {
  override readonly name = "UnreadableError";
}

/** 12,345,678 → "12 MB" */
export const megabytes = (size: number): string => `${Math.round(size / 1e6)} MB`;
