// Text → the name of its first tag: what tells HTML, feeds and plain text apart, in Node and on the page. Pure.

/** Name of the first tag of XML or HTML that is neither a declaration nor a comment; null where other text comes before it. Walks once, since an expression for it tries all ways to part comments. */
export function firstTag(text: string): string | null {
  const blank = /\s*/y;
  for (let at = 0; ; ) {
    blank.lastIndex = at;
    at += blank.exec(text)![0].length;
    const close = text.startsWith("<!--", at) ? "-->" : /^<(?:\?|!doctype)/i.test(text.slice(at, at + 9)) ? ">" : null;
    if (close === null) {
      const name = /<([\w:-]+)/y;
      name.lastIndex = at;
      return name.exec(text)?.[1] ?? null;
    }
    const end = text.indexOf(close, at + (close === "-->" ? 4 : 2));
    if (end < 0) return null;
    at = end + close.length;
  }
}
