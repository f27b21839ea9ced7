// Services + who may ask → the whole of what `readout serve` answers: guards, the API under /api/v1, the page. No port is opened here.
import { OpenAPIHono } from "@hono/zod-openapi";
import { secureHeaders } from "hono/secure-headers";
import { addAboutRoutes } from "./about.ts";
import { addArticleRoutes } from "./articles.ts";
import { addCorrectionRoutes } from "./corrections.ts";
import { deskWith } from "./desk.ts";
import { type Binding, hostGuard, siteGuard, tokenGuard } from "./guard.ts";
import { usualPatience } from "./listen.ts";
import { isPagePath, pageFiles } from "./page.ts";
import { addReadRoutes } from "./reading.ts";
import { Refusal, refusalOf, responseOf } from "./refusal.ts";
import { addShelfRoutes } from "./shelf.ts";
import type { Services } from "./types.ts";

export interface AppSettings {
  readonly binding: Binding;
  /** Folder of the built page. */
  readonly page: string;
  /** Short articles read at once; one long one beside them. */
  readonly places: number;
  /** How many more may wait. */
  readonly waiting?: number;
  /** Milliseconds that a batch may be idle. */
  readonly patience?: number;
  /** Told of faults that the client is not told of. */
  readonly onFault: (what: string, error: unknown) => void;
}

const self = ["'self'"];
const none = ["'none'"];

export function appOf(services: Services, { binding, page, places, waiting, patience = usualPatience, onFault }: AppSettings): OpenAPIHono {
  const app = new OpenAPIHono();
  const desk = deskWith({ places, ...(waiting !== undefined && { most: waiting }) });
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: none,
        scriptSrc: self,
        styleSrc: self,
        imgSrc: ["'self'", "data:"],
        connectSrc: self,
        fontSrc: self,
        manifestSrc: self,
        baseUri: none,
        formAction: self,
        frameAncestors: none,
      },
      referrerPolicy: "no-referrer",
      xFrameOptions: "DENY",
      // Says nothing over plain HTTP, and would outlive a server that is put behind TLS once.
      strictTransportSecurity: false,
    }),
    hostGuard(binding),
    siteGuard,
    tokenGuard(binding, isPagePath),
  );
  app.use("/api/*", async (c, next) => {
    await next();
    c.header("Cache-Control", "no-store");
  });
  addAboutRoutes(app, services, binding, desk);
  addReadRoutes(app, services, desk, patience);
  addShelfRoutes(app, services, desk);
  addArticleRoutes(app, services, desk);
  addCorrectionRoutes(app, services);
  app.use("*", pageFiles(page));
  app.notFound((c) =>
    responseOf(new Refusal(404, `there is no ${c.req.method} ${c.req.path}: see /api/v1/openapi.json for what there is`)),
  );
  app.onError((error, c) => {
    const refusal = refusalOf(error);
    if (refusal.status === 500) onFault(`${c.req.method} ${c.req.path}`, error);
    return responseOf(refusal);
  });
  return app;
}
