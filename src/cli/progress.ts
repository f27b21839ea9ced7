// How far a long run is, on a terminal's last line: inputs that are done, and the sentences of the one that is being read. Silent on anything else and for the first seconds.
import type { Amount } from "../document/amount.ts";
import type { SentencesRead } from "../tag/types.ts";
import type { Coding } from "./coding.ts";
import type { Effects } from "./effects.ts";
import { oneLine } from "./errors.ts";

export interface Progress {
  /** Of the whole run, in whatever unit its command counts: with a total the line tells how long the rest may take. */
  readonly amount: Amount;
  /** The same coding, whose documents are told of while they are read. */
  followed(coding: Coding): Coding;
  /** One more is done; shows how many where it is time to. */
  step(failed: boolean): Promise<void>;
  /** Wipes the line, before anything else is written and at the end; nothing is shown until the next step. */
  clear(): Promise<void>;
  /** Wipes the line and writes. */
  aside(write: () => Promise<void>): Promise<void>;
}

const quiet = 2000;
const pause = 250;
/** Of the time that a long document takes, what is over when its last sentence is read, and when what follows is begun. */
const over = { sentences: 0.5, actors: 0.5, events: 0.75, negotiation: 0.85 } as const;
const nowTold = { actors: "who is who", events: "who did what", negotiation: "who wants what" } as const;

interface UnderWay {
  readonly name: string;
  readonly since: number;
  readonly length: number;
  read: SentencesRead | null;
}

/** @param pages true where records are written to standard output as they come: on a terminal they show progress enough */
export function progressOf({ err, out, now }: Pick<Effects, "err" | "out" | "now">, pages = false): Progress {
  const began = now();
  const amount: Amount = { total: null, read: 0 };
  /** In the order in which they were begun. */
  const underWay = new Set<UnderWay>();
  let [done, failures] = [0, 0];
  /** Characters of documents that were begun, and of those that ended. */
  let [begun, ended] = [0, 0];
  let last = began + quiet - pause;
  let [shown, held] = [false, false];

  /** "34%, 5 min left", and null while nothing can be told. */
  function estimate(): string | null {
    let read = ended;
    for (const one of underWay) read += one.length * over[one.read?.now ?? "sentences"] * (one.read?.share ?? 0);
    // What was taken in is not all worked off.
    const share = amount.total ? Math.min(1, amount.read / amount.total) * (begun > 0 ? read / begun : 1) : 0;
    // So little tells nothing yet.
    if (share === 0 || (share < 0.02 && now() - began < 10_000)) return null;
    const left = ((now() - began) / 1000) * (1 / share - 1);
    return `${Math.floor(share * 100)}%, ${left < 90 ? `${Math.ceil(left)} s` : left < 5400 ? `${Math.ceil(left / 60)} min` : `${(left / 3600).toFixed(1)} h`} left`;
  }

  /** Of the document that has been waited for longest, where that is long. */
  function sentencesTold(): readonly [name: string, read: string] | null {
    for (const { name, since, read } of underWay) {
      if (read === null || now() - since < quiet) continue;
      const { done, total, now: next } = read;
      return [oneLine(name), next ? `${count(total)} sentences read, now ${nowTold[next]}` : `${count(done)} of ${count(total)} sentences`];
    }
    return null;
  }

  async function show(): Promise<void> {
    last = now();
    shown = true;
    const rate = (done / (now() - began)) * 1000;
    const runs = [done > 0 && `${done} read`, failures > 0 && `${failures} failed`, done > 0 && `${rate.toFixed(1)} a second`, estimate()];
    const told = sentencesTold();
    const start = `readout: ${runs.filter(Boolean).join(", ")}`;
    // A line that breaks could not be wiped.
    const room = (err.columns ?? 80) - 1;
    const line =
      told === null
        ? start
        : `${start}${start.endsWith(" ") ? "" : "; "}${cut(told[0], room - start.length - told[1].length - 4)}: ${told[1]}`;
    await err.write(`\r\x1b[2K${line.slice(0, room)}`);
  }

  const isTime = (): boolean => err.isTerminal && !held && now() - last >= pause;
  const clear = async (): Promise<void> => {
    held = true;
    if (!shown) return;
    shown = false;
    await err.write("\r\x1b[2K");
  };

  return {
    amount,
    followed: (coding) => ({
      ...coding,
      async code(document, day) {
        const mine: UnderWay = { name: document.id, since: now(), length: document.text.length, read: null };
        underWay.add(mine);
        begun += mine.length;
        try {
          return await coding.code(document, day, (read) => {
            mine.read = read;
            // What follows the last sentence holds the program's thread: it is told before.
            if (isTime() || (read.now && err.isTerminal && !held && sentencesTold() !== null)) void show().catch(() => {});
          });
        } finally {
          underWay.delete(mine);
          ended += mine.length;
        }
      },
    }),
    async step(failed) {
      held = false;
      done++;
      if (failed) failures++;
      if (!(pages && out.isTerminal) && isTime()) await show();
    },
    clear,
    async aside(write) {
      await clear();
      await write();
      held = false;
    },
  };
}

/** The last words of a run that Ctrl-C ends, where the line of progress stood. */
export const stopped = ({ err: { isTerminal } }: Pick<Effects, "err">, what: string): string =>
  `${isTerminal ? "\r\x1b[2K" : ""}readout: stopped: ${what}\n`;

const count = (number: number): string => number.toLocaleString("en");

/** The end of a name tells more than its folders. */
const cut = (name: string, most: number): string => (name.length <= most ? name : most < 2 ? "…" : `…${name.slice(1 - most)}`);
