// A shelf's thread that keeps nothing: adding does not turn until the file PATH.go is there, removing "die" ends the thread, all else is answered at once.
import { existsSync, writeFileSync } from "node:fs";
import { parentPort } from "node:worker_threads";

let path = "";
parentPort.on("message", ({ id, open, verb, given }) => {
  path = open?.path ?? path;
  if (verb === "add") {
    writeFileSync(`${path}.adding`, "");
    while (!existsSync(`${path}.go`)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
  }
  if (verb === "remove" && given[0] === "die") process.exit(3);
  if (verb === "remove") return parentPort.postMessage({ id, fault: { name: "ShelfError", message: "names no article: ask", about: "x" } });
  const values = { add: { added: "new", sha256: "abc" }, rows: { columns: ["id"], rows: [["kept"]], more: false } };
  parentPort.postMessage({ id, value: values[verb] });
});
