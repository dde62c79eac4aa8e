import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { FaultProxy, FAULTS } from '../support/fault-proxy.js';
import { adapterOf } from './faults/faulty-run.js';
import { checkMerged, MERGED, mergeWithPatience } from './faults/merging.js';
import { RecordedServer } from './faults/recorded-server.js';
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

describe('a merge that a person asks for until it is done is done once, and nothing of either contact is lost', () => {
  let server: RecordedServer;
  let proxy: FaultProxy;

  before(async () => {
    server = await RecordedServer.open();
    proxy = await FaultProxy.open(server.server.url);
  });
  after(async () => {
    proxy.close();
    await server.server.close();
  });

  for (const fault of FAULTS) {
    test(`where the first request meets "${fault}"`, async () => {
      await server.begin();
      const owner = await adapterOf(proxy.url, 'u_olivia');
      const merges: (string | undefined)[] = [];
      proxy.fate = ({ url }) => (url?.endsWith('/merge') && merges.push(url) === 1 ? fault : undefined);
      const key = await mergeWithPatience(owner, MERGED);
      await checkMerged(server.server.database, MERGED, key);
      const isAnswered = fault === 'late answer' || fault === 'sent twice';
      assert.equal(merges.length, isAnswered ? 1 : 2);
      await assert.rejects(owner.load(MERGED.otherId, { signal: new AbortController().signal }), {
        code: 'gone',
        mergedInto: MERGED.id,
      });
    });
  }
});
