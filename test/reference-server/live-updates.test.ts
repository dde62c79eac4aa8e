import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Contact } from '../../src/core/contact.js';
import { createShared, ENGINES } from '../support/databases.js';
import type { SharedDatabase } from '../support/databases.js';
import { until } from '../support/until.js';
import { Demo, writing } from './demo.js';

const shared = await createShared();

for (const engine of ENGINES) {
  describe(`live updates on ${engine.name}`, () => {
    let demo: Demo;

    before(async () => {
      demo = await Demo.open(await engine.open());
    });
    after(() => demo.close());

    test('whoever watches a contact is told of fields and tags, as they may see them', async () => {
      const seen: Contact[] = [];
      const stop = (await demo.adapter('u_leila')).watch('c_1001', (contact) => seen.push(contact));
      const owner = await demo.adapter('u_olivia');
      await owner.save('c_1001', { firstName: 'Mélie', email: 'melie@example.com' }, writing());
      await until(() => seen.at(-1)?.firstName === 'Mélie', 'the new name');
      await owner.addTag('c_1001', { name: 'Live' }, writing());
      await until(() => seen.at(-1)?.tags?.some(({ name }) => name === 'Live'), 'the new tag');
      assert.doesNotMatch(JSON.stringify(seen), /melie@example|18460|18_460/);
      stop();
    });

    test('versions come in order and end with the newest, however fast they follow one another', async () => {
      const seen: number[] = [];
      const stop = (await demo.adapter('u_amara')).watch('c_1002', ({ version }) => seen.push(Number(version)));
      const owner = await demo.adapter('u_olivia');
      const saves = Array.from({ length: 20 }, (_, index) => owner.save('c_1002', { firstName: `Fast ${index}` }, writing()));
      const newest = Math.max(...(await Promise.all(saves)).map(({ version }) => Number(version)));
      await until(() => seen.at(-1) === newest, 'the newest version');
      assert.deepEqual(
        seen,
        seen.toSorted((a, b) => a - b),
      );
      stop();
    });

    test('it is told who edited a field last, and nothing of fields that the reader may not see', async () => {
      const owner = await demo.adapter('u_olivia');
      await owner.save('c_1012', { firstName: 'Noted', email: 'noted@example.com' }, writing());
      const read = async (user: string) =>
        (await (await demo.adapter(user)).load('c_1012', { signal: new AbortController().signal })).contact.provenance ?? {};
      const edit = (await read('u_olivia'))['email'];
      assert.deepEqual([edit?.source, edit?.by], ['person', 'Olivia Marsh']);
      assert.ok(Math.abs(Date.now() - Date.parse(edit?.at ?? '')) < 60_000);
      const told = Object.keys(await read('u_leila'));
      assert.deepEqual([told.includes('firstName'), told.includes('email'), told.includes('phone')], [true, false, false]);
    });

    test('one stream tells of several contacts over HTTP, as its reader may see them', async () => {
      const client = await demo.as('u_leila');
      const owner = await demo.adapter('u_olivia');
      const reader = (await client('GET', '/api/events?contacts=c_1013,c_1014,c_0')).body?.getReader();
      let text = '';
      const heard = async (pattern: RegExp): Promise<void> => {
        while (!pattern.test(text)) text += new TextDecoder().decode((await reader?.read())?.value);
      };
      await heard(/event: refused\ndata: \{"id":"c_0","code":"not-found"\}/);
      for (const id of ['c_1013', 'c_1014']) {
        await owner.save(id, { firstName: `Streamed ${id}`, email: `${id}@secret.example` }, writing());
        await heard(new RegExp(`"Streamed ${id}"`));
      }
      assert.doesNotMatch(text, /secret\.example/);
      await reader?.cancel();
    });

    test('another workspace hears nothing, and nobody hears after a refused write', async () => {
      const heard: string[] = [];
      const stops = [
        (await demo.adapter('u_ida')).watch('c_1003', () => heard.push('another workspace')),
        (await demo.adapter('u_amara')).watch('c_1004', () => heard.push('a refused write')),
      ];
      const told: Contact[] = [];
      stops.push((await demo.adapter('u_amara')).watch('c_1003', (contact) => told.push(contact)));
      const owner = await demo.adapter('u_olivia');
      await assert.rejects(owner.save('c_1004', { country: 'Atlantis' }, writing()));
      await assert.rejects((await demo.adapter('u_leila')).save('c_1004', { firstName: 'No' }, writing()));
      await owner.save('c_1003', { firstName: 'Heard' }, writing());
      await until(() => told.length, 'the one who may hear');
      assert.deepEqual(heard, []);
      stops.forEach((stop) => stop());
    });
  });
}

