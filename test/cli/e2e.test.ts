// The built program as a real process with real files, pipes and signals: what users meet. `npm test` builds it first.
import { type SpawnOptions, spawn, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { knownExtensions } from "../../src/document/formats.ts";
import { CSV_HEADER } from "../../src/record/csv.ts";
import { makePdf } from "../document/make-pdf.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const program = join(root, "bin", "readout");
const example = join(root, "examples", "alaska-summit.txt");

let folder = "";
beforeAll(() => {
  if (!existsSync(join(root, "dist", "cli", "main.js"))) throw new Error("dist/ is missing: run npm run build, or npm test, which builds");
  folder = mkdtempSync(join(tmpdir(), "readout-e2e-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface Settings {
  readonly stdin?: string | Uint8Array;
  readonly program?: string;
  readonly stdio?: SpawnOptions["stdio"];
  readonly env?: NodeJS.ProcessEnv;
  /** Sent as soon as something is written, or as `when` tells. */
  readonly signal?: NodeJS.Signals;
  readonly when?: () => boolean;
}

/** Runs the program in the temporary folder, so that files are named as short as there. */
function readout(args: readonly string[], settings: Settings = {}): Promise<Ended> {
  return started(process.execPath, [settings.program ?? program, ...args], settings);
}

function started(
  command: string,
  args: readonly string[],
  { stdin, stdio = "pipe", signal, when, env = process.env }: Settings,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: folder, stdio, env });
    const written = { out: "", err: "" };
    child.stdout?.setEncoding("utf8").on("data", (text) => {
      if (written.out === "" && signal) child.kill(signal);
      written.out += text;
    });
    child.stderr?.setEncoding("utf8").on("data", (text) => {
      written.err += text;
    });
    if (signal && when) {
      const look = setInterval(() => {
        if (!when()) return;
        clearInterval(look);
        child.kill(signal);
      }, 20);
      child.on("close", () => clearInterval(look));
    }
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, ...written }));
    child.stdin?.on("error", () => {});
    child.stdin?.end(stdin);
  });
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return name;
}

const shell = (script: string): number | null => spawnSync("bash", ["-c", script]).status;
const linesOf = (text: string): string[] => text.split("\n").slice(0, -1);
const recordsOf = (out: string) => linesOf(out).map((line) => JSON.parse(line));
const jsonl = (...lines: unknown[]): string => lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
const sentence = "The minister said on Tuesday that the talks would resume next week after both sides had agreed to it. ";
const page = (body: string): string => `<html lang="en"><title>Talks resume next week</title><body>${body}</body></html>`;

