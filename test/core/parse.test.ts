import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { ContactError } from '../../src/core/error.js';
import { parseContact, parseOptions, parseSnapshot, parseTags } from '../../src/core/parse.js';

const ACCEPTED: readonly (readonly [name: string, input: object, expected: object])[] = [
  ['a number for a text', { id: 7, phone: 4930 }, { id: '7', phone: '4930' }],
  ['null for nothing', { firstName: null, assignee: null, tags: null, custom: null }, {}],
  ['a text for a tag', { tags: ['VIP'] }, { tags: [{ id: 'VIP', name: 'VIP' }] }],
  ['a tag without an id', { tags: [{ name: 'VIP', color: 'red' }] }, { tags: [{ id: 'VIP', name: 'VIP', color: 'red' }] }],
  ['a text for a person', { assignee: 'p1' }, { assignee: { id: 'p1', name: 'p1' } }],
  ['a text for a channel', { channels: ['email'] }, { channels: [{ id: 'email', type: 'email', state: 'active' }] }],
  [
    'a state from the future, carefully',
    { channels: [{ type: 'sms', state: 'paused' }] },
    { channels: [{ id: 'sms', type: 'sms', state: 'unavailable' }] },
  ],
  [
    'custom values of every kind',
    { custom: { a: 1, b: true, c: ['x', 2], d: null } },
    { custom: { a: 1, b: true, c: ['x', '2'] } },
  ],
  [
    'who edited a field last',
    {
      provenance: {
        phone: { source: 'person', by: 'Ana', at: '2026-11-20T12:00:00Z' },
        ['__proto__']: null,
        email: { by: 'Ana' },
      },
    },
    { provenance: { phone: { source: 'person', by: 'Ana', at: '2026-11-20T12:00:00Z' } } },
  ],
  ['unknown members, without them', { surprise: { deep: [] } }, {}],
];

for (const [name, input, expected] of ACCEPTED) {
  test(`takes ${name}`, () => {
    const id = 'id' in input ? String(input.id) : 'c1';
    assert.deepEqual(parseContact({ id, ...input }, id), { id, ...expected });
  });
}

const REFUSED: readonly (readonly [path: string, input: unknown])[] = [
  ['answer', null],
  ['answer', []],
  ['answer', '<html>'],
  ['answer.contact', {}],
  ['contact.id of another contact', { contact: { id: 'somebody else' } }],
  ['contact.id', { contact: { firstName: 'Maya' } }],
  ['contact', { contact: 'c1' }],
  ['contact.email', { contact: { id: 'c1', email: {} } }],
  ['contact.email', { contact: { id: 'c1', email: true } }],
  ['contact.tags', { contact: { id: 'c1', tags: {} } }],
  ['contact.tags.1', { contact: { id: 'c1', tags: ['a', null] } }],
  ['contact.tags.0.name', { contact: { id: 'c1', tags: [{ id: 't' }] } }],
  ['contact.channels.0.type', { contact: { id: 'c1', channels: [{}] } }],
  ['contact.assignee.id', { contact: { id: 'c1', assignee: { name: 'P' } } }],
  ['contact.custom', { contact: { id: 'c1', custom: [] } }],
  ['answer.fields', { contact: { id: 'c1' }, fields: {} }],
  ['answer.me.id', { contact: { id: 'c1' }, me: { name: 'Olga' } }],
  ['answer.me', { contact: { id: 'c1' }, me: true }],
  ['answer.can.delete', { contact: { id: 'c1' }, can: { delete: 'true' } }],
];

for (const [path, input] of REFUSED) {
  test(`refuses ${JSON.stringify(input)}, naming ${path}`, () => {
    assert.throws(() => parseSnapshot(input, 'c1'), { code: 'invalid-data', message: `Not understood: ${path}` });
  });
}

const ODD_VALUES: readonly (readonly [value: unknown, text: string])[] = [
  [{ city: 'X' }, '{"city":"X"}'],
  [['x', null], '["x",null]'],
  [[[]], '[[]]'],
  [{}, '{}'],
  [{ id: 'p', name: {} }, '{"id":"p","name":{}}'],
  [Number.NaN, 'NaN'],
  [12n, '12'],
];

for (const [value, shown] of ODD_VALUES) {
  test(`an odd custom value is a text that is shown only: ${shown}`, () => {
    const fields = [
      { key: 'x', type: 'date', label: 'X' },
      { key: 'y', type: 'date' },
    ];
    const answer = parseSnapshot(
      { contact: { id: 'c1', email: 'a@b.example', custom: { x: value, y: '2024-01-01' } }, fields },
      'c1',
    );
    assert.deepEqual(answer, {
      contact: { id: 'c1', email: 'a@b.example', custom: { x: shown, y: '2024-01-01' } },
      fields: [{ key: 'x', type: 'text', label: 'X', readonly: true }, fields[1]],
      odd: ['contact.custom.x'],
    });
    assert.deepEqual(parseContact({ id: 'c1', custom: { x: value } }, 'c1').custom, { x: shown });
  });
}

const ODD_DEFINITIONS: readonly (readonly [input: unknown, understood: object | undefined, path: string])[] = [
  ['plan', { key: 'plan', type: 'text', readonly: true }, 'answer.fields.0'],
  [{ type: 'text' }, undefined, 'answer.fields.0'],
  [null, undefined, 'answer.fields.0'],
  [true, undefined, 'answer.fields.0'],
  [['plan'], undefined, 'answer.fields.0'],
  [{ key: 'x', required: 'yes' }, { key: 'x', type: 'text', readonly: true }, 'answer.fields.0.required'],
  [{ key: 'x', type: 'date', maxLength: 'long' }, { key: 'x', type: 'date', readonly: true }, 'answer.fields.0.maxLength'],
  [{ key: 'x', type: {}, readonly: 'no' }, { key: 'x', type: 'text', readonly: true }, 'answer.fields.0.type'],
  [
    { key: 'x', access: 'mask', label: [] },
    { key: 'x', type: 'text', access: 'mask', readonly: true },
    'answer.fields.0.label',
  ],
  [{ key: 'x', access: {} }, { key: 'x', type: 'text', access: 'hide' }, ''],
  [{ key: 'x', options: ['a', null] }, { key: 'x', type: 'text', readonly: true }, 'answer.fields.0.options'],
];

