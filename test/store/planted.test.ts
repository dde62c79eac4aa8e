import assert from 'node:assert/strict';
import test from 'node:test';
import { KEEPING_RACES, keepAndReturn } from './planted/keeping.js';
import { withMutant } from './planted/mutant.js';
import { RACES } from './planted/races.js';
import { search } from './sched/search.js';

/** The same in every run: whether a race is found is no matter of luck. */
const SEED = 1;
const LIMIT = 4_000;

test('a copy of the core without a race keeps every promise', async () => {
  const { report } = await withMutant(undefined, (core) => search(core, { limit: 1_000, seed: SEED }));
  assert.equal(report, undefined, report);
});

for (const { name, ...mutation } of RACES) {
  test(`finds the planted race: ${name}`, async (t) => {
    const options = { limit: LIMIT, seed: SEED, keepLong: true };
    const { schedules, report } = await withMutant(mutation, (core) => search(core, options));
    assert.match(report ?? `not found in ${schedules} schedules`, /^R\d+ /, 'a broken promise, and not a broken core');
    t.diagnostic(`found by schedule ${schedules}: ${report?.split('\n')[0]}`);
  });
}

test('a copy of the core without a race keeps what it is to keep', async () => {
  const report = await withMutant(undefined, keepAndReturn);
  assert.equal(report, undefined);
});

for (const { name, ...mutation } of KEEPING_RACES) {
  test(`finds the planted race: ${name}`, async (t) => {
    const report = await withMutant(mutation, keepAndReturn);
    assert.match(report ?? 'not found', /^R\d+ /);
    t.diagnostic(`found by schedule 1: ${report}`);
  });
}

test('a race that does not fit the source is an error, not a race that was found', async () => {
  const mutation = { file: 'edit-queue.ts', find: 'there is no such code', replace: '' };
  await assert.rejects(
    withMutant(mutation, () => Promise.resolve()),
    /Found 0 times/,
  );
});
