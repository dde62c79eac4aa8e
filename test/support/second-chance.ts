import type { FileResult } from './file-result.js';

/** With more failed files than these it is no chance that they failed: none is run again. */
const MOST_RERUNS = 10;

/**
 * Runs each file that has failed once more, one after the other, and answers all results. A file that passes then has passed,
 * and its result keeps the first failure as `flaky`.
 */
export async function withSecondChance(
  results: readonly FileResult[],
  runAgain: (failed: FileResult) => Promise<FileResult>,
): Promise<readonly FileResult[]> {
  const failed = results.filter(({ counts }) => counts.failed);
  if (failed.length > MOST_RERUNS) return results;
  const final: FileResult[] = results.filter(({ counts }) => !counts.failed);
  for (const first of failed) {
    const [flaky] = first.failures;
    const second = await runAgain(first);
    final.push(second.counts.failed || !flaky ? second : { ...second, flaky });
  }
  return final;
}
