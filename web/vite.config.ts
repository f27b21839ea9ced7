// web/ → dist/web: one page, one script, one style sheet, no inline script or style, so that a strict Content-Security-Policy holds.
import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here("."),
  // Relative, so that the folder also works below a path.
  base: "./",
  plugins: [svelte({ configFile: false })],
  // `vite` beside a running `readout serve`, for work on the page.
  server: { proxy: { "/api": "http://127.0.0.1:7777" } },
  build: {
    outDir: here("../dist/web"),
    emptyOutDir: true,
    target: "es2023",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
});
