// The built page's files, each with the cache that fits it; the page's own paths all answer with index.html.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import type { MiddlewareHandler } from "hono";

/** True for what holds the page itself and nothing of the shelf. */
export const isPagePath = (path: string): boolean => !/^\/(?:api(?:\/|$)|healthz$)/.test(path);

const notBuilt = "The page is not built: run npm start once, it builds. The API is at /api/v1/openapi.json.\n";

/** @param folder of the built page, which may be built later */
export function pageFiles(folder: string): MiddlewareHandler {
  let files: { readonly file: MiddlewareHandler; readonly index: MiddlewareHandler } | null = null;
  const open = () => ({
    file: serveStatic({
      root: folder,
      onFound: (path, c) => {
        // The builder puts a hash of the content into the names of these only.
        const hashed = path.startsWith(join(folder, "assets"));
        c.header("Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
      },
    }),
    index: serveStatic({ root: folder, path: "index.html", onFound: (_, c) => c.header("Cache-Control", "no-cache") }),
  });
  return async (c, next) => {
    if (!isPagePath(c.req.path) || (c.req.method !== "GET" && c.req.method !== "HEAD")) return next();
    if (!existsSync(join(folder, "index.html"))) return c.text(notBuilt, 404, { "Cache-Control": "no-cache" });
    files ??= open();
    const found = await files.file(c, async () => {});
    if (found) return found;
    // A name with an ending is a file, and this one is missing.
    return /\.\w+$/.test(c.req.path) ? next() : files.index(c, next);
  };
}
