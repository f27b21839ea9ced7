// Command-line inputs, with real files in a temporary folder and a faked network: each bad one is one clear line, the rest goes on.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isPublic } from "../../src/document/addresses.ts";
import type { Amount } from "../../src/document/amount.ts";
import { type Answer, type Bytes, type Effects, nodeEffects } from "../../src/document/effects.ts";
import { knownExtensions } from "../../src/document/formats.ts";
import { type InputOptions, readInputs } from "../../src/document/inputs.ts";
import { makePdf } from "./make-pdf.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "readout-inputs-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sentence = "The minister said on Tuesday that the talks would resume next week after both sides had agreed to it. ";
const page = `<html lang="en"><title>Talks resume next week</title><body><p>${sentence.repeat(3)}</p></body></html>`;

async function* chunks(...parts: (string | Uint8Array)[]): Bytes {
  for (const part of parts) yield typeof part === "string" ? Buffer.from(part) : part;
}

/** Each result as one line: "name → text" or "name: failure", with the temporary folder left out. */
async function read(args: string[], options: InputOptions = {}, effects: Partial<Effects> = {}): Promise<string[]> {
  const lines: string[] = [];
  for await (const result of readInputs(args, options, { ...nodeEffects, ...effects })) {
    const line =
      "failure" in result
        ? `${result.input}: ${result.failure}`
        : `${result.input} → ${result.document.id}: ${result.document.text.slice(0, 20)}${result.note ? ` (${result.note})` : ""}`;
    lines.push(line.replaceAll(`${folder}/`, ""));
  }
  return lines;
}

it("should tell how many bytes there are, and how many are read", async () => {
  const names = [
    file("amount-a.txt", sentence.repeat(3)),
    file("amount-b.jsonl", `${JSON.stringify({ id: "b", text: sentence })}\n`.repeat(40)),
  ];
  const amount: Amount = { total: null, read: 0 };
  expect(await read(names, { amount })).toHaveLength(41);
  const bytes = sentence.length * 3 + 40 * (JSON.stringify({ id: "b", text: sentence }).length + 1);
  expect(amount).toEqual({ total: bytes, read: bytes });
  const piped: Amount = { total: null, read: 0 };
  await read([names[0]!, "-"], { amount: piped }, { stdin: () => chunks(sentence) });
  expect(piped).toEqual({ total: null, read: sentence.length * 3 });
});

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, content);
  return path;
}

