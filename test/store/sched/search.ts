import fc from 'fast-check';
import type { storeFor } from '../../../src/store/store-registry.js';
import { runSchedule, toStep } from './schedule.js';

const LONGEST = 60;

const step = fc.tuple(fc.nat({ max: 0xffff }), fc.nat({ max: 0xffff })).map(([lot, choice]) => toStep(lot, choice));
const schedule = fc.array(step, { minLength: 1, maxLength: LONGEST, size: 'max' });

export interface SearchOptions {
  /** How many schedules to run at most. */
  readonly limit: number;
  /** The same seed gives the same schedules. */
  readonly seed: number;
  /** Of a failure found before with that seed: only this one is run. */
  readonly path?: string;
  /** Leaves the failing schedule as long as it was found, which is enough to know that there is one. */
  readonly keepLong?: boolean;
}

/** How a search ended. */
export interface Verdict {
  /** How many schedules were run, the failing one included. */
  readonly schedules: number;
  /** Which promise was broken, by which steps, and how to see it again; `undefined` when none was. */
  readonly report: string | undefined;
}

/** Runs schedules until one breaks a promise, and makes that one as short as it can. */
export async function search(
  stores: typeof storeFor,
  { limit, seed, path = '', keepLong = false }: SearchOptions,
): Promise<Verdict> {
  const property = fc.asyncProperty(schedule, (steps) => runSchedule(stores, steps));
  const run = await fc.check(property, { numRuns: limit, seed, path, endOnFailure: keepLong });
  if (!run.failed) return { schedules: run.numRuns, report: undefined };
  const reason = run.errorInstance instanceof Error ? run.errorInstance.message : String(run.errorInstance);
  const steps = run.counterexample?.[0].map((name) => `  ${name}`).join('\n');
  const replay = `SCHEDULES_SEED=${run.seed} SCHEDULES_PATH=${run.counterexamplePath}`;
  return { schedules: run.numRuns, report: `${reason}\nafter\n${steps}\nagain with ${replay}` };
}
