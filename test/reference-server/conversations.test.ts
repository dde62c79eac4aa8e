import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Demo, write } from './demo.js';
import type { Client } from './demo.js';

const ID = 'c_1031';
const CHANNELS = [
  { id: 'ch_email', type: 'email', name: 'Email', handle: 'a@example.com', state: 'active' },
  { id: 'ch_sms', type: 'sms', name: 'SMS', handle: '+351912345678', state: 'inactive' },
  { id: 'ch_line', type: 'line', name: 'LINE', state: 'unavailable', reason: 'Blocked by the contact' },
];

interface Row {
  readonly contactId: string;
  readonly isBlocked: boolean;
}

interface Shown {
  readonly contact: {
    readonly channels: readonly { readonly type: string; readonly state: string; readonly connectedAt?: string }[];
  };
}

describe('the conversations of a contact', () => {
  let demo: Demo;
  let agent: Client;

  before(async () => {
    demo = await Demo.open();
    agent = await demo.as('u_amara');
    await demo.database.query('UPDATE contacts SET channels = $2::text::jsonb WHERE id = $1', [ID, JSON.stringify(CHANNELS)]);
  });
  after(() => demo.close());

  const send = (body: object) => agent('POST', `/app/contacts/${ID}/messages`, { body });
  const textsOn = async (channel: string): Promise<readonly string[]> => {
    const response = await agent('GET', `/app/contacts/${ID}/messages?channel=${channel}`);
    return ((await response.json()) as { messages: { text: string }[] }).messages.map(({ text }) => text);
  };
  const conversations = () =>
    demo.database.query<{ type: string }>('SELECT channel_type AS type FROM conversations WHERE contact_id = $1', [ID]);

  test('begin on a channel with the first message by it, once, and the channel is active from then on', async () => {
    const others = (await conversations()).filter(({ type }) => type !== 'sms');
    assert.equal((await send({ text: 'Hello', channel: 'sms' })).status, 201);
    assert.equal((await send({ text: 'Are you there?', channel: 'sms' })).status, 201);
    const all = await conversations();
    assert.equal(all.length, others.length + 1);
    const { contact } = (await (await agent('GET', `/api/contacts/${ID}`)).json()) as Shown;
    const sms = contact.channels.find(({ type }) => type === 'sms');
    assert.equal(sms?.state, 'active');
    assert.ok(sms.connectedAt);
  });

  test('take no message to a contact that is blocked, and take one again once they are not', async () => {
    const block = (method: string) => agent(method, `/api/contacts/${ID}/block`);
    assert.equal((await block('PUT')).status, 200);
    const inbox = (await (await agent('GET', '/app/conversations?limit=100')).json()) as { conversations: Row[] };
    const rows = inbox.conversations.filter(({ contactId }) => contactId === ID);
    assert.ok(rows.length > 0 && rows.every(({ isBlocked }) => isBlocked), 'the inbox says that they are blocked');
    const before = await textsOn('email');
    assert.equal((await send({ text: 'Can you read this?', channel: 'email' })).status, 403);
    assert.deepEqual(await textsOn('email'), before);
    assert.equal((await block('DELETE')).status, 200);
    assert.equal((await send({ text: 'Welcome back', channel: 'email' })).status, 201);
  });

  test('are counted for who may see them, after a write too, and for nobody else', async () => {
    const counted = async () => {
      const read = (await (await agent('GET', `/api/contacts/${ID}`)).json()) as { contact: object };
      const saved = await agent('PATCH', `/api/contacts/${ID}`, {
        headers: write('*'),
        body: { firstName: crypto.randomUUID() },
      });
      return [read.contact, (await saved.json()) as object].map((contact) => 'messageCount' in contact && contact.messageCount);
    };
    const before = await counted();
    await send({ text: 'One more', channel: 'email' });
    assert.deepEqual(
      await counted(),
      before.map((count) => Number(count) + 1),
    );
    const restrict = (restrictions: readonly string[]) =>
      demo.database.query('UPDATE users SET restrictions = $1::text::jsonb WHERE id = $2', [
        JSON.stringify(restrictions),
        'u_amara',
      ]);
    await restrict(['restrict_message_viewing']);
    assert.deepEqual(await counted(), [false, false]);
    await restrict([]);
  });

  test('are told apart by their channel', async () => {
    await send({ text: 'By mail', channel: 'email' });
    assert.deepEqual(await textsOn('sms'), ['Hello', 'Are you there?']);
    assert.ok((await textsOn('email')).includes('By mail'));
    assert.ok(!(await textsOn('email')).includes('Hello'));
  });

  test('do not begin on a channel that is unavailable or unknown', async () => {
    const known = (await conversations()).length;
    for (const channel of ['line', 'fax', 7, {}])
      assert.equal((await send({ text: 'Hello', channel })).status, 422, String(channel));
    assert.equal((await conversations()).length, known);
  });

  test('say why a channel is unavailable', async () => {
    const { contact } = (await (await agent('GET', `/api/contacts/${ID}`)).json()) as Shown;
    assert.deepEqual(contact.channels[2], CHANNELS[2]);
  });

  test('stay when their channel is removed, and are not gone on with', async () => {
    const owner = await demo.as('u_olivia');
    await demo.database.query('UPDATE contacts SET channels = $2::text::jsonb WHERE id = $1', [ID, JSON.stringify(CHANNELS)]);
    assert.equal((await send({ text: 'By text message', channel: 'sms' })).status, 201);
    const before = await textsOn('sms');
    const removed = await owner('DELETE', `/api/contacts/${ID}/channels/ch_sms`);
    const { channels } = (await removed.json()) as Shown['contact'];
    assert.deepEqual(
      channels.map(({ type }) => type),
      ['email', 'line'],
    );
    assert.deepEqual(await textsOn('sms'), before);
    assert.equal((await send({ text: 'Still there?', channel: 'sms' })).status, 422);
    assert.equal((await send({ text: 'By whatever there is' })).status, 201);
    assert.deepEqual(await textsOn('sms'), before);
  });
});
