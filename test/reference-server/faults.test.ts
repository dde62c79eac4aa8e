import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchFaults } from './faults/search-faults.js';

const { FAULT_SECONDS = '15', SCHEDULES_SEED = '1' } = process.env;

test('no edit is lost, doubled or overwritten on a real server behind a faulty network', { timeout: 3_600_000 }, async (t) => {
  const options = { seconds: Number(FAULT_SECONDS), seed: Number(SCHEDULES_SEED) };
  const { schedules, edits, merges, faults, report } = await searchFaults(options);
  assert.equal(report, undefined, report);
  assert.ok(faults > schedules, 'the network was faulty');
  assert.ok(merges > 0, 'contacts were merged');
  t.diagnostic(`${schedules} schedules on the real server, with ${edits} edits, ${merges} merges and ${faults} faults`);
});
