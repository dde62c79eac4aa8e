import { importRows } from '../shell/api.js';
import type { ImportOutcome, ImportRow } from '../shell/api.js';

const MOST_ROWS = 100;
/** A request may have 256 KB. */
const MOST_CHARACTERS = 60_000;

/** What an import has come to, or would. */
export interface ImportResult {
  readonly added: number;
  /** The rows that were skipped, and why. */
  readonly skipped: readonly { readonly row: number; readonly reason: string }[];
}

/**
 * Sends the rows of a file in batches, one after another. A batch whose answer was lost is sent again by whoever runs the same import
 * again: its id makes its contacts the same. A dry run changes nothing.
 */
export async function runImport(
  importId: string,
  rows: readonly ImportRow[],
  { isDryRun, onProgress, signal }: { isDryRun: boolean; onProgress: (done: number) => void; signal: AbortSignal },
): Promise<ImportResult> {
  const outcomes: ImportOutcome[] = [];
  const seen = new Set<string>();
  for (const batch of batchesOf(rows)) {
    for (const outcome of await importRows(importId, batch, isDryRun, signal)) {
      // In a dry run the rows of the batches before are in no database.
      const isSecond = outcome.outcome === 'added' && outcome.keys.some((key) => seen.has(key));
      outcomes.push(isSecond ? { ...outcome, outcome: 'duplicate', reason: SECOND } : outcome);
      if (outcome.outcome === 'added') for (const key of outcome.keys) seen.add(key);
    }
    onProgress(outcomes.length);
  }
  const skipped = outcomes.filter(({ outcome }) => outcome !== 'added');
  return { added: outcomes.length - skipped.length, skipped: skipped.map(({ row, reason = '' }) => ({ row, reason })) };
}

const SECOND = 'The email address or the phone number is in a row before this one';

function batchesOf(rows: readonly ImportRow[]): readonly (readonly ImportRow[])[] {
  const batches: ImportRow[][] = [[]];
  let characters = 0;
  for (const row of rows) {
    const { length } = JSON.stringify(row);
    if ((batches.at(-1)?.length ?? 0) >= MOST_ROWS || characters + length > MOST_CHARACTERS) {
      batches.push([]);
      characters = 0;
    }
    batches.at(-1)?.push(row);
    characters += length;
  }
  return batches;
}
