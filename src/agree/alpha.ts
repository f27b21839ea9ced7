// Values that coders gave to units → Krippendorff's alpha: 1 for full agreement, 0 for what chance gives, below it for less.

export type Value = string | number;

/** How far two values are apart, squared: 0 for the same. */
const DISTANCES = {
  nominal: (one: Value, two: Value): number => (one === two ? 0 : 1),
  interval: (one: Value, two: Value): number => (Number(one) - Number(two)) ** 2,
};

/**
 * @param units the values of each unit, one a coder; units with fewer than two do not count
 * @returns null where no two values of all units differ, so that there is nothing to agree on by more than chance
 */
export function alphaOf(units: readonly (readonly Value[])[], level: keyof typeof DISTANCES): number | null {
  const distance = DISTANCES[level];
  const pairable = units.filter((values) => values.length >= 2);
  // How often each value is given, and the distance within units.
  const counts = new Map<Value, number>();
  let observed = 0;
  for (const values of pairable) {
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    for (const [at, one] of values.entries())
      for (const [other, two] of values.entries()) if (at !== other) observed += distance(one, two) / (values.length - 1);
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  let expected = 0;
  for (const [one, often] of counts) for (const [two, times] of counts) expected += often * times * distance(one, two);
  return expected === 0 ? null : 1 - ((total - 1) * observed) / expected;
}
