// labels.json against the codebook: what lacks a name must not be opened, since another's score would be read for it.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { faultOf, type Labels } from "../../src/tag/labels.ts";

const own = JSON.parse(readFileSync(new URL("../../model/labels.json", import.meta.url), "utf8")) as Labels;

it("is whole", () => expect(faultOf(own)).toBeNull());

it.each<[string, Partial<Labels>, string]>([
  ["a mode is missing", { modes: own.modes.filter((mode) => mode !== "RETREAT access") }, "lacks RETREAT access among its modes"],
  ["a type is missing", { types: own.types.slice(1) }, "lacks AGREE among its types"],
  ["a voice is missing", { voices: own.voices.slice(1) }, "lacks reported among its voices"],
  ["types stand in another order", { types: own.types.toReversed() }, "has its types in another order than the codebook"],
])("%s", (_, change, fault) => expect(faultOf({ ...own, ...change })).toBe(fault));
