// Articles to be read, each with who asks and how long it is → their turns: so many at once, fairly among those who ask, and a refusal where too many wait.
import type { SentencesRead } from "../tag/types.ts";
import { Refusal } from "./refusal.ts";

/** Whoever asks for much gets as much as the others, not more. */
export interface Job {
  /** Whose turn it is: an address, or a batch of its own. */
  readonly client: unknown;
  /** How long it is, in characters. */
  readonly length: number;
  /** True for what waits by itself instead of being refused: a batch is not read on while it does. */
  readonly patient?: boolean;
  /** Gives the turn up. */
  readonly signal?: AbortSignal;
}

export type Size = "short" | "long";

/** Some 1,500 sentences; what is longer is read one at a time beside all others, so that nobody waits for it. */
const longest = 200_000;
export const sizeOf = (length: number): Size => (length > longest ? "long" : "short");

export interface Desk {
  /** Does the work when its turn comes. @throws Refusal 503 where too many wait already */
  at<T>(job: Job, work: (tell: (read: SentencesRead) => void) => Promise<T>): Promise<T>;
  /** Articles asked for and finished since nothing was being read, and how far the longest that this client waits for is; null while nothing is read. */
  progress(client: unknown): { readonly done: number; readonly total: number; readonly sentences: SentencesRead | null } | null;
}

export interface DeskSettings {
  /** Short articles read at once. */
  readonly places: number;
  /** How many may wait. */
  readonly most?: number;
  /** Milliseconds. */
  now?(): number;
}

interface Waiting {
  readonly job: Job;
  /** On the line's own clock: when it would begin and end if all clients were served side by side. */
  readonly begin: number;
  readonly end: number;
  start(): void;
}

interface Line {
  readonly places: number;
  readonly waiting: Waiting[];
  running: number;
  clock: number;
  /** By client: when its last article would end. */
  readonly ends: Map<unknown, number>;
}

const usualMost = 256;
/** Characters that may wait, so that memory is bounded too. */
const mostCharacters = 64 * 1024 * 1024;

export function deskWith({ places, most = usualMost, now = () => performance.now() }: DeskSettings): Desk {
  const lineOf = (size: number): Line => ({ places: size, waiting: [], running: 0, clock: 0, ends: new Map() });
  const lines: Readonly<Record<Size, Line>> = { short: lineOf(places), long: lineOf(1) };
  let [done, total, waiting, characters] = [0, 0, 0, 0];
  const underWay = new Set<{ readonly client: unknown; read: SentencesRead | null }>();
  /** Characters a millisecond, as the last articles went. */
  let pace: number | null = null;

  /** Start-time fair queueing: of all that wait, the one that would end first if every client had an equal share. */
  function next(line: Line): void {
    while (line.running < line.places && line.waiting.length > 0) {
      let first = 0;
      for (let at = 1; at < line.waiting.length; at++) if (line.waiting[at]!.end < line.waiting[first]!.end) first = at;
      const [chosen] = line.waiting.splice(first, 1);
      line.clock = Math.max(line.clock, chosen!.begin);
      chosen!.start();
    }
    if (line.running === 0 && line.waiting.length === 0) {
      line.ends.clear();
      line.clock = 0;
    }
  }

  function turn(line: Line, job: Job): Promise<void> {
    const { client, length, patient = false, signal } = job;
    if (!patient && (waiting >= most || characters + length > mostCharacters) && line.running >= line.places)
      throw new Refusal(503, "as many articles wait to be read as can: try again in a moment", retryAfter());
    const begin = Math.max(line.clock, line.ends.get(client) ?? 0);
    const end = begin + Math.max(1, length);
    line.ends.set(client, end);
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        if (!patient) waiting--;
        characters -= length;
        signal?.removeEventListener("abort", giveUp);
      };
      const mine: Waiting = {
        ...{ job, begin, end },
        start() {
          leave();
          line.running++;
          resolve();
        },
      };
      const giveUp = (): void => {
        const at = line.waiting.indexOf(mine);
        if (at < 0) return;
        line.waiting.splice(at, 1);
        leave();
        reject(new Refusal(503, "the client has gone: ask again"));
      };
      if (!patient) waiting++;
      characters += length;
      line.waiting.push(mine);
      signal?.addEventListener("abort", giveUp, { once: true });
      if (signal?.aborted) giveUp();
      next(line);
    });
  }

  /** Seconds until what waits now is read. */
  const retryAfter = (): number => (pace === null ? 5 : Math.min(300, Math.max(1, Math.ceil(characters / pace / 1000))));

  return {
    progress(client) {
      if (total === 0) return null;
      let sentences: SentencesRead | null = null;
      for (const { client: whose, read } of underWay)
        if (whose === client && read && read.total > (sentences?.total ?? 0)) sentences = read;
      return { done, total, sentences };
    },
    async at(job, work) {
      const line = lines[sizeOf(job.length)];
      total++;
      try {
        await turn(line, job);
        const began = now();
        const mine = { client: job.client, read: null as SentencesRead | null };
        underWay.add(mine);
        try {
          return await work((read) => {
            mine.read = read;
          });
        } finally {
          underWay.delete(mine);
          const speed = job.length / Math.max(1, now() - began);
          pace = pace === null ? speed : 0.8 * pace + 0.2 * speed;
          line.running--;
          next(line);
        }
      } finally {
        done++;
        if (done === total) done = total = 0;
      }
    },
  };
}
