// What talks ended with, read by the real model: texts of one sentence or two, and what they tell or do not tell.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDocument } from "../../src/document/document.ts";
import { openReader, type Reader } from "../../src/read.ts";
import { slice } from "../../src/span.ts";

let reader: Reader;
beforeAll(async () => {
  reader = await openReader({ threads: 0 });
});
afterAll(() => reader.close());

const told = async (text: string): Promise<string[]> => {
  const record = await reader.read(await readDocument(text, "text", { id: "t", language: "en" }));
  return record.outcomes!.map(
    ({ result, what, said_by }) => `${result}: ${slice(text, what)}${said_by ? ` (${slice(text, said_by)})` : ""}`,
  );
};

describe("tells", () => {
  it.each([
    ["The summit in Doha ended without a deal on Sunday.", ["none: without a deal"]],
    ["Talks between Chad and Libya collapsed on Monday.", ["none: Talks between Chad and Libya collapsed"]],
    ["Chad and Libya ended the talks in Doha without an agreement.", ["none: without an agreement"]],
    ["“We didn’t get there,” Lima told reporters.", ["none: We didn’t get there (Lima)"]],
    ["The negotiations broke up in acrimony late on Friday.", ["none: in acrimony"]],
    ["The meeting failed to produce an agreement.", ["none: failed to produce an agreement"]],
    ["The two governments did not reach a deal.", ["none: reach a deal"]],
    ["The conference produced no breakthrough.", ["none: produced no breakthrough"]],
    ["Peru and Chile met in Lima. No treaty, no timetable, no date for another round.", ["none: No treaty, no timetable"]],
    ["The talks made little progress.", ["partial: made little progress"]],
    ["The sides agreed only to meet again in March.", ["partial: agreed only to meet again"]],
    ["Kenya and Uganda signed an accord after talks in Kampala.", ["agreement: signed an accord"]],
    ["The talks will resume on Thursday.", ["open: The talks will resume"]],
    ["“We didn’t get there,” the Norwegian envoy admitted.", ["none: We didn’t get there (the Norwegian envoy)"]],
  ])("%s", async (text, want) => {
    const got = await told(text);
    expect(got).toHaveLength(want.length);
    want.forEach((line, i) => {
      expect(got[i]).toContain(line);
    });
  });
});

describe("does not tell", () => {
  it.each([
    "Diplomats fear that the summit will end without a deal.",
    "The talks may collapse.",
    "Will the talks end without an agreement?",
    "If the negotiations fail, the border stays shut.",
    "The concert ended without an encore.",
    "She hopes to reach an agreement.",
    "He has no deal with the club.",
    "The bridge collapsed on Monday.",
    "Lima said negotiations might have failed or that the sides had not reached a deal.",
    "The talks were likely to continue, Lima said.",
  ])("%s", async (text) => expect(await told(text)).toEqual([]));
});