describe("bad inputs", () => {
  it("should each give one clear line while the rest is coded", async () => {
    const german =
      "Der Außenminister sagte am Dienstag, dass die Gespräche nächste Woche weitergehen, nachdem beide Seiten zugestimmt hatten. ";
    const junk = Uint8Array.from({ length: 5000 }, (_, at) => (at * 37) % 251);
    truncateSync(join(folder, file("huge.html", "")), 50e6);
    mkdirSync(join(folder, "bare"));
    symlinkSync("loop.txt", join(folder, "loop.txt"));
    symlinkSync("nowhere", join(folder, "dangling.txt"));
    file("ring/a.txt", sentence);
    symlinkSync(".", join(folder, "ring", "self"));
    expect(shell(`mkfifo "${folder}/fifo.txt"`)).toBe(0);
    const bad: [string, ...string[]][] = [
      ["missing.txt", "missing.txt: is not there: check the path"],
      ["", '"": is not there: check the path'],
      [file("empty.txt", ""), "empty.txt: is empty: give a file with an article"],
      [file("junk.txt", junk), "junk.txt: holds binary data, not text: give a text, HTML, PDF or JSONL file"],
      [file("junk.jsonl", junk), "junk.jsonl: holds binary data, not text: give a text, HTML, PDF or JSONL file"],
      [file("junk.pdf", junk), "junk.pdf: is no PDF or a broken one: save or download it again"],
      ["huge.html", "huge.html: is 50 MB of html, more than 10 MB: save the article alone, or cut it"],
      [
        file("bomb.txt.gz", gzipSync(Buffer.alloc(50e6, 97))),
        "bomb.txt.gz: is more than 20 MB, too large for one article: save the article alone, or cut it",
      ],
      [
        file("menu.html", "<nav><a href=/>Home</a></nav>"),
        "menu.html: holds no article that can be told from the rest of the page (its longest run of words, of 4 characters, is “Home”): save its text in a .txt file",
      ],
      [file("scan.pdf", makePdf([[]])), "scan.pdf: page 1 holds no text, only a scan: run OCR first"],
      [file("deep.html", "<b>".repeat(50_000) + sentence.repeat(4)), "deep.html: nests tags more than 20000 deep: save the article alone"],
      [
        file("lines.jsonl", '{"text":"Envoys met."}\n{broken\n\n["text"]\n'),
        "lines.jsonl:2: is not JSON: mend or delete the line",
        'lines.jsonl:4: is JSON but no object: write {"id": "…", "text": "…"}',
      ],
      [file("german.txt", german.repeat(2)), "german.txt: is in German, and only English is coded: give a translation"],
      ["bare", `bare: holds no file that can be read (${knownExtensions}): check the folder`],
      ["fifo.txt", "fifo.txt: is neither a file nor a folder: give a file, or pipe it in as -"],
      ["/dev/zero", "/dev/zero: is neither a file nor a folder: give a file, or pipe it in as -"],
      ["loop.txt", "loop.txt: is a link to itself: give the file"],
      ["dangling.txt", "dangling.txt: is not there: check the path"],
      ["ring", "ring/self: is a link to a folder that it is in: remove the link"],
      [file("odd\n\u202e\u001b[31m.txt", ""), "odd [31m.txt: is empty: give a file with an article"],
    ];
    const good = file("good.txt", sentence);
    const { code, out, err } = await readout([...bad.map(([name]) => name), good]);
    expect(linesOf(err)).toEqual(bad.flatMap(([, ...lines]) => lines.map((line) => `readout: ${line}`)));
    expect(recordsOf(out).map(({ document }) => document.id)).toEqual(["lines:1", "a", "good"]);
    expect(code).toBe(1);
  });

  it.skipIf(process.getuid?.() === 0)("should name a file that may not be read", async () => {
    const name = file("closed.txt", sentence);
    expect(shell(`chmod 0 "${folder}/${name}"`)).toBe(0);
    const { code, err } = await readout([name]);
    expect({ code, err }).toEqual({ code: 1, err: "readout: closed.txt: may not be read by you: change its permissions\n" });
  });

  it("should not be what is only unusual", async () => {
    const named = "Señor Peña met Spain’s envoy.";
    const texts: [string, string | Uint8Array, RegExp][] = [
      ["latin.txt", Buffer.from(`${sentence}Señor Peña left.`, "latin1"), /Señor Peña left/],
      ["wide.txt", Buffer.from(`\ufeff${sentence}${named}`, "utf16le"), /Spain’s envoy/],
      ["wide-be.txt", Buffer.from(`\ufeff${sentence}${named}`, "utf16le").swap16(), /Spain’s envoy/],
      ["wrong-charset.html", page(`<meta charset="shift_jis"><p>${sentence.repeat(4)}${named}</p>`), /Spain’s envoy/],
      ["no-charset.html", page(`<meta charset="x-nonsense"><p>${sentence.repeat(4)}${named}</p>`), /Spain’s envoy/],
      ["nul.txt", `${sentence}Trump\0 met Putin\0.`, /Trump\0 met/],
      ["marks.txt", `\u202e\u200f${sentence}\u202bTrump\u202c met \u200ePutin\u200f.\u2066`, /Trump\u202c met/],
      ["nested.html", page(`${"<div>".repeat(10_000)}<p>${sentence.repeat(4)}</p>`), /talks would resume/],
      ["long.txt", `Envoys met ${"and the minister said that they had agreed ".repeat(460)}.`, /agreed \.$/],
      ["short.txt", "Trump met Putin in Alaska.", /Alaska/],
      ["lone.jsonl", '{"id":"\\ud800","title":"\\udfff","text":"Trump \\ud800 met \\udc00 Putin \\ud83d."}', /Trump \ud800 met/],
    ];
    const { code, out, err } = await readout(texts.map(([name, content]) => file(name, content)));
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const read = recordsOf(out).map(({ document }) => document.text);
    texts.forEach(([name, , wanted], at) => {
      expect(read[at], name).toMatch(wanted);
    });
  });
});

