import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Demo, write } from './demo.js';
import type { Client, Sent } from './demo.js';

const PRINCIPALS = {
  owner: 'u_olivia',
  manager: 'u_mateo',
  restricted: 'u_meiling',
  agent: 'u_amara',
  viewer: 'u_leila',
  'other tenant': 'u_ida',
  anonymous: undefined,
} as const;

type Principal = keyof typeof PRINCIPALS;

/** What each endpoint answers, whoever asks: of a contact of one's own workspace, of another's, of none, of a deleted one. */
const MATRIX = `
  endpoint     target   owner manager restricted agent viewer other-tenant anonymous
  read         own      200   200     200        200   200    200          401
  read         foreign  404   404     404        404   404    404          401
  read         missing  404   404     404        404   404    404          401
  read         deleted  410   410     410        410   410    410          401
  save         own      200   200     200        200   403    200          401
  save         foreign  404   404     404        404   404    404          401
  save         missing  404   404     404        404   404    404          401
  save         deleted  410   410     410        410   410    410          401
  delete       own      204   204     403        403   403    204          401
  delete       foreign  404   404     404        404   404    404          401
  delete       missing  404   404     404        404   404    404          401
  delete       deleted  410   410     410        410   410    410          401
  merge        own      200   200     403        403   403    200          401
  merge        foreign  404   404     404        404   404    404          401
  merge        missing  404   404     404        404   404    404          401
  merge        deleted  410   410     410        410   410    410          401
  duplicates   own      200   200     403        403   403    200          401
  duplicates   foreign  404   404     404        404   404    404          401
  duplicates   missing  404   404     404        404   404    404          401
  duplicates   deleted  410   410     410        410   410    410          401
  add-tag      own      200   200     200        200   403    200          401
  add-tag      foreign  404   404     404        404   404    404          401
  add-tag      missing  404   404     404        404   404    404          401
  add-tag      deleted  410   410     410        410   410    410          401
  new-tag      own      200   200     200        200   403    200          401
  new-tag      foreign  404   404     404        404   404    404          401
  new-tag      missing  404   404     404        404   404    404          401
  new-tag      deleted  410   410     410        410   410    410          401
  remove-tag   own      200   200     200        200   403    200          401
  remove-tag   foreign  404   404     404        404   404    404          401
  remove-tag   missing  404   404     404        404   404    404          401
  remove-tag   deleted  410   410     410        410   410    410          401
  save-entry   own      200   200     200        200   403    200          401
  save-entry   foreign  404   404     404        404   404    404          401
  save-entry   missing  404   404     404        404   404    404          401
  save-entry   deleted  410   410     410        410   410    410          401
  remove-entry own      200   200     200        200   403    200          401
  remove-entry foreign  404   404     404        404   404    404          401
  remove-entry missing  404   404     404        404   404    404          401
  remove-entry deleted  410   410     410        410   410    410          401
  block        own      200   200     200        200   403    200          401
  block        foreign  404   404     404        404   404    404          401
  block        missing  404   404     404        404   404    404          401
  block        deleted  410   410     410        410   410    410          401
  unblock      own      200   200     200        200   403    200          401
  unblock      foreign  404   404     404        404   404    404          401
  unblock      missing  404   404     404        404   404    404          401
  unblock      deleted  410   410     410        410   410    410          401
  remove-chan  own      200   200     200        403   403    200          401
  remove-chan  foreign  404   404     404        404   404    404          401
  remove-chan  missing  404   404     404        404   404    404          401
  remove-chan  deleted  410   410     410        410   410    410          401
  events       own      200   200     200        200   200    200          401
  events       foreign  404   404     404        404   404    404          401
  events       missing  404   404     404        404   404    404          401
  events       deleted  410   410     410        410   410    410          401
  messages     own      200   200     200        200   200    200          401
  messages     foreign  404   404     404        404   404    404          401
  messages     missing  404   404     404        404   404    404          401
  messages     deleted  410   410     410        410   410    410          401
  answer       own      201   201     201        201   403    201          401
  answer       foreign  404   404     404        404   404    404          401
  answer       missing  404   404     404        404   404    404          401
  answer       deleted  410   410     410        410   410    410          401
  start        own      201   201     201        201   403    201          401
  start        foreign  404   404     404        404   404    404          401
  start        missing  404   404     404        404   404    404          401
  start        deleted  410   410     410        410   410    410          401
  tags         -        200   200     200        200   200    200          401
  options      -        200   200     200        200   200    200          401
  inbox        -        200   200     200        200   200    200          401
  contacts     -        200   200     200        200   200    200          401
  manage-tags  -        200   200     200        403   403    200          401
  change-tag   -        204   204     204        403   403    204          401
  merge-tag    -        422   422     422        403   403    422          401
  delete-tag   -        412   412     412        403   403    412          401
  can-import   -        200   200     200        403   403    200          401
  import       -        200   200     200        403   403    200          401
`;

