import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { COMMANDS } from "../../src/cli/options.ts";
import { SHAPE, type Shape } from "../../src/record/arrange.ts";
import { run } from "./fakes.ts";

const doc = (name: string): string => readFileSync(new URL(`../../docs/${name}`, import.meta.url), "utf8");

describe("wrong usage", () => {
  const rows: [string[], string][] = [
    [[], "readout: INPUT: is missing: name a file, a folder, a URL, or - for standard input (readout --help tells more)"],
    [["x", "--dat", "2025-01-01"], "readout: --dat: readout INPUT… has no such option: did you mean --date?"],
    [
      ["x", "--zzzzzz"],
      "readout: --zzzzzz: readout INPUT… has no such option: it has --as, --open, --date, --actors, --input, --text-column, --allow-private, --help, --version",
    ],
    [["evnts", "--actor", "UKR"], "readout: evnts: is no command that takes --actor: did you mean readout events?"],
    [["read", "x.txt"], "readout: read: is no command and no file: name what to read alone, as in readout FILE"],
    [["ad", "x.txt"], "readout: ad: is no command and no file: did you mean readout add?"],
    [["x", "--as", "jsno"], "readout: --as: “jsno” is unknown: did you mean json?"],
    [["x", "--as", "pdf"], "readout: --as: “pdf” is unknown: give one of page, json, jsonl, plover, csv, cameo, markdown"],
    [["x", "--as"], "readout: --as: has no value: give it one of page, json, jsonl, plover, csv, cameo, markdown"],
    [["x", "--as", "--date"], "readout: --as: has no value: give it one of page, json, jsonl, plover, csv, cameo, markdown"],
    [["x", "--date", "2025-02-30"], "readout: --date: “2025-02-30” is no day: write it as YYYY-MM-DD, as in 2025-08-15"],
    [["x", "--date=yesterday"], "readout: --date: “yesterday” is no day: write it as YYYY-MM-DD, as in 2025-08-15"],
    [["x", "--help=1"], "readout: --help: takes no value, but has “1”: leave it out"],
    [
      ["x", "--__proto__"],
      "readout: --__proto__: readout INPUT… has no such option: it has --as, --open, --date, --actors, --input, --text-column, --allow-private, --help, --version",
    ],
    [["relate"], "readout: relate: reads standard input only: write readout relate - and pipe the lines in"],
    [["relate", "-", "--as", "csv"], "readout: --as: readout relate - has no such option: it has --help, --version"],
    [["parse", "a.jsonl"], "readout: parse: reads standard input only: write readout parse - and pipe the lines in"],
  ];
  test.each(rows)("%j should end with 2 and say what to do", async (args, line) => {
    expect(await run(args)).toMatchObject({ code: 2, out: "", err: `${line}\n`, reader: { opened: 0 } });
  });
});

describe("help and version", () => {
  it("should name every command and option, without the model", async () => {
    const { code, out, reader } = await run(["--help"]);
    expect([code, reader.opened]).toEqual([0, 0]);
    for (const { usage } of Object.values(COMMANDS)) expect(out).toContain(usage);
    for (const name of Object.keys(COMMANDS.read.options)) expect(out).toContain(`--${name}`);
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
  });
  it("should be there for each command, and by -h", async () => {
    expect((await run(["parse", "-h"])).out).toContain("--pretokenized");
  });
  it("should say the version of package.json", async () => {
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    expect(await run(["--version"])).toMatchObject({ code: 0, out: `readout ${version}\n` });
  });
});

describe("docs", () => {
  const commands = Object.values(COMMANDS).flatMap(({ usage, options }) => [usage, ...Object.keys(options).map((name) => `--${name}`)]);
  it.each([...new Set(commands)])("cli.md should name %s", (name) => expect(doc("cli.md")).toContain(`\`${name}`));
  const choices = [...COMMANDS.read.options.as.choices, ...COMMANDS.read.options.input.choices];
  it.each([...new Set(choices)])("cli.md should name the format %s", (name) => expect(doc("cli.md")).toContain(`\`${name}\``));

  const fields = (shape: Shape<unknown> | object | null, path = ""): string[] =>
    Object.entries(shape ?? {}).flatMap(([key, below]) => [`${path}${key}`, ...fields(below, `${path}${key}.`)]);
  it.each(fields(SHAPE))("record.md should name %s", (field) => {
    const [section, ...rest] = field.split(".");
    const part = doc("record.md")
      .split(/^## /m)
      .find((text) => text.startsWith(rest.length === 0 ? "The record" : section!));
    // Fields named start and end are told once, in the part on places.
    const name = rest.at(-1) ?? section!;
    if (name !== "start" && name !== "end") expect(part).toContain(`\`${name}\``);
  });
});