describe("a program that is not whole", () => {
  /** A copy of what is built, whose model a test may spoil. */
  function copy(name: string): string {
    const at = join(folder, name);
    for (const part of ["bin", "dist", "package.json"]) cpSync(join(root, part), join(at, part), { recursive: true });
    for (const part of ["node_modules", "data"]) symlinkSync(join(root, part), join(at, part));
    return at;
  }

  it("should say in one line that the model is missing or damaged, and end", async () => {
    const at = copy("spoilt");
    const start = async () => {
      const { code, out, err } = await readout([example, example, example], { program: join(at, "bin", "readout") });
      return { code, out, err: err.replaceAll(at, "…") };
    };
    const again = "fetch the folder model/ again from the repository\n";
    const missing = `readout: stopped: …/model/manifest.json: the model file is missing: ${again}`;
    expect(await start()).toEqual({ code: 1, out: "", err: missing });
    for (const name of ["manifest.json", "labels.json", "vocab.txt"]) cpSync(join(root, "model", name), join(at, "model", name));
    writeFileSync(join(at, "model", "readout.onnx"), "other weights");
    const damaged = `readout: stopped: …/model/readout.onnx: the weights do not match manifest.json: ${again}`;
    expect(await start()).toEqual({ code: 1, out: "", err: damaged });
  });

  it("should end no thread that loads the runtime, which would abort the process", async () => {
    const model = join(folder, "other", "model");
    cpSync(join(root, "model"), model, { recursive: true });
    writeFileSync(join(model, "readout.onnx"), "other weights");
    const script = `
      import { openReader, readDocument } from "${new URL("../../dist/index.js", import.meta.url).href}";
      const document = await readDocument(${JSON.stringify(sentence)}, "text", {});
      const said = new Set();
      for (let round = 0; round < 10; round++) {
        const reader = await openReader({ threads: 8, model: ${JSON.stringify(model)} });
        const reading = Array.from({ length: 8 }, () => reader.read(document));
        await Promise.all(reading).catch(({ name }) => said.add(name));
        await Promise.allSettled(reading);
        await reader.close();
      }
      process.stdout.write([...said].join());`;
    expect(await started(process.execPath, [file("rounds.mjs", script)], {})).toEqual({ code: 0, out: "ModelError", err: "" });
  });

  it("should say in one line that a part of it is missing", async () => {
    const at = copy("cut");
    rmSync(join(at, "dist", "events"), { recursive: true });
    const { code, err } = await readout([example], { program: join(at, "bin", "readout") });
    expect(code).toBe(1);
    expect(err).toMatch(/^readout: stopped: Cannot find module .*: run npm start once, it installs and builds\n$/);
    rmSync(join(at, "dist"), { recursive: true });
    expect((await readout([], { program: join(at, "bin", "readout") })).err).toBe(
      "readout: dist: the program is not built yet: run npm start once, it builds\n",
    );
  });
});

