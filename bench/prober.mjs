// A process of bench/server.ts: asks an address's /healthz again and again, and tells, when asked, how often, and the median, 99 of 100, worst and own worst milliseconds since.
import { monitorEventLoopDelay } from "node:perf_hooks";

let times = [];
/** How long this process itself was kept from turning: by the machine, as it has nothing else to do. */
const own = monitorEventLoopDelay({ resolution: 5 });
own.enable();
process.on("message", () => {
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  process.send([times.length, at(0.5), at(0.99), at(1), own.max / 1e6]);
  times = [];
  own.reset();
});
for (;;) {
  const begun = performance.now();
  const answer = await fetch(`${process.argv[2]}/healthz`).catch(() => null);
  if (answer?.status === 200) await answer.arrayBuffer();
  times.push(performance.now() - begun);
  await new Promise((resolve) => setTimeout(resolve, 20));
}
