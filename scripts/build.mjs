// npm run build, and before npm pack: makes the checkout ready, packages, program, places and page. Afterwards bin/readout works, and the folder can be packed.
import { makeReady } from "./ready.mjs";

makeReady();
