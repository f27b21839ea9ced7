// The one error of this stage: an input that cannot be read, in words that its reader can act on.

/** `message` is "what is wrong: what to do", without the name of the input. */
export class UnreadableError extends Error {
  override readonly name = "UnreadableError";
  /** True where the same input may be read at a later time, as after a server's failure. */
  readonly again: boolean;

  constructor(message: string, again = false) {
    super(message);
    this.again = again;
  }
}

/** What went wrong with one input. `failure` is "what is wrong: what to do"; `again` is there where a later try may succeed. */
export interface Failure {
  readonly failure: string;
  readonly again?: true;
}

const failures: Readonly<Record<string, string>> = {
  ENOENT: "is not there: check the path",
  EACCES: "may not be read by you: change its permissions",
  EPERM: "may not be read by you: change its permissions",
  ENOTDIR: "is not there: check the path",
  ENAMETOOLONG: "is not there: check the path",
  ELOOP: "is a link to itself: give the file",
  EMFILE: "cannot be opened while so many files are open: give fewer inputs at once",
  EIO: "cannot be read from the disk: copy it elsewhere",
};

/** Whatever was thrown while an input was read. */
export function failureOf(error: unknown): Failure {
  if (error instanceof UnreadableError) return { failure: error.message, ...(error.again && { again: true }) };
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (failures[code]) return { failure: failures[code] };
  if (/^[A-Z_]+$/.test(code)) return { failure: `cannot be read (${code}): check the file` };
  // A defect of ours must not cost the user the inputs after this one.
  return { failure: `made Readout fail (${String(error).split("\n")[0]}): report it as a defect, with this input` };
}

/** 12,345,678 → "12 MB" */
export const megabytes = (size: number): string => `${Math.round(size / 1e6)} MB`;
