// model/readout.onnx → dist/readout.onnx, the graph as this machine's runtime optimises it; run by the build behind the compiler.
import { fileURLToPath } from "node:url";
import { keepOptimised } from "../dist/tag/session.js";

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
await keepOptimised(path("model"), path("dist"));
process.exit(0);
