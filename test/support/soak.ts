import { storeFor } from '../../src/store/store-registry.js';
import { search } from '../store/sched/search.js';
import { searchFaults } from '../reference-server/faults/search-faults.js';

/** How many schedules have one seed: often enough a sign of life, and a failure is found again soon. */
const SLICE = 10_000;

const { SCHEDULES = '1000000', SCHEDULES_SEED = '1', FAULT_MINUTES = '10' } = process.env;
const wanted = Number(SCHEDULES);
const firstSeed = Number(SCHEDULES_SEED);
const start = performance.now();
let run = 0;

for (let seed = firstSeed; run < wanted; seed++) {
  const { schedules, report } = await search(storeFor, { limit: Math.min(SLICE, wanted - run), seed });
  run += schedules;
  const seconds = (performance.now() - start) / 1000;
  const rest = Math.round(((wanted - run) / run) * (seconds / 60));
  console.log(`${run} of ${wanted} schedules, seed ${seed}, ${Math.round(run / seconds)} a second, ${rest} minutes to go`);
  if (report === undefined) continue;
  console.error(`A promise is broken.\n${report}`);
  process.exit(1);
}
console.log(
  `No promise was broken by ${run} schedules, seeds from ${firstSeed}, in ${Math.round((performance.now() - start) / 60_000)} minutes.`,
);

const seconds = Number(FAULT_MINUTES) * 60;
const { schedules, edits, merges, faults, report } = await searchFaults({ seconds, seed: firstSeed });
if (report !== undefined) {
  console.error(`A promise is broken on the real server.\n${report}`);
  process.exit(1);
}
console.log(
  `No promise was broken by ${schedules} schedules on the real server, with ${edits} edits, ${merges} merges and ${faults} faults.`,
);
