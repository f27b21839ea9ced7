// Acts as the model may read them → as the codebook has them.
import { expect, it } from "vitest";
import type { Auxiliary, EventType } from "../../src/codebook.ts";
import { asCoded } from "../../src/rules/coded.ts";
import type { Act, Role } from "../../src/tag/types.ts";

const act = (type: EventType, mode: string | null, auxiliary: readonly Auxiliary[], roles: readonly Role[] = []): Act => ({
  type,
  trigger: { start: 0, end: 1 } as Act["trigger"],
  modes: mode ? [mode] : [],
  auxiliary,
  arguments: roles.map((role) => ({ start: 0, end: 1, role, confidence: 1 }) as Act["arguments"][number]),
  confidence: 1,
});

it.each<[string, Act, Act]>([
  ["a visit to come is agreed to", act("CONSULT", "visit", ["future"]), act("AGREE", null, [])],
  ["a withdrawal to come is conceded", act("RETREAT", "withdraw", ["future"]), act("CONCEDE", null, [])],
  ["a raid to come stays one", act("ASSAULT", "aerial", ["future"]), act("ASSAULT", "aerial", ["future"])],
  ["what will not come is not agreed to", act("AID", null, ["future", "negation"]), act("AID", null, ["future", "negation"])],
  ["all who talk are actors", act("CONSULT", null, [], ["actor", "recipient"]), act("CONSULT", null, [], ["actor", "actor"])],
  ["a visitor has a host", act("CONSULT", "visit", [], ["actor", "recipient"]), act("CONSULT", "visit", [], ["actor", "recipient"])],
])("%s", (_, read, coded) => expect(asCoded(read, "talks", "talks")).toEqual(coded));

it("of a reception the guest and the host stay apart", () => {
  const received = act("CONSULT", null, [], ["actor", "recipient"]);
  expect(asCoded(received, "received", "received")).toEqual(received);
});

it.each([
  ["The parties clashed over the budget .", "ACCUSE"],
  ["Police clashed with protesters over evictions .", "ASSAULT"],
  ["The sides clashed over the dam , killing two .", "ASSAULT"],
  ["The sides clashed again .", "ASSAULT"],
])("what is fought over is fought with words, unless with force: %s", (sentence, type) =>
  expect(asCoded(act("ASSAULT", null, []), "clashed", sentence).type).toBe(type),
);

it.each([
  ["AID", "dispatch", "Togo decided to dispatch ambassadors to Ghana .", "SUPPORT"],
  ["AID", "sent", "Togo sent tents to Ghana .", "AID"],
  ["SANCTION", "returned", "Togo returned its ambassador to Accra .", "SUPPORT"],
  ["SANCTION", "sent", "Togo sent its ambassador back to Ghana .", "SUPPORT"],
  ["SANCTION", "sent", "Togo sent its ambassador back .", "SANCTION"],
  ["SANCTION", "sent", "Togo sent an ambassador home .", "SANCTION"],
  ["SANCTION", "returned", "Togo returned Ghana 's ambassador .", "SANCTION"],
  ["SANCTION", "withdrew", "Togo withdrew its ambassador .", "SANCTION"],
] as const)("an ambassador sent to his post: %s «%s» in “%s” is %s", (type, word, sentence, coded) =>
  expect(asCoded(act(type, null, []), word, sentence).type).toBe(coded),
);
