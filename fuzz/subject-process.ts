// The subject as a process of its own: cases in by IPC, what they broke out. Run by stand.ts, which outlives it.
import { openSubject } from "./subject.ts";
import type { Case } from "./types.ts";

/** Megabytes; fewer are no reason to stop for the collector. */
const large = 1000;

const subject = await openSubject();
process.on("message", async ({ number, given }: { number: number; given: Case }) => {
  const fault = await subject.check(given);
  // What waits to be collected is not left: millions of refused lines of one case were once told as the next one's.
  if (process.memoryUsage.rss() / 1e6 > large) gc?.();
  const megabytes = process.memoryUsage.rss() / 1e6;
  process.send!({ number, fault, megabytes });
});
process.on("disconnect", () => process.exit(0));
process.send!({ ready: true });
