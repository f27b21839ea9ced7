// A reading process that reads nothing: what it is sent tells it what to do. "die" ends it, "spin" tells that a third is read and keeps it busy for ever, "hand on" says that it is long.
// All else is answered with who read it and what.
const frame = (text) => `${Buffer.byteLength(text)}\n${text}\n`;
let held = Buffer.alloc(0);
process.stdin.on("data", (part) => {
  held = Buffer.concat([held, part]);
  for (;;) {
    const end = held.indexOf(10);
    const size = end < 0 ? 0 : Number(held.subarray(0, end));
    if (end < 0 || held.length < end + 2 + size) return;
    const asked = JSON.parse(held.subarray(end + 1, end + 1 + size).toString());
    held = held.subarray(end + 2 + size);
    answer(asked);
  }
});
process.stdin.on("end", () => process.exit(0));

function answer({ id, source, size, ping }) {
  const tell = (told) => process.stdout.write(frame(JSON.stringify({ id, ...told })));
  if (ping) return tell({ value: null });
  if (source === null) return tell({ value: { version: "1", model: String(process.pid) } });
  const text = source.document?.text ?? source.given.text;
  if (text.startsWith("die")) process.exit(3);
  if (text === "spin") {
    tell({ read: { done: 3, total: 9, share: 0.25 } });
    for (;;);
  }
  if (text === "hand on" && size === "short") return tell({ value: { text } });
  if (text === "no model") return tell({ model: "the model is missing: fetch it" });
  if (text === "no") return tell({ failure: "is not to be read: leave it" });
  // Late, so that others are under way beside it.
  setTimeout(
    () => process.stdout.write(frame(JSON.stringify({ id, bytes: true })) + frame(JSON.stringify({ text, size, by: process.pid }))),
    30,
  );
}
