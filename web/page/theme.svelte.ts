// Light, dark, or as the system has it: kept in this browser, not in the address, since it is the reader's and not the view's.

const order = ["auto", "light", "dark"] as const;
type Theme = (typeof order)[number];

const stored = localStorage.getItem("readout:theme");
export const theme = $state<{ name: Theme }>({ name: order.find((each) => each === stored) ?? "auto" });
show();

export function turn(): void {
  theme.name = order[(order.indexOf(theme.name) + 1) % order.length]!;
  localStorage.setItem("readout:theme", theme.name);
  show();
}

function show(): void {
  if (theme.name === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme.name;
}
