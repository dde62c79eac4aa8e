import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { SECURITY_HEADERS } from './security-headers.js';

/** Vite's part in development: serves the demo's sources and calls `next` for what it does not know. */
type SourceServer = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** A Node server around the app. In development the sources come first; pages and APIs are the app's in any case. */
export function nodeServer(app: Hono, sources?: SourceServer): Server {
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const answer: RequestListener = (request, response) => void listener(request, response);
  if (!sources) return createServer(answer);
  return createServer((request, response) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    sources(request, response, () => answer(request, response));
  });
}
