// PDFs made here → paragraphs; scans and broken files → one clear line.
import { describe, expect, it } from "vitest";
import { readDocument } from "../../src/document/document.ts";
import { makePdf } from "./make-pdf.ts";

const read = (content: Uint8Array) => readDocument(content, "pdf", { id: "p" });

describe("PDF", () => {
  it("joins lines to paragraphs and mends hyphens", async () => {
    const { text, title } = await read(
      makePdf([
        [
          [50, 550, "Talks resume in Geneva"],
          [50, 520, "Envoys of both sides met on Monday to resume the nego-"],
          [50, 508, "tiations that broke down in spring over the fate of the"],
          [50, 496, "prisoners."],
          [50, 472, "A spokesman said the talks would go on until Friday and"],
          [50, 460, "that nothing had been agreed."],
        ],
      ]),
    );
    expect(text.split("\n\n")).toEqual([
      "Talks resume in Geneva",
      "Envoys of both sides met on Monday to resume the negotiations that broke down in spring over the fate of the prisoners.",
      "A spokesman said the talks would go on until Friday and that nothing had been agreed.",
    ]);
    expect(title).toBe("Talks resume in Geneva");
  });

  it("leaves out page numbers and running heads, and goes on over the page", async () => {
    const page = (n: number, line: string) =>
      [
        [50, 580, "The Courier"],
        [50, 520, line],
        [200, 20, `${n}`],
      ] as [number, number, string][];
    const { text } = await read(
      makePdf([
        page(1, "Envoys met on Monday and agreed to meet"),
        page(2, "again on Friday, and they agreed to send"),
        page(3, "observers."),
      ]),
    );
    expect(text).toBe("Envoys met on Monday and agreed to meet again on Friday, and they agreed to send observers.");
  });

  it("says that a scan needs OCR", async () => {
    await expect(read(makePdf([[], []]))).rejects.toThrow("page 1 holds no text, only a scan: run OCR first");
  });

  it("refuses what is no PDF", async () => {
    await expect(read(Buffer.from("%PDF-1.4 nothing else"))).rejects.toThrow("is no PDF or a broken one");
    await expect(read(Buffer.from("words"))).rejects.toThrow("is no PDF or a broken one");
  });
});
