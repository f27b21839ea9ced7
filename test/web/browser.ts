// A real Chromium: found in its usual places or, as root on Debian, installed. Without one tests are skipped with a plain line, and fail under CI=true.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { expect, it } from "vitest";

const places = [
  process.env.CHROMIUM ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/microsoft-edge",
  "/snap/bin/chromium",
  "/opt/google/chrome/chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const find = (): string | null => places.find((path) => path !== "" && existsSync(path)) ?? null;

function install(): string | null {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return null;
  process.stderr.write("readout: tests: installing Debian's chromium for the page's tests …\n");
  // Test files start side by side: the first installs, the others wait for it at the lock. A fresh machine has no package lists yet.
  const apt = "apt-get install -y --no-install-recommends chromium";
  spawnSync(
    "flock",
    [join(tmpdir(), "readout-chromium.lock"), "sh", "-c", `test -x /usr/bin/chromium || ${apt} || { apt-get update; ${apt}; }`],
    {
      stdio: "ignore",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    },
  );
  return find();
}

const path = find() ?? install();

/** True where the page's tests cannot be run. */
export const noBrowser = path === null;

/** One test that says so. */
export const tellIfSkipped = (): void =>
  it("should have a browser, or say that it has none", () => {
    if (!noBrowser) return;
    process.stderr.write("readout: tests: no Chromium: the page's tests are skipped: install chromium, or set CHROMIUM to its path\n");
    expect(process.env.CI, "under CI=true the page's tests must run").not.toBe("true");
  });

export const openBrowser = (): Promise<Browser> =>
  // Root has no sandbox in a container; the pages are our own.
  chromium.launch({ executablePath: path!, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
