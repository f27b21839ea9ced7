// The four quads as signs: hollow for words, filled for deeds; diamonds for cooperation, triangles for conflict. As on the page of a record.
import { element, round } from "./svg.ts";

export type Quad = 1 | 2 | 3 | 4;

export const QUADS: Readonly<Record<Quad, string>> = {
  1: "cooperation in words",
  2: "cooperation in deeds",
  3: "conflict in words",
  4: "conflict in deeds",
};

export const sideOf = (quad: Quad): "cooperation" | "conflict" => (quad <= 2 ? "cooperation" : "conflict");

/** @param r half its width @param unreal dashed: denied, planned or supposed */
export function sign(quad: Quad, x: number, y: number, r: number, unreal = false): string {
  const points: [number, number][] =
    quad <= 2
      ? [
          [0, -r],
          [r, 0],
          [0, r],
          [-r, 0],
        ]
      : [
          [0, -r],
          [r, r * 0.8],
          [-r, r * 0.8],
        ];
  const kind = `${quad % 2 === 0 ? "deed" : "word"} ${sideOf(quad)}${unreal ? " unreal" : ""}`;
  return element("polygon", { points: points.map(([dx, dy]) => `${round(x + dx)},${round(y + dy)}`).join(" "), class: kind });
}
