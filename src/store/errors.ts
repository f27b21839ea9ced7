// What DuckDB says → "what is wrong: what to do", about the file or the query. Built here only.

/** The shelf cannot be used or asked. The message says what is wrong and what to do. */
export class ShelfError extends Error {
  override name = "ShelfError";
  /** The file, or the name of the query. */
  readonly about: string;

  constructor(about: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.about = about;
  }
}

/** Where opening, reading or writing the file failed. */
export function fileError(path: string, cause: unknown): ShelfError {
  if (cause instanceof ShelfError) return cause;
  const words = wordsOf(cause);
  const because = (message: string) => new ShelfError(path, message, cause);
  const holder = /conflicting lock is held in (\S+) \(PID (\d+)\)/i.exec(words);
  if (holder)
    return because(`is held by another process: ${nameOf(holder[1]!)}, PID ${holder[2]}: wait until it ends, or give another --db`);
  if (/could not set lock|used by another process/i.test(words))
    return because("is held by another process: wait until it ends, or give another --db");
  if (/database does not exist|no such file/i.test(words)) return because("is not there: make it with readout add, or check --db");
  if (/permission denied|read-only file system/i.test(words))
    return because("may not be read or written by you: change its permissions, or give another --db");
  if (isFull(words)) return because("the disk is full: free some space and run it again, what was added is kept");
  if (/newer version of DuckDB|version number/i.test(words)) return because("was written by a newer DuckDB: update readout");
  if (/not a valid DuckDB database/i.test(words)) return because("is no DuckDB file: give another --db");
  if (isDamage(words)) return because(`is damaged (${short(words)}): restore a copy of it, or take out what is whole with readout rescue`);
  return because(`cannot be used (${short(words)}): check the file, or give another --db`);
}

/** Where a query failed: by itself, or by what the file at `path` holds. */
export function queryError(name: string, cause: unknown, path: string): ShelfError {
  if (cause instanceof ShelfError) return cause;
  const words = wordsOf(cause);
  // Words of the user's own query may stand in what is said of it: only an error of the file's reading is about the file.
  if (/^(?:IO|Serialization|FATAL) Error/i.test(words) && (isDamage(words) || isFull(words))) return fileError(path, cause);
  return new ShelfError(name, `${short(words)}: mend the query`, cause);
}

/** What DuckDB says of blocks that are not what was written. */
const isDamage = (words: string): boolean =>
  /checksum|corrupt|deserializ|could not read (?:enough|all) bytes|invalidated because of a previous fatal/i.test(words);

const isFull = (words: string): boolean => /no space left|could not write all bytes/i.test(words);

const wordsOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** The first line, without the class of the error: the others draw where in the query it is. */
const short = (words: string): string =>
  words
    .replace(/^(?:Failed to extract statements: )?[A-Z][\w ]*Error: /, "")
    .split("\n")[0]!
    .replace(/(?<![.:!])[.:!]+$/, "");

const nameOf = (program: string): string => program.split(/[\\/]/).at(-1)!;
