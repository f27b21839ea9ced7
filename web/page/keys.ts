// A pressed key → whether it is meant for the page, or for a field or the browser.

/** True where the key belongs to a field that is being written in, or is held with Ctrl, Alt or ⌘. */
export function isTyping(event: KeyboardEvent): boolean {
  const at = event.target instanceof HTMLElement ? event.target : null;
  return event.ctrlKey || event.metaKey || event.altKey || at?.closest("input, textarea, select, dialog, [contenteditable]") != null;
}

/** @param acts what each key does, asked at each press @returns the listener of a window, silent where a field is written in */
export const onKeys =
  (acts: () => Readonly<Record<string, (() => unknown) | undefined>>) =>
  (event: KeyboardEvent): void => {
    const act = isTyping(event) ? undefined : acts()[event.key];
    if (!act) return;
    event.preventDefault();
    void act();
  };
