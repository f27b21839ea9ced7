// Why, over the API: what is asked for is handed on, and what cannot be answered is told.
import { expect, it } from "vitest";
import { serving } from "./serving.ts";

it("answers why of the line that the id names, and refuses what is no id or names nothing", async () => {
  const { ask } = await serving();
  const told = await ask("/api/v1/why", {
    method: "POST",
    body: JSON.stringify({ text: "A meeting was held.", of: "e1" }),
    headers: { "content-type": "application/json" },
  });
  expect(told.status).toBe(200);
  expect(told.json).toMatchObject({ why: [{ id: "e1", line: "A meeting " }] });
  const none = await ask("/api/v1/why", {
    method: "POST",
    body: JSON.stringify({ text: "A meeting was held.", of: "e9" }),
    headers: { "content-type": "application/json" },
  });
  expect([none.status, JSON.stringify(none.json)]).toEqual([422, expect.stringContaining("has no e9")]);
  const wrong = await ask("/api/v1/why", {
    method: "POST",
    body: JSON.stringify({ text: "A meeting was held.", of: "event 1" }),
    headers: { "content-type": "application/json" },
  });
  expect(wrong.status).toBe(400);
});
