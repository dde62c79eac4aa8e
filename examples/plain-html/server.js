import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { contactHandler, memoryAdapter } from 'contact-details/server.js';
import { Hono } from 'hono';

const POLICY = [
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https:; connect-src 'self'",
  "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types lit-html",
].join('; ');

/** Contacts in memory, in place of your database. */
const adapter = memoryAdapter({
  contacts: [
    { id: 'c_1', firstName: 'Ana', lastName: 'García', email: 'ana@example.com', tags: [{ id: 't_1', name: 'Customer' }] },
    { id: 'c_2', firstName: 'Ben', lastName: 'Okafor', email: 'ben@example.com' },
  ],
  tags: [{ id: 't_2', name: 'VIP' }],
  can: { delete: true },
});
const answer = contactHandler(() => adapter, { base: '/api' });

const app = new Hono();
app.use(async (context, next) => {
  await next();
  context.header('Content-Security-Policy', POLICY);
});
app.all('/api/*', ({ req }) => answer(req.raw));
app.get('/favicon.ico', (context) => context.body(null, 204));
app.use('/cdn/*', serveStatic({ root: 'node_modules/contact-details' }));
app.use(serveStatic({ root: 'public' }));

const port = Number(process.env.PORT ?? 3000);
serve({ fetch: app.fetch, port }, () => console.log(`http://localhost:${port}`));
