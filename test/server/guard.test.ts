// Who may ask: Host, Origin and Sec-Fetch-Site, tokens and cookies, and the headers that every answer has.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { temporary } from "../store/records.ts";
import { serving } from "./serving.ts";

type Server = Awaited<ReturnType<typeof serving>>;
const folder = temporary();

describe("Host", () => {
  let server: Server;
  beforeAll(async () => {
    server = await serving();
  });
  it.each(["127.0.0.1", "localhost", "LOCALHOST:80", "127.1.2.3:7777", "[::1]:7777"])("%s is this machine", async (host) => {
    expect((await server.ask("/healthz", { headers: { host } })).status).toBe(200);
  });
  it.each([
    ...[
      "evil.example",
      "evil.example:7777",
      "localhost.evil.example",
      "127.0.0.1.evil.example",
      "192.168.1.1",
      "8.8.8.8",
      "evil@localhost",
    ],
    ...["localhost#", "[::1", "127.0.0.1:x", "", "a b", "127.0.0.1, evil.example"],
  ])("“%s” is not", async (host) => {
    for (const path of ["/healthz", "/", "/api/v1/status", "/api/v1/nothing"]) {
      const { status, text } = await server.ask(path, { headers: { host } });
      expect([400, 403]).toContain(status);
      expect(text).not.toContain('"documents"');
    }
  });
  it("takes addresses and its own names where others reach it, and no other name", async () => {
    const wide = await serving({ host: "0.0.0.0", token: "t", names: ["desk"] });
    for (const host of ["192.168.1.1", "[2001:db8::1]:7777", "desk:7777", "Desk", "localhost"])
      expect((await wide.ask("/healthz", { headers: { host } })).status, host).toBe(200);
    for (const host of ["evil.example", "desk.evil.example"])
      expect((await wide.ask("/healthz", { headers: { host } })).status, host).toBe(403);
  });
});

describe("other sites", () => {
  let server: Server;
  beforeAll(async () => {
    server = await serving();
  });
  const write = (headers: Record<string, string>) => server.post("read", { text: "They met." }, headers);
  it.each([
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "http://127.0.0.1:1" },
    { "sec-fetch-site": "same-origin", origin: "https://evil.example" },
  ])("may not write: %j", async (headers) => {
    expect((await write(headers as never)).status).toBe(403);
  });
  it("are not what our own page and programs send", async () => {
    expect((await write({})).status).toBe(200);
    expect((await write({ "sec-fetch-site": "same-origin", origin: server.url })).status).toBe(200);
    expect((await write({ "sec-fetch-site": "none" })).status).toBe(200);
  });
  it("may not read what they get: no answer allows another origin", async () => {
    const { headers } = await server.ask("/api/v1/status", { headers: { origin: "https://evil.example" } });
    expect(headers["access-control-allow-origin"]).toBeUndefined();
    expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
    expect((await server.ask("/api/v1/read", { method: "OPTIONS", headers: { origin: "https://evil.example" } })).status).toBe(403);
  });
});

describe("token", () => {
  const token = "hush: é%;";
  let server: Server;
  beforeAll(async () => {
    server = await serving({ token });
  });
  const bearer = (word: string) => ({ authorization: `Bearer ${word}` });
  it("is needed for all but health and the page's own files", async () => {
    for (const path of ["/api/v1/status", "/api/v1/events", "/api/v1/openapi.json", "/api/v1/nothing", "/api", "/%61pi/v1/status"])
      expect((await server.ask(path)).status, path).toBe(401);
    expect((await server.post("read", { text: "x" })).status).toBe(401);
    expect((await server.ask("/healthz")).status).toBe(200);
    for (const path of ["/", "//api/v1/status", "/API/v1/status"]) expect((await server.ask(path)).text, path).toContain("not built");
  });
  it("is given as a bearer token", async () => {
    const plain = await serving({ token: "secret" });
    expect((await plain.ask("/api/v1/status", { headers: bearer("secret") })).status).toBe(200);
    for (const word of ["secre", "secrets", "", "Secret"])
      expect((await plain.ask("/api/v1/status", { headers: bearer(word) })).status, word).toBe(401);
  });
  it("is changed for a cookie by the page's form", async () => {
    expect((await server.post("session", { token: "wrong" })).status).toBe(401);
    expect((await server.post("session", {})).text).toMatch(/token is missing/);
    const { status, headers } = await server.post("session", { token });
    expect(status).toBe(204);
    const cookie = String(headers["set-cookie"]);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).not.toContain("hush");
    const asked = { headers: { cookie: cookie.split(";")[0]! } };
    expect((await server.ask("/api/v1/status", asked)).status).toBe(200);
    expect((await server.ask("/api/v1/status", { headers: { cookie: "readout_token=hush" } })).status).toBe(401);
  });
  it("in an address becomes a cookie, and leaves the address", async () => {
    const { status, headers } = await server.ask(`/?view=events&token=${encodeURIComponent(token)}`);
    expect([status, headers.location]).toEqual([303, "/?view=events"]);
    expect(String(headers["set-cookie"])).toMatch(/^readout_token=/);
    expect((await server.ask("/?token=wrong")).status).toBe(401);
    // "//" would lead to another server.
    expect((await server.ask(`//evil.example/?token=${encodeURIComponent(token)}`)).headers.location).toBe("/evil.example/");
  });
  it("is not needed where there is none", async () => {
    const open = await serving();
    expect((await open.post("session", { token: "any" })).status).toBe(204);
    expect((await open.get("status")).status).toBe(200);
  });
});

