// npm run bench:server [SENTENCES] [--first]: how long /healthz takes while the server reads → median and worst milliseconds with nothing to read, one article of 10,000 sentences, the same kept on the shelf, 50 and 200 readers at once; as the table in docs/reliability.md.
// Beside them stands how long a program that does nothing was kept from turning by the machine itself, since a busy one keeps everybody waiting.
import { fork, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { textOf } from "../test/growth.ts";

const sentences = Number(process.argv[2] ?? 10_000);
const folder = mkdtempSync(join(tmpdir(), "readout-server-"));
const program = fileURLToPath(new URL("../bin/readout", import.meta.url));
const server = spawn(process.execPath, [program, "serve", "--port", "0", "--db", join(folder, "shelf.duckdb")], {
  stdio: ["ignore", "ignore", "pipe"],
});
const url = await new Promise<string>((resolve, reject) => {
  let said = "";
  server.stderr.on("data", (text) => {
    said += text;
    const found = /listening on (\S+)/.exec(said);
    if (found) resolve(found[1]!);
  });
  server.once("close", () => reject(new Error(said)));
});
// Not by fetch, which waits five minutes at most.
const post = (path: string, body: object | string): Promise<number> =>
  new Promise((resolve, reject) => {
    const asked = request(`${url}/api/v1/${path}`, { method: "POST" }, (answer) => {
      answer.resume().once("end", () => resolve(answer.statusCode ?? 0));
    });
    asked.once("error", reject);
    asked.end(typeof body === "string" ? body : JSON.stringify(body));
  });
const readers = (count: number) => async (): Promise<number[]> =>
  Promise.all(Array.from({ length: count }, (_, i) => post("read", { text: `Article ${i}.\n\n${textOf("ordinary news", 12)}` })));
const bodies = (body: string) => async (): Promise<number[]> => {
  const answers: number[] = [];
  for (let i = 0; i < 20; i++) answers.push(await post("read", body));
  return answers;
};
const long = textOf("ordinary news", sentences);
const loads: Readonly<Record<string, () => Promise<unknown>>> = {
  "nothing to read": () => new Promise((resolve) => setTimeout(resolve, 5000)),
  "50 readers at once": readers(50),
  "200 readers at once": readers(200),
  "20 bodies of 10 MB, empty lists for the most part": bodies(`{"text":"Envoys met.","extra":[${"[],".repeat(3_300_000)}1]}`),
  "20 bodies of 10 MB, blanks for the most part": bodies(JSON.stringify({ text: `Envoys met.${" ".repeat(10_000_000)}` })),
  [`an article of ${sentences} sentences, read`]: () => post("read", { text: long }),
  [`an article of ${sentences} sentences, kept`]: () => post("documents", { text: `${long}\n\nEnvoys left.` }),
};
await post("read", { text: "Envoys met." });
const prober = fork(fileURLToPath(new URL("prober.mjs", import.meta.url)), [url], { execArgv: [] });
// On a busy machine: those two are given the processor as soon as they want it; what reads is not.
if (process.argv.includes("--first"))
  for (const { pid } of [server, prober]) spawnSync("chrt", ["--reset-on-fork", "-f", "-p", "1", String(pid)], { stdio: "inherit" });
const told = (): Promise<number[]> =>
  new Promise((resolve) => {
    prober.once("message", (times) => resolve(times as number[]));
    prober.send("tell");
  });
process.stdout.write(
  "| while | asked | median ms | 99 of 100 ms | worst ms | the machine's own worst ms | seconds | answers |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n",
);
for (const [name, load] of Object.entries(loads)) {
  await told();
  const begun = performance.now();
  const answers = await load();
  const seconds = (performance.now() - begun) / 1000;
  const [asked, ...times] = await told();
  const codes = [answers ?? []].flat();
  const counted = [...new Set(codes)].map((code) => `${codes.filter((each) => each === code).length} × ${code}`).join(", ");
  process.stdout.write(
    `| ${name} | ${asked} | ${times.map((time) => time.toFixed(1)).join(" | ")} | ${seconds.toFixed(0)} | ${counted} |\n`,
  );
}
prober.kill();
server.kill("SIGINT");
await new Promise((resolve) => server.once("close", resolve));
rmSync(folder, { recursive: true, force: true });
