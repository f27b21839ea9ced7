// A query and changes to it → the new query. Pure.

/** Null or "" takes a key out. */
export type Changes = Readonly<Record<string, string | number | null>>;

/** Always begins with "?", so that it can stand as a link. */
export function changed(search: string, changes: Changes): string {
  const query = new URLSearchParams(search);
  for (const [key, value] of Object.entries(changes)) {
    if (value === null || value === "") query.delete(key);
    else query.set(key, String(value));
  }
  return `?${query}`;
}

/** A query of these keys alone. */
export const only = (changes: Changes): string => changed("", changes);

/** Of a query, the keys that narrow the rows of the shelf. */
export const FILTERS = ["actor", "type", "since", "until", "issue", "reality", "said_by", "outlet", "min_confidence", "undated"] as const;

export function filtersIn(search: string): Record<string, string> {
  const query = new URLSearchParams(search);
  return Object.fromEntries(FILTERS.flatMap((key) => (query.get(key) ? [[key, query.get(key)!]] : [])));
}
