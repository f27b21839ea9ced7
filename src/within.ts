// Work + processor seconds → its result, or an error where it takes longer: also within an expression or a loop that would never end. Node only.
import { Script } from "node:vm";

/** `message` is "what is wrong: what to do". */
export class TooLongError extends Error {
  override readonly name = "TooLongError";

  constructor(seconds: number) {
    super(`took more than ${Math.round(seconds)} seconds of work: cut it into parts, and report it as a defect where it is short`);
  }
}

// Work that is called from a script can be ended as the script is; nothing else in Node ends work in its own thread.
const handle = Symbol.for("readout.within");
const global = globalThis as unknown as Record<symbol, () => unknown>;
const script = new Script(`globalThis[Symbol.for("readout.within")]()`);

/**
 * @param work without promises, and such that it may be begun again
 * @throws TooLongError, or what `work` throws
 */
export function within<T>(seconds: number, work: () => T): T {
  // A busy machine gives less processor time in the same while: then it is tried again, for longer.
  for (let wall = seconds; ; wall *= 4) {
    const begun = process.cpuUsage();
    global[handle] = work;
    try {
      return script.runInThisContext({ timeout: Math.ceil(wall * 1000) }) as T;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
      const { user, system } = process.cpuUsage(begun);
      if ((user + system) / 1e6 > seconds * 0.9) throw new TooLongError(seconds);
    }
  }
}
