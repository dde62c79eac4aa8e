import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { SECURITY_HEADERS } from './security-headers.js';
import type { Streams } from './streams.js';

/** Vite's part in development: serves the demo's sources and calls `next` for what it does not know. */
export type SourceServer = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** How long the headers and the body of a request may take to arrive, in milliseconds: who sends slower is cut off. */
const ARRIVAL = 15_000;

/** How long requests that are under way have to be answered when the server stops, in milliseconds. */
const PATIENCE = 10_000;

/** A Node server around the app. In development the sources come first; pages and APIs are the app's in any case. */
export function nodeServer(app: Hono, sources?: SourceServer, arrival = ARRIVAL): Server {
  const options = { requestTimeout: arrival, headersTimeout: arrival, connectionsCheckingInterval: Math.min(arrival, 1_000) };
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const answer: RequestListener = (request, response) => void listener(request, response);
  if (!sources) return createServer(options, answer);
  return createServer(options, (request, response) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    sources(request, response, () => answer(request, response));
  });
}

/** Takes no more requests, ends the streams, and waits until everything else that was asked is answered. */
export async function stopServer(server: Server, streams: Streams, patience = PATIENCE): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  streams.close();
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const late = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}
