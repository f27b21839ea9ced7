import { expect, it } from "vitest";
import { documentOf, run } from "./fakes.ts";

const files = { "a.txt": "ORLA_VANCE [IRLGOV]\nNOTHING_SAID\n", "b.csv": "name,code\nX Y,QQQ\nZ,FRA\n" };
const inputs = [documentOf("a")];

it("should name each malformed line of each file, code all the same, and end with 0", async () => {
  const { code, out, err } = await run(["x", "--actors", "a.txt", "--actors=b.csv"], { inputs, files });
  expect(code).toBe(0);
  expect(out.split("\n")).toHaveLength(2);
  expect(err.split("\n").map((line) => line.split(": ").slice(0, 2).join(": "))).toEqual(["readout: a.txt:2", "readout: b.csv:2", ""]);
  for (const line of err.trim().split("\n")) expect(line.split(": ").length).toBeGreaterThanOrEqual(4);
});

it.each([
  ["gone.txt", "readout: --actors: gone.txt does not exist: check the name\n"],
  ["folder", "readout: --actors: folder cannot be read: check that it is a file, and yours to read\n"],
])("should end with 2 where %s cannot be read, and write nothing", async (file, line) => {
  expect(await run(["x", "--as", "csv", "--actors", file], { inputs, files })).toMatchObject({ code: 2, out: "", err: line });
});

it("should write CAMEO lines for --as cameo", async () => {
  expect(await run(["x", "--as", "cameo"], { inputs })).toMatchObject({ code: 0, out: "", err: "" });
});
