// How far a long run is, on a terminal's last line; silent on anything else and for the first seconds.
import type { Effects } from "./effects.ts";

export interface Progress {
  /** One more is done; shows how many where it is time to. */
  step(failed: boolean): Promise<void>;
  /** Wipes the line, before anything else is written and at the end. */
  clear(): Promise<void>;
}

const quiet = 2000;
const pause = 250;

export function progressOf({ err, out, now }: Effects): Progress {
  const began = now();
  let shown = false;
  let last = began + quiet - pause;
  let done = 0;
  let failures = 0;
  return {
    async step(failed) {
      done++;
      if (failed) failures++;
      // Pages that go by on the same terminal show progress enough.
      if (!err.isTerminal || out.isTerminal || now() - last < pause) return;
      last = now();
      shown = true;
      const rate = (done / (now() - began)) * 1000;
      await err.write(`\r\x1b[2Kreadout: ${done} read${failures > 0 ? `, ${failures} failed` : ""}, ${rate.toFixed(1)} a second`);
    },
    async clear() {
      if (!shown) return;
      shown = false;
      await err.write("\r\x1b[2K");
    },
  };
}
