// One round of watching: every feed is asked once for what is new, and each new article is put on the shelf once.
import type { Entry } from "../document/feed.ts";
import type { FeedReader } from "../document/feeds.ts";
import type { Version } from "../document/fetch.ts";
import type { Input } from "../document/inputs.ts";
import type { Shelf } from "../store/types.ts";
import type { Coding } from "./coding.ts";
import type { Effects } from "./effects.ts";
import { failureLine } from "./errors.ts";
import { mapInOrder } from "./in-order.ts";
import { countLine, goesOn, keep, noCount } from "./keep.ts";
import { progressOf, stopped } from "./progress.ts";
import { memoryPath, recall, remember, type Watched } from "./watched.ts";

interface Settings {
  readonly names: readonly string[];
  readonly db: string;
  readonly feeds: FeedReader;
  readonly coding: Coding;
  readonly effects: Effects;
  /** The day of articles that have none. */
  readonly day: string | undefined;
}

/** How often an article that may come later is asked for. */
const mostTries = 5;
/** Feeds asked at once: one that hangs must not hold up all others. */
const atOnce = 6;

interface Opened {
  readonly name: string;
  readonly title: string | null;
  readonly version: Version;
  readonly entries: readonly Entry[];
}

/** @returns a function that goes one round and tells whether anything failed. @throws ShelfError, ModelError from there */
export async function roundsOf({ names, db, feeds, coding, effects, day }: Settings): Promise<() => Promise<boolean>> {
  const memory = await recall(db, effects);
  /** Feeds of a list, from when it was last to be had. */
  const lists = new Map<string, readonly string[]>();

  return async () => {
    const count = noCount();
    const progress = progressOf(effects);
    const fail = async (name: string, failure: string): Promise<void> => {
      count.failed++;
      await progress.aside(() => effects.err.write(failureLine(name, failure)));
    };
    effects.atInterrupt?.(() => stopped(effects, `${countLine(db, count).trim()}; ${goesOn(count)}`));
    const seen = new Set<string>();
    // Shared by feeds, so that what several link to is fetched once.
    const done = new Set([...memory.values()].flatMap((watched) => watched.done));
    let shelf: Shelf | null = null;

    async function* ask(asked: readonly string[], within: boolean): AsyncGenerator<Opened> {
      const fresh = asked.filter((name) => !seen.has(name) && seen.add(name));
      const open = async (name: string) => [name, await feeds.open(name, memory.get(name)?.version)] as const;
      for await (const [name, opened] of mapInOrder(fromList(fresh), atOnce, open)) {
        if (opened === null) continue;
        if ("failure" in opened) {
          await fail(name, opened.failure);
          const listed = lists.get(name);
          if (listed) yield* ask(listed, true);
        } else if ("entries" in opened) yield { name, ...opened };
        else if (within) await fail(name, "is a list of feeds within a list: give it by itself");
        else {
          lists.set(name, opened.feeds);
          yield* ask(opened.feeds, true);
        }
      }
    }

    try {
      for await (const feed of ask(names, false)) {
        const open = feed.entries.filter(({ key }) => !done.has(key));
        if (open.length > 0) shelf ??= await effects.openShelf(db, "write");
        const tries: Record<string, number> = {};
        if (shelf !== null && open.length > 0) {
          for await (const kept of keep(articles(open, feed, feeds, shelf, done), shelf, progress.followed(coding), effects.cores, day)) {
            // What Ctrl-C cuts off has not failed.
            if (effects.interrupt.aborted && kept.outcome === "failed") return true;
            count[kept.outcome]++;
            if (kept.outcome !== "failed" && !kept.isDated) count.undated++;
            if (kept.outcome === "failed") {
              await progress.aside(() => effects.err.write(failureLine(kept.input, kept.failure)));
              const before = memory.get(feed.name)?.tries ?? {};
              const tried = (Object.hasOwn(before, kept.input) ? before[kept.input]! : 0) + 1;
              if (kept.again && tried < mostTries) {
                tries[kept.input] = tried;
                continue;
              }
            }
            done.add(kept.input);
            await progress.step(kept.outcome === "failed");
          }
        }
        const watched: Watched = {
          // With something still open the feed is wanted again, also where it has not changed.
          version: Object.keys(tries).length > 0 ? {} : feed.version,
          done: feed.entries.map(({ key }) => key).filter((key) => done.has(key)),
          tries,
        };
        if (JSON.stringify(memory.get(feed.name)) === JSON.stringify(watched)) continue;
        memory.set(feed.name, watched);
        await remember(db, memory, effects).catch((error) => fail(memoryPath(db), unwritten(error)));
      }
    } finally {
      await progress.clear().catch(() => {});
      await shelf?.close();
    }
    // Between rounds there is nothing to tell.
    effects.atInterrupt?.(() => "");
    if (count.new + count.version + count.failed > 0) await effects.out.write(countLine(db, count));
    return count.failed > 0;
  };
}

const unwritten = (error: unknown): string => {
  const { code = "" } = error as NodeJS.ErrnoException;
  return `cannot be written (${code}): ${code === "ENOSPC" ? "free some space" : "check its folder"}, or the next run asks for more than it needs`;
};

/** Entries that are not on the shelf → Inputs, each named by its key. Marks the others as done. */
async function* articles(
  entries: readonly Entry[],
  feed: Opened,
  feeds: FeedReader,
  shelf: Shelf,
  done: Set<string>,
): AsyncGenerator<Input> {
  for (const entry of entries) {
    if (entry.link !== null && (await holdsAddress(shelf, entry.link))) done.add(entry.key);
    else yield await feeds.article(entry, feed);
  }
}

async function holdsAddress(shelf: Shelf, url: string): Promise<boolean> {
  const answer = await shelf.ask({ name: "watch", sql: "SELECT 1 FROM documents WHERE url = $url LIMIT 1", params: { url } });
  let found = false;
  for await (const rows of answer.groups) found ||= rows.length > 0;
  return found;
}

async function* fromList<T>(list: readonly T[]): AsyncGenerator<T> {
  yield* list;
}