describe("files", () => {
  it("are read by extension, packed or not, in the order given", async () => {
    const paths = [
      file("b.txt", "Envoys met."),
      file("a.html", page),
      file("c.md.gz", gzipSync("# Talks\n\nEnvoys met.")),
      file("d.pdf", makePdf([[[50, 500, "Envoys met on Monday."]]])),
      file("e.ndjson.gz", gzipSync('{"id":"x","text":"One."}\n{"text":"Two."}')),
    ];
    expect(await read(paths)).toEqual([
      "b.txt → b: Envoys met.",
      "a.html → a: The minister said on",
      "c.md.gz → c: # Talks\n\nEnvoys met.",
      "d.pdf → d: Envoys met on Monday",
      "e.ndjson.gz:1 → x: One.",
      "e.ndjson.gz:2 → e:2: Two.",
    ]);
  });

  it("that are bad give one line each, and the rest goes on", async () => {
    const bad: [string, string][] = [
      [join(folder, "missing.txt"), "missing.txt: is not there: check the path"],
      [file("empty.txt", ""), "empty.txt: is empty: give a file with an article"],
      [file("blank.txt", " \n\n"), "blank.txt: is empty: give a file with an article"],
      [
        file(
          "junk.txt",
          Uint8Array.from({ length: 999 }, (_, i) => (i * 37) % 251),
        ),
        "junk.txt: holds binary data, not text: give a text, HTML, PDF or JSONL file",
      ],
      [file("huge.html", Buffer.alloc(50e6, 97)), "huge.html: is 50 MB of html, more than 10 MB: save the article alone, or cut it"],
      [
        file("huge.html.gz", gzipSync(Buffer.alloc(50e6, 97))),
        "huge.html.gz: is more than 10 MB, too large for one article: save the article alone, or cut it",
      ],
      [
        file("menu.html", "<nav><a href=/>Home</a></nav>"),
        "menu.html: holds no article that can be told from the rest of the page (its longest run of words, of 4 characters, is “Home”): save its text in a .txt file",
      ],
      [file("scan.pdf", makePdf([[]])), "scan.pdf: page 1 holds no text, only a scan: run OCR first"],
      [
        file("talks.docx", "x"),
        `talks.docx: has an extension that is not known (${knownExtensions}): rename it, or add --input text|html|pdf|jsonl|feed|warc|csv|parquet`,
      ],
      [
        file("cut.txt.gz", gzipSync("words ".repeat(1000)).subarray(0, 30)),
        "cut.txt.gz: is not a whole gzip file: pack it again, or give it unpacked",
      ],
      [file("plain.txt.gz", "not packed"), "plain.txt.gz: is not a whole gzip file: pack it again, or give it unpacked"],
      [file("blank.jsonl", "\n\n"), 'blank.jsonl: holds only blank lines: write one {"id": "…", "text": "…"} a line'],
      [join(file("none/x.docx", "x"), ".."), `none: holds no file that can be read (${knownExtensions}): check the folder`],
    ];
    const good = file("good.txt", "Envoys met.");
    expect(await read([...bad.map(([path]) => path), good])).toEqual([...bad.map(([, line]) => line), "good.txt → good: Envoys met."]);
  });

  it("that may not be read, and links to themselves, give a line", async () => {
    const path = file("closed.txt", "x");
    chmodSync(path, 0);
    const refuse = () => {
      throw Object.assign(new Error("no"), { code: "EACCES" });
    };
    expect(await read([path], {}, { open: refuse })).toEqual(["closed.txt: may not be read by you: change its permissions"]);
    symlinkSync(join(folder, "loop.txt"), join(folder, "loop.txt"));
    expect(await read([join(folder, "loop.txt")])).toEqual(["loop.txt: is a link to itself: give the file"]);
  });

  it("that meet a defect of ours give a line too", async () => {
    const fail = () => Promise.reject(new TypeError("x is undefined"));
    expect(await read(["a.txt"], {}, { stat: fail })).toEqual([
      "a.txt: made Readout fail (TypeError: x is undefined): report it as a defect, with this input",
    ]);
  });

  it("of a folder come sorted, the inner ones too, unknown ones left out", async () => {
    file("wire/b.txt", "B.");
    file("wire/a/z.txt", "Z.");
    file("wire/c.docx", "C.");
    file("wire/.hidden.txt", "H.");
    file("wire/d.txt", "");
    expect(await read([join(folder, "wire")])).toEqual([
      "wire/a/z.txt → z: Z.",
      "wire/b.txt → b: B.",
      "wire/d.txt: is empty: give a file with an article",
    ]);
  });

  it("in other charsets, with NUL bytes or lone surrogates are read", async () => {
    const paths = [
      file("latin.txt", Buffer.from("Señor Peña", "latin1")),
      file("wide.txt", Buffer.from("\ufeffSeñor", "utf16le")),
      file("nul.txt", "Talks\u0000 end."),
      file("lone.jsonl", '{"text":"a \\ud800 b"}'),
      file("wide.jsonl", Buffer.from('\ufeff{"text":"ñ"}\n{"text":"Ċ"}', "utf16le")),
    ];
    expect(await read(paths)).toEqual([
      "latin.txt → latin: Señor Peña",
      "wide.txt → wide: Señor",
      "nul.txt → nul: Talks\u0000 end.",
      "lone.jsonl:1 → lone:1: a \ud800 b",
      "wide.jsonl:1 → wide:1: ñ",
      "wide.jsonl:2 → wide:2: Ċ",
    ]);
  });
});

describe("JSONL", () => {
  it("gives a line for each broken line and reads the others", async () => {
    const lines = [
      '{"id":1,"text":"One."}',
      "{broken",
      "",
      '["text"]',
      '{"id":"x"}',
      '{"text":"a","html":"b"}',
      '{"text":7}',
      '{"text":"a","published":"soon"}',
      '{"text":""}',
    ];
    expect(await read([file("l.jsonl", lines.join("\r\n"))])).toEqual([
      "l.jsonl:1 → 1: One.",
      "l.jsonl:2: is not JSON: mend or delete the line",
      'l.jsonl:4: is JSON but no object: write {"id": "…", "text": "…"}',
      'l.jsonl:5: has neither "text" nor "html": add one',
      'l.jsonl:6: has both "text" and "html": keep one',
      'l.jsonl:7: has a "text" that is no string: put it in quotation marks',
      "l.jsonl:8 → l:8: a (has published “soon”, which is no date, and is read without it: write YYYY-MM-DD)",
      "l.jsonl:9 → l:9: ",
    ]);
  });

  it("hands on what a line says, and other keys as extra", async () => {
    const line = {
      id: "a",
      html: page,
      url: "https://n.example/x",
      published: "2024-03-05T10:00:00Z",
      publisher: "P",
      language: "en",
      title: "T",
      desk: "east",
      n: [1],
    };
    const { html: _, desk, n, ...same } = line;
    for await (const result of readInputs(["-"], {}, { ...nodeEffects, stdin: () => chunks(JSON.stringify(line)) })) {
      expect(result).toMatchObject({ input: "-:1", document: { ...same, extra: { desk, n } } });
    }
  });

  it("is streamed: the first line comes before the last has been asked for", async () => {
    let asked = 0;
    const stdin = async function* (): Bytes {
      for (; asked < 1000; asked++)
        yield Buffer.from(`{"text":"Line ${asked} of a long stream, long enough to be cut anywhere in the middle."}\n`.padStart(3000, " "));
    };
    for await (const _ of readInputs(["-"], { input: "jsonl" }, { ...nodeEffects, stdin })) break;
    expect(asked).toBeLessThan(5);
  });
});

