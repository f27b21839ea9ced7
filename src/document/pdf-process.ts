// The process in which src/document/apart.ts has PDFs read, one at a time: bytes in, an article out, or what is wrong with the file.
import type { Answered, Asked } from "./apart.ts";
import { UnreadableError } from "./failure.ts";
import { readPdf } from "./pdf.ts";
import { watched } from "./watched.ts";

const limit = watched();

process.on("message", async ({ number, bytes, limits }: Asked) => {
  limit(limits);
  const answered = await readPdf(bytes).then(
    (article): Answered => ({ number, article }),
    (error: unknown): Answered => ({
      number,
      unreadable: error instanceof UnreadableError ? error.message : "is a broken PDF: save or download it again",
    }),
  );
  limit(null);
  process.send!(answered);
});
// After what the library lets fall nothing here can be trusted; an answer that is already under way still goes out.
const fallen = (): void => void setTimeout(() => process.exit(1), 50);
process.on("unhandledRejection", fallen);
process.on("uncaughtException", fallen);
// Ctrl-C is our parent's to answer.
process.on("SIGINT", () => {});
process.on("disconnect", () => process.exit(0));
