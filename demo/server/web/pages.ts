import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { MiddlewareHandler } from 'hono';
import { etag } from 'hono/etag';

/** The demo's pages by path, and the HTML file of each. */
export const PAGES: Readonly<Record<string, string>> = {
  '/': 'index.html',
  '/contacts': 'contacts.html',
  '/gallery': 'gallery.html',
  '/server-rendered': 'server-rendered.html',
};

/** Serves the built demo from a directory: pages and public files checked anew each time, hashed files kept for ever. */
export function builtPages(directory: string): Hono {
  const pages = new Hono();
  pages.use(
    cacheControl,
    etag(),
    serveStatic({ root: directory, rewriteRequestPath: (path) => (Object.hasOwn(PAGES, path) && PAGES[path]) || path }),
  );
  return pages;
}

const cacheControl: MiddlewareHandler = async (context, next) => {
  await next();
  if (context.res.status >= 400) return;
  const isHashed = context.req.path.startsWith('/assets/');
  context.res.headers.set('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
};
