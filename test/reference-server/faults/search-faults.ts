import { FaultProxy } from '../../support/fault-proxy.js';
import { FaultyRun } from './faulty-run.js';
import { RecordedServer } from './recorded-server.js';

export interface FaultSearchOptions {
  /** For how long to look; the schedule that is under way then ends. */
  readonly seconds: number;
  /** The first schedule's; each has the next. What the network does, and when, is not quite the same twice. */
  readonly seed: number;
}

/** How a search ended. */
export interface FaultVerdict {
  readonly schedules: number;
  readonly edits: number;
  readonly merges: number;
  readonly faults: number;
  /** Which promise was broken, and with which seed; `undefined` when none was. */
  readonly report: string | undefined;
}

/** Runs schedules on the real server behind a faulty network, until one breaks a promise or time is over. */
export async function searchFaults({ seconds, seed }: FaultSearchOptions): Promise<FaultVerdict> {
  const server = await RecordedServer.open();
  const proxy = await FaultProxy.open(server.server.url);
  const end = performance.now() + seconds * 1_000;
  let schedules = 0;
  let edits = 0;
  let merges = 0;
  const verdict = (report?: string): FaultVerdict => {
    const faults = [...proxy.counts.values()].reduce((sum, count) => sum + count, 0);
    return { schedules, edits, merges, faults, report };
  };
  try {
    for (; performance.now() < end; schedules++) {
      try {
        const outcome = await FaultyRun.run(server, proxy, seed + schedules);
        edits += outcome.edits;
        merges += outcome.merges;
      } catch (error) {
        return verdict(
          `${error instanceof Error ? error.message : String(error)}\nagain with SCHEDULES_SEED=${seed + schedules}`,
        );
      }
    }
    return verdict(server.server.errors.length ? `the server failed: ${String(server.server.errors[0])}` : undefined);
  } finally {
    proxy.close();
    await server.server.close();
  }
}
