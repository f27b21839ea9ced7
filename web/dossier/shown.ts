// A view's name → its script, loaded when the view is opened, or before that while the browser idles: a server that stops leaves what is loaded usable.
import type { Component } from "svelte";
import type { View } from "../page/views.ts";

type Shown = Component<{ filters: Readonly<Record<string, string>> }>;
export const views: Readonly<Record<View, () => Promise<{ readonly default: Shown }>>> = {
  timeline: () => import("./Timeline.svelte"),
  counts: () => import("./Counts.svelte"),
  map: () => import("./EventMap.svelte"),
  positions: () => import("./PositionsMatrix.svelte"),
  commitments: () => import("./CommitmentsLedger.svelte"),
  sources: () => import("./WhoSaysWhat.svelte"),
  outlets: () => import("./Outlets.svelte"),
  actors: () => import("./ActorPages.svelte"),
  network: () => import("./DyadNetwork.svelte"),
  tables: () => import("./Tables.svelte"),
  review: () => import("./Review.svelte"),
};

/** All but the map, whose outlines weigh as much as the rest. */
export function loadAhead(): void {
  const load = () => {
    for (const [name, view] of Object.entries(views)) if (name !== "map") view().catch(() => {});
  };
  if ("requestIdleCallback" in window) requestIdleCallback(load);
  else setTimeout(load, 1000);
}
