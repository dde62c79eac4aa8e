import { chunkName, ENTRY } from './built-script.js';
import type { Weighed } from './built-script.js';

/** The rows of the table "Size" in the README, in order: the files that each is about. */
const ROWS: readonly (readonly string[])[] = [
  ['contact-details'],
  ['live'],
  ['en', 'sending'],
  ['active-rows'],
  ['editing'],
  ['combobox', 'popup'],
  ['popups', 'popup'],
  ['merge-dialog'],
  ['phone-number'],
  ['named-editing'],
  ['exact-editing'],
  ['linear-test'],
  ['de'],
  ['flag-drawing'],
];

/** The sizes as the README must print them, row by row, in KB: two digits, as in `2.6` and `18`. */
export function sizesToPrint(built: readonly Weighed[]): readonly string[] {
  const sizes = new Map(built.map(({ path, bytes }) => [path === ENTRY ? 'contact-details' : chunkName(path), bytes]));
  return ROWS.map((names) =>
    names
      .map((name) => {
        const bytes = sizes.get(name);
        if (bytes === undefined) throw new Error(`There is no chunk ${name}. Mend test/support/size-table.ts and the README.`);
        return String(Number((bytes / 1000).toPrecision(2)));
      })
      .join(' + '),
  );
}

/** The sizes that the README prints. */
export function printedSizes(readme: string): readonly string[] {
  const [, table = ''] = /^## Size$.*?^\|---.*?\n(.*?)\n\n/ms.exec(readme) ?? [];
  return table.split('\n').map((row) => row.split('|').at(-2)?.trim() ?? '');
}
