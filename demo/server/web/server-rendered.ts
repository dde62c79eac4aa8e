import { randomBytes } from 'node:crypto';
import { ContactError } from 'contact-details/server.js';
import type { ContactAdapter } from 'contact-details/server.js';
import { renderContact } from 'contact-details/ssr.js';
import type { Context } from 'hono';
import { html } from 'hono/html';
import { contentSecurityPolicy } from './security-headers.js';

/** The page whose panel comes with it. */
export const SERVER_RENDERED = '/server-rendered';

/** Where the panel goes in its HTML. */
const PLACE = '<!--panel-->';

/** Who is shown where the address names nobody. */
const SOMEBODY = 'c_1001';

/** Puts the panel of the contact that the address names into the page that is being answered, as its reader may see it. */
export async function putPanel(context: Context, adapter: ContactAdapter): Promise<void> {
  if (!context.res.ok) return;
  const id = context.req.query('contact') ?? SOMEBODY;
  const nonce = randomBytes(16).toString('base64');
  const panel = await panelOf(id, adapter, nonce, context.req.raw.signal);
  const page = await context.res.text();
  for (const name of ['content-length', 'etag', 'last-modified']) context.res.headers.delete(name);
  context.res = new Response(
    page.replace(PLACE, () => panel),
    context.res,
  );
  context.res.headers.set('Cache-Control', 'no-store');
  context.res.headers.set('Content-Security-Policy', contentSecurityPolicy(nonce));
}

/** A contact that cannot be read has an element without any: it asks for itself, and says what is wrong. */
async function panelOf(id: string, adapter: ContactAdapter, nonce: string, signal: AbortSignal): Promise<string> {
  try {
    const snapshot = await adapter.load(id, { signal });
    return await renderContact({ ...snapshot, src: '/api', avatarPaths: ['/avatars'], nonce });
  } catch (error) {
    if (!(error instanceof ContactError)) throw error;
    return html`<contact-details src="/api" contact-id="${id}"></contact-details>`;
  }
}
