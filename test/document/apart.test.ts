// PDFs that end, fill or stall a process → one clear line, and the next file is read.
import { describe, expect, it } from "vitest";
import { readPdfApart } from "../../src/document/apart.ts";
import { pageOf, stray } from "./hostile-pdf.ts";
import { makePdf } from "./make-pdf.ts";

const good = makePdf([[[50, 500, "Envoys met."]]]);

describe("a PDF read apart", () => {
  it("that makes the library reject a promise nobody catches is broken, and the next one is read", async () => {
    await expect(readPdfApart(stray)).rejects.toThrow(/broken PDF|holds no text/);
    for (let i = 0; i < 3; i++) expect((await readPdfApart(good)).text).toBe("Envoys met.");
  });

  it("that takes more work than it may is refused", async () => {
    await expect(readPdfApart(pageOf("q ", 20_000_000), { seconds: 1, memory: 4000 })).rejects.toThrow(
      "takes more than 1 seconds of work to read: cut out the pages of the article",
    );
  });

  it("that unpacks to more memory than it may take is refused", async () => {
    await expect(readPdfApart(pageOf(" ", 300_000_000), { seconds: 60, memory: 500 })).rejects.toThrow(
      "takes more than 500 MB of memory to read: cut out the pages of the article",
    );
    expect((await readPdfApart(good)).text).toBe("Envoys met.");
  });

  it("does not wait for the others", async () => {
    const all = await Promise.all([good, good, good].map((bytes) => readPdfApart(bytes)));
    expect(all.map(({ text }) => text)).toEqual(["Envoys met.", "Envoys met.", "Envoys met."]);
  });
});
