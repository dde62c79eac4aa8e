import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { getValue, isStandardKey } from '../../src/core/contact.js';
import type { Contact, FieldValues } from '../../src/core/contact.js';
import { fromPatch, isSameValue, toPatch, withValues } from '../../src/core/merge-patch.js';

const HOSTILE_KEYS = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'valueOf'];
const EMPTY: Contact = { id: 'c1' };

for (const key of HOSTILE_KEYS) {
  test(`a custom field may be called ${key}`, () => {
    const values = Object.fromEntries([[key, 'value']]);
    assert.equal(getValue(EMPTY, key), null);
    assert.equal(getValue({ ...EMPTY, custom: {} }, key), null);
    const contact = withValues(EMPTY, values);
    assert.equal(getValue(contact, key), 'value');
    assert.deepEqual(Object.entries(fromPatch(toPatch(values))), [[key, 'value']]);
    assert.equal(getValue(withValues(contact, Object.fromEntries([[key, null]])), key), null);
    assert.equal(Object.getPrototypeOf(contact.custom), Object.prototype);
    assert.deepEqual(Object.keys(Object.prototype), []);
  });
}

test('only the eight fields that every contact has are standard', () => {
  const keys = ['firstName', 'lastName', 'country', 'language', 'email', 'phone', 'assignee', 'status'];
  assert.ok(keys.every(isStandardKey));
  assert.ok(!['id', 'version', 'displayName', 'tags', 'custom', ...HOSTILE_KEYS].some(isStandardKey));
});

test('a patch holds the given values and nothing else, and gives them back', () => {
  const key = fc.oneof(fc.constantFrom('firstName', 'phone', ...HOSTILE_KEYS), fc.string());
  const entries = fc.array(fc.tuple(key, fc.constantFrom('text', 7, true, null, ['a'], { id: 'p', name: 'P' })));
  fc.assert(
    fc.property(entries, (list) => {
      const values = Object.fromEntries(list) as FieldValues;
      const { custom, ...standard } = toPatch(values);
      assert.ok(Object.keys(standard).every(isStandardKey));
      assert.ok(!Object.keys(custom ?? {}).some(isStandardKey));
      assert.deepEqual(new Map(Object.entries(fromPatch(toPatch(values)))), new Map(Object.entries(values)));
    }),
  );
});

test('values are set on a copy; null removes one', () => {
  const before: Contact = Object.freeze({ ...EMPTY, firstName: 'Maya', custom: Object.freeze({ plan: 'gold', age: 4 }) });
  const after = withValues(before, { firstName: null, plan: null, lastName: 'Oduya' });
  assert.deepEqual(after, { id: 'c1', lastName: 'Oduya', custom: { age: 4 } });
  assert.equal(before.firstName, 'Maya');
});

test('no value and an empty text are the same; persons are the same by id; nothing else is', () => {
  assert.ok(isSameValue('', null));
  assert.ok(isSameValue(undefined, null));
  assert.ok(isSameValue({ id: 'p', name: 'Old' }, { id: 'p', name: 'New' }));
  assert.ok(isSameValue(['a', 'b'], ['a', 'b']));
  assert.ok(!isSameValue(['a', 'b'], ['b', 'a']));
  assert.ok(!isSameValue(0, null));
  assert.ok(!isSameValue(false, null));
  assert.ok(!isSameValue('1', 1));
  assert.ok(!isSameValue({ id: 'p', name: 'P' }, 'person p'));
});
