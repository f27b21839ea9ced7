// An address → the user's browser, by the system's own opener.
import { spawn } from "node:child_process";

/** Programs by platform; the address is the last argument, and no shell reads it but Windows' own `start`. */
const openers: Readonly<Record<string, readonly string[]>> = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""],
};

/** @param url of our own server @returns false where there is no opener, or it ends with an error at once */
export function openBrowser(url: string, platform: string = process.platform): Promise<boolean> {
  const [program, ...args] = openers[platform] ?? ["xdg-open"];
  // & parts commands for cmd.
  const address = platform === "win32" ? url.replaceAll("&", "^&") : url;
  return new Promise((resolve) => {
    const child = spawn(program!, [...args, address], { stdio: "ignore", detached: true });
    // xdg-open may stay as long as the browser does: what still runs by then has found one.
    const wait = setTimeout(() => done(true), 3000);
    function done(opened: boolean): void {
      clearTimeout(wait);
      resolve(opened);
    }
    child.once("error", () => done(false));
    child.once("exit", (code) => done(code === 0));
    child.unref();
  });
}
