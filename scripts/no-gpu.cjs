// Runs before Readout is installed from its package. onnxruntime-node's install script looks for a GPU build of hundreds of megabytes that Readout never loads,
// and fails where there is no network. It leaves off where the files have their names already: so they get them, with a line of text that says why.
const { existsSync, writeFileSync } = require("node:fs");
const { dirname, join } = require("node:path");

try {
  // The package exports its main file only.
  const home = dirname(dirname(require.resolve("onnxruntime-node")));
  const { requirements, manifests } = require(join(home, "script", "install-metadata.js"));
  const platform = `${process.platform}/${process.arch}`;
  for (const name of requirements[platform] ?? [])
    for (const file of Object.keys(manifests[`${platform}:${name}`] ?? {})) {
      const path = join(home, "bin", "napi-v6", platform, file);
      if (!existsSync(path)) writeFileSync(path, "Not fetched: Readout runs on the CPU.\n");
    }
} catch {
  // Another version of it, or another layout: its own script does as it likes.
}