/** What a PATCH of the demo's own API is sent as; those of the contract are merge patches. */
const JSON_BODY = { 'content-type': 'application/json' };

/** The request of each endpoint for a contact, and whether it changes the contact where it is allowed. */
const ENDPOINTS: Readonly<
  Record<string, (id: string, otherId: string) => readonly [method: string, path: string, sent?: Sent]>
> = {
  read: (id) => ['GET', `/api/contacts/${id}`],
  save: (id) => ['PATCH', `/api/contacts/${id}`, { headers: write('*'), body: { firstName: `Saved ${crypto.randomUUID()}` } }],
  delete: (id) => ['DELETE', `/api/contacts/${id}`, { headers: write('*') }],
  merge: (id, other) => ['POST', `/api/contacts/${id}/merge`, { headers: write('*'), body: { other, choices: {} } }],
  duplicates: (id) => ['GET', `/api/contacts/${id}/duplicates?q=`],
  'add-tag': (id) => ['PUT', `/api/contacts/${id}/tags/t_vip`],
  'new-tag': (id) => ['POST', `/api/contacts/${id}/tags`, { headers: write(), body: { name: `New ${crypto.randomUUID()}` } }],
  'remove-tag': (id) => ['DELETE', `/api/contacts/${id}/tags/t_vip`],
  'save-entry': (id) => [
    'PATCH',
    `/api/contacts/${id}/emails/${crypto.randomUUID()}%40example.com`,
    { headers: { ...write(), 'content-type': 'application/merge-patch+json' }, body: { label: 'work' } },
  ],
  'remove-entry': (id) => ['DELETE', `/api/contacts/${id}/emails/${ENTRY}`],
  block: (id) => ['PUT', `/api/contacts/${id}/block`],
  unblock: (id) => ['DELETE', `/api/contacts/${id}/block`],
  'remove-chan': (id) => ['DELETE', `/api/contacts/${id}/channels/ch_sms`],
  events: (id) => ['GET', `/api/contacts/${id}/events`],
  messages: (id) => ['GET', `/app/contacts/${id}/messages`],
  answer: (id) => ['POST', `/app/contacts/${id}/messages`, { body: { text: 'An answer' } }],
  start: (id) => ['POST', `/app/contacts/${id}/messages`, { body: { text: 'Hello', channel: 'sms' } }],
  tags: () => ['GET', '/api/tags?q=v'],
  options: () => ['GET', '/api/fields/assignee/options?q='],
  inbox: () => ['GET', '/app/conversations'],
  contacts: () => ['GET', '/app/contacts'],
  'manage-tags': () => ['GET', '/app/tags'],
  'change-tag': () => ['PATCH', '/app/tags/t_vip', { headers: JSON_BODY, body: { color: 'teal' } }],
  // Of those who may, a merge into itself and a wrong number of contacts are refused for that.
  'merge-tag': () => ['POST', '/app/tags/t_vip/merge', { body: { into: 't_vip' } }],
  'can-import': () => ['GET', '/app/import'],
  import: () => ['POST', '/app/import', { body: { importId: crypto.randomUUID(), rows: [], isDryRun: false } }],
  'delete-tag': () => ['POST', '/app/tags/t_vip/delete', { body: { count: -1 } }],
};

/** An email address that a contact has beside the primary one. */
const ENTRY = 'further@example.com';

const CHANGING = new Set([
  ...['save', 'save-entry', 'remove-entry', 'merge', 'add-tag', 'new-tag', 'remove-tag'],
  ...['block', 'unblock', 'remove-chan', 'start'],
]);

