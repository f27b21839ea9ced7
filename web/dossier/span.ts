// Days of events and a part of them to look at → that part, nearer, farther, earlier or later. Pure.

export interface Days {
  /** Milliseconds since 1970, UTC. */
  readonly from: number;
  readonly to: number;
}

const day = 86_400_000;
export const at = (iso: string): number => Date.parse(`${iso.slice(0, 10)}T00:00:00Z`);
export const isoOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The part that holds most of the days, so that one event of 1994 does not squeeze a week into a line. */
export function core(days: readonly string[]): Days {
  const times = days.map(at).sort((a, b) => a - b);
  const whole = { from: times[0] ?? 0, to: times.at(-1) ?? 0 };
  const most = times.slice(Math.floor(times.length * 0.08), Math.ceil(times.length * 0.97));
  const [from, to] = [most[0] ?? whole.from, most.at(-1) ?? whole.to];
  // An end is left out where it takes up more room than all the rest.
  return { from: from - whole.from > to - from ? from : whole.from, to: whole.to - to > (to - from) / 3 ? to : whole.to };
}

/** At least a week wide, with a day's room at both ends. */
export function roomy({ from, to }: Days): Days {
  const more = Math.max(day, (7 * day - (to - from)) / 2);
  return { from: from - more, to: to + more };
}

/** @param factor below 1 nearer, above 1 farther */
export function zoomed({ from, to }: Days, factor: number): Days {
  const [middle, half] = [(from + to) / 2, Math.max(1.5 * day, ((to - from) / 2) * factor)];
  return { from: middle - half, to: middle + half };
}

export const moved = ({ from, to }: Days, share: number): Days => ({ from: from + (to - from) * share, to: to + (to - from) * share });
