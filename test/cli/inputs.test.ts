// What the options of the command line say of the inputs, as reading them is told.
import { expect, it } from "vitest";
import { inputsOf } from "../../src/cli/inputs.ts";

it("should hand on what INPUT holds, the text's column, and leave to fetch from private networks", () => {
  const told: unknown[] = [];
  const readInputs = (...given: unknown[]) => {
    told.push(given);
    return (async function* () {})();
  };
  inputsOf(["a"], {}, { readInputs });
  inputsOf(["b"], { input: "csv", "text-column": "story", "allow-private": "" }, { readInputs });
  expect(told).toEqual([
    [["a"], null, { allowPrivate: false }],
    [["b"], "csv", { allowPrivate: true, textColumn: "story" }],
  ]);
});
