// The address bar ↔ the page's state. All that can be seen is in the query; the fragment is a W3C selector of words in the article.
import { type Changes, changed } from "./query.ts";

/** What the address says now; components that read it are drawn again when it changes. */
export const address = $state({ search: location.search, hash: location.hash });

/** Value of a key in the query, "" where it has none. */
export const value = (key: string): string => new URLSearchParams(address.search).get(key) ?? "";

/** The address that a change leads to, for a link. The fragment goes unless the change names one. */
export const href = (changes: Changes, fragment = ""): string => changed(address.search, changes) + fragment;

/** Goes there, as a link does. @param replace leaves no step to go back to: for what is typed, and for walking */
export function go(to: string, replace = false): void {
  const url = new URL(to, location.href);
  if (url.href === location.href) return;
  history[replace ? "replaceState" : "pushState"](null, "", url);
  read();
}

function read(): void {
  address.search = location.search;
  address.hash = location.hash;
}

/** Links of the page itself change the address without loading the page again. @returns an end to it */
export function follow(): () => void {
  const click = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || event.defaultPrevented || link.target || link.hasAttribute("download")) return;
    const own = link.getAttribute("href")?.startsWith("?");
    if (!own) return;
    event.preventDefault();
    go(link.href);
  };
  addEventListener("popstate", read);
  addEventListener("hashchange", read);
  document.addEventListener("click", click);
  return () => {
    removeEventListener("popstate", read);
    removeEventListener("hashchange", read);
    document.removeEventListener("click", click);
  };
}
