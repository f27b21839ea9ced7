// All rules that readout why can name: each has a name of its own, one line of reason, and two texts; and a reading without a rule is one in which it is not asked.
import { expect, it } from "vitest";
import { note, traced, without } from "../../src/grammar/trace.ts";
import { ACT_RULES } from "../../src/rules/all.ts";
import { fired } from "../../src/rules/rule.ts";

it("have names of their own, a reason in one line, and what they spare", () => {
  expect(new Set(ACT_RULES.map(({ name }) => name)).size).toBe(ACT_RULES.length);
  for (const { name, why, fires, spares } of ACT_RULES) {
    expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$/);
    expect(why).toMatch(/^\S[^\n]{10,200}[^.\s]$/);
    expect(spares, name).not.toBe("");
    expect(fires, name).not.toBe(spares);
  }
});

it("tell what they did only while somebody asks, and do nothing where they are left out", () => {
  const [rule] = ACT_RULES;
  const ask = (): boolean => fired(rule!, () => true, "dropped", { start: 0, end: 1 }, "it");
  expect(ask()).toBe(true);
  const { value, notes } = traced(ask);
  expect([value, notes.map((one) => one.rule)]).toEqual([true, [rule!.name]]);
  const { value: left, notes: none } = traced(() => without(new Set([rule!.name]), ask));
  expect([left, none]).toEqual([false, []]);
  let made = 0;
  note(() => {
    made++;
    throw new Error("nobody asks");
  });
  expect(made).toBe(0);
});
