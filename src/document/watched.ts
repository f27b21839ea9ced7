// A process + limits → its end as soon as it goes over them, or when its parent is gone; its last line on standard error says "seconds" or "memory". Watched from a thread, since work that never ends lets nothing else run.
import { Worker } from "node:worker_threads";

/** Plain JavaScript, so that it runs alike from sources and built. Looks ten times a second. */
const watch = `
const { parentPort } = require("node:worker_threads");
const { writeSync } = require("node:fs");
const parent = process.ppid;
let limits = null;
let begun = 0;
const used = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1e6; };
const end = (why) => { try { writeSync(2, "\\n" + why + "\\n"); } catch {} process.kill(process.pid, "SIGKILL"); };
parentPort.on("message", (given) => { limits = given; begun = used(); });
setInterval(() => {
  if (process.ppid !== parent) return end("parent");
  if (limits === null) return;
  if (used() - begun > limits.seconds) end("seconds");
  else if (process.memoryUsage.rss() / 1e6 > limits.memory) end("memory");
}, 100);
`;

/** @returns sets the limits of the work that begins now: seconds of processor time, megabytes of memory in all; null where none is under way */
export function watched(): (limits: { readonly seconds: number; readonly memory: number } | null) => void {
  const worker = new Worker(watch, { eval: true, execArgv: [] });
  worker.unref();
  return (limits) => worker.postMessage(limits);
}