for (const [input, understood, path] of ODD_DEFINITIONS) {
  test(`an odd definition costs that field only: ${JSON.stringify(input)}`, () => {
    const { fields, odd = [] } = parseSnapshot({ contact: { id: 'c1' }, fields: [input, { key: 'fine' }] }, 'c1');
    assert.deepEqual(fields, [...(understood ? [understood] : []), { key: 'fine', type: 'text' }]);
    assert.equal(odd[0] ?? '', path);
  });
}

test('what another hop found odd is still known', () => {
  const first = parseSnapshot({ contact: { id: 'c1', custom: { x: {} } }, fields: [{ key: 'x' }] }, 'c1');
  assert.deepEqual(parseSnapshot(JSON.parse(JSON.stringify(first)), 'c1'), first);
});

test('an access from the future hides the field', () => {
  const { fields } = parseSnapshot({ contact: { id: 'c1' }, fields: [{ key: 'salary', access: 'audit' }] }, 'c1');
  assert.deepEqual(fields, [{ key: 'salary', type: 'text', access: 'hide' }]);
});

test('the currency of a field and the description of a choice are taken', () => {
  const option = { value: 'pro', label: 'Pro', description: 'For teams' };
  const definition = { key: 'plan', type: 'list', currency: 'EUR', options: [option] };
  const { fields } = parseSnapshot({ contact: { id: 'c1' }, fields: [definition] }, 'c1');
  assert.deepEqual(fields, [definition]);
  assert.deepEqual(parseOptions([option]), [option]);
});

test('a currency is a code of three capital letters; any other is left out, and told', () => {
  const currencyOf = (currency: unknown) => {
    const snapshot = parseSnapshot({ contact: { id: 'c1' }, fields: [{ key: 'total', type: 'currency', currency }] }, 'c1');
    return [snapshot.fields?.[0]?.currency, snapshot.odd ?? []];
  };
  assert.deepEqual(currencyOf('EUR'), ['EUR', []]);
  for (const odd of ['euro', 'eur', '€', {}])
    assert.deepEqual(currencyOf(odd), [undefined, ['answer.fields.0.currency']], String(odd));
});

test('a permission that is not given is not there', () => {
  assert.deepEqual(parseSnapshot({ contact: { id: 'c1' }, can: { edit: true, delete: null } }, 'c1').can, { edit: true });
  assert.equal(parseSnapshot({ contact: { id: 'c1' } }, 'c1').can, undefined);
});

test('who asks may be told by id alone, or not at all', () => {
  assert.deepEqual(parseSnapshot({ contact: { id: 'c1' }, me: 'u1' }, 'c1').me, { id: 'u1', name: 'u1' });
  assert.equal('me' in parseSnapshot({ contact: { id: 'c1' }, me: null }, 'c1'), false);
});

test('what a prototype holds is not part of an answer', () => {
  const inherited = Object.assign(Object.create({ firstName: 'inherited', id: 'c1' }) as object, { id: 'c1' });
  assert.deepEqual(parseContact(inherited, 'c1'), { id: 'c1' });
});

test('hostile keys of a custom field are kept as keys', () => {
  const input: unknown = JSON.parse('{"id":"c1","custom":{"__proto__":"a","constructor":"b"}}');
  const { custom = {} } = parseContact(input, 'c1');
  assert.deepEqual(Object.entries(custom), [
    ['__proto__', 'a'],
    ['constructor', 'b'],
  ]);
  assert.equal(Object.getPrototypeOf(custom), Object.prototype);
});

test('a megabyte of text and ten thousand tags are taken as they are', () => {
  const firstName = '\ud800x'.repeat(500_000);
  const tags = Array.from({ length: 10_000 }, (_, index) => `tag ${index}`);
  const contact = parseContact({ id: 'c1', firstName, tags }, 'c1');
  assert.equal(contact.firstName, firstName);
  assert.equal(contact.tags?.length, 10_000);
});

test('whatever comes, it is understood or refused in our own words, and no prototype changes', () => {
  const names = [
    'id',
    'contact',
    'fields',
    'can',
    'tags',
    'custom',
    'channels',
    'assignee',
    'name',
    'key',
    'type',
    '__proto__',
  ];
  const key = fc.oneof(fc.constantFrom(...names), fc.string());
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.oneof(fc.constant('c1'), fc.anything()),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.array(fc.tuple(key, tie('value')), { maxLength: 6 }).map((entries) => Object.fromEntries(entries) as object),
    ),
  }));
  const own = Reflect.ownKeys(Object.prototype);
  const input = fc.oneof(
    value,
    fc.record({ contact: fc.record({ id: fc.constant('c1'), custom: value, tags: value }), fields: value }),
  );
  fc.assert(
    fc.property(input, (answer) => {
      for (const parse of [() => parseSnapshot(answer, 'c1'), () => parseTags(answer), () => parseOptions(answer)]) {
        try {
          parse();
        } catch (error) {
          assert.ok(error instanceof ContactError && error.code === 'invalid-data', String(error));
        }
      }
    }),
    { numRuns: 3_000 },
  );
  assert.deepEqual(Reflect.ownKeys(Object.prototype), own);
});
