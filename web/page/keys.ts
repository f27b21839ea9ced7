// A pressed key → whether it is meant for the page, or for a field or the browser.

/** True where the key belongs to a field that is being written in, or is held with Ctrl, Alt or ⌘. */
export function isTyping(event: KeyboardEvent): boolean {
  const at = event.target instanceof HTMLElement ? event.target : null;
  return event.ctrlKey || event.metaKey || event.altKey || at?.closest("input, textarea, select, dialog, [contenteditable]") != null;
}
