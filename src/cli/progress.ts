// How far a long run is, on a terminal's last line; silent on anything else and for the first seconds.
import type { Amount } from "../document/amount.ts";
import type { Effects } from "./effects.ts";

export interface Progress {
  /** Of the whole run, in whatever unit its command counts: with a total the line tells how long the rest may take. */
  readonly amount: Amount;
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
  const amount: Amount = { total: null, read: 0 };
  /** ", 34%, 5 min left", and "" while nothing can be told. */
  const estimate = (): string => {
    const share = amount.total ? Math.min(1, amount.read / amount.total) : 0;
    if (share === 0) return "";
    const left = ((now() - began) / 1000) * (1 / share - 1);
    return `, ${Math.floor(share * 100)}%, ${left < 90 ? `${Math.ceil(left)} s` : left < 5400 ? `${Math.ceil(left / 60)} min` : `${(left / 3600).toFixed(1)} h`} left`;
  };
  return {
    amount,
    async step(failed) {
      done++;
      if (failed) failures++;
      // Pages that go by on the same terminal show progress enough.
      if (!err.isTerminal || out.isTerminal || now() - last < pause) return;
      last = now();
      shown = true;
      const rate = (done / (now() - began)) * 1000;
      await err.write(
        `\r\x1b[2Kreadout: ${done} read${failures > 0 ? `, ${failures} failed` : ""}, ${rate.toFixed(1)} a second${estimate()}`,
      );
    },
    async clear() {
      if (!shown) return;
      shown = false;
      await err.write("\r\x1b[2K");
    },
  };
}
