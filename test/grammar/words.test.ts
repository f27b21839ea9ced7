// Word lists: what the program holds is what data/words says, no list stands twice, and their forms are English.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
// @ts-expect-error a script without types
import { listsOf } from "../../scripts/words.mjs";
import { verbForms } from "../../src/grammar/inflect.ts";
import { type Concept, LISTS } from "../../src/grammar/lists.ts";
import { formsOf, phrasesOf, stemsOf } from "../../src/grammar/words.ts";

describe("word lists", () => {
  it("are those of data/words: npm run words writes them anew", () => {
    expect(readFileSync(new URL("../../src/grammar/lists.ts", import.meta.url), "utf8")).toBe(listsOf());
  });

  it("say the same under one name only", () => {
    const sets = new Map<string, string>();
    for (const name of Object.keys(LISTS) as Concept[]) {
      const key = LISTS[name]
        .split(/[\n,]/)
        .map((part) => part.trim())
        .sort()
        .join();
      expect(sets.get(key) ?? name, `${name} and ${sets.get(key)}`).toBe(name);
      sets.set(key, name);
    }
  });

  it("hold no word twice under one key", () => {
    for (const [name, text] of Object.entries(LISTS))
      for (const line of text.split("\n")) {
        const entries = line.slice(line.indexOf(": ") + 2).split(", ");
        expect(new Set(entries).size, `${name}: ${line}`).toBe(entries.length);
      }
  });
});

describe("forms", () => {
  it.each([
    ["accept", "accept accepts accepted accepting"],
    ["deny", "deny denies denied denying"],
    ["ban", "ban bans banned banning"],
    ["commit", "commit commits committed committing"],
    ["debate", "debate debates debated debating"],
    ["agree", "agree agrees agreed agreeing"],
    ["reach", "reach reaches reached reaching"],
    ["employ", "employ employs employed employing"],
    ["answer", "answer answers answered answering"],
    ["strive", "strive strives strove striven striving"],
  ])("of %s", (base, forms) => expect(verbForms(base).join(" ")).toBe(forms));

  it("are asked for by the key that stands before them", () => {
    expect(formsOf("refusing")).toEqual(new Set("refuse refuses refused refusing decline declines declined declining".split(" ")));
    expect(formsOf("notions").has("possibilities")).toBe(true);
    expect(formsOf("talking-infinitives").has("says")).toBe(false);
    expect(stemsOf("breaking").has("flout")).toBe(true);
    const military = phrasesOf("contexts").find(([name]) => name === "military")![1];
    expect([military.test("the front line held"), military.test("a tankard")]).toEqual([true, false]);
  });
});
