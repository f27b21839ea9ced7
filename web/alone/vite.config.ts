// web/alone/ → dist/pages: the reader and the model as files for any static host. scripts/pages.mjs runs it and adds the example.
import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
/** What parts.ts fetches when a text is to be read. */
const parts = ["model/readout.onnx", "node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm", "dist/places.tsv"];

export default defineConfig({
  root: here("."),
  publicDir: here("../public"),
  mode: "alone",
  // Relative, so that the folder works below any path.
  base: "./",
  plugins: [svelte({ configFile: false })],
  define: { PARTS_BYTES: parts.reduce((sum, part) => sum + statSync(here(`../../${part}`)).size, 0) },
  worker: { format: "es" },
  build: {
    outDir: here("../../dist/pages"),
    emptyOutDir: true,
    target: "es2023",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // One plain script: browsers load no module from a file.
    rolldownOptions: { output: { format: "iife", codeSplitting: false } },
    cssCodeSplit: false,
    // The worker's script holds the dictionary and the vocabulary, and is loaded only when a text is to be read.
    chunkSizeWarningLimit: 2000,
  },
});
