// A real server on this machine whose paths are functions, with a list of what was asked.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Paths = Record<string, (request: IncomingMessage, response: ServerResponse) => void>;

export interface Site {
  readonly url: string;
  readonly port: number;
  /** Paths in the order of the requests. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** A path that is not there is answered with 404. */
export async function siteOf(paths: Paths): Promise<Site> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url!);
    const path = paths[request.url!];
    if (path) path(request, response);
    else response.writeHead(404).end("not here");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    asked,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

export const send =
  (body: string | Uint8Array, type = "text/html; charset=utf-8", headers: Record<string, string> = {}): Paths[string] =>
  (_, response) =>
    response.writeHead(200, { "content-type": type, ...headers }).end(body);

export const redirect =
  (to: string): Paths[string] =>
  (_, response) =>
    response.writeHead(302, { location: to }).end();
