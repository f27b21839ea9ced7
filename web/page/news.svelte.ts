// Tells this tab and all others that the shelf has changed, so that they ask again.

const channel = new BroadcastChannel("readout");
/** Counts changes; a view that reads it asks again after each. */
export const shelf = $state({ changes: 0 });

channel.onmessage = () => shelf.changes++;

export function tellChanged(): void {
  shelf.changes++;
  channel.postMessage("changed");
}
