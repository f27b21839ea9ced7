// A Subject in a process of its own: what ends that process, keeps it busy without end or takes all memory is a fault of the case, and the next one has a new process.
import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Case, Subject } from "./types.ts";

/** @param patience milliseconds that a case may take; @param memory megabytes that the process may have taken when one is done */
export function standOf({
  patience,
  memory,
}: {
  readonly patience: number;
  readonly memory: number;
}): Subject & { readonly peak: () => number } {
  let child: ChildProcess | null = null;
  let last = "";
  let peak = 0;
  let number = 0;

  async function start(): Promise<ChildProcess> {
    const made = fork(fileURLToPath(new URL("./subject-process.ts", import.meta.url)), {
      execArgv: ["--import", createRequire(import.meta.url).resolve("tsx"), "--max-old-space-size=2048", "--expose-gc"],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    made.stderr!.setEncoding("utf8").on("data", (text: string) => {
      last = (last + text).slice(-2000);
    });
    await new Promise<void>((resolve, reject) => {
      made.once("message", () => resolve());
      made.once("exit", (code) => reject(new Error(`the subject did not start (${code}): ${last}`)));
    });
    made.removeAllListeners("exit");
    return made;
  }

  async function ask(given: Case): Promise<string | null> {
    child ??= await start();
    const mine = child;
    const asked = ++number;
    last = "";
    const answer = await new Promise<string | null>((resolve) => {
      const late = setTimeout(() => mine.kill("SIGKILL"), patience);
      const done = (fault: string | null): void => {
        clearTimeout(late);
        mine.removeAllListeners("message").removeAllListeners("exit");
        resolve(fault);
      };
      mine.on("message", (told: { number: number; fault: string | null; megabytes: number }) => {
        if (told.number !== asked) return;
        peak = Math.max(peak, Math.round(told.megabytes));
        done(told.fault ?? (told.megabytes > memory ? `leaves ${Math.round(told.megabytes)} MB of memory taken` : null));
      });
      mine.once("exit", (code, signal) => {
        child = null;
        done(
          signal === "SIGKILL"
            ? `is not done after ${patience / 1000} s`
            : `ends the process with ${signal ?? code}: ${last.trim().split("\n").slice(-3).join(" | ")}`,
        );
      });
      mine.send({ number: asked, given });
    });
    // What takes too much is not left to the next case.
    if (answer?.startsWith("leaves ")) await close();
    return answer;
  }

  let turn: Promise<unknown> = Promise.resolve();
  return {
    peak: () => peak,
    check(given: Case) {
      // One after the other: when its time is over, who asks begins anew while the last case is still looked into.
      const mine = turn.then(() => ask(given));
      turn = mine.catch(() => {});
      return mine;
    },
    async close() {
      await turn;
      await close();
    },
  };

  async function close(): Promise<void> {
    const mine = child;
    child = null;
    if (mine === null) return;
    const ended = new Promise((resolve) => mine.once("exit", resolve));
    mine.disconnect();
    await ended;
  }
}
