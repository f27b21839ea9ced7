// The program in a program: what README promises of `import { read } from "readout"`.
import { describe, expect, it } from "vitest";
import { openReader, read, readDocument } from "../src/index.ts";

const text = "France condemned the bombing of Aden on Friday.\n\n“We will not talk,” the Yemeni foreign minister said.";

describe("the library", () => {
  it("reads a text to a record by a reader that is kept", async () => {
    const first = await read(text, { id: "aden", published: "2025-08-16" });
    expect(first.schema).toBe("readout.record/1");
    expect(first.document).toMatchObject({ id: "aden", text, published: "2025-08-16" });
    expect(first.sentences.length).toBe(2);
    expect(await read(text, { id: "aden", published: "2025-08-16" })).toEqual(first);
  });

  it("lets several articles be read at once", async () => {
    const reader = await openReader({ threads: 0 });
    const documents = await Promise.all(["a", "b", "c"].map((id) => readDocument(text, "text", { id, language: "en" })));
    const records = await Promise.all(documents.map((d) => reader.read(d)));
    expect(records.map((r) => r.document.id)).toEqual(["a", "b", "c"]);
    expect(new Set(records.map((r) => JSON.stringify(r.events))).size).toBe(1);
    await reader.close();
  });
});
