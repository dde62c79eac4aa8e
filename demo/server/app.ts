import { Hono } from 'hono';
import type { MiddlewareHandler } from 'hono';
import { problemFor } from 'contact-details/server.js';
import type { ContactChanges } from './contacts/contact-changes.js';
import { ContactNews } from './contacts/contact-news.js';
import { postgresAdapter } from './contacts/postgres-adapter.js';
import type { Database } from './database/database.js';
import { appApi } from './web/app-api.js';
import { Connections } from './web/connections.js';
import type { ConnectionOptions } from './web/connections.js';
import { contactApi } from './web/contact-api.js';
import { portrait } from './web/portrait.js';
import { PAGES } from './web/pages.js';
import { RequestLimits } from './web/request-limits.js';
import type { RequestLimitOptions } from './web/request-limits.js';
import { putPanel, SERVER_RENDERED } from './web/server-rendered.js';
import { securityHeaders } from './web/security-headers.js';
import { Sessions } from './web/session.js';
import { Streams } from './web/streams.js';
import { Turns } from './web/turns.js';

export interface AppOptions extends ConnectionOptions {
  readonly database: Database;
  readonly changes: ContactChanges;
  readonly limits?: RequestLimitOptions;
  /** The event streams of this process: whoever stops the server closes them. */
  readonly streams?: Streams;
  /** Answers the demo's pages and their files. */
  readonly pages?: Hono;
  /** Told of every failure answered with a status of 500 and above. */
  readonly onError?: (error: unknown) => void;
}

/**
 * The demo server: the contact contract at `/api`, the demo's own API at `/app`, portraits, and the pages. Knows nothing of
 * ports and processes, so that tests call it as it is.
 */
export function createApp({ database, changes, pages, onError, ...options }: AppOptions): Hono {
  const app = new Hono();
  const connections = new Connections(options);
  const sessions = new Sessions(database, connections);
  const limits = new RequestLimits(options.limits);
  const turns = new Turns();
  const { streams = new Streams() } = options;
  const news = new ContactNews(database, changes);

  const inTurn: MiddlewareHandler = async (context, next) => {
    const member = await sessions.current(context);
    if (member) await limits.demandUser(member.id);
    await turns.take(member?.id ?? connections.addressOf(context) ?? '', next);
  };

  app.use(securityHeaders, connections.demandOwnHost);
  app.use(async (context, next) => {
    const address = connections.addressOf(context);
    if (address !== undefined) await limits.demandAddress(address);
    await next();
  });
  app.use('/api/*', inTurn);
  app.use('/app/*', inTurn);

  app.all('/api/*', contactApi({ base: '/api', database, news, sessions, streams, ...(onError ? { onError } : {}) }));

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
      const { path } = context.req;
      const member = Object.hasOwn(PAGES, path) ? await sessions.ensure(context) : undefined;
      await next();
      if (path === SERVER_RENDERED) await putPanel(context, postgresAdapter({ database, news }, member));
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
