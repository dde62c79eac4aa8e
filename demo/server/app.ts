import { Hono } from 'hono';
import { contactHandler, problemFor } from 'contact-details/server.js';
import { postgresAdapter } from './contacts/postgres-adapter.js';
import type { ContactSource } from './contacts/postgres-adapter.js';
import { appApi } from './web/app-api.js';
import { portrait } from './web/portrait.js';
import { PAGES } from './web/pages.js';
import { securityHeaders } from './web/security-headers.js';
import { Sessions } from './web/session.js';

export interface AppOptions extends ContactSource {
  /** Signs the session cookies. */
  readonly secret: string;
  /** Answers the demo's pages and their files. */
  readonly pages?: Hono;
  /** Told of every failure answered with a status of 500 and above. */
  readonly onError?: (error: unknown) => void;
}

/**
 * The demo server: the contact contract at `/api`, the demo's own API at `/app`, portraits, and the pages. Knows nothing of
 * ports and processes, so that tests call it as it is.
 */
export function createApp({ database, changes, secret, pages, onError }: AppOptions): Hono {
  const app = new Hono();
  const sessions = new Sessions(database, secret);

  app.use(securityHeaders);

  app.all('/api/*', async (context) => {
    const adapterFor = async () => postgresAdapter({ database, changes }, await sessions.current(context));
    const options = { base: '/api', ...(onError ? { onError } : {}) };
    return contactHandler(adapterFor, options)(context.req.raw);
  });

  app.route('/app', appApi(database, sessions));

  app.get('/avatars/:file{[a-z0-9_-]{1,64}\\.svg}', (context) => {
    const drawing = portrait(context.req.param('file').slice(0, -'.svg'.length));
    return context.body(drawing, 200, {
      'Content-Type': 'image/svg+xml; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
    });
  });

  if (pages) {
    // Whoever opens a page is signed in before its first request.
    app.get('*', async (context, next) => {
      if (Object.hasOwn(PAGES, context.req.path)) await sessions.ensure(context);
      await next();
    });
    app.route('/', pages);
  }

  app.notFound((context) => context.text('There is nothing here.', 404));

  app.onError((error) => {
    const response = problemFor(error);
    if (response.status >= 500) onError?.(error);
    return response;
  });

  return app;
}
