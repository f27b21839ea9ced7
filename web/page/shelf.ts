// Whether there is a server with a shelf behind this page: articles are then kept and corrected. Known when the page is built.

export const hasShelf = import.meta.env.MODE !== "alone";
