import { readdirSync, readFileSync } from "node:fs";
import * as chrono from "chrono-node/en";
import { describe, expect, it } from "vitest";
import { dateOf, isTimed } from "../../src/events/dates.ts";
import { span } from "../../src/span.ts";

/** Told from Saturday, 16 August 2025. */
const on = (text: string, near: string, ahead = false, published: string | null = "2025-08-16"): string | undefined => {
  const start = text.indexOf(near);
  return dateOf(text, 0, span(start, start + near.length), published, ahead)?.iso;
};

describe("dateOf", () => {
  it.each([
    ["They met on Friday in Anchorage.", "met", false, "2025-08-15"],
    ["They will meet on Monday.", "meet", true, "2025-08-18"],
    ["He was arrested yesterday.", "arrested", false, "2025-08-15"],
    ["Russia invaded in February 2022.", "invaded", false, "2022-02"],
    ["The pact was signed in 1994.", "signed", false, "1994"],
    ["On 3 June 2024 the court fined him.", "fined", false, "2024-06-03"],
    ["They signed it last month.", "signed", false, "2025-07"],
    ["GENEVA, 16 August 2025 — The ministers met in the old town on Friday.", "met", false, "2025-08-15"],
    ["He was sentenced in December.", "sentenced", false, "2024-12"],
    ["He was sentenced in April.", "sentenced", false, "2025-04"],
    ["They will vote in December.", "vote", true, "2025-12"],
    ["The town was shelled on 3 November.", "shelled", false, "2024-11-03"],
    ["He was held in March.", "held", false, "2025-03"],
    ["He was freed in May.", "freed", false, "2025-05"],
    ["They march on the port.", "march", false, undefined],
    ["The ministers met in May's office.", "met", false, undefined],
    ["The envoy spoke two days before he meets the king.", "meets", false, undefined],
    ["The envoy spoke on Friday, two days before he meets the king.", "spoke", false, "2025-08-15"],
    ["A week later the rebels left.", "left", false, undefined],
    ["He sold arms for three years.", "sold", false, undefined],
    ["He was jailed for three years on Friday.", "jailed", false, "2025-08-15"],
    ["He spoke and left.", "spoke", false, undefined],
  ])("reads %j", (text, near, ahead, iso) => {
    expect(on(text, near, ahead)).toBe(iso);
  });

  it("takes the expression that stands nearest", () => {
    expect(on("Seized in 2014, the port was shelled on Thursday.", "shelled")).toBe("2025-08-14");
    expect(on("Seized in 2014, the port was shelled on Thursday.", "Seized")).toBe("2014");
  });

  it("passes over words that belong to something else", () => {
    const text = "Seized in 2014, the port was shelled on Thursday.";
    const near = span(text.indexOf("shelled"), text.indexOf("shelled") + 7);
    const first = text.indexOf("2014");
    expect(dateOf(text, 0, near, "2025-08-16", false, ({ start }) => start === first)?.iso).toBe("2014");
    expect(dateOf(text, 0, near, "2025-08-16", false, () => false)).toBeNull();
  });

  it("tells nothing of “on Friday” where the article has no date", () => {
    expect(on("They met on Friday.", "met", false, null)).toBeUndefined();
    expect(on("They resigned yesterday.", "resigned", false, null)).toBeUndefined();
    expect(on("They met on 3 June 2024.", "met", false, null)).toBe("2024-06-03");
  });

  it("tells nothing of a day and month that may be either way round", () => {
    expect(on("The raid took place on 05-08-2021.", "raid")).toBeUndefined();
  });
});

describe("isTimed", () => {
  const corpus = new URL("../../training/corpus/", import.meta.url);
  it("passes over no sentence of the corpus, one in five, where chrono reads a date", () => {
    const sentences = readdirSync(corpus)
      .filter((file) => file.endsWith(".txt"))
      .flatMap((file) => [...readFileSync(new URL(file, corpus), "utf8").matchAll(/^text: (.*)$/gm)].map((match) => match[1]!))
      .filter((_, i) => i % 5 === 0);
    const passed = sentences.filter((sentence) => !isTimed(sentence));
    expect(passed.length).toBeGreaterThan(sentences.length / 4);
    // "Lasts" is to chrono the last second.
    const read = passed.flatMap((sentence) => chrono.parse(sentence)).filter((found) => !/^(?:last|next|past|this)s$/i.test(found.text));
    expect(read.map((found) => found.text)).toEqual([]);
  });
  it("sees a date however it is written", () => {
    const day =
      "today|tonight|tomorrow|yesterday|tmr|midnight|noon|this morning|last night|next weekend|on Tues|on Wednesday|Sept|mid-June|May";
    const far =
      "two days ago|in a week|a month later|last year|half an hour ago|three decades ago|this quarter|a few minutes ago|two wks ago|five yrs ago";
    for (const words of `${day}|${far}`.split("|"))
      if (chrono.parse(`They met ${words}`).length > 0) expect(isTimed(`They met ${words}`), words).toBe(true);
  });
});
