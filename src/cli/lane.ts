// A reading process: framed questions on standard input → framed answers on standard output, as they are ready, until the input ends. lanes.ts starts it.
import { sizeOf } from "../server/desk.ts";
import type { Services, Source } from "../server/types.ts";
import type { SentencesRead } from "../tag/types.ts";
import { codingOf } from "./coding.ts";
import { type Effects, processEffects } from "./effects.ts";
import { isModelError, messageOf } from "./errors.ts";
import { frameOf, readFrames } from "./frames.ts";
import { readingHere } from "./reading.ts";

export interface LaneSettings {
  /** Paths of the user's dictionaries. */
  readonly actors: readonly string[];
  readonly date?: string;
  readonly threads: number;
}

/** `source: null` asks what program and model it is. */
export type Question = { readonly source: Source; readonly size: Parameters<Services["read"]>[1] } | { readonly source: null };

/** `ping` asks whether it still turns. */
export type Asked = { readonly id: number } & (Question | { readonly ping: true });

/** `read` is no last word; `model` is the message of a ModelError; where `bytes` stands, the next frame is the record. */
export type Told = { readonly id: number } & (
  | { readonly read: SentencesRead }
  | { readonly bytes: true }
  | { readonly value: unknown }
  | { readonly failure: string }
  | { readonly model: string }
);

/** Of any article that the server takes, with what is told of it. */
export const mostBytes = 256 * 1024 * 1024;

/** Milliseconds between two tellings of how far an article is. */
const pause = 300;

async function lane({ actors, date, threads }: LaneSettings, effects: Effects): Promise<void> {
  const openReader: Effects["openReader"] = (given) => effects.openReader({ ...given, threads });
  const coding = await codingOf(actors, date, { ...effects, openReader });
  const reading = readingHere(coding, effects, (length) => sizeOf(length) === "long");
  const tell = (told: Told): Promise<void> => effects.out.write(frameOf(JSON.stringify(told)));

  async function answer(asked: Asked): Promise<void> {
    const { id } = asked;
    let told = effects.now();
    try {
      if ("ping" in asked) return await tell({ id, value: null });
      if (asked.source === null) return await tell({ id, value: await reading.engine() });
      const read = await reading.read(asked.source, asked.size, (read) => {
        // Each costs the server a little time.
        if (read.now === undefined && effects.now() - told < pause) return;
        told = effects.now();
        void tell({ id, read });
      });
      if (!("json" in read)) return await tell("failure" in read ? { id, failure: read.failure } : { id, value: read.long });
      // In one write, so that no other answer comes between.
      const head = frameOf(JSON.stringify({ id, bytes: true } satisfies Told));
      await effects.out.write(`${head}${frameOf(Buffer.from(read.json).toString("utf8"))}`);
    } catch (error) {
      await tell(isModelError(error) ? { id, model: messageOf(error) } : { id, failure: messageOf(error) });
    }
  }

  const underWay = new Set<Promise<void>>();
  for await (const { bytes } of readFrames(effects.stdin, mostBytes)) {
    if (bytes === null) continue;
    const mine = answer(JSON.parse(Buffer.from(bytes).toString("utf8")) as Asked).finally(() => underWay.delete(mine));
    underWay.add(mine);
  }
  // Nobody is there any more for what is under way.
  process.exit(0);
}

await lane(JSON.parse(process.argv[2]!) as LaneSettings, processEffects());
