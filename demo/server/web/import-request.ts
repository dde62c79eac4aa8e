import { Refusal } from 'contact-details/server.js';
import { IMPORT_ROWS } from '../contacts/contact-import.js';
import type { ImportRow } from '../contacts/contact-import.js';
import { isText } from '../contacts/text.js';

const IMPORT_ID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;
const MOST_COLUMNS = 200;
const LONGEST_TEXT = 10_000;
const MOST_ENTRIES = 20;

/** What a request to import asks for; a refusal where it is none. */
export function importRequest(body: Readonly<Record<string, unknown>>): {
  readonly importId: string;
  readonly rows: readonly ImportRow[];
  readonly isDryRun: boolean;
} {
  const { importId, rows, isDryRun = false } = body;
  if (typeof importId !== 'string' || !IMPORT_ID.test(importId)) throw new Refusal(422, 'importId must be a UUID');
  if (typeof isDryRun !== 'boolean') throw new Refusal(422, 'isDryRun must be true or false');
  if (!Array.isArray(rows) || rows.length > IMPORT_ROWS || !rows.every(isRow)) {
    throw new Refusal(
      422,
      `rows must be ${IMPORT_ROWS} at most, each with its row, values and tags, and ${MOST_ENTRIES} further emails and phones`,
    );
  }
  if (new Set(rows.map(({ row }) => row)).size < rows.length) throw new Refusal(422, 'Each row may be sent once');
  return { importId, rows, isDryRun };
}

function isRow(input: unknown): input is ImportRow {
  const { row, values, tags, emails = [], phones = [] } = Object(input) as Readonly<Record<string, unknown>>;
  const isPlace = typeof row === 'number' && Number.isSafeInteger(row) && row > 0 && row < 10_000_000;
  if (!isPlace || typeof values !== 'object' || values === null || !Array.isArray(tags)) return false;
  const entries = Object.entries(values);
  return (
    entries.length <= MOST_COLUMNS &&
    entries.every(([key, text]) => isText(key) && isText(text, LONGEST_TEXT)) &&
    tags.every((tag) => isText(tag)) &&
    [emails, phones].every((list) => Array.isArray(list) && list.length <= MOST_ENTRIES && list.every((text) => isText(text)))
  );
}
