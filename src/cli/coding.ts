// Inputs → records, or what is wrong with each, by one reader that the first document opens. What reading and adding share.
import type { ActorFile, Fault } from "../actors/own-types.ts";
import { languageName } from "../document/language.ts";
import type { Document } from "../document/types.ts";
import type { Reader } from "../read.ts";
import type { Engine, ReadoutRecord } from "../record/types.ts";
import type { SentencesRead } from "../tag/types.ts";
import type { Why } from "../why/types.ts";
import { whileAtWork } from "./at-work.ts";
import type { Effects } from "./effects.ts";
import { failureLine, isModelError, messageOf, UsageError } from "./errors.ts";

/** `failure` is "what is wrong: what to do". */
export type Coded = { readonly record: ReadoutRecord } | { readonly failure: string };

/** Letters of an article that one thread reads in about the time that another takes to start. */
const SHORT = 12_000;

export interface Coding {
  /**
   * @param day the one to tell dates from, instead of the common one
   * @param onProgress told now and then how many sentences are read
   * @throws ModelError where every input would fail
   */
  code(document: Document, day?: string, onProgress?: (read: SentencesRead) => void): Promise<Coded>;
  /** Why each line that an id names in the article's record is as it is. @throws ModelError where every input would fail */
  why(document: Document, id: string, day?: string): Promise<{ readonly why: readonly Why[] } | { readonly failure: string }>;
  /** Program and model that code; opens the reader. @throws ModelError */
  engine(): Promise<Engine>;
  close(): Promise<void>;
}

/**
 * @param actors paths of the user's dictionaries; faults in them are told on standard error
 * @param aside writes them where they break nothing that stands on the terminal
 * @param lone true where one article is all that is asked for: a short one is then read in this thread, which is sooner than starting another
 * @throws UsageError where one cannot be read
 */
export async function codingOf(
  actors: readonly string[],
  date: string | undefined,
  effects: Effects,
  aside: (write: () => Promise<void>) => Promise<void> = (write) => write(),
  lone = false,
): Promise<Coding> {
  const own = await readFiles(actors, effects);
  // Opened by the first document, so that a mistyped name is answered at once.
  let opened: Promise<Reader> | null = null;

  async function open(first: string | null): Promise<Reader> {
    const here = lone && first !== null && first.length <= SHORT ? { threads: 0 } : null;
    if (own.length === 0) return here ? effects.openReader(here) : effects.openReader();
    const faults: string[] = [];
    const onFault = ({ file, line, message }: Fault): void => {
      faults.push(failureLine(line === null ? file : `${file}:${line}`, message));
    };
    const reader = await effects.openReader({ actors: own, onFault, ...here });
    if (faults.length > 0) await aside(() => effects.err.write(faults.join("")));
    return reader;
  }

  return {
    async code(document, day = date, onProgress) {
      const foreign = foreignLanguage(document.language);
      if (foreign) return { failure: `is in ${foreign}, and only English is coded: give a translation` };
      opened ??= open(document.text);
      const reader = await opened;
      try {
        return {
          record: await whileAtWork(document.id, () =>
            reader.read(document, { ...(day !== undefined && { date: day }), ...(onProgress && { onProgress }) }),
          ),
        };
      } catch (error) {
        if (isModelError(error)) throw error;
        return { failure: messageOf(error) };
      }
    },
    async why(document, id, day = date) {
      const foreign = foreignLanguage(document.language);
      if (foreign) return { failure: `is in ${foreign}, and only English is coded: give a translation` };
      opened ??= open(document.text);
      const reader = await opened;
      const [{ ID_FORMS, whyOf }, { placesOf }] = await Promise.all([import("../why/why.ts"), import("../record/places.ts")]);
      try {
        const reading = await reader.why(document, day === undefined ? {} : { date: day });
        const why = whyOf(reading, id, placesOf(reading.record).cite);
        return why.length > 0 ? { why } : { failure: `has no ${id}: ask for ${ID_FORMS}, as its record numbers them` };
      } catch (error) {
        if (isModelError(error)) throw error;
        return { failure: messageOf(error) };
      }
    },
    async engine() {
      opened ??= open(null);
      return (await opened).engine;
    },
    async close() {
      await opened?.then((reader) => reader.close()).catch(() => {});
    },
  };
}

/** The files as texts, told by their paths. */
const readFiles = (paths: readonly string[], { readText }: Effects): Promise<ActorFile[]> =>
  Promise.all(
    paths.map(async (name) => {
      try {
        return { name, text: await readText(name) };
      } catch (error) {
        const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
        const why = missing ? "does not exist: check the name" : "cannot be read: check that it is a file, and yours to read";
        throw new UsageError("--actors", `${name} ${why}`);
      }
    }),
  );

/** English name of the language, or null for English and for texts too short to tell. */
function foreignLanguage(code: string): string | null {
  if (code === "" || /^(en|und)\b/i.test(code)) return null;
  return languageName(code);
}
