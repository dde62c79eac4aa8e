import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { ContactItem, ConversationItem } from '../../demo/server/contacts/lists.js';
import type { Message } from '../../demo/server/contacts/messages.js';
import { ENGINES } from '../support/databases.js';
import { Demo } from './demo.js';
import type { Client } from './demo.js';

interface Inbox {
  readonly total: number;
  readonly conversations: readonly ConversationItem[];
}

interface Table {
  readonly total: number;
  readonly contacts: readonly ContactItem[];
  readonly can: { readonly delete: boolean };
}

for (const engine of ENGINES) {
  describe(`lists and messages on ${engine.name}`, () => {
    let demo: Demo;
    let owner: Client;

    before(async () => {
      demo = await Demo.open(await engine.open());
      owner = await demo.as('u_olivia');
    });
    after(() => demo.close());

    const inbox = async (query = '') => (await (await owner('GET', `/app/conversations?${query}`)).json()) as Inbox;
    const table = async (query = '') => (await (await owner('GET', `/app/contacts?${query}`)).json()) as Table;
    const names = async (query: string) => (await table(query)).contacts.map(({ name }) => name);

    test('the inbox comes newest first, page by page, and says how much there is', async () => {
      const { conversations, total } = await inbox('limit=50');
      assert.ok(total > 150);
      assert.equal(conversations[0]?.contactId, 'c_1001');
      assert.equal(conversations[0].name, 'Amélie Fontaine');
      const times = conversations.map(({ updatedAt }) => String(updatedAt));
      assert.deepEqual(times, times.toSorted().reverse());
      const next = await inbox('limit=10&offset=40');
      assert.deepEqual(next.conversations, conversations.slice(40));
      assert.equal(next.total, total);
      assert.deepEqual((await inbox('offset=99999')).conversations, []);
    });

    test('the inbox is searched without regard to case, accents and the order of words, and filtered by status', async () => {
      assert.deepEqual(
        (await inbox('q=FONTAINE%20amelie')).conversations.map(({ contactId }) => contactId),
        ['c_1001'],
      );
      const open = await inbox('status=open&limit=100');
      assert.ok(open.total > 0 && open.conversations.every(({ status }) => status === 'open'));
      assert.equal((await inbox('status=nonsense')).total, 0);
    });

    test('contacts are named as the panel names them', async () => {
      const all = [...(await names('limit=100')), ...(await names('limit=100&offset=300'))];
      for (const name of [
        'Unnamed contact',
        'lamp_lover_92',
        '+4915200000001',
        'no.name@example.org',
        '欧阳文文',
        'Puskás Ferenc',
      ]) {
        assert.ok(all.includes(name) || (await names(`q=${encodeURIComponent(name)}`)).includes(name), name);
      }
    });

    test('contacts are sorted by name both ways, those without one last', async () => {
      const [up, down] = [await names('sort=name&limit=100'), await names('sort=-name&limit=100')];
      assert.notDeepEqual(up, down);
      const { total } = await table();
      const last = await names(`sort=name&limit=100&offset=${total - 4}`);
      assert.deepEqual(new Set(last), new Set(await names(`sort=-name&limit=100&offset=${total - 4}`)));
      assert.ok(last.includes('Unnamed contact'));
    });

    test('contacts are sorted by country, status and latest message, those without last', async () => {
      const countries = (await table('sort=country&limit=100')).contacts.map(({ country }) => country ?? '~');
      assert.deepEqual(countries, countries.toSorted());
      const [newest, oldest] = await Promise.all([table('sort=-lastMessageAt&limit=5'), table('sort=lastMessageAt&limit=5')]);
      assert.equal(newest.contacts[0]?.id, 'c_1001');
      assert.ok(oldest.contacts.every(({ lastMessageAt }) => lastMessageAt !== null));
      assert.equal((await table('sort=status&limit=5')).contacts[0]?.status, 'snoozed');
      assert.equal((await owner('GET', '/app/contacts?sort=password')).status, 400);
    });

    test('contacts are found by phone number, however it is spaced, and by address', async () => {
      for (const q of ['+15145550142', '514555 0142', 'atelier-fontaine.example']) {
        assert.deepEqual(await names(`q=${encodeURIComponent(q)}`), ['Amélie Fontaine'], q);
      }
    });

    test('the table says whether one may delete', async () => {
      assert.equal((await table()).can.delete, true);
      const restricted = (await (await (await demo.as('u_meiling'))('GET', '/app/contacts')).json()) as Table;
      assert.equal(restricted.can.delete, false);
    });

    test('messages come oldest first, and an answer goes to the end and to the top of the inbox', async () => {
      const path = '/app/contacts/c_1004/messages';
      const messages = async () => ((await (await owner('GET', path)).json()) as { messages: readonly Message[] }).messages;
      const before = await messages();
      const sent = await owner('POST', path, { body: { text: 'On its way 🚚' } });
      assert.equal(sent.status, 201);
      const message = (await sent.json()) as Message;
      assert.deepEqual([message.direction, message.text, message.author], ['out', 'On its way 🚚', 'Olivia Marsh']);
      assert.deepEqual(await messages(), [...before, message]);
      const [top] = (await inbox('limit=1')).conversations;
      assert.deepEqual([top?.contactId, top?.preview, top?.unread], ['c_1004', 'On its way 🚚', 0]);
    });

    test('answering a contact without a conversation starts one', async () => {
      const [quiet] = await demo.database.query<{ id: string }>(
        `SELECT id FROM contacts c WHERE workspace_id = 'w_harbor' AND channels <> '[]'
         AND NOT EXISTS (SELECT FROM conversations v WHERE v.contact_id = c.id) LIMIT 1`,
      );
      const sent = await owner('POST', `/app/contacts/${quiet?.id}/messages`, { body: { text: 'Hello' } });
      assert.equal(sent.status, 201);
      assert.equal((await inbox('limit=1')).conversations[0]?.contactId, quiet?.id);
    });
  });
}
