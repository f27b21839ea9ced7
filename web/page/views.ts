// The views of the dossier, in the order of the strip on top.

export const VIEWS = [
  { name: "timeline", title: "Timeline" },
  { name: "counts", title: "Counts" },
  { name: "map", title: "Map" },
  { name: "positions", title: "Positions" },
  { name: "commitments", title: "Commitments" },
  { name: "sources", title: "Who says what" },
  { name: "outlets", title: "Outlets" },
  { name: "actors", title: "Actors" },
  { name: "network", title: "Network" },
  { name: "tables", title: "Tables" },
  { name: "review", title: "Review" },
] as const;

export type View = (typeof VIEWS)[number]["name"];
