// What can be read. Types only.

/** One of the three. */
export type Source = { readonly text: string } | { readonly html: string } | { readonly url: string };
