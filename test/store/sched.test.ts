import assert from 'node:assert/strict';
import test from 'node:test';
import { storeFor } from '../../src/store/store-registry.js';
import { search } from './sched/search.js';

// The same schedules in every run: `npm test` is no lottery. Another seed, and more of them, look further.
const { SCHEDULES = '10000', SCHEDULES_SEED = '1', SCHEDULES_PATH = '' } = process.env;

test('no schedule of network, people and time breaks a promise', { timeout: 3_600_000 }, async (t) => {
  const options = { limit: Number(SCHEDULES), seed: Number(SCHEDULES_SEED), path: SCHEDULES_PATH };
  const { schedules, report } = await search(storeFor, options);
  t.diagnostic(`${schedules} schedules from seed ${SCHEDULES_SEED}`);
  assert.equal(report, undefined, report);
});
