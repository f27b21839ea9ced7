// An event → who takes part in it.

/** Ids of its actors and recipients; who is both stands twice. */
export const peopleIn = (event: {
  readonly actor: readonly { readonly actor: string }[];
  readonly recipient: readonly { readonly actor: string }[];
}): string[] => [...event.actor, ...event.recipient].map(({ actor }) => actor);
