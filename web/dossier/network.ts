// Monthly rows of dyads → the sides and the ties between them, laid out by forces. Pure: the same rows give the same picture.
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from "d3-force";
import type { DyadRow } from "../page/rows.ts";

export interface Tie {
  readonly source: string;
  readonly target: string;
  readonly events: number;
  readonly cooperation: number;
  readonly conflict: number;
}

export interface Side {
  readonly code: string;
  readonly events: number;
  readonly x: number;
  readonly y: number;
}

/** All months together, the busiest tie first. */
export function tiesOf(rows: readonly DyadRow[]): Tie[] {
  const ties = new Map<string, { source: string; target: string; events: number; cooperation: number; conflict: number }>();
  for (const { source, target, events, cooperation, conflict } of rows) {
    // What is only said ties nobody.
    if (events === 0) continue;
    const key = `${source} ${target}`;
    const tie = ties.get(key) ?? { source, target, events: 0, cooperation: 0, conflict: 0 };
    tie.events += events;
    tie.cooperation += cooperation;
    tie.conflict += conflict;
    ties.set(key, tie);
  }
  return [...ties.values()].sort((a, b) => b.events - a.events || a.source.localeCompare(b.source) || a.target.localeCompare(b.target));
}

/** Places of the sides in a box. Ticks are run at once: a picture that moves by itself cannot be read. */
export function placed(ties: readonly Tie[], width: number, height: number): Side[] {
  const nodes: (SimulationNodeDatum & { code: string; events: number })[] = [...countsOf(ties)].map(([code, events]) => ({ code, events }));
  const links: SimulationLinkDatum<(typeof nodes)[number]>[] = ties
    .filter(({ source, target }) => source !== target)
    .map(({ source, target }) => ({ source, target }));
  forceSimulation(nodes)
    .force(
      "tie",
      forceLink<(typeof nodes)[number], (typeof links)[number]>(links)
        .id(({ code }) => code)
        .distance(110),
    )
    .force("apart", forceManyBody().strength(-420))
    .force("room", forceCollide<(typeof nodes)[number]>(({ events }) => radius(events) + gap).iterations(8))
    .force("x", forceX(width / 2).strength(0.06))
    .force("y", forceY(height / 2).strength(0.12))
    .force("box", () => {
      // Held in the box at every tick, so that what is pushed back from its edge makes room again.
      for (const node of nodes) {
        const room = radius(node.events) + gap;
        node.x = Math.max(room, Math.min(width - room, node.x ?? width / 2));
        node.y = Math.max(room, Math.min(height - room, node.y ?? height / 2));
      }
    })
    .stop()
    .tick(300);
  return nodes.map(({ code, events, x, y }) => ({ code, events, x: x ?? 0, y: y ?? 0 }));
}

/** Pixels: a side's area grows with its events, so far as there is room on a telephone. */
export const radius = (events: number): number => Math.min(44, 12 + 3 * Math.sqrt(events));
const gap = 5;

/** Pixels in which so many sides have room beside each other in a box of that width. */
export const heightFor = (ties: readonly Tie[], width: number): number => {
  const counts = countsOf(ties);
  const area = [...counts.values()].reduce((sum, events) => sum + (2 * (radius(events) + gap)) ** 2, 0);
  return Math.round(Math.max(300, Math.min(460, width), (2.2 * area) / width));
};

function countsOf(ties: readonly Tie[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { source, target, events } of ties) for (const code of [source, target]) counts.set(code, (counts.get(code) ?? 0) + events);
  return counts;
}
