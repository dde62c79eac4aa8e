import { demandOwnOrigin, readJson, Refusal } from 'contact-details/server.js';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { editAsColleague } from '../contacts/colleague.js';
import { importContacts, importFields } from '../contacts/contact-import.js';
import { isContactOrder, listContacts, listConversations } from '../contacts/lists.js';
import type { Member } from '../contacts/member.js';
import { revealValue } from '../contacts/reveal.js';
import { listMessages, sendMessage } from '../contacts/messages.js';
import { changeTag, deleteTag, listTags, mergeTags } from '../contacts/tag-administration.js';
import { isText } from '../contacts/text.js';
import type { Database } from '../database/database.js';
import { importRequest } from './import-request.js';
import { listQuery } from './list-query.js';
import type { Sessions } from './session.js';

/** The demo's own API: the session, and the lists and messages around the panel. Like the contract, JSON and no-store. */
export function appApi(database: Database, sessions: Sessions): Hono {
  const api = new Hono();

  api.use(async (context, next) => {
    demandOwnOrigin(context.req.raw, []);
    await next();
    context.header('Cache-Control', 'no-store');
  });

  api.get('/session', async (context) => context.json(await described(sessions, await sessions.ensure(context))));

  api.post('/session', async (context) => {
    const userId = await bodyMember(context, 'userId');
    if (!isText(userId)) throw new Refusal(422, 'The body must name a user');
    return context.json(await described(sessions, await sessions.signIn(context, userId)));
  });

  api.get('/conversations', async (context) =>
    context.json(await listConversations(database, await sessions.demand(context), listQuery(context))),
  );

  api.get('/contacts', async (context) => {
    const order = context.req.query('sort') || 'name';
    if (!isContactOrder(order)) throw new Refusal(400, 'sort names no order');
    return context.json(await listContacts(database, await sessions.demand(context), { ...listQuery(context), order }));
  });

  api.get('/import', async (context) => context.json({ fields: await importFields(database, await sessions.demand(context)) }));

  api.post('/import', async (context) => {
    const member = await sessions.demand(context);
    const asked = importRequest(await bodyOf(context));
    return context.json({ outcomes: await importContacts(database, member, asked) });
  });

  api.get('/tags', async (context) => context.json({ tags: await listTags(database, await sessions.demand(context)) }));

  api.patch('/tags/:id', async (context) => {
    const member = await sessions.demand(context);
    const { name, color } = await bodyOf(context);
    await changeTag(database, member, tagId(context), { name, color });
    return context.body(null, 204);
  });

  api.post('/tags/:id/merge', async (context) => {
    const member = await sessions.demand(context);
    await mergeTags(database, member, tagId(context), await bodyMember(context, 'into'));
    return context.body(null, 204);
  });

  api.post('/tags/:id/delete', async (context) => {
    const member = await sessions.demand(context);
    await deleteTag(database, member, tagId(context), await bodyMember(context, 'count'));
    return context.body(null, 204);
  });

  api.get('/contacts/:id/messages', async (context) => {
    const reader = await sessions.demand(context);
    const channel = context.req.query('channel') || null;
    if (channel !== null && !isText(channel)) throw new Refusal(400, 'channel names no channel');
    return context.json({ messages: await listMessages(database, reader, contactId(context), channel) });
  });

  api.post('/contacts/:id/messages', async (context) => {
    const sender = await sessions.demand(context);
    const { text, channel: channelType } = await bodyOf(context);
    return context.json(await sendMessage(database, sender, contactId(context), { text, channelType }), 201);
  });

  api.post('/contacts/:id/fields/:key/reveal', async (context) => {
    const reader = await sessions.demand(context);
    return context.json(await revealValue(database, reader, contactId(context), context.req.param('key')));
  });

  api.post('/contacts/:id/colleague-edit', async (context) => {
    const member = await sessions.demand(context);
    const field = await bodyMember(context, 'field');
    if (!isText(field)) throw new Refusal(422, 'The body must name a field');
    return context.json(await editAsColleague(database, member, contactId(context), field));
  });

  return api;
}

/** One member of the JSON object in the request's body. */
async function bodyMember(context: Context, name: string): Promise<unknown> {
  const body = await bodyOf(context);
  return Object.hasOwn(body, name) ? body[name] : undefined;
}

/** The JSON object in the request's body; an empty one where it is none. */
async function bodyOf(context: Context): Promise<Readonly<Record<string, unknown>>> {
  return Object(await readJson(context.req.raw, 'application/json')) as Readonly<Record<string, unknown>>;
}

function contactId(context: Context): string {
  const id = context.req.param('id') ?? '';
  if (!isText(id)) throw new Refusal(404, 'There is no such contact', { code: 'not-found' });
  return id;
}

function tagId(context: Context): string {
  const id = context.req.param('id') ?? '';
  if (!isText(id)) throw new Refusal(404, 'There is no such tag', { code: 'not-found' });
  return id;
}

async function described(sessions: Sessions, user: Member): Promise<object> {
  return { user: profile(user), people: (await sessions.people()).map(profile) };
}

function profile({ id, name, role, restrictions, workspace, avatarUrl }: Member): object {
  return { id, name, role, restrictions, workspace, avatarUrl };
}
