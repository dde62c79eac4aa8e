import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkedValues, pointerOf } from '../../demo/server/contacts/patch-rules.js';
import { valueProblem } from '../../demo/server/contacts/value-rules.js';
import { ContactError } from '../../src/core/error.js';
import type { Contact, ContactPatch, FieldValue } from '../../src/core/contact.js';
import type { FieldDefinition } from '../../src/core/field-definition.js';

const options = [{ value: 'a', label: 'A' }];

/** For each type: what its fields take, and what they do not. */
const TABLE: Readonly<Record<string, readonly [right: readonly FieldValue[], wrong: readonly FieldValue[]]>> = {
  text: [
    ['x', '0', 'x'.repeat(255), '😀'.repeat(255)],
    ['x'.repeat(256), 7, true, ['x']],
  ],
  textarea: [['a\nb'], [1]],
  email: [
    ['a@b.example', 'ä.ö+1@exämple.co'],
    ['a', 'a@b', 'a b@c.de', '@b.de', 'a@b.', 'a@.de', 'a@b..de', 'a@@b.de', '<a@b.de>', `${'a'.repeat(250)}@b.de`],
  ],
  phone: [
    [
      ...['+15145550142', '+1 (514) 555-0142', '030/90 18 20', '112', '+123456789012345', '+5215512345678'],
      ...['+1 202 555 0100 ext. 12', '(201) 555-0123 x45', 'tel:+1-202-555-0100;ext=12', '+7 495 123-45-67 доб. 12'],
      ...['+44 (0)20 7946 0018', '٠١٢٣٤٥٦٧٨٩', '＋６０　１２－３４５－６７８９', '\u202a+60 12\u2011345 6789\u202c'],
      '030 123456 / 0170 1234567',
    ],
    [
      ...['none', '12', '+0301234567', '+', '++49301234567', '030 x', 'ask for Bernd, ext. 12', '+1234567890123456', '+1'],
      ...['x 12', '1-800-FLOWERS', 'tel:+60123456789;phone-context=evil.example', '1'.repeat(21), '<b>+49 30 901820</b>'],
    ],
  ],
  url: [
    ['https://a.example/x?y#z', 'mailto:a@b.de'],
    ['a.example', '//a.example', 'javascript:alert(1)', 'data:text/html,x', `https://a.example/${'x'.repeat(2_048)}`],
  ],
  country: [
    ['CA', 'XK', 'ca', 'De'],
    ['CAN', 'ZZ9', 'AB', 'ZZ', 'XA', 'EU', 7],
  ],
  language: [
    ['de', 'fr-CA', 'zh-Hant-TW', 'fr_CA', 'zh_Hant_TW'],
    ['d', 'deutsch!', 'de, fr', `de-${'x-abcdefgh'.repeat(4)}`],
  ],
  list: [['a'], ['b', 'A', ['a']]],
  multilist: [[['a']], [['b'], ['a', 'b'], ['a', 'a'], 'a', { id: 'a', name: 'A' }]],
  checkbox: [
    [true, false],
    ['true', 1, 0, ['true']],
  ],
  number: [
    [0, -1.5, 1e21],
    ['1', Number.NaN, Infinity, -Infinity, true],
  ],
  currency: [[0, 12.34], ['12']],
  percent: [[0, 100], ['5']],
  date: [
    ['2024-02-29', '0999-12-31', '0004-02-29'],
    [
      '2023-02-29',
      '2024-13-01',
      '2024-1-1',
      '12024-01-01',
      '+012024-01-01',
      '2024-02-29T00:00',
      '2024-04-31',
      '24-01-01',
      ' 2024-01-01',
    ],
  ],
  time: [
    ['00:00', '23:59'],
    ['24:00', '9:30', '09:60', '09:30:00', '09:30Z'],
  ],
  datetime: [
    [
      '2024-02-29T09:30:00Z',
      '2024-02-29T09:30+02:00',
      '2024-02-29T09:30',
      '2024-02-29T23:59:59.123Z',
      '9999-12-31T23:59-05:00',
    ],
    [
      ...['2024-02-29', 'yesterday', '2024-02-29T99:00Z', '2023-02-29T09:30Z', '2024-02-29T24:00Z', '2024-02-29 09:30'],
      ...['12024-02-29T09:30Z', '+010000-01-01T00:00Z', '2024-05-01 10:00:00+00'],
    ],
  ],
  person: [[{ id: 'u_1', name: 'Olga' }], ['u_1', 1, ['u_1']]],
};

