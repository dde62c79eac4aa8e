import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Contact } from '../../src/core/contact.js';
import { ContactError } from '../../src/core/error.js';
import { prepareDatabase } from '../../demo/server/database/prepare.js';
import { until } from '../support/until.js';
import { Demo, SEEDED_AT, writing } from './demo.js';

const unaborted = () => new AbortController().signal;

describe('where the values of the demo’s contacts come from', () => {
  let demo: Demo;

  before(async () => {
    demo = await Demo.open();
  });
  after(() => demo.close());

  const provenanceFor = async (userId: string, id: string) =>
    (await (await demo.adapter(userId)).load(id, { signal: unaborted() })).contact.provenance ?? {};

  test('the seed knows it: the channel, the phone number, a person by name, another program', async () => {
    const { country, email, language, orders } = await provenanceFor('u_olivia', 'c_1001');
    assert.deepEqual([country?.source, email?.source, email?.by], ['phone', 'channel', 'Email']);
    assert.deepEqual([language?.source, language?.by], ['person', 'Olivia Marsh']);
    assert.deepEqual([orders?.source, orders?.by], ['api', 'the shop']);
  });

  test('a save notes the person for what it changes, and leaves the rest', async () => {
    const before = await provenanceFor('u_amara', 'c_1020');
    const { contact } = await (await demo.adapter('u_amara')).load('c_1020', { signal: unaborted() });
    const patch = { firstName: 'Renamed', lastName: contact.lastName ?? null, custom: { company: 'Hale' } };
    const { provenance = {} } = await (await demo.adapter('u_amara')).save('c_1020', patch, writing());
    assert.deepEqual(
      ['firstName', 'company'].map((key) => provenance[key]?.by),
      ['Amara Okafor', 'Amara Okafor'],
    );
    assert.ok(before['lastName']);
    assert.deepEqual(provenance['lastName'], before['lastName']);
  });

  test('a country comes from the phone number where there was none and it is the one of that', async () => {
    const owner = await demo.adapter('u_olivia');
    const saved = async (patch: object) => (await owner.save('c_1021', patch, writing())).provenance?.['country'];
    await saved({ country: null, phone: '+4930901820' });
    assert.deepEqual(pick(await saved({ country: 'DE' })), ['phone', undefined]);
    assert.deepEqual(pick(await saved({ country: 'AT' })), ['person', 'Olivia Marsh']);
    assert.deepEqual(pick(await saved({ country: 'DE' })), ['person', 'Olivia Marsh']);
    await saved({ country: null });
    assert.deepEqual(pick(await saved({ country: 'FR' })), ['person', 'Olivia Marsh']);
    await saved({ country: null });
    assert.deepEqual(pick(await saved({ country: 'ES', phone: '+34600111299' })), ['phone', undefined]);
  });

  test('a viewer is not told it of what is masked or hidden, nor that the country is the one of a masked number', async () => {
    const told = Object.keys(await provenanceFor('u_leila', 'c_1001'));
    assert.ok(told.includes('firstName') && told.includes('language'));
    for (const key of ['email', 'phone', 'country', 'lifetimeValue']) assert.ok(!told.includes(key), key);
    const owner = Object.keys(await provenanceFor('u_olivia', 'c_1001'));
    for (const key of ['email', 'phone', 'country', 'lifetimeValue']) assert.ok(owner.includes(key), key);
  });

  test('live updates and conflicts tell it too, each reader what they may see', async () => {
    const owner = await demo.adapter('u_olivia');
    const heard: Contact[] = [];
    const stop = (await demo.adapter('u_leila')).watch('c_1022', (contact) => heard.push(contact));
    const { contact } = await owner.load('c_1022', { signal: unaborted() });
    await owner.save('c_1022', { lastName: 'Told', email: 'told@example.com' }, writing());
    await until(() => heard.at(-1)?.lastName === 'Told', 'the news');
    stop();
    assert.equal(heard.at(-1)?.provenance?.['lastName']?.by, 'Olivia Marsh');
    assert.equal(heard.at(-1)?.provenance?.['email'], undefined);
    const version = contact.version ?? '';
    const late = (await demo.adapter('u_amara')).save('c_1022', { lastName: 'Late' }, { ...writing(), version });
    const error = await late.then(() => undefined, ContactError.from);
    assert.deepEqual([error?.code, error?.current?.provenance?.['lastName']?.by], ['conflict', 'Olivia Marsh']);
  });

  test('a database of the time when only edits were noted keeps what it knows', async () => {
    await demo.database.script(`
      ALTER TABLE contacts ADD COLUMN last_edits jsonb NOT NULL DEFAULT '{}';
      UPDATE contacts SET last_edits = '{"phone": {"by": "u_amara", "at": "2026-11-20T12:00:00.000Z"}}' WHERE id = 'c_1023';
    `);
    await prepareDatabase(demo.database, SEEDED_AT);
    const expected = { phone: { source: 'person', by: 'Amara Okafor', at: '2026-11-20T12:00:00.000Z' } };
    assert.deepEqual(await provenanceFor('u_olivia', 'c_1023'), expected);
    await prepareDatabase(demo.database, SEEDED_AT);
    assert.deepEqual(await provenanceFor('u_olivia', 'c_1023'), expected);
  });
});

function pick(origin: { readonly source: string; readonly by?: string } | undefined): readonly unknown[] {
  return [origin?.source, origin?.by];
}
