// What can be read. Types only.

/** One of the four; `pdf` is Base64. */
export type Source = { readonly text: string } | { readonly html: string } | { readonly pdf: string } | { readonly url: string };