describe("standard input", () => {
  it.each([
    ["text", "Envoys met.", "- → stdin: Envoys met."],
    ["HTML", page, "- → stdin: The minister said on"],
    ["JSONL", '{"text":"One."}\n', "-:1 → stdin:1: One."],
  ])("tells %s by its start, however it is cut", async (_, content, line) => {
    expect(await read(["-"], {}, { stdin: () => chunks(content.slice(0, 3), content.slice(3)) })).toEqual([line]);
  });

  it("is taken for what the option says", async () => {
    expect(await read(["-"], { input: "text" }, { stdin: () => chunks('{"text":"One."}') })).toEqual(['- → stdin: {"text":"One."}']);
    expect(await read(["-"], {}, { stdin: () => chunks() })).toEqual(["-: is empty: give a file with an article"]);
  });
});

describe("addresses", () => {
  const site = (pages: Record<string, Partial<Answer>>) => ({
    sleep: async () => {},
    get: async (url: URL): Promise<Answer> => {
      const found = pages[url.href];
      if (!found) throw Object.assign(new Error("no such host"), { code: "ENOTFOUND" });
      return { status: 200, headers: { "content-type": "text/html; charset=utf-8" }, body: chunks(page), ...found };
    },
  });

  it("are read, through redirects, with the charset of the answer", async () => {
    const pages = {
      "https://n.example/a": { status: 301, headers: { location: "/b" } },
      "https://n.example/b": {},
      "https://n.example/t": {
        headers: { "content-type": "text/plain; charset=koi8-r" },
        body: chunks(Uint8Array.from([0xf0, 0xc5, 0xd2])),
      },
    };
    expect(await read(["https://n.example/a", "https://n.example/t"], {}, site(pages))).toEqual([
      "https://n.example/a → https://n.example/a: The minister said on",
      "https://n.example/t → https://n.example/t: Пер",
    ]);
  });

  it("that are bad give one line each", async () => {
    const pages = {
      "https://n.example/loop": { status: 302, headers: { location: "/loop" } },
      "https://n.example/gone": { status: 404 },
      "https://n.example/file": { status: 302, headers: { location: "file:///etc/passwd" } },
      "https://n.example/image": { headers: { "content-type": "image/png" } },
      "https://n.example/huge": {
        body: (async function* () {
          for (;;) yield Buffer.alloc(1e6, 97);
        })(),
      },
    };
    expect(await read([...Object.keys(pages), "https://other.example/", "ftp://n.example/x"], {}, site(pages))).toEqual([
      "https://n.example/loop: leads on more than 5 times: give the last address",
      "https://n.example/gone: was refused with HTTP 404: check the address",
      "https://n.example/file: leads to a file: address: only http and https are read",
      "https://n.example/image: is image/png, not a page: download it and give the file",
      "https://n.example/huge: is more than 10 MB, too large for one article: save the article alone, or cut it",
      "https://other.example/: cannot be reached (ENOTFOUND): check the address and the connection",
      "ftp://n.example/x: leads to a ftp: address: only http and https are read",
    ]);
  });

  it("within a private network are refused by Node's own effects", async () => {
    const addresses = [
      "http://127.0.0.1:1/",
      "http://localhost:1/",
      "http://[::1]:1/",
      "http://2130706433:1/",
      "http://169.254.169.254/",
      "http://10.0.0.1/",
      "http://[::ffff:192.168.0.1]/",
    ];
    expect(await read(addresses)).toEqual(
      addresses.map(
        (address) =>
          `${address}: is an address within a private network: save the page and give the file, or add --allow-private if that server is meant`,
      ),
    );
  });

  it("are public or not", () => {
    expect(["8.8.8.8", "2606:4700::1111", "172.15.0.1"].filter(isPublic)).toHaveLength(3);
    expect(
      ["172.16.0.1", "100.64.1.1", "fe80::1%eth0", "fc00::1", "0.0.0.0", "::", "64:ff9b::7f00:1", "n.example"].filter(isPublic),
    ).toEqual([]);
  });
});