const TARGETS = {
  shop: { own: 'c_1010', foreign: 'c_5002', missing: 'c_none', deleted: 'c_1300', '-': '' },
  clinic: { own: 'c_5001', foreign: 'c_1011', missing: 'c_none', deleted: 'c_5006', '-': '' },
};

/** A channel by which messages have been sent. */
const USED = JSON.stringify([{ id: 'ch_sms', type: 'sms', state: 'active' }]);

/** A channel by which a first message can be sent. */
const UNUSED = JSON.stringify([{ id: 'ch_sms', type: 'sms', state: 'inactive' }]);

/** Contacts that nothing else touches, one for each to delete. */
const TO_DELETE: Readonly<Record<Principal, string>> = {
  owner: 'c_1020',
  manager: 'c_1021',
  restricted: 'c_1022',
  agent: 'c_1023',
  viewer: 'c_1024',
  'other tenant': 'c_5003',
  anonymous: 'c_1025',
};

/** Contacts that nothing else touches, one for each to merge into another one. */
const TO_MERGE: Readonly<Record<Principal, string>> = {
  owner: 'c_1040',
  manager: 'c_1041',
  restricted: 'c_1042',
  agent: 'c_1043',
  viewer: 'c_1044',
  'other tenant': 'c_5004',
  anonymous: 'c_1045',
};

