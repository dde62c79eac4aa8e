import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { ImportOutcome, ImportRow } from '../../demo/server/contacts/contact-import.js';
import { Demo } from './demo.js';

describe('the import of contacts', () => {
  let demo: Demo;

  before(async () => {
    demo = await Demo.open();
  });
  after(() => demo.close());

  const send = async (
    rows: readonly Partial<ImportRow>[],
    { importId = crypto.randomUUID(), isDryRun = false, as = 'u_mateo' } = {},
  ) => {
    const body = { importId, isDryRun, rows: rows.map((row, index) => ({ row: index + 1, values: {}, tags: [], ...row })) };
    return (await demo.as(as))('POST', '/app/import', { body });
  };
  const outcomesOf = async (response: Response) =>
    ((await response.json()) as { outcomes: ImportOutcome[] }).outcomes.map(({ outcome, reason = '' }) => [outcome, reason]);
  const load = async (id: string) =>
    (await (await demo.adapter('u_olivia')).load(id, { signal: new AbortController().signal })).contact;

  test('adds a contact with values, tags, the channels that can be started, and where it all comes from', async () => {
    const importId = crypto.randomUUID();
    const values = {
      firstName: 'Ada',
      email: 'ada@import.example',
      phone: '+49 30 901820',
      newsletter: 'yes',
      plan: 'Trade',
      floor: '3',
    };
    const response = await send([{ values, tags: ['vip', 'From the fair'] }], { importId });
    assert.deepEqual(await outcomesOf(response), [['added', '']]);
    const contact = await load(`c_${importId}_1`);
    assert.deepEqual([contact.firstName, contact.phone, contact.country], ['Ada', '+4930901820', 'DE']);
    assert.deepEqual(contact.custom, { newsletter: true, plan: 'trade', floor: 3 });
    assert.deepEqual(
      contact.tags?.map(({ name }) => name),
      ['VIP', 'From the fair'],
    );
    assert.deepEqual(
      contact.channels?.map(({ type, state }) => `${type} ${state}`),
      ['email inactive', 'whatsapp inactive', 'sms inactive'],
    );
    const { country, email, plan } = contact.provenance ?? {};
    assert.deepEqual([email?.source, email?.by, plan?.source, country?.source], ['import', 'Mateo Rivera', 'import', 'phone']);
  });

  test('takes further email addresses and phone numbers along, each once, by which the contact is found', async () => {
    const importId = crypto.randomUUID();
    const row = {
      values: { firstName: 'Grace', email: 'grace@import.example', phone: '+49 30 901821' },
      emails: ['grace@work.example', 'GRACE@import.example', ' '],
      phones: ['+49 30 901822'],
    };
    assert.deepEqual(await outcomesOf(await send([row], { importId })), [['added', '']]);
    const { email, emails, phone, phones } = await load(`c_${importId}_1`);
    assert.deepEqual([email, phone], ['grace@import.example', '+4930901821']);
    const entry = (value: string, isPrimary = false) => ({ value, isPrimary });
    assert.deepEqual(emails, [entry('grace@import.example', true), entry('grace@work.example')]);
    assert.deepEqual(phones, [entry('+4930901821', true), entry('+4930901822')]);
    assert.equal(await demo.count('contacts', `search_text LIKE '%grace@work.example%'`), 1);
    const [[outcome, reason] = []] = await outcomesOf(await send([{ ...row, emails: ['no address'] }]));
    assert.deepEqual([outcome, reason], ['invalid', 'email: must be an email address']);
  });

  test('a row that has only further addresses has the first of them as its own, which is compared like any', async () => {
    const rows = [{ emails: ['only@import.example'] }, { values: { firstName: 'Second', email: 'ONLY@import.example' } }];
    const outcomes = await outcomesOf(await send(rows.map((row) => ({ values: { firstName: 'First' }, ...row }))));
    assert.deepEqual(outcomes, [
      ['added', ''],
      ['duplicate', 'The email address is in a row before this one'],
    ]);
  });

  test('skips whoever is there already, by email address or phone number however they are written, and says so', async () => {
    const before = await demo.count('contacts');
    const outcomes = await outcomesOf(
      await send([
        { values: { firstName: 'Again', email: 'AMELIE@atelier-fontaine.example' } },
        { values: { firstName: 'Again', phone: '+1 (514) 555-0142' } },
        { values: { firstName: 'First', country: 'germany', email: 'twice@import.example' } },
        { values: { firstName: 'Second', email: 'Twice@import.example' } },
      ]),
    );
    assert.deepEqual(outcomes, [
      ['duplicate', 'The email address belongs to a contact that is there already'],
      ['duplicate', 'The phone number belongs to a contact that is there already'],
      ['added', ''],
      ['duplicate', 'The email address is in a row before this one'],
    ]);
    assert.equal(await demo.count('contacts'), before + 1);
  });

  test('skips rows in which something is wrong, and says what, and adds the others', async () => {
    const outcomes = await outcomesOf(
      await send([
        { values: { firstName: 'Bad', email: 'no address' } },
        { values: { firstName: ' ' } },
        { values: { firstName: 'Bad', floor: 'third', country: 'Atlantis' } },
        { values: { firstName: 'Bad', nothing: 'of the kind' } },
        { values: { firstName: 'Bad', bankAccount: '10042' } },
        { values: { firstName: 'Good' } },
      ]),
    );
    assert.deepEqual(
      outcomes.map(([outcome]) => outcome),
      ['invalid', 'invalid', 'invalid', 'invalid', 'invalid', 'added'],
    );
    assert.deepEqual(
      outcomes.slice(0, 4).map(([, reason]) => reason),
      [
        'email: must be an email address',
        'The row is empty',
        'country: must be a country code; floor: must be a number',
        'nothing: is not a field',
      ],
    );
  });

  test('a dry run says the same and changes nothing', async () => {
    const [contacts, tags] = [await demo.count('contacts'), await demo.count('tags')];
    const rows = [
      { values: { firstName: 'Dry', email: 'dry@import.example' }, tags: ['Unheard of'] },
      { values: { email: 'x' } },
    ];
    assert.deepEqual(
      (await outcomesOf(await send(rows, { isDryRun: true }))).map(([outcome]) => outcome),
      ['added', 'invalid'],
    );
    assert.deepEqual([await demo.count('contacts'), await demo.count('tags')], [contacts, tags]);
  });

  test('the same rows sent again, as after a lost answer, are the contacts that they were', async () => {
    const importId = crypto.randomUUID();
    const rows = [{ values: { firstName: 'Once', email: 'once@import.example' } }];
    const before = await demo.count('contacts');
    for (let time = 0; time < 2; time++) assert.deepEqual(await outcomesOf(await send(rows, { importId })), [['added', '']]);
    assert.equal(await demo.count('contacts'), before + 1);
    assert.deepEqual(
      (await outcomesOf(await send(rows))).map(([outcome]) => outcome),
      ['duplicate'],
    );
  });

  test('goes into the workspace of whoever imports, and sees no other', async () => {
    const importId = crypto.randomUUID();
    const outcomes = await outcomesOf(
      await send([{ values: { firstName: 'Ours', email: 'amelie@atelier-fontaine.example' } }], { importId, as: 'u_ida' }),
    );
    assert.deepEqual(outcomes, [['added', '']]);
    await assert.rejects(load(`c_${importId}_1`), { code: 'not-found' });
  });

  test('refuses what is no import', async () => {
    for (const body of [
      {},
      { importId: 'x', rows: [] },
      { importId: crypto.randomUUID(), rows: [{ row: 0, values: {}, tags: [] }] },
    ]) {
      assert.equal((await (await demo.as('u_mateo'))('POST', '/app/import', { body })).status, 422);
    }
    const many = Array.from({ length: 101 }, () => ({ values: { firstName: 'Many' } }));
    assert.equal((await send(many)).status, 422);
  });
});
