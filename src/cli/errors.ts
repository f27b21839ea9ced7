// What is wrong, as one line for people: `readout: INPUT: what is wrong: what to do`. Built here only.

/** Wrong usage: the program ends with 2. The message says what is wrong and what to do. */
export class UsageError extends Error {
  override name = "UsageError";
  readonly about: string;

  constructor(about: string, message: string) {
    super(message);
    this.about = about;
  }
}

/** A file or folder cannot be used: the program ends with 1. The message says what is wrong and what to do. */
export class FileError extends Error {
  override name = "FileError";
  readonly about: string;

  constructor(about: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.about = about;
  }
}

/** @param input what the user named @param message "what is wrong: what to do" */
export const failureLine = (input: string, message: string): string => `readout: ${oneLine(input) || '""'}: ${oneLine(message)}\n`;

/** The words of an error that a stage threw; an error without a remedy of its own is a fault of the program. */
export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.includes(": ")
    ? message
    : `${message || "an error without words"}: this is a fault of readout, please report it with the input`;
}

/** An error that ends the whole run → what it is about and "what is wrong: what to do". */
export function stopOf(error: unknown): [about: string, message: string] {
  if (error instanceof UsageError || error instanceof FileError || isShelfError(error)) return [error.about, error.message];
  const { code = "", syscall, path } = error as NodeJS.ErrnoException;
  if (syscall === "write")
    return ["standard output", `cannot be written (${code}): ${code === "ENOSPC" ? "free some space" : "check where it goes"}`];
  if (syscall === "read" && path === undefined) return ["-", `cannot be read (${code}): check what is piped in`];
  if (code === "ERR_MODULE_NOT_FOUND") return ["stopped", `${(error as Error).message}: run npm start once, it installs and builds`];
  if (syscall !== undefined && path !== undefined) return [path, `cannot be read (${code}): fetch it again from the repository`];
  return ["stopped", messageOf(error)];
}

/** An error that nobody caught while these inputs were read → whose it is, and "what is wrong: what to do". */
export function fallOf(error: unknown, inputs: readonly string[]): [about: string, message: string] {
  const what = error instanceof Error ? error.message : String(error);
  const [about = "an input", ...more] = inputs;
  return [
    more.length > 0 ? `${about}, or one of ${more.length} read beside it` : about,
    `made Readout fail (${what.split("\n")[0]}): report it as a defect, with this input`,
  ];
}

/** True for an error that every input would meet again: the model cannot be used. By name, since loading the class loads the runtime. */
export const isModelError = (error: unknown): boolean => error instanceof Error && error.name === "ModelError";

// By name, since loading the class loads store/.
export const isShelfError = (error: unknown): error is Error & { about: string } => error instanceof Error && error.name === "ShelfError";

/** Control characters of a file name or an article must neither break the line nor reach the terminal, nor turn its direction. */
export const oneLine = (text: string): string => {
  const line = text.replace(/[\s\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, " ").trim();
  // A long quotation leaves its middle out: what to do stands at the end.
  return line.length > 1000 ? `${line.slice(0, 600)} … ${line.slice(-390)}` : line;
};

/** The known word that a mistyped one was meant to be, or null. */
export function nearest(word: string, known: readonly string[]): string | null {
  const [best] = known.map((other) => ({ other, edits: editsBetween(word, other) })).sort((a, b) => a.edits - b.edits);
  return best && best.edits <= Math.max(1, Math.floor(best.other.length / 3)) ? best.other : null;
}

/** Letters to insert, drop, change or swap with the next until one word is the other. */
function editsBetween(one: string, two: string): number {
  let before: number[] = [];
  let row = Array.from({ length: two.length + 1 }, (_, at) => at);
  for (let i = 0; i < one.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < two.length; j++) {
      const swapped = i > 0 && j > 0 && one[i] === two[j - 1] && one[i - 1] === two[j];
      const swap = swapped ? before[j - 1]! + 1 : Infinity;
      next.push(Math.min(row[j + 1]! + 1, next[j]! + 1, row[j]! + Number(one[i] !== two[j]), swap));
    }
    before = row;
    row = next;
  }
  return row[two.length]!;
}

/** True for what a write to a pipe throws whose reader has gone. */
export const isClosedPipe = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED");
