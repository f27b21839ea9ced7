// Run alone in a network and a list of mounts of its own (namespace.test.ts): a public site, private ones that count who comes, and a name server that changes its mind → what fetching each address gave, as JSON.
import { createSocket } from "node:dgram";
import { createServer } from "node:http";
import { fetchContent } from "../../src/document/fetch.ts";
import { get } from "../../src/document/get.ts";

const outside = "93.184.215.14";
const within = ["127.0.0.1", "10.1.2.3", "169.254.169.254", "192.168.1.1", "::1", "fd00::1"];

/** What each name is said to be, asked once after the other; the last one stands. */
const names: Readonly<Record<string, readonly string[]>> = {
  "news.example": [outside],
  "rebound.example": [outside, "127.0.0.1"],
  "inside.example": ["10.1.2.3"],
  "meta.example": ["169.254.169.254"],
};
const asked = new Map<string, number>();

/** A name server for A records, each valid for no time at all. */
const server = createSocket("udp4");
server.on("message", (question, { port, address }) => {
  const labels: string[] = [];
  let at = 12;
  for (let length = question[at]!; length > 0; length = question[at]!) {
    labels.push(question.toString("latin1", at + 1, at + 1 + length));
    at += 1 + length;
  }
  const [name, isA] = [labels.join(".").toLowerCase(), question.readUInt16BE(at + 1) === 1];
  const given = names[name];
  const times = asked.get(name) ?? 0;
  if (isA) asked.set(name, times + 1);
  const found = isA && given ? given[Math.min(times, given.length - 1)]! : null;
  const head = Buffer.from([question[0]!, question[1]!, 0x81, 0x80, 0, 1, 0, found ? 1 : 0, 0, 0, 0, 0]);
  const record = found ? [0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, ...found.split(".").map(Number)] : [];
  server.send(Buffer.concat([head, question.subarray(12, at + 5), Buffer.from(record)]), port, address);
});
await new Promise<void>((resolve) => server.bind(53, "127.0.0.53", resolve));

const secrets: string[] = [];
for (const host of within)
  await new Promise<void>((resolve) =>
    createServer((request, response) => {
      secrets.push(`${host}${request.url}`);
      response.end("secret");
    }).listen(80, host, resolve),
  );
await new Promise<void>((resolve) =>
  createServer((request, response) => {
    const to = new URL(request.url ?? "/", "http://news.example").searchParams.get("to");
    // Closed, so that a name is looked up again.
    if (to) response.writeHead(302, { location: to, connection: "close" }).end();
    else response.writeHead(200, { "content-type": "text/plain" }).end("open");
  }).listen(80, outside, resolve),
);

const addresses = [
  "http://news.example/",
  ...within.map((host) => `http://news.example/?to=${encodeURIComponent(`http://${host.includes(":") ? `[${host}]` : host}/`)}`),
  ...["http://inside.example/", "http://meta.example/", "http://0x7f.1/", "http://[::ffff:127.0.0.1]/", "//127.0.0.1/"].map(
    (to) => `http://news.example/?to=${encodeURIComponent(to)}`,
  ),
  "http://inside.example/",
  "http://meta.example/",
  // Public when it is asked for first, this machine from then on; and led to by itself.
  "http://rebound.example/?to=http%3A%2F%2Frebound.example%2Fsecond",
  "http://rebound.example/",
];
const results: Record<string, string> = {};
for (const address of addresses)
  results[address] = await fetchContent(address, { get }).then(
    ({ bytes }) => Buffer.from(bytes).toString(),
    (error: Error) => error.message,
  );
process.stdout.write(JSON.stringify({ results, secrets, asked: asked.get("rebound.example") }));
process.exit(0);
