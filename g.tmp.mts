import { kinds, textOf, reader, stepsOf, documentFrom } from "./test/growth.ts";
import { writeMarkdown } from "./src/record/markdown.ts";
const read = await reader();
const only = process.argv[2];
const [A, B] = [Number(process.argv[3] ?? 150), Number(process.argv[4] ?? 600)];
for (const kind of Object.keys(kinds)) {
  if (only && only !== "all" && !kind.includes(only)) continue;
  const small = await documentFrom(textOf(kind, A)), large = await documentFrom(textOf(kind, B));
  const work = (d: any) => async () => { const r = await read(d); writeMarkdown(r); };
  await work(await documentFrom(textOf(kind, 24)))();
  const one = await stepsOf(work(small));
  const c = process.cpuUsage();
  const two = await stepsOf(work(large));
  const u = process.cpuUsage(c);
  const sum = (m: Map<string, number>) => [...m.values()].reduce((a, b) => a + b, 0);
  console.log(`## ${kind}: ${sum(one)} → ${sum(two)} (×${(sum(two) / sum(one)).toFixed(2)} for ×${B/A}) cpu ${((u.user+u.system)/1e6).toFixed(1)}`);
  for (const [name, steps] of [...two].filter(([n, s]) => s > sum(one) * 0.02 && s / (one.get(n) ?? 1) > 1.3*B/A).sort((a, b) => b[1] - a[1]).slice(0, 14)) console.log(`   ${name} ${one.get(name)} → ${steps}`);
}
process.exit(0);
