// Messages on standard input: handed on line by line, whatever pieces they come in; one that is too long is told and passed over.
import fc from "fast-check";
import { expect, test } from "vitest";
import { messageLines } from "../../src/cli/message-lines.ts";

async function linesOf(pieces: readonly string[], most: number) {
  const source = (async function* () {
    for (const piece of pieces) yield Buffer.from(piece, "latin1");
  })();
  const got: string[] = [];
  let long = 0;
  for await (const bytes of messageLines(source, most, async () => void long++)) got.push(Buffer.from(bytes).toString("latin1"));
  return { got, long };
}

test("should hand on what comes, nothing lost or changed, and no line in pieces", () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: fc.constantFrom("a", "b", "\n"), maxLength: 9 })), async (pieces) => {
      const { got, long } = await linesOf(pieces, 1000);
      expect([got.join(""), long]).toEqual([pieces.join(""), 0]);
      for (const part of got.slice(0, -1)) expect(part.endsWith("\n")).toBe(true);
    }),
  ));

test("should pass over a line that is too long, holding none of it, and hand on the others", async () => {
  const piece = "x".repeat(900);
  expect(await linesOf(["one\n", ...Array(50).fill(piece), "end\ntwo\n", "three"], 1000)).toEqual({
    got: ["one\n", "two\n", "three"],
    long: 1,
  });
  expect(await linesOf([...Array(50).fill(piece)], 1000)).toEqual({ got: [], long: 1 });
});
