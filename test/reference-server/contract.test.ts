import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { adapterContract } from '../../src/contract/adapter-contract.js';
import type { MakeAdapter } from '../../src/contract/adapter-contract.js';
import { contactHandler } from '../../src/server/handler.js';
import { httpAdapter } from '../../src/http/http-adapter.js';
import { contactChanges } from '../../demo/server/contacts/contact-changes.js';
import type { ContactChanges } from '../../demo/server/contacts/contact-changes.js';
import { ContactNews } from '../../demo/server/contacts/contact-news.js';
import { postgresAdapter } from '../../demo/server/contacts/postgres-adapter.js';
import type { Database } from '../../demo/server/database/database.js';
import { prepareDatabase } from '../../demo/server/database/prepare.js';
import { ENGINES } from '../support/databases.js';
import { holdSeed } from './contract-source.js';

for (const engine of ENGINES) {
  describe(`the adapter contract on ${engine.name}`, () => {
    let database: Database;
    let changes: ContactChanges;

    before(async () => {
      database = await engine.open();
      await prepareDatabase(database, new Date(0));
      changes = await contactChanges(database);
    });
    after(async () => {
      await changes.close();
      await database.close();
    });

    const direct: MakeAdapter = async (seed) => ({
      adapter: postgresAdapter({ database, news: new ContactNews(database, changes) }, await holdSeed(database, seed)),
    });
    const overHttp: MakeAdapter = async (seed) => {
      const { adapter } = await direct(seed);
      const handler = contactHandler(() => adapter, { base: '/api' });
      return { adapter: httpAdapter({ base: 'http://contract.test/api', fetch: handler }) };
    };

    for (const [way, makeAdapter] of [['directly', direct] as const, ['through http and handler', overHttp] as const]) {
      describe(way, () => {
        for (const { name, run } of adapterContract) {
          test(name, async () => assert.deepEqual(await run(makeAdapter), { passed: true }));
        }
      });
    }
  });
}