describe("what is written", () => {
  it("should be sound in every format, and the same bytes on two runs", async () => {
    const text = file("short.txt", sentence + readFileSync(example, "utf8").slice(0, 900));
    const run = async (format: string) => [format, await readout([text, "--as", format])] as const;
    const ended = (await Promise.all(["page", "json", "jsonl", "jsonl"].map(run))).concat(
      await Promise.all(["plover", "csv", "markdown"].map(run)),
    );
    for (const [format, { code, err, out }] of ended) {
      expect({ code, err }, format).toEqual({ code: 0, err: "" });
      expect(out.endsWith("\n"), format).toBe(true);
      expect(out).not.toContain("\x1b");
      if (format === "json") expect(JSON.parse(out).schema).toBe("readout.record/1");
      if (format === "jsonl" || format === "plover") expect(recordsOf(out).length).toBeGreaterThan(0);
      if (format === "csv") expect(out.startsWith(CSV_HEADER)).toBe(true);
    }
    expect(ended[2]![1].out === ended[3]![1].out, "two runs").toBe(true);
  });

  it("should be all: nothing is left in the user's home", async () => {
    const home = join(folder, "home");
    mkdirSync(home);
    const env = { ...process.env, HOME: home, XDG_CACHE_HOME: "", ORT_DISABLE_TELEMETRY: "" };
    expect(await readout([file("home.txt", sentence)], { env })).toMatchObject({ code: 0, err: "" });
    expect(readdirSync(home)).toEqual([]);
  });

  it("should be the same with one worker thread and with three", async () => {
    const script = `
      import { readFileSync } from "node:fs";
      import { openReader, readDocument } from "${new URL("../../dist/index.js", import.meta.url).href}";
      const text = readFileSync(${JSON.stringify(example)}, "utf8");
      const documents = await Promise.all([text, text.slice(900)].map((each) => readDocument(each, "text", {})));
      const all = [];
      for (const threads of [1, 3]) {
        const reader = await openReader({ threads });
        all.push(JSON.stringify(await Promise.all(documents.map((each) => reader.read(each)))));
        await reader.close();
      }
      process.stdout.write(String(all[0] === all[1]));`;
    expect(await started(process.execPath, [file("threads.mjs", script)], {})).toEqual({ code: 0, out: "true", err: "" });
  });

  it.skipIf(shell("script --version") !== 0)("should be a page as wide as the terminal", async () => {
    const onTerminal = async (setting: string) => {
      const command = `stty cols 60; ${setting} "${process.execPath}" "${program}" "${example}"`;
      const { out } = await started("bash", ["-c", 'script -qec "$0" /dev/null', command], { stdio: ["ignore", "pipe", "pipe"] });
      const [drawn, lines] = [out.replaceAll("\r\n", "\n"), out.replaceAll("\r\n", "\n").replace(/[^\n]*\r(?:\x1b\[2K)?/g, "")];
      // Each drawing of the progress, which the next one covers, is no wider either.
      expect(Math.max(...drawn.split(/[\n\r]/).map((line) => line.replace(/\x1b\[(?:\d+m|2K)/g, "").length))).toBeLessThanOrEqual(60);
      return lines;
    };
    const [plain, coloured] = await Promise.all([onTerminal("NO_COLOR=1"), onTerminal("TERM=xterm NO_COLOR=")]);
    expect(Math.max(...linesOf(plain).map((line) => line.length))).toBeLessThanOrEqual(60);
    expect(plain).not.toContain("\x1b");
    expect(coloured).toContain("\x1b[1m");
    expect(coloured.replace(/\x1b\[\d+m/g, "")).toBe(plain);
  });
});

describe("relate and parse", () => {
  const pair = { id: "a", text: "France condemned Russia.", actor: [0, 6], recipient: [17, 23] };

  it("should answer the whole lines and name the broken ones", async () => {
    const { code, out, err } = await readout(["relate", "-"], { stdin: jsonl(pair, "{bad", "", { ...pair, id: 2, actor: [0, 99] }, pair) });
    expect(code).toBe(1);
    expect(recordsOf(out).map(({ id, scores }) => [id, Object.keys(scores).length])).toEqual([
      ["a", 16],
      ["a", 16],
    ]);
    expect(linesOf(err).map((line) => line.slice(0, 14))).toEqual(["readout: -:2: ", "readout: -:4: "]);
  });

  it("should parse texts, and words as they are given", async () => {
    const [texts, words] = await Promise.all([
      readout(["parse", "-"], { stdin: jsonl({ id: "t", text: "Envoys met. They left." }, "[1", { text: "" }) }),
      readout(["parse", "-", "--pretokenized"], {
        stdin: jsonl({ id: "w", tokens: ["don't", "🇺🇦", "\ud800", "a b", "x\u0301\u200f"] }, { tokens: [] }),
      }),
    ]);
    expect(texts).toMatchObject({ code: 1, err: expect.stringMatching(/^readout: -:2: [^\n]*\n$/) });
    expect(texts.out.match(/^# sent_id = .*/gm)).toEqual(["# sent_id = t-1", "# sent_id = t-2"]);
    expect(words).toMatchObject({ code: 1, err: expect.stringMatching(/^readout: -:2: [^\n]*\n$/) });
    expect(words.out.match(/^\d+\t[^\t]+/gm)).toEqual(["1\tdon't", "2\t🇺🇦", "3\t\ufffd", "4\ta b", "5\tx\u0301\u200f"]);
  });
});

describe("the end", () => {
  const many = (): string[] => Array.from({ length: 30 }, () => example);

  it("should come quietly when the pipe is closed", async () => {
    const command = `"${process.execPath}" "${program}" ${many().join(" ")} | head -n 1 >&2; exit \${PIPESTATUS[0]}`;
    const { code, err } = await started("bash", ["-c", command], {});
    expect(code).toBe(0);
    expect(recordsOf(err).length).toBe(1);
  });

  it("should come with 130 and whole lines on Ctrl-C", async () => {
    const { code, out, err } = await readout(many(), { signal: "SIGINT" });
    expect({ code, err }).toEqual({
      code: 130,
      err: `readout: stopped: ${recordsOf(out).length} ${recordsOf(out).length === 1 ? "article" : "articles"} written, each whole, 0 failed; the rest was not read\n`,
    });
    expect(out.endsWith("\n")).toBe(true);
    expect(recordsOf(out).length).toBeLessThan(30);
  });

  it("should say that a long article was not kept, and call nothing failed", async () => {
    const long = join(folder, "long.txt");
    const db = join(folder, "long.duckdb");
    writeFileSync(long, Array.from({ length: 4000 }, (_, n) => `Minister ${n} met the envoys of Ghana and Togo in Lomé.`).join("\n\n"));
    const { code, out, err } = await readout(["add", long, "--db", db], { signal: "SIGINT", when: () => existsSync(db) });
    expect({ code, out, err }).toEqual({
      code: 130,
      out: "",
      err: `readout: stopped: ${db}: 0 added, 0 as a new version, 0 there already, 0 failed; the same command begins again\n`,
    });
  });

  it.skipIf(!existsSync("/dev/full"))("should come with one line where nothing more can be written", async () => {
    const { code, err } = await readout([example], { stdio: ["ignore", openSync("/dev/full", "w"), "pipe"] });
    expect({ code, err }).toEqual({ code: 1, err: "readout: standard output: cannot be written (ENOSPC): free some space\n" });
  });
});
