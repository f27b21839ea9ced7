// A PDF's bytes → its text layer as paragraphs, and its title. Draws nothing, runs no scripts.
import { UnreadableError } from "./failure.ts";

export interface PdfArticle {
  readonly title: string | null;
  readonly text: string;
}

/** One line of a page, as drawn; lengths in points. */
export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

const mostPages = 500;

/** @throws UnreadableError where the file is no PDF, is locked, or holds no text */
export async function readPdf(bytes: Uint8Array): Promise<PdfArticle> {
  // Loaded here since most runs read no PDF and the library takes a while to load.
  const { extractTextItems, getDocumentProxy, getMeta } = await import("unpdf");
  // A copy, because the library takes the bytes away from its caller.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }).catch((error: unknown) => {
    const locked = error instanceof Error && error.name === "PasswordException";
    throw new UnreadableError(
      locked ? "is a PDF locked by a password: unlock it first" : "is no PDF or a broken one: save or download it again",
    );
  });
  try {
    if (pdf.numPages > mostPages)
      throw new UnreadableError(`has ${pdf.numPages} pages, more than ${mostPages}: cut out the pages of the article`);
    const { items } = await extractTextItems(pdf).catch(() => {
      throw new UnreadableError("is a broken PDF: save or download it again");
    });
    const pages = items.map(linesOf);
    const empty = pages.findIndex((lines) => lines.length === 0);
    if (pages.every((lines) => lines.length === 0)) {
      throw new UnreadableError(`page ${empty + 1} holds no text, only a scan: run OCR first`);
    }
    const { info } = await getMeta(pdf).catch(() => ({ info: {} as Record<string, unknown> }));
    const title =
      typeof info.Title === "string" && /\S \S/.test(info.Title) && !/\.(docx?|indd|pdf)$|^microsoft word/i.test(info.Title)
        ? info.Title.trim()
        : null;
    return { title, text: paragraphsOf(withoutRunningHeads(pages)).join("\n\n") };
  } finally {
    await pdf.destroy();
  }
}

interface Item {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly fontSize: number;
}

/** Items on one height, left to right as drawn, are one line. */
function linesOf(items: readonly Item[]): PdfLine[] {
  const lines: PdfLine[] = [];
  let open: Item[] = [];
  const close = () => {
    let text = "";
    let right = open[0]?.x ?? 0;
    for (const item of open) {
      // Justified text is drawn word by word, with gaps in place of blanks.
      if (text !== "" && item.x - right > item.fontSize * 0.15 && !/\s$/.test(text) && !/^\s/.test(item.str)) text += " ";
      text += item.str;
      right = item.x + item.width;
    }
    const tidy = text.replace(/\s+/g, " ").trim();
    const first = open.find((item) => item.str.trim() !== "");
    if (tidy !== "" && first) lines.push({ text: tidy, left: first.x, right, y: first.y, size: Math.max(1, first.fontSize) });
    open = [];
  };
  for (const item of items) {
    const last = open.at(-1);
    if (last && Math.abs(item.y - last.y) > Math.max(1, last.fontSize * 0.4)) close();
    if (item.str !== "") open.push(item);
  }
  close();
  return lines;
}

/** Drops page numbers, and first and last lines that return on most pages. */
function withoutRunningHeads(pages: readonly (readonly PdfLine[])[]): PdfLine[] {
  const key = (line: PdfLine) => line.text.replace(/\d+/g, "#");
  const edges = new Map<string, number>();
  for (const lines of pages)
    for (const name of new Set([lines[0], lines.at(-1)].flatMap((line) => (line ? [key(line)] : []))))
      edges.set(name, (edges.get(name) ?? 0) + 1);
  return pages.flatMap((lines) =>
    lines.filter((line, at) => {
      const atEdge = at === 0 || at === lines.length - 1;
      const isNumber = /^(page )?\d+( (of|\/) \d+)?$/i.test(line.text);
      return !(atEdge && (isNumber || (pages.length > 2 && edges.get(key(line))! > pages.length / 2)));
    }),
  );
}

/** Joins lines to paragraphs: parted by a gap, another size of letters, an indent, or a short line that ends a sentence. */
export function paragraphsOf(lines: readonly PdfLine[]): string[] {
  const paragraphs: string[] = [];
  const rights = lines.map((line) => line.right).sort((a, b) => a - b);
  const margin = rights[Math.floor(rights.length * 0.9)] ?? 0;
  const steps = lines
    .slice(1)
    .map((line, i) => lines[i]!.y - line.y)
    .filter((step) => step > 0)
    .sort((a, b) => a - b);
  const usual = steps[Math.floor(steps.length * 0.5)] ?? 0;
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    if (!before) {
      paragraphs.push(line.text);
      continue;
    }
    const step = before.y - line.y;
    const endsShort = before.right < margin - before.size * 6;
    const parted =
      step > usual * 1.35 ||
      Math.abs(line.size - before.size) > 0.8 ||
      line.left - before.left > line.size * 0.8 ||
      (endsShort && (/[.!?:]["”’)]?$/.test(before.text) || /^[•▪–-]\s/.test(line.text))) ||
      // A new page or column begins a paragraph only where the last one has ended.
      (step < 0 && /[.!?]["”’)]?$/.test(before.text) && endsShort);
    if (parted) paragraphs.push(line.text);
    else paragraphs.push(joined(paragraphs.pop()!, line.text));
  }
  return paragraphs;
}

/** "negotia-" + "tions" → "negotiations"; "cease-" + "Fire" keeps its hyphen. */
function joined(start: string, end: string): string {
  if (/\p{Ll}[-\u00ad\u2010]$/u.test(start) && /^\p{Ll}/u.test(end)) return start.slice(0, -1) + end;
  return /[-–—/]$/.test(start) && !/\s[-–—]$/.test(start) ? start + end : `${start} ${end}`;
}
