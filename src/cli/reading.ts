// Sources → records as JSON, in this process: what the tools for assistants and each reading process do.
import { writeJsonl } from "../record/jsonl.ts";
import type { Engine } from "../record/types.ts";
import type { Services } from "../server/types.ts";
import type { Coding } from "./coding.ts";
import type { Effects } from "./effects.ts";
import { documentIn } from "./given.ts";

export interface Reading {
  readonly read: Services["read"];
  /** Program and model that read; opens them. @throws ModelError */
  engine(): Promise<Engine>;
}

/** @param isLong tells documents that are not to be read as short ones; by default none */
export function readingHere(
  coding: Pick<Coding, "code" | "engine" | "why">,
  effects: Pick<Effects, "readInputs">,
  isLong: (length: number) => boolean = () => false,
): Reading {
  return {
    engine: coding.engine,
    async read(source, size, onProgress) {
      const found = await documentIn(source, effects);
      if ("failure" in found) return found;
      const { document } = found;
      if (size === "short" && isLong(document.text.length)) return { long: document };
      const date = "given" in source ? source.given.date : "document" in source ? source.date : undefined;
      if ("given" in source && source.why !== undefined) {
        const found = await coding.why(document, source.why, date);
        return "failure" in found ? found : { json: new Uint8Array(Buffer.from(JSON.stringify(found))) };
      }
      const coded = await coding.code(document, date, onProgress);
      return "failure" in coded ? coded : { json: new Uint8Array(Buffer.from(writeJsonl(coded.record).trimEnd())) };
    },
  };
}
