import assert from 'node:assert/strict';
import test from 'node:test';
import { makeStore, storesMadeBy } from './planted/planted-stores.js';
import { RACES } from './planted/races.js';
import { saveAndReturn, SAVING_RACES } from './planted/saving.js';
import { search } from './sched/search.js';

/** The same in every run: whether a race is found is no matter of luck. */
const SEED = 1;
const LIMIT = 4_000;

test('a store without a race keeps every promise', async () => {
  const { report } = await search(storesMadeBy(makeStore), { limit: 1_000, seed: SEED });
  assert.equal(report, undefined, report);
});

for (const { name, makeStore } of RACES) {
  test(`finds the planted race: ${name}`, async (t) => {
    const options = { limit: LIMIT, seed: SEED, keepLong: true };
    const { schedules, report } = await search(storesMadeBy(makeStore), options);
    assert.match(report ?? `not found in ${schedules} schedules`, /^R\d+ /, 'a broken promise, and not a broken store');
    t.diagnostic(`found by schedule ${schedules}: ${report?.split('\n')[0]}`);
  });
}

test('a store without a race saves what it is to save', async () => {
  const report = await saveAndReturn(makeStore);
  assert.equal(report, undefined);
});

for (const { name, makeStore } of SAVING_RACES) {
  test(`finds the planted race: ${name}`, async (t) => {
    const report = await saveAndReturn(makeStore);
    assert.match(report ?? 'not found', /^R\d+ /);
    t.diagnostic(`found by schedule 1: ${report}`);
  });
}