describe("page", () => {
  let server: Server;
  const page = join(folder, "web");
  beforeAll(async () => {
    mkdirSync(join(page, "assets"), { recursive: true });
    writeFileSync(join(folder, "outside.txt"), "outside");
    writeFileSync(join(page, "index.html"), "<!doctype html><title>Readout</title>");
    writeFileSync(join(page, "favicon.svg"), "<svg/>");
    writeFileSync(join(page, "assets", "page-0a1b2c.js"), "export {};");
    server = await serving({ page });
  });
  it("answers its own paths with index.html, never kept without asking", async () => {
    for (const path of ["/", "/?document=x", "/documents/abc", "/a/b/"]) {
      const { status, headers, text } = await server.ask(path);
      expect([status, headers["content-type"], headers["cache-control"]], path).toEqual([200, "text/html; charset=utf-8", "no-cache"]);
      expect(text).toContain("<title>Readout");
    }
  });
  it("keeps files that are named by their content", async () => {
    const { headers, text } = await server.ask("/assets/page-0a1b2c.js");
    expect([headers["cache-control"], text]).toEqual(["public, max-age=31536000, immutable", "export {};"]);
    expect(headers["content-type"]).toMatch(/^text\/javascript/);
    expect((await server.ask("/favicon.svg")).headers).toMatchObject({
      "content-type": "image/svg+xml; charset=utf-8",
      "cache-control": "no-cache",
    });
  });
  it("gives nothing from outside its folder", async () => {
    const paths = [
      "/../outside.txt",
      "/%2e%2e/outside.txt",
      "/..%2foutside.txt",
      "/assets/../../outside.txt",
      "/..\\outside.txt",
      "/assets/%00.js",
    ];
    for (const path of paths) expect((await server.ask(path)).text, path).not.toBe("outside");
    expect((await server.ask("/assets/missing.js")).status).toBe(404);
  });
  it("has headers that let nothing in from elsewhere, on every answer", async () => {
    for (const path of ["/", "/assets/page-0a1b2c.js", "/api/v1/status", "/api/v1/nothing", "/missing.js", "/healthz"]) {
      const { headers } = await server.ask(path);
      const policy = headers["content-security-policy"]!;
      expect(policy, path).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; " +
          "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
      );
      expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "no-referrer", "x-frame-options": "DENY" });
    }
    expect((await server.ask("/api/v1/status")).headers["cache-control"]).toBe("no-store");
  });
  it("has them on every route that it has, whatever it answers", async () => {
    const { openapi: _, paths } = (await server.get("openapi.json")).json;
    const routes = Object.entries(paths as Record<string, Record<string, unknown>>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => [method.toUpperCase(), path.replace(/\{[^}]*\}/g, "x")] as const),
    );
    expect(routes.length).toBeGreaterThan(15);
    for (const [method, path] of [...routes, ["PUT", "/api/v1/events"], ["GET", "/api/v1/none"], ["TRACE", "/"]] as const) {
      const { headers } = await server.ask(path, { method, ...(method === "POST" && { body: "no json" }) });
      expect(headers, `${method} ${path}`).toMatchObject({
        "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "no-referrer",
        "cross-origin-resource-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
      });
      expect(headers["access-control-allow-origin"]).toBeUndefined();
    }
  });
  it("says so where it is not built", async () => {
    const { status, text } = await (await serving()).ask("/");
    expect([status, text]).toEqual([404, expect.stringContaining("npm start")]);
  });
});
