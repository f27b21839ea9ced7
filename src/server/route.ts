// A route as OpenAPI describes it → the route on the app and in the description. Checks are the handler's, so that every error has one shape.
import { createRoute, type OpenAPIHono, type RouteConfig, type z } from "@hono/zod-openapi";
import type { Handler, MiddlewareHandler } from "hono";
import { errorSchema } from "./refusal.ts";

export const root = "/api/v1";

type Status = 400 | 401 | 403 | 404 | 413 | 422 | 503;
const reasons: Readonly<Record<Status, string>> = {
  400: "A field, filter or value that is unknown or impossible.",
  401: "The token is missing or wrong.",
  403: "The shelf may not be written to.",
  404: "There is no such article or event.",
  413: "More than 10 MB.",
  422: "The article cannot be fetched, read or coded.",
  503: "Another process holds the shelf, or as many wait to be read as can; Retry-After says when to try again.",
};

/** The answers of a route that may refuse. */
export const refusals = (...statuses: readonly Status[]): RouteConfig["responses"] =>
  Object.fromEntries(statuses.map((status) => [status, { description: reasons[status], content: json(errorSchema) }]));

export const json = <T extends z.ZodType>(schema: T) => ({ "application/json": { schema } });

export const answer = (schema: z.ZodType, description: string) => ({ description, content: json(schema) });

/** get /api/v1/articles/{key} → getArticlesByKey: what a generated client calls it. */
function nameOf({ method, path }: Pick<RouteConfig, "method" | "path">): string {
  const parts = path.replace(`${root}/`, "").split(/[/.-]/).filter(Boolean);
  const words = parts.map((part) => (part.startsWith("{") ? `by-${part.slice(1, -1)}` : part)).flatMap((part) => part.split(/[-_]/));
  return method + words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join("");
}

export function define(app: OpenAPIHono, config: RouteConfig, ...handlers: readonly (MiddlewareHandler | Handler)[]): void {
  const operationId = config.operationId ?? nameOf(config);
  const route = createRoute({ ...config, operationId, security: [{}, { token: [] }, { cookie: [] }] });
  app.openAPIRegistry.registerPath(route);
  app.on([route.method.toUpperCase()], [route.getRoutingPath()], ...(handlers as [Handler]));
}
