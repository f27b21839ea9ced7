// An app on a port: starts to listen, tells the address, drops clients that neither send nor take, and ends with every connection closed.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { createAdaptorServer } from "@hono/node-server";

export interface Listening {
  /** "http://127.0.0.1:7777", with the port that it got. */
  readonly url: string;
  close(): Promise<void>;
}

export interface Place {
  readonly host: string;
  readonly port: number;
  /** Milliseconds that a client may let the server wait. */
  readonly patience?: number;
  /** True for what is sent for as long as it takes; whoever answers it tells idle ones from busy ones. */
  readonly isLong?: (path: string) => boolean;
}

export const usualPatience = 60_000;
/** Connections at once; each costs a few kB. */
const mostConnections = 2000;

/** @throws an error of node:net with a code, such as EADDRINUSE */
export async function listen(
  fetch: (request: Request, env?: object) => Response | Promise<Response>,
  { host, port, patience = usualPatience, isLong = () => false }: Place,
): Promise<Listening> {
  const server = createAdaptorServer({
    fetch,
    hostname: host,
    serverOptions: {
      headersTimeout: Math.min(patience, 20_000),
      // By hand below, since a batch may be sent for as long as it takes.
      requestTimeout: 0,
      keepAliveTimeout: Math.min(patience, 5000),
      // As much SQL as its route may be asked, each character written as twelve bytes ("%F0%90%80%80").
      maxHeaderSize: 1_300_000,
      connectionsCheckingInterval: Math.min(patience, 5000),
    },
  }) as import("node:http").Server;
  server.maxConnections = mostConnections;
  const asked = new Map<Socket, { readonly request: IncomingMessage; readonly response: ServerResponse }>();
  server.prependListener("request", (request, response) => {
    const { socket } = request;
    asked.set(socket, { request, response });
    // One byte a minute is no way to send an article: two minutes for all of it.
    const late = isLong(pathOf(request)) ? undefined : setTimeout(() => request.complete || drop(socket, response), 2 * patience).unref();
    response.once("close", () => {
      clearTimeout(late);
      asked.delete(socket);
    });
  });
  // Nothing went either way for a while: whose turn is it?
  server.setTimeout(patience, (socket: Socket) => {
    const { request, response } = asked.get(socket) ?? {};
    const takesNothing = socket.writableLength > 0;
    const sendsNothing = request !== undefined && !request.complete && request.readableLength === 0 && !isLong(pathOf(request));
    if (request === undefined || response === undefined || takesNothing || sendsNothing) drop(socket, response);
    // It waits for us.
    else socket.setTimeout(patience);
  });
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
        server.closeAllConnections();
      }),
  };
}

function drop(socket: Socket, response: ServerResponse | undefined): void {
  // Who began a request and did not end its head has no response yet, and is told as well.
  if (response ? !response.headersSent : socket.bytesRead > 0)
    socket.write("HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
  socket.destroySoon();
  // Who takes nothing takes no end either.
  setTimeout(() => socket.destroy(), 1000).unref();
}

const pathOf = ({ url = "" }: IncomingMessage): string => url.split("?")[0]!;
