// OpenAPI as others take it: valid by its own validator, and a client made from it that talks to a server.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { generateSource } from "oazapfts";
import { afterAll, expect, it } from "vitest";
import { hasPython, python } from "../python.ts";
import { articles, serving } from "./serving.ts";

const server = await serving({ kept: articles });
// Within the repository, so that the client finds its runtime.
mkdirSync(fileURLToPath(new URL("../../.cache/", import.meta.url)), { recursive: true });
const folder = mkdtempSync(fileURLToPath(new URL("../../.cache/client-", import.meta.url)));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const description = join(folder, "openapi.json");
writeFileSync(description, (await server.get("openapi.json")).text);

it("should have an operation id for each route, and none twice", async () => {
  const { paths } = (await server.get("openapi.json")).json;
  const ids = Object.values<Record<string, { operationId: string }>>(paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );
  for (const id of ids) expect(id).toMatch(/^(?:get|post|patch|delete)[A-Za-z]+$/);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(expect.arrayContaining(["getEvents", "getDocumentsById", "postRead", "getHealthz"]));
});

it("should give a typed client that reads events and opens an article", async () => {
  const path = join(folder, "client.ts");
  writeFileSync(path, await generateSource(description));
  // biome-ignore lint/suspicious/noExplicitAny: its types are what the description says, which other tests hold.
  const client: any = await import(pathToFileURL(path).href);
  client.defaults.baseUrl = server.url;
  const events = await client.getEvents({ limit: 2 });
  const answered = events.data ?? events;
  expect(answered.rows).toHaveLength(2);
  const { document } = answered.rows[0];
  const opened = await client.getDocumentsById(document);
  expect((opened.data ?? opened).document.id).toBe(document);
});

it.skipIf(!hasPython("openapi_spec_validator"))("should be valid by openapi-spec-validator", () => {
  const { status, stdout, stderr } = spawnSync(python, ["-m", "openapi_spec_validator", description], { encoding: "utf8" });
  expect(stdout + stderr).toContain("OK");
  expect(status).toBe(0);
});
