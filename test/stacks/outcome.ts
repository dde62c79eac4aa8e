import type { Manifest } from './manifest.js';

/** What is found out about each stack, in this order. */
export const COLUMNS = ['install', 'types', 'render', 'events', 'edit', 'tags', 'console'] as const;

export type Column = (typeof COLUMNS)[number];

/** What has come of one column: good, not there in this stack, or what went wrong. */
export type Finding = 'pass' | '–' | { readonly fault: string };

export type Outcome = Readonly<Record<Column, Finding>>;

/** The table of all outcomes, in Markdown. */
export function tableOf(stacks: readonly { readonly manifest: Manifest; readonly outcome: Outcome }[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rows = stacks.map(({ manifest, outcome }) => {
    const cells = COLUMNS.map((column) => (typeof outcome[column] === 'string' ? outcome[column] : 'FAIL'));
    return row([manifest.description, ...cells, versionsOf(manifest)]);
  });
  return [row(['stack', ...COLUMNS, 'with']), `|${'---|'.repeat(COLUMNS.length + 2)}`, ...rows].join('\n');
}

/** What an example is made with; packages that are released together are named once. */
function versionsOf({ dependencies, devDependencies = {} }: Manifest): string {
  const all = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([name]) => !/^(@types\/|contact-details$)/.test(name),
  );
  const isReleasedWithAnother = (name: string, version: string) =>
    all.some(([other, its]) => other !== name && its === version && other.startsWith(`${scopeOf(name)}/`));
  const named = all.map(([name, version]) =>
    name.startsWith('@') && isReleasedWithAnother(name, version) ? `${scopeOf(name)} ${version}` : `${name} ${version}`,
  );
  return [...new Set(named)].join(', ') || '–';
}

/** What stands before the slash of a name. */
const scopeOf = (name: string) => name.split('/')[0] ?? '';
