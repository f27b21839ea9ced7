// An app on a port: starts to listen, tells the address, and ends with every connection closed.
import { createAdaptorServer } from "@hono/node-server";

export interface Listening {
  /** "http://127.0.0.1:7777", with the port that it got. */
  readonly url: string;
  close(): Promise<void>;
}

/** @throws an error of node:net with a code, such as EADDRINUSE */
export async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Listening> {
  const server = createAdaptorServer({ fetch, hostname: host });
  // A batch may be sent for as long as it takes; headers still have a minute.
  if ("requestTimeout" in server) server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  const address = server.address();
  const got = typeof address === "object" && address !== null ? address.port : port;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${got}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}
