import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkedValues, pointerOf } from '../../demo/server/contacts/patch-rules.js';
import { valueProblem } from '../../demo/server/contacts/value-rules.js';
import { ContactError } from '../../src/core/error.js';
import type { ContactPatch, FieldValue } from '../../src/core/contact.js';
import type { FieldDefinition } from '../../src/core/fields.js';

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
    ['a', 'a@b', 'a b@c.de', '@b.de', 'a@b.', 'a@@b.de', '<a@b.de>'],
  ],
  phone: [
    ['+15145550142', 'ask for Bernd, ext. 12'],
    ['none', '1'.repeat(65)],
  ],
  url: [
    ['https://a.example/x?y#z', 'mailto:a@b.de'],
    ['a.example', '//a.example'],
  ],
  country: [
    ['CA', 'XK'],
    ['ca', 'CAN', 'ZZ9', 'AB'],
  ],
  language: [
    ['de', 'fr-CA', 'zh-Hant-TW'],
    ['d', 'deutsch!', 'fr_CA'],
  ],
  list: [['a'], ['b', 'A', ['a']]],
  multilist: [
    [['a'], ['a', 'a']],
    [['b'], 'a'],
  ],
  checkbox: [
    [true, false],
    ['true', 1],
  ],
  number: [
    [0, -1.5, 1e21],
    ['1', Number.NaN, Infinity],
  ],
  currency: [[0, 12.34], ['12']],
  percent: [[0, 100], ['5']],
  date: [
    ['2024-02-29', '0999-12-31'],
    ['2023-02-29', '2024-13-01', '2024-1-1', '2024-02-29T00:00'],
  ],
  time: [
    ['00:00', '23:59'],
    ['24:00', '9:30', '09:60'],
  ],
  datetime: [
    ['2024-02-29T09:30:00Z', '2024-02-29T09:30+02:00'],
    ['2024-02-29', 'yesterday', '2024-02-29T99:00Z'],
  ],
  person: [[{ id: 'u_1', name: 'Olga' }], ['u_1', 1]],
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
      for (const empty of [null, '']) {
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
    const text = { key: 'k', type: 'text', maxLength: 4, pattern: '[a-z]+|\\d+', patternHint: 'letters or digits' };
    assert.deepEqual(
      ['abcd', '12', 'a1', 'abcde'].map((value) => valueProblem(value, text)),
      [...[undefined, undefined, 'letters or digits', 'must be at most 4 characters long']],
    );
  });
});

describe('the patch', () => {
  const olga = { id: 'u_1', name: 'Olga' };
  const fields: readonly FieldDefinition[] = [
    { key: 'plan', type: 'list', options },
    { key: 'a/b~c', type: 'number' },
    { key: 'secret', type: 'text', access: 'hide' },
    { key: 'seen', type: 'text', access: 'view' },
    { key: 'counted', type: 'number', readonly: true },
  ];
  const check = (patch: ContactPatch) => checkedValues(patch, fields, new Map([[olga.id, olga]]));
  const refusal = (patch: ContactPatch): ContactError => {
    try {
      check(patch);
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

  test('takes an empty text for no value', () => {
    assert.deepEqual(check({ firstName: '', custom: { plan: null } }), { firstName: null, plan: null });
  });
});
