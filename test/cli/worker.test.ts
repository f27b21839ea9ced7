// Frames are read however they are cut, and each article gets its answer in its turn.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frameOf, readFrames } from "../../src/cli/frames.ts";
import { main } from "../../src/cli/main.ts";
import { writeJsonl } from "../../src/record/jsonl.ts";
import { CASES } from "../record/cases.ts";
import { fake, run, turns } from "./fakes.ts";

async function* cut(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (const size of sizes) {
    if (at >= bytes.length) return;
    yield bytes.subarray(at, at + size);
    at += size;
  }
  yield bytes.subarray(at);
}

async function framesIn(bytes: Uint8Array, sizes: readonly number[] = [], most = 1000) {
  const found = [];
  for await (const frame of readFrames(cut(bytes, sizes), most)) found.push(frame);
  return found;
}

const answersIn = async (out: string): Promise<Record<string, never>[]> =>
  (await framesIn(Buffer.from(out), [], 1e6)).map(({ bytes }) => JSON.parse(Buffer.from(bytes!).toString("utf8")));

const frames = (...values: unknown[]): string =>
  values.map((value) => frameOf(typeof value === "string" ? value : JSON.stringify(value))).join("");

describe("frames", () => {
  it("should come back whole, wherever the stream is cut", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 40 })),
        fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 60 }),
        async (all, sizes) => {
          const bytes = Buffer.concat(all.flatMap((each) => [Buffer.from(`${each.length}\n`), each, Buffer.from("\n")]));
          const found = await framesIn(bytes, sizes, 30);
          expect(found.map(({ number }) => number)).toEqual(all.map((_, at) => at + 1));
          expect(found.map(({ bytes }) => bytes && [...bytes])).toEqual(all.map((each) => (each.length > 30 ? null : [...each])));
        },
      ),
    );
  });
  it("should count bytes, not letters", () => expect(frameOf('"é"')).toBe('4\n"é"\n'));
  it.each([
    ["{}\n", "frame 1", "does not begin with its length"],
    ["2\n{}\n12345678901234567890\n", "frame 2", "does not begin with its length"],
    ["2\n{}\n9\n{}", "frame 2", "is cut off"],
    ["2\n{}\n9", "frame 2", "is cut off"],
    ["1\n{}\n", "frame 1", "is longer than its length says"],
  ])("should end on %j", async (stdin, frame, what) => {
    const { code, err } = await run(["worker", "-"], { stdin });
    expect(code).toBe(2);
    expect(err).toBe(`readout: ${frame}: ${what}: write the number of bytes, a line feed, the bytes and a line feed\n`);
  });
});