describe('the values of fields', () => {
  for (const [type, [right, wrong]] of Object.entries(TABLE)) {
    const field: FieldDefinition = { key: 'k', type, ...(type.endsWith('list') ? { options } : {}) };
    test(`${type} takes what is one`, () => {
      for (const value of right) assert.equal(valueProblem(value, field), undefined, JSON.stringify(value));
    });
    test(`${type} refuses what is none`, () => {
      for (const value of wrong) assert.notEqual(valueProblem(value, field), undefined, JSON.stringify(value));
    });
    test(`${type} may be empty unless it is required`, () => {
      for (const empty of [null, '', ' ', '\u200b', '\u3164', []]) {
        assert.equal(valueProblem(empty, field), undefined);
        assert.equal(valueProblem(empty, { ...field, required: true }), 'is required');
      }
    });
  }

  test('limits of the definition hold: least, most, length and pattern', () => {
    const number = { key: 'k', type: 'number', min: 1, max: '10' };
    assert.deepEqual(
      [0, 1, 10, 11].map((value) => valueProblem(value, number) === undefined),
      [false, true, true, false],
    );
    const date = { key: 'k', type: 'date', min: '2024-01-01' };
    assert.deepEqual(
      ['2023-12-31', '2024-01-01'].map((value) => valueProblem(value, date) === undefined),
      [false, true],
    );
    const datetime = { key: 'k', type: 'datetime', min: '2024-01-01T12:00Z', max: '2024-01-01T14:00+01:00' };
    assert.deepEqual(
      ['2024-01-01T11:59Z', '2024-01-01T12:59+01:00', '2024-01-01T13:00+01:00', '2024-01-01T13:00', '2024-01-01T13:01'].map(
        (value) => valueProblem(value, datetime) === undefined,
      ),
      [false, false, true, true, false],
    );
    const database = { key: 'k', type: 'datetime', min: '2024-01-01 12:00:00+00', max: '2024-01-01 18:30:00.5+05:30' };
    assert.deepEqual(
      ['2024-01-01T11:59Z', '2024-01-01T12:00Z', '2024-01-01T13:00Z', '2024-01-01T13:01Z'].map(
        (value) => valueProblem(value, database) === undefined,
      ),
      [false, true, true, false],
    );
    const time = { key: 'k', type: 'time', min: '09:00', max: '17:30' };
    assert.deepEqual(
      ['08:59', '09:00', '17:30', '17:31'].map((value) => valueProblem(value, time) === undefined),
      [false, true, true, false],
    );
    const text = { key: 'k', type: 'text', maxLength: 4, pattern: '[a-z]+|\\d+', patternHint: 'letters or digits' };
    assert.deepEqual(
      ['abcd', '12', 'a1', 'abcde'].map((value) => valueProblem(value, text)),
      [...[undefined, undefined, 'letters or digits', 'must be at most 4 characters long']],
    );
  });
});

test('a pattern means what it means in the panel, and never takes long', () => {
  const table = [
    ['^[0-9()\\- ]+$', '(030) 1', 'x'],
    ["[a-z\\'_]+", "o'b", 'O'],
    ['/^[A-Z]{3}$/i', 'abc', 'ab'],
    ['(a+)+', 'a'.repeat(200), `${'a'.repeat(200)}!`],
  ] as const;
  for (const [pattern, right, wrong] of table) {
    const field = { key: 'k', type: 'text', pattern };
    assert.equal(valueProblem(right, field), undefined, pattern);
    assert.equal(valueProblem(wrong, field), 'must match the pattern', pattern);
  }
});

test('a limit that is none demands nothing', () => {
  for (const limit of ['', 'soon', '1e', '2024-02-30']) {
    for (const [type, value] of Object.entries({
      number: 1,
      date: '2024-01-01',
      time: '09:00',
      datetime: '2024-01-01T09:00Z',
    })) {
      assert.equal(valueProblem(value, { key: 'k', type, min: limit, max: limit }), undefined, `${type} ${limit}`);
    }
  }
});

test('a type that nobody knows is checked as text, even one that every object has as a member', () => {
  for (const type of ['rating', 'constructor', '__proto__', 'toString']) {
    assert.equal(valueProblem('x', { key: 'k', type }), undefined, type);
    assert.equal(valueProblem(1, { key: 'k', type }), 'must be a text', type);
  }
});