if (shared) describeTwoProcesses(shared);

/** Two servers as two processes would be: each with connections, listener and subscribers of its own. */
function describeTwoProcesses({ connect, drop }: SharedDatabase): void {
  describe('two servers on one PostgreSQL', () => {
    let servers: readonly Demo[];

    before(async () => {
      // Both at once: one makes the tables and the data, the other waits for them.
      servers = await Promise.all([Demo.open(connect()), Demo.open(connect())]);
    });
    after(async () => {
      for (const server of servers) await server.close();
      await drop();
    });

    const adapterOn = (index: number) => (servers[index] as Demo).adapter('u_olivia');

    test('starting at once seeds the data once', async () => {
      assert.equal(await servers[0]?.count('workspaces'), 2);
      assert.equal(await servers[0]?.count('contacts', `id = 'c_1001'`), 1);
    });

    test('a cookie of the one is good for the other', async () => {
      const signedIn = await (await (servers[0] as Demo).as())('POST', '/app/session', { body: { userId: 'u_amara' } });
      const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
      const response = await (await (servers[1] as Demo).as())('GET', '/app/session', { headers: { cookie } });
      assert.equal(((await response.json()) as { user: { id: string } }).user.id, 'u_amara');
    });

    test('what is changed through the one is told by the other, both ways', async () => {
      for (const [from, to] of [[0, 1] as const, [1, 0] as const]) {
        const seen: Contact[] = [];
        const stop = (await adapterOn(to)).watch('c_1005', (contact) => seen.push(contact));
        const saved = await (await adapterOn(from)).save('c_1005', { firstName: `From ${from}` }, writing());
        await until(() => seen.at(-1)?.version === saved.version, 'the change');
        stop();
      }
    });

    test('whoever changes a contact through whichever, all who watch it through either end with the same version', async () => {
      const seen = [[], []] as Contact[][];
      const stops = await Promise.all(
        seen.map(async (told, index) => (await adapterOn(index)).watch('c_1011', (contact) => told.push(contact))),
      );
      const saves = Array.from({ length: 10 }, async (_, index) =>
        (await adapterOn(index % 2)).save('c_1011', { firstName: `Change ${index}` }, writing()),
      );
      const newest = Math.max(...(await Promise.all(saves)).map(({ version }) => Number(version)));
      for (const told of seen) {
        await until(() => Number(told.at(-1)?.version) === newest, 'the newest version');
        const versions = told.map(({ version }) => Number(version));
        assert.deepEqual(
          versions,
          versions.toSorted((a, b) => a - b),
        );
      }
      stops.forEach((stop) => stop());
    });

    test('an idempotency key used through the one is known to the other', async () => {
      const write = writing();
      const first = await (await adapterOn(0)).save('c_1006', { firstName: 'Once' }, write);
      assert.deepEqual(await (await adapterOn(1)).save('c_1006', { firstName: 'Once' }, write), first);
    });

    test('a lost connection is found again, and what was missed meanwhile is told', async () => {
      const seen: Contact[] = [];
      const stop = (await adapterOn(1)).watch('c_1007', (contact) => seen.push(contact));
      const { database } = servers[0] as Demo;
      // Announced to nobody: this is what a change during the gap looks like.
      await database.query(`UPDATE contacts SET first_name = 'Missed' WHERE id = 'c_1007'`);
      const [listening] = await database.query<{ cut: number }>(
        `SELECT count(pg_terminate_backend(pid))::int AS cut FROM pg_stat_activity
         WHERE datname = current_database() AND query ILIKE 'listen%' AND pid <> pg_backend_pid()`,
      );
      assert.equal(listening?.cut, 2);
      await until(() => seen.at(-1)?.firstName === 'Missed', 'the missed change');
      stop();
    });
  });
}
