// What a fuzzed case is. Types only.

export interface Case {
  /** The part of the program that it is given to: "file" is read as an input of the command line. */
  readonly target: "file" | "dictionary" | "corrections" | "request" | "messages" | "frames";
  /** Of the file: its ending tells the format. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Subject {
  /** @returns what broke a promise, in words; null where all held */
  check(given: Case): Promise<string | null>;
  close(): Promise<void>;
}