describe('the patch', () => {
  const olga = { id: 'u_1', name: 'Olga' };
  const fields: readonly FieldDefinition[] = [
    { key: 'plan', type: 'list', options },
    { key: 'several', type: 'multilist', options },
    { key: 'a/b~c', type: 'number' },
    { key: 'secret', type: 'text', access: 'hide' },
    { key: 'seen', type: 'text', access: 'view' },
    { key: 'counted', type: 'number', readonly: true },
  ];
  const people = new Map([[olga.id, olga]]);
  const check = (patch: ContactPatch, contact: Contact = { id: 'c_1' }) => checkedValues(patch, { fields, people, contact });
  const refusal = (patch: ContactPatch, contact?: Contact): ContactError => {
    try {
      check(patch, contact);
    } catch (error) {
      if (error instanceof ContactError) return error;
    }
    return assert.fail('expected a ContactError');
  };

  test('is refused as a whole, with a pointer to everything that is wrong', () => {
    const { code, fields: errors } = refusal({ firstName: 'Fine', email: 'x', custom: { plan: 'b', 'a/b~c': 'x' } });
    assert.equal(code, 'invalid');
    assert.deepEqual(
      errors.map(({ pointer }) => pointer),
      ['/email', '/custom/plan', '/custom/a~1b~0c'],
    );
    assert.equal(pointerOf('plan'), '/custom/plan');
  });

  test('may not name unknown fields, and hidden ones are unknown', () => {
    for (const key of ['nothing', 'secret', '__proto__', 'constructor']) {
      const { code, fields: errors } = refusal({ custom: Object.fromEntries([[key, 'x']]) });
      assert.deepEqual([code, errors.map(({ detail }) => detail)], ['invalid', ['is not a field']], key);
    }
  });

  test('may not change what may only be seen', () => {
    for (const key of ['seen', 'counted']) assert.equal(refusal({ custom: { [key]: 1 } }).code, 'forbidden', key);
  });

  test('takes persons from the colleagues, whatever name they are given', () => {
    assert.deepEqual(check({ assignee: { id: 'u_1', name: '<Mallory>' } }), { assignee: olga });
    assert.deepEqual(
      refusal({ assignee: { id: 'u_2', name: 'Nobody' } }).fields.map(({ pointer }) => pointer),
      ['/assignee'],
    );
  });

  test('lets a contact keep what it has, though the rules have changed since', () => {
    const stored: Contact = {
      ...{ id: 'c_1', phone: 'ask for Bernd, ext. 12', assignee: { id: 'u_left', name: 'Left' } },
      custom: { plan: 'platinum', several: ['rugs', 'a'], 'a/b~c': '12', gone: 'u_1' },
    };
    const kept: ContactPatch = {
      ...{ phone: 'ask for Bernd, ext. 12', assignee: { id: 'u_left', name: 'Left' } },
      custom: { plan: 'platinum', several: ['a', 'rugs'], 'a/b~c': '12' },
    };
    assert.deepEqual(check(kept, stored), { ...kept.custom, phone: kept.phone, assignee: stored.assignee });
    assert.deepEqual(check({ firstName: 'New' }, stored), { firstName: 'New' });
    const refused = refusal(
      { phone: 'ask for Anna', custom: { plan: 'gold', several: ['rugs', 'mats'], 'a/b~c': '13' } },
      stored,
    );
    assert.deepEqual(
      refused.fields.map(({ pointer }) => pointer),
      ['/phone', '/custom/plan', '/custom/several', '/custom/a~1b~0c'],
    );
    assert.equal(refusal({ custom: { several: ['rugs'] } }).code, 'invalid');
  });

  test('takes an address without what cannot be seen, and keeps a stored one as it is', () => {
    assert.deepEqual(check({ email: '\u200ba@b.example\u2060' }), { email: 'a@b.example' });
    const stored = '\u200ba@b.example';
    assert.deepEqual(check({ email: stored }, { id: 'c_1', email: stored }), { email: stored });
  });

  test('takes an empty text, and an empty list, for no value', () => {
    assert.deepEqual(check({ firstName: '', custom: { plan: null, several: [] } }), {
      ...{ firstName: null, plan: null, several: null },
    });
  });
});