describe('what each person may do', () => {
  let demo: Demo;
  const clients = new Map<Principal, Client>();

  before(async () => {
    demo = await Demo.open();
    for (const [principal, userId] of Object.entries(PRINCIPALS)) clients.set(principal as Principal, await demo.as(userId));
    await clients.get('owner')?.('DELETE', `/api/contacts/${TARGETS.shop.deleted}`, { headers: write('*') });
    await clients.get('other tenant')?.('DELETE', `/api/contacts/${TARGETS.clinic.deleted}`, { headers: write('*') });
  });
  after(() => demo.close());

  async function versionOf(id: string): Promise<string | undefined> {
    const [row] = await demo.database.query<{ version: string }>('SELECT version::text FROM contacts WHERE id = $1', [id]);
    return row?.version;
  }

  const rows = MATRIX.trim().split('\n').slice(1);
  for (const row of rows) {
    const [endpoint = '', target = '', ...cells] = row.trim().split(/\s+/);
    for (const [column, principal] of (Object.keys(PRINCIPALS) as Principal[]).entries()) {
      const expected = Number(cells[column]);
      test(`${endpoint} of ${target === '-' ? 'the workspace' : `a contact: ${target}`}, asked by ${principal}: ${expected}`, async () => {
        const ids = principal === 'other tenant' ? TARGETS.clinic : TARGETS.shop;
        const id = endpoint === 'delete' && target === 'own' ? TO_DELETE[principal] : ids[target as keyof typeof ids];
        await prepare(endpoint, id);
        const before = await versionOf(id);
        const response = await clients.get(principal)?.(...(ENDPOINTS[endpoint]?.(id, TO_MERGE[principal]) ?? ['', '']));
        await response?.body?.cancel();
        assert.equal(response?.status, expected);
        const isChanged = (await versionOf(id)) !== before;
        assert.equal(
          isChanged,
          response.ok && (CHANGING.has(endpoint) || endpoint === 'delete'),
          'whether the contact was changed',
        );
      });
    }
  }

  /** Makes the tag's being there, or not being there, a change, and so the block; a channel is one on which nobody has written yet. */
  async function prepare(endpoint: string, id: string): Promise<void> {
    if (endpoint === 'add-tag') await demo.database.query(`DELETE FROM contact_tags WHERE contact_id = $1`, [id]);
    await demo.database.query('UPDATE contacts SET is_blocked = $2 WHERE id = $1', [id, endpoint === 'unblock']);
    if (endpoint === 'remove-chan')
      await demo.database.query(`UPDATE contacts SET channels = $2::text::jsonb WHERE id = $1`, [id, USED]);
    if (endpoint === 'start')
      await demo.database.query(`UPDATE contacts SET channels = $2::text::jsonb WHERE id = $1`, [id, UNUSED]);
    if (endpoint === 'start') await forgetConversations(id);
    if (endpoint === 'remove-entry')
      await demo.database.query('UPDATE contacts SET emails = $2::text::jsonb WHERE id = $1', [
        id,
        JSON.stringify([
          { value: `${id}@example.com`, isPrimary: true },
          { value: ENTRY, isPrimary: false },
        ]),
      ]);
    if (endpoint !== 'remove-tag') return;
    await demo.database.query(
      `INSERT INTO contact_tags (workspace_id, contact_id, tag_id) SELECT workspace_id, id, 't_vip' FROM contacts WHERE id = $1
       ON CONFLICT DO NOTHING`,
      [id],
    );
  }

  async function forgetConversations(id: string): Promise<void> {
    const ofContact = 'SELECT id FROM conversations WHERE contact_id = $1';
    await demo.database.query(`DELETE FROM messages WHERE conversation_id IN (${ofContact})`, [id]);
    await demo.database.query('DELETE FROM conversations WHERE contact_id = $1', [id]);
  }

  test('the matrix has a cell for each person, and a row for each endpoint and target', () => {
    assert.ok(rows.every((row) => row.trim().split(/\s+/).length === 2 + Object.keys(PRINCIPALS).length));
    assert.deepEqual(new Set(rows.map((row) => row.trim().split(/\s+/)[0])), new Set(Object.keys(ENDPOINTS)));
    assert.equal(rows.length, 17 * 4 + 10);
  });

  test('what somebody may do is what the panel is told', async () => {
    for (const [principal, ...expected] of [
      ['owner', true, true, true, true],
      ['manager', true, true, true, true],
      ['restricted', false, true, true, true],
      ['agent', false, true, true, false],
      ['viewer', false, false, false, false],
      ['other tenant', true, true, true, true],
    ] as const) {
      const { own } = principal === 'other tenant' ? TARGETS.clinic : TARGETS.shop;
      const response = await clients.get(principal)?.('GET', `/api/contacts/${own}`);
      const { can } = (await response?.json()) as { can: Readonly<Record<string, boolean>> };
      const shown = ['delete', 'block', 'export', 'removeChannels'].map((name) => can[name]);
      assert.deepEqual(shown, expected, principal);
    }
  });

  test('an agent who may not make tags still uses the known ones, whatever their case', async () => {
    const jonas = await demo.as('u_jonas');
    const path = '/api/contacts/c_1012/tags';
    assert.equal((await jonas('POST', path, { headers: write(), body: { name: 'Brand new' } })).status, 403);
    assert.equal((await jonas('POST', path, { headers: write(), body: { name: 'wholesale' } })).status, 200);
    assert.equal(await demo.count('tags', `name = 'Brand new'`), 0);
  });

  test('a tag, an assignee or a message of another workspace is none', async () => {
    const owner = await demo.as('u_olivia');
    assert.equal((await owner('PUT', '/api/contacts/c_1013/tags/t_recall')).status, 422);
    const assignee = { id: 'u_kofi', name: 'Kofi Mensah' };
    assert.equal((await owner('PATCH', '/api/contacts/c_1013', { headers: write('*'), body: { assignee } })).status, 422);
    const suggestions: unknown = await (await owner('GET', '/api/tags?q=recall')).json();
    assert.deepEqual(suggestions, { tags: [] });
    const people: unknown = await (await owner('GET', '/api/fields/assignee/options?q=kofi')).json();
    assert.deepEqual(people, { options: [] });
  });

  test('a contact of another workspace is none to merge with', async () => {
    const owner = await demo.as('u_olivia');
    for (const other of [TARGETS.shop.foreign, TARGETS.shop.missing, TARGETS.shop.deleted, 'c_1013']) {
      const response = await owner('POST', '/api/contacts/c_1013/merge', { headers: write('*'), body: { other, choices: {} } });
      const { errors } = (await response.json()) as { errors: readonly { pointer: string }[] };
      assert.deepEqual([response.status, errors.map(({ pointer }) => pointer)], [422, ['/other']], other);
    }
    assert.equal(await demo.count('contacts', `id = '${TARGETS.shop.foreign}'`), 1);
  });
});
