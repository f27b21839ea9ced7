// Strings → pieces of an SVG document: elements, text that fits, one look in light and dark. No files, no page, no clock.

/** Numbers are written with a digit or two, so that the same rows give the same bytes everywhere. */
type Attributes = Readonly<Record<string, string | number | null>>;

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Also without what XML cannot hold, and what turns the direction of a line. */
export const escaped = (text: string): string =>
  text
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/gu, "")
    .replace(/[&<>"']/g, (letter) => ESCAPES[letter]!);

export const round = (x: number): number => Math.round(x * 100) / 100;

/** @param content text that is escaped already, or other elements */
export function element(name: string, attributes: Attributes, content = ""): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? round(value) : escaped(value!)}"`)
    .join("");
  return content === "" ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** What a pointer or a screen reader is told of an element. */
export const titled = (title: string, content: string): string => element("g", {}, element("title", {}, escaped(title)) + content);

export const text = (x: number, y: number, words: string, attributes: Attributes = {}): string =>
  words === "" ? "" : element("text", { x, y, ...attributes }, escaped(words));

export const line = (x1: number, y1: number, x2: number, y2: number, kind: string): string =>
  element("line", { x1, y1, x2, y2, class: kind });

/** A guess of how wide words are: letters of a sans-serif face have about these shares of its size. */
export function widthOf(words: string, size: number): number {
  let width = 0;
  for (const letter of words)
    width += /[il.,:;'|!()[\] ]/.test(letter) ? 0.31 : /[A-ZmwMW@%→–—]/.test(letter) ? 0.72 : letter > "\u2e80" ? 1 : 0.56;
  return width * size;
}

/** The words, cut with … where they are wider than `room`. */
export function fitted(words: string, room: number, size: number): string {
  if (widthOf(words, size) <= room) return words;
  let kept = [...words];
  while (kept.length > 0 && widthOf(`${kept.join("")}…`, size) > room) kept = kept.slice(0, -1);
  return `${kept.join("").trimEnd()}…`;
}

/** At most `most` lines, the last one cut. */
export function wrapped(words: string, room: number, size: number, most: number): string[] {
  const lines: string[] = [];
  let rest = words.trim().split(/\s+/);
  while (rest.length > 0 && lines.length < most - 1) {
    let taken = 1;
    while (taken < rest.length && widthOf(rest.slice(0, taken + 1).join(" "), size) <= room) taken++;
    lines.push(fitted(rest.slice(0, taken).join(" "), room, size));
    rest = rest.slice(taken);
  }
  return rest.length > 0 ? [...lines, fitted(rest.join(" "), room, size)] : lines;
}

// Colours that differ in lightness too, and shapes beside them: nothing is told by colour alone.
const LOOK = `
.readout-picture { --paper: #ffffff; --ink: #1a1d21; --quiet: #5b6470; --rule: #d5dae0; --cooperation: #1b66b3; --conflict: #b3410f; --one: #5a3d9e; --two: #15705c; --wash: #f1f4f7; font: 12px system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
@media (prefers-color-scheme: dark) { .readout-picture { --paper: #14171a; --ink: #eceff2; --quiet: #a3adb8; --rule: #3a4149; --cooperation: #6cb2f5; --conflict: #f59566; --one: #b9a2f5; --two: #5fcfb3; --wash: #20252a; } }
.readout-picture .paper { fill: var(--paper); }
.readout-picture .wash { fill: var(--wash); }
.readout-picture text { fill: var(--ink); }
.readout-picture text.quiet { fill: var(--quiet); }
.readout-picture text.head { font-size: 16px; font-weight: 600; }
.readout-picture text.strong { font-weight: 600; }
.readout-picture text.said { font-style: italic; }
.readout-picture text.cooperation { fill: var(--cooperation); }
.readout-picture text.conflict { fill: var(--conflict); }
.readout-picture .rule { stroke: var(--rule); stroke-width: 1; }
.readout-picture .axis { stroke: var(--quiet); stroke-width: 1; }
.readout-picture .deed.cooperation, .readout-picture .bar.cooperation { fill: var(--cooperation); stroke: var(--cooperation); }
.readout-picture .deed.conflict, .readout-picture .bar.conflict { fill: var(--conflict); stroke: var(--conflict); }
.readout-picture .word, .readout-picture .bar.back { fill: var(--paper); }
.readout-picture .word.cooperation, .readout-picture .bar.back.cooperation { stroke: var(--cooperation); stroke-width: 1.5; }
.readout-picture .word.conflict, .readout-picture .bar.back.conflict { stroke: var(--conflict); stroke-width: 1.5; }
.readout-picture .unreal { stroke-dasharray: 1.6 1.2; }
.readout-picture .deed.unreal { fill-opacity: 0.3; stroke-width: 1.5; }
.readout-picture .path { fill: none; stroke-width: 1.5; }
.readout-picture .path.one, .readout-picture .dot.one { stroke: var(--one); }
.readout-picture .path.two, .readout-picture .dot.two { stroke: var(--two); }
.readout-picture .path.two { stroke-dasharray: 5 3; }
.readout-picture .dot.one { fill: var(--one); }
.readout-picture .dot.two { fill: var(--paper); stroke-width: 1.5; }
`;

export interface Sheet {
  /** Names the document's own ids. */
  readonly kind: string;
  readonly title: string;
  /** What the picture shows, in a sentence or two, for those who do not see it. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
}

/** A whole document, which a page may also take in as it is. */
export function sheet({ kind, title, description, width, height }: Sheet, content: readonly string[]): string {
  const ids = { title: `readout-${kind}-title`, description: `readout-${kind}-description` };
  const head = [
    element("title", { id: ids.title }, escaped(title)),
    element("desc", { id: ids.description }, escaped(description)),
    element("style", {}, LOOK),
    element("rect", { class: "paper", width, height }),
  ];
  const attributes = {
    ...{ xmlns: "http://www.w3.org/2000/svg", class: "readout-picture", role: "img", "aria-labelledby": `${ids.title} ${ids.description}` },
    ...{ width, height, viewBox: `0 0 ${round(width)} ${round(height)}` },
  };
  return `${element("svg", attributes, `\n${[...head, ...content].filter(Boolean).join("\n")}\n`)}\n`;
}
