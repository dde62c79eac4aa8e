import { expectEqual, expectFailure, expectThat } from './expect.js';
import { contractCase, read, tagNames, writing } from './contract-case.js';
import type { ContractCase } from './contract-case.js';
import { ID } from './seed.js';

/** What is true of adding and removing tags. */
export const tags: readonly ContractCase[] = [
  contractCase('addTag puts a known tag on the contact by its id, beside the others', ['addTag'], async (adapter) => {
    const answer = await adapter.addTag(ID.ana, { id: ID.lead }, writing());
    expectEqual(tagNames(answer), ['Lead', 'VIP'], 'the tags of the answer');
    expectEqual(tagNames(await read(adapter, ID.ana)), ['Lead', 'VIP'], 'the tags read again');
  }),
  contractCase('addTag makes a tag of a new name, with an id of its own', ['addTag'], async (adapter) => {
    await adapter.addTag(ID.bo, { name: 'Brand new' }, writing());
    await adapter.addTag(ID.bo, { name: 'Newer still' }, writing());
    const bo = await read(adapter, ID.bo);
    expectEqual(tagNames(bo), ['Brand new', 'Newer still'], 'the tags');
    expectEqual(new Set(bo.tags?.map(({ id }) => id)).size, 2, 'the number of ids');
  }),
  contractCase(
    'addTag uses the known tag whose name is the same but for case, accents and Unicode form',
    ['addTag'],
    async (adapter) => {
      for (const [name, id] of [
        ['vip', ID.vip],
        ['elodie', 't_elodie'],
        ['E\u0301LODIE', 't_elodie'],
        ['STRASSE', 't_strasse'],
      ] as const) {
        const { tags: added = [] } = await adapter.addTag(ID.bo, { name }, writing());
        expectThat(
          added.some((tag) => tag.id === id),
          `expected "${name}" to be the known tag`,
        );
      }
      expectEqual(tagNames(await read(adapter, ID.bo)), ['Straße', 'VIP', 'Élodie'], 'the tags');
    },
  ),
  contractCase('addTag uses a tag made a moment ago, on another contact too', ['addTag'], async (adapter) => {
    const ana = await adapter.addTag(ID.ana, { name: 'Fresh' }, writing());
    const bo = await adapter.addTag(ID.bo, { name: 'FRESH' }, writing());
    expectEqual(bo.tags?.[0]?.id, ana.tags?.find(({ name }) => name === 'Fresh')?.id, 'the id of the tag');
  }),
  contractCase('adding a tag that is there changes nothing', ['addTag'], async (adapter) => {
    const before = await read(adapter, ID.ana);
    await adapter.addTag(ID.ana, { id: ID.vip }, writing());
    await adapter.addTag(ID.ana, { name: 'Vip' }, writing());
    const after = await read(adapter, ID.ana);
    expectEqual([tagNames(after), after.version], [['VIP'], before.version], 'tags and version');
  }),
  contractCase('an addition repeated under its key is done once', ['addTag', 'removeTag', 'idempotency'], async (adapter) => {
    const write = writing();
    const added = await adapter.addTag(ID.bo, { name: 'Once' }, write);
    await adapter.removeTag(ID.bo, added.tags?.[0]?.id ?? '', writing());
    await adapter.addTag(ID.bo, { name: 'Once' }, write);
    expectEqual(tagNames(await read(adapter, ID.bo)), [], 'the tags after the tag was removed again');
  }),
  contractCase('tags added at the same time are all there', ['addTag'], async (adapter) => {
    const names = ['Eins', 'Lead', 'Deux', 'Três'];
    await Promise.all(names.map((name) => adapter.addTag(ID.bo, { name }, writing())));
    expectEqual(tagNames(await read(adapter, ID.bo)), [...names].sort(), 'the tags');
  }),
  contractCase('a new name added twice at the same time makes one tag', ['addTag'], async (adapter) => {
    await Promise.all([ID.ana, ID.bo].map((id) => adapter.addTag(id, { name: 'Twin' }, writing())));
    const [ana, bo] = [await read(adapter, ID.ana), await read(adapter, ID.bo)];
    expectEqual(bo.tags?.[0]?.id, ana.tags?.find(({ name }) => name === 'Twin')?.id, 'the id of the tag');
  }),
  contractCase(
    'tags are added and removed over an outdated version: they never conflict',
    ['addTag', 'removeTag'],
    async (adapter) => {
      const { version } = await read(adapter, ID.ana);
      await adapter.addTag(ID.ana, { name: 'Somebody else’s' }, writing());
      await adapter.addTag(ID.ana, { id: ID.lead }, writing(version));
      await adapter.removeTag(ID.ana, ID.vip, writing(version));
      expectEqual(tagNames(await read(adapter, ID.ana)), ['Lead', 'Somebody else’s'], 'the tags');
    },
  ),
  contractCase('removeTag takes off that tag and no other', ['addTag', 'removeTag'], async (adapter) => {
    await adapter.addTag(ID.ana, { id: ID.lead }, writing());
    expectEqual(tagNames(await adapter.removeTag(ID.ana, ID.vip, writing())), ['Lead'], 'the tags of the answer');
    expectEqual(tagNames(await read(adapter, ID.ana)), ['Lead'], 'the tags read again');
  }),
  contractCase('removing a tag that is not there, or that nobody knows, changes nothing', ['removeTag'], async (adapter) => {
    const before = await read(adapter, ID.ana);
    for (const tagId of [ID.lead, 't_missing', '__proto__']) await adapter.removeTag(ID.ana, tagId, writing());
    const after = await read(adapter, ID.ana);
    expectEqual([tagNames(after), after.version], [['VIP'], before.version], 'tags and version');
  }),
  contractCase('addTag keeps a name code point for code point, up to 255 of them', ['addTag'], async (adapter) => {
    const names = [
      'e\u0301te\u0301',
      '__proto__',
      'constructor',
      "'); DROP TABLE tags;--",
      '<img src=x onerror=alert(1)>',
      '😀'.repeat(255),
    ];
    for (const name of names) await adapter.addTag(ID.bo, { name }, writing());
    expectEqual(tagNames(await read(adapter, ID.bo)), [...names].sort(), 'the tags');
  }),
  contractCase('addTag refuses an empty name and one of 256 code points as invalid', ['addTag'], async (adapter) => {
    for (const name of ['', '  ', '😀'.repeat(256)]) await expectFailure(adapter.addTag(ID.bo, { name }, writing()), 'invalid');
    expectEqual(tagNames(await read(adapter, ID.bo)), [], 'the tags');
  }),
  // Not `not-found`: that would say that the contact is gone.
  contractCase('addTag refuses the id of a tag that nobody knows as invalid', ['addTag'], async (adapter) => {
    await expectFailure(adapter.addTag(ID.bo, { id: 't_missing' }, writing()), 'invalid');
    expectEqual(tagNames(await read(adapter, ID.bo)), [], 'the tags');
  }),
  contractCase('addTag fails with not-found or gone where there is no such contact', ['addTag'], async (adapter) => {
    await expectFailure(adapter.addTag(ID.missing, { id: ID.vip }, writing()), 'not-found', 'gone');
    await expectFailure(adapter.addTag(ID.missing, { name: 'New' }, writing()), 'not-found', 'gone');
  }),
  contractCase('removeTag fails with not-found or gone where there is no such contact', ['removeTag'], async (adapter) => {
    await expectFailure(adapter.removeTag(ID.missing, ID.vip, writing()), 'not-found', 'gone');
  }),
  contractCase('a tag on the contact gives it another version', ['addTag', 'versions'], async (adapter) => {
    const { version } = await read(adapter, ID.ana);
    const tagged = await adapter.addTag(ID.ana, { id: ID.lead }, writing());
    expectThat(tagged.version !== version, 'expected another version after a tag was added');
  }),
];
