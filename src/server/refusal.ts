// An answer that is none: status, what is wrong and what to do → the JSON of an error. Every error that a client sees is built here.
import { z } from "@hono/zod-openapi";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** `message` is "what is wrong: what to do". */
export class Refusal extends Error {
  override name = "Refusal";
  readonly status: ContentfulStatusCode;
  /** Seconds after which to try again. */
  readonly retryAfter: number | null;

  constructor(status: ContentfulStatusCode, message: string, retryAfter: number | null = null) {
    super(message);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

export const errorSchema = z.strictObject({ error: z.strictObject({ message: z.string(), hint: z.string() }) }).openapi("Error");

export function responseOf({ status, message, retryAfter }: Refusal): Response {
  const at = message.indexOf(": ");
  const error = at < 0 ? { message, hint: "" } : { message: message.slice(0, at), hint: message.slice(at + 2) };
  const headers = retryAfter === null ? {} : { "retry-after": String(retryAfter) };
  return Response.json({ error }, { status, headers });
}

/** Whatever was thrown → what the client is told. Only words that this program wrote go out. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const { name, message, about } = error as Error & { about?: string };
  // By name: store/ and tag/ are not imported here.
  if (name === "ShelfError" && message.startsWith("is held by another process"))
    return new Refusal(503, `the shelf ${message.replace(/, PID \d+/, "")}`, 2);
  if (name === "ShelfError") return new Refusal(500, `${about}: ${message}`);
  if (name === "ModelError") return new Refusal(500, message);
  return new Refusal(500, "something went wrong: this is a fault of readout, please report it with the request");
}