describe("readout worker -", () => {
  it("should greet with its engine, even before the first article", async () => {
    const { code, out, err } = await run(["worker", "-"], { stdin: "" });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(await answersIn(out)).toEqual([{ protocol: 2, engine: CASES.empty!.engine }]);
  });
  it("should answer each in its turn: a record, or what is wrong", async () => {
    const stdin = frames(
      { id: "slow", text: "Peru and Chile met on Monday." },
      "{oops",
      "[1]",
      { id: "none" },
      { id: "when", text: "Peru.", published: "soon" },
      { id: "french", text: "Peru.", language: "fr" },
      { id: "odd", text: "Peru." },
      { text: "Peru." },
      { id: "html", html: "<html><body></body></html>" },
      { id: "last", text: "" },
    );
    const { code, out, err } = await run(["worker", "-"], {
      stdin,
      turns: (id) => (id === "slow" ? 50 : 0),
      readError: (id) => (id === "odd" ? new Error("is too odd: leave it out") : null),
    });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const [, ...answers] = await answersIn(out);
    const told = ({ document, record, ...other }: Record<string, never>): unknown =>
      document ? (document as { id: string }).id : record ? { ...other, record: told(record) } : other;
    expect(answers.map(told)).toEqual([
      "slow",
      { id: null, error: "is not JSON: mend or delete the line" },
      { id: null, error: 'is JSON but no object: write {"id": "…", "text": "…"}' },
      { id: null, error: 'has neither "text" nor "html": add one' },
      { note: "has published “soon”, which is no date, and is read without it: write YYYY-MM-DD", record: "when" },
      { id: "french", error: "is in French, and only English is coded: give a translation" },
      { id: "odd", error: "is too odd: leave it out" },
      "8",
      { id: "html", error: expect.stringMatching(/^holds no article .*: /) },
      "last",
    ]);
  });
  it("should write a record to the byte as --as jsonl does", async () => {
    const { out } = await run(["worker", "-"], { stdin: frames({ id: "a", text: "Peru.\ud800 “é”" }) });
    const frame = out.slice(out.indexOf("\n", out.indexOf("}}\n")) + 1);
    const [, json] = /^\d+\n([\s\S]*)$/.exec(frame)!;
    const { document } = JSON.parse(json!);
    expect(json).toBe(writeJsonl({ ...CASES.empty!, document }));
  });
  it("should keep so many under way as it has threads for, twice over", async () => {
    const stdin = frames(...Array.from({ length: 30 }, (_, id) => ({ id: String(id), text: "Peru." })));
    for (const [threads, most] of [
      ["3", 6],
      ["0", 2],
    ] as const) {
      const { out, reader } = await run(["worker", "-", "--threads", threads], { stdin, turns: () => 20 });
      expect(await answersIn(out)).toHaveLength(31);
      expect(reader).toMatchObject({ opened: 1, closed: 1, mostUnderWay: most });
    }
  });
  it("should read the page of a web archive's record, and pass over what holds none", async () => {
    const page =
      "<html><head><title>Talks</title></head><body><article><p>Peru and Chile met in Lima on Monday to speak about their border, officials said in the capital.</p><p>They agreed to meet again in May and to open two more crossings for lorries.</p></article></body></html>";
    const record = (status: string): string => {
      const http = `HTTP/1.1 ${status}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}`;
      const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: https://example.com/talks\r\nWARC-Date: 2025-01-02T03:04:05Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${http.length}\r\n\r\n`;
      return Buffer.from(`${head}${http}\r\n\r\n`).toString("base64");
    };
    const stdin = frames(
      { warc: record("200 OK"), id: "news:7" },
      { warc: record("404 Not Found"), id: "news:8" },
      { warc: Buffer.from("no archive").toString("base64"), id: "news:9" },
    );
    const { out } = await run(["worker", "-"], { stdin });
    const [, first, ...others] = await answersIn(out);
    expect(first!.document).toMatchObject({ id: "news:7", url: "https://example.com/talks", text: expect.stringContaining("met in Lima") });
    expect(others).toEqual([
      { skipped: "is no HTML page that was answered with 200" },
      { id: "news:9", error: expect.stringContaining("is no web archive") },
    ]);
  });
  it("should end with 1 where the model cannot be used", async () => {
    const openError = Object.assign(new Error("the model is missing: fetch it"), { name: "ModelError" });
    expect(await run(["worker", "-"], { stdin: frames({ text: "Peru." }), openError })).toMatchObject({ code: 1, out: "" });
  });
  it("should take a number of threads only", async () => {
    expect((await run(["worker", "-", "--threads", "many"])).err).toBe(
      "readout: --threads: “many” is no number of threads: give a whole number from 0 to 99\n",
    );
  });
  it("should end with 130 at Ctrl-C, its frames whole", async () => {
    async function* stdin(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(frames({ id: "a", text: "Peru." }));
      await turns(10);
      made.interrupt();
      await turns(Number.POSITIVE_INFINITY);
    }
    const made = fake({ stdin: stdin() });
    expect(await main(["worker", "-"], made.effects)).toBe(130);
    expect(await answersIn(made.written.out)).toHaveLength(2);
  });
});
