import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { etag } from 'hono/etag';

/** The demo's pages by path, and the HTML file of each. */
export const PAGES: Readonly<Record<string, string>> = {
  '/': 'index.html',
  '/contacts': 'contacts.html',
  '/gallery': 'gallery.html',
};

/** Serves the built demo from a directory: pages and public files checked anew each time, hashed files kept for ever. */
export function builtPages(directory: string): Hono {
  const pages = new Hono();
  pages.use(
    etag(),
    serveStatic({
      root: directory,
      rewriteRequestPath: (path) => PAGES[path] ?? path,
      onFound: (_, context) => context.header('Cache-Control', cacheControl(context)),
    }),
  );
  return pages;
}

function cacheControl(context: Context): string {
  return context.req.path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}
