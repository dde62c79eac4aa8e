import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { permissionsFor } from '../../src/core/permissions.js';
import { MENU_ICONS } from '../../src/element/popups/menu-icons.js';
import { ICONS, PAINTED_ICONS } from '../../src/element/reading/icons.js';
import { builtInFieldTypes } from '../../src/fields/built-in.js';

interface Described {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
}

interface Member extends Described {
  readonly static?: boolean;
}

interface Declaration extends Described {
  readonly attributes: readonly Described[];
  readonly members: readonly Member[];
  readonly events: readonly Described[];
  readonly slots: readonly Described[];
  readonly cssParts: readonly Described[];
  readonly cssProperties: readonly Described[];
  readonly cssStates: readonly Described[];
}

interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
}

interface Schema {
  readonly properties: object;
}

interface Contract {
  readonly components: { readonly schemas: Readonly<Record<'Contact' | 'Permissions', Schema>> };
}

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const readme = read('README.md');
const { modules } = JSON.parse(read('custom-elements.json')) as Manifest;
const element = modules.flatMap(({ declarations = [] }) => declarations).find(({ name }) => name === 'ContactDetails');
assert.ok(element, 'the manifest describes the element');

/** The lines below a heading, up to the next one of any level. */
function sectionOf(heading: string): string {
  const [, section] = readme.split(`\n${heading}\n`);
  assert.ok(section, `README has "${heading}"`);
  return section.split(/\n#{1,6} /)[0] ?? '';
}

/** The table of these things as the README must print it. */
function tableOf(head: readonly string[], items: readonly Described[], cells: (item: Described) => readonly string[]): string {
  const row = (texts: readonly string[]) => `| ${texts.join(' | ')} |`;
  const rows = items.map((item) => row([`\`${item.name}\``, ...cells(item)]));
  return [row(head), `|${'---|'.repeat(head.length)}`, ...rows].join('\n');
}

/** The names in one column of a section's tables, "–" left out. */
function namesIn(section: string, column: number): readonly string[] {
  const rows = section.split('\n').filter((line) => line.startsWith('| `') || line.startsWith('| –'));
  return rows.map((row) => /`([\w-]+)/.exec(row.split(' | ')[column] ?? '')?.[1]).filter((name) => name !== undefined);
}

const sorted = (names: readonly string[]) => [...names].sort();
const namesOf = (items: readonly Described[]) => sorted(items.map(({ name }) => name));

describe('the tables of the README are those of the manifest', () => {
  const description = ({ description: text = '' }: Described) => [text];
  const tables: Readonly<Record<string, string>> = {
    '### Tokens': tableOf(['token', 'default', 'what it styles'], element.cssProperties, (item) => [
      `\`${item.default}\``,
      ...description(item),
    ]),
    '### States': tableOf(['state', 'when'], element.cssStates, description),
    '### Slots': tableOf(['slot', 'where'], element.slots, description),
    '### Parts': tableOf(['part', 'what it is'], element.cssParts, description),
  };
  for (const [heading, table] of Object.entries(tables)) {
    test(heading, () => assert.ok(sectionOf(heading).trim() === table, `The table must read:\n\n${table}\n`));
  }

  test('attributes, properties and methods', () => {
    const section = sectionOf('## Attributes, properties, methods');
    const [properties = '', methods = ''] = section.split('| method |');
    const members = element.members.filter((member) => !member.static);
    assert.deepEqual(sorted(namesIn(properties, 0)), namesOf(element.attributes));
    assert.deepEqual(sorted([...namesIn(properties, 1), ...namesIn(methods, 0)]), namesOf(members));
  });

  test('events', () => {
    assert.deepEqual(sorted(namesIn(sectionOf('## Events'), 0)), namesOf(element.events));
  });
});

test('the types of fields in the README are those that there are, and are counted', () => {
  const rows = sectionOf('## Fields').match(/^\| `.*?(?= \| )/gm) ?? [];
  const types = rows.flatMap((row) => [...row.matchAll(/`(\w+)`/g)].map(([, name = '']) => name));
  assert.deepEqual(sorted(types), namesOf(builtInFieldTypes));
  assert.ok(readme.includes(`fields of ${types.length} types`));
});

test('the permissions in the documents are those that there are', () => {
  const permissions = sorted(Object.keys(permissionsFor({ role: 'owner' })));
  assert.deepEqual(sorted(namesIn(sectionOf('## Permissions'), 0)), permissions);
  const [, told = ''] = /`can: \{([^}]+)\}`/.exec(read('docs/writing-an-adapter.md')) ?? [];
  assert.deepEqual(sorted(told.split(/,\s/)), permissions);
  const { components } = parse(read('docs/openapi.yaml')) as Contract;
  const inContract = Object.keys(components.schemas.Permissions.properties);
  assert.deepEqual(sorted(inContract.filter((name) => !name.endsWith('Reason'))), permissions);
});

test('the README names every path of the package', () => {
  const { exports } = JSON.parse(read('package.json')) as { readonly exports: Readonly<Record<string, unknown>> };
  const paths = Object.keys(exports).filter((path) => exports[path] && !path.includes('i18n') && path !== './package.json');
  const isNamed = (path: string) => ['contact-details', '…'].some((start) => readme.includes(`\`${start}${path.slice(1)}\``));
  assert.deepEqual(
    paths.filter((path) => !isNamed(path)),
    [],
  );
});

test('the members of a contact in the README are those of the contract', () => {
  const [, table = ''] = sectionOf('## The contact').split('|---|---|');
  const members = table.split('\n').flatMap((row) => row.split(' | ')[0]?.match(/(?<=`)\w+(?=`)/g) ?? []);
  const { components } = parse(read('docs/openapi.yaml')) as Contract;
  assert.deepEqual(sorted(members), sorted(Object.keys(components.schemas.Contact.properties)));
});

test('the README names everything that a server can import', async () => {
  const exported = Object.keys(await import('contact-details/server.js'));
  assert.deepEqual(
    exported.filter((name) => !new RegExp(`\`${name}\\b`).test(readme)),
    [],
  );
});

test('the adapter in the README is the one in the guide, which is run through the contract', () => {
  const adapterIn = (text: string) => /^async function ask.*?^export const adapter.*?^};$/ms.exec(text)?.[0];
  assert.ok(adapterIn(readme));
  assert.equal(adapterIn(readme), adapterIn(read('docs/writing-an-adapter.md')));
});

test('the policy in the README is the one the demo runs under', () => {
  const [, printed = ''] = /^```\n(default-src.*?)\n```$/ms.exec(readme) ?? [];
  const served = read('demo/server/web/security-headers.ts');
  for (const directive of printed.split(/;\s*/)) assert.ok(served.includes(directive), directive);
});

test('the icons in the README are those that a menu item may name', () => {
  const [, printed = ''] = /`icon`\s+is\s+one\s+of\s+`([^`]+)`/.exec(readme) ?? [];
  assert.deepEqual(printed.split(/\s+/), Object.keys({ ...PAINTED_ICONS, ...ICONS, ...MENU_ICONS }));
});

test('the samples import what the package exports', async () => {
  for (const path of ['README.md', 'docs/writing-an-adapter.md']) {
    const imports = [...read(path).matchAll(/^import \{ ([^}]+) \} from '(contact-details[^']*)';$/gm)];
    assert.ok(imports.length, `${path} has samples`);
    for (const [line, names = '', specifier = ''] of imports) {
      const exported = Object.keys((await import(specifier)) as object);
      for (const name of names.split(', ')) assert.ok(exported.includes(name), `${path}: ${line}`);
    }
  }
});

const filesIn = (folder: string) => readdirSync(new URL(`../../${folder}`, import.meta.url)).map((name) => `${folder}/${name}`);
const DECISIONS = filesIn('docs/decisions');
const STACKS = filesIn('docs/stacks');

test('every link of the documents leads to a file', () => {
  const documents = [
    'README.md',
    'CHANGELOG.md',
    'CONTRIBUTING.md',
    'docs/architecture.md',
    'docs/frameworks.md',
    'docs/versioning.md',
    'docs/writing-an-adapter.md',
  ];
  for (const path of [...documents, ...DECISIONS, ...STACKS]) {
    for (const [, target = ''] of read(path).matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)) {
      const url = new URL(target, new URL(`../../${path}`, import.meta.url));
      assert.ok(existsSync(url), `${path} links to ${target}`);
    }
  }
});

test('the README is read on other sites too: its links are whole, and those into this repository lead to files', () => {
  assert.deepEqual(
    [...readme.matchAll(/\]\((?!https?:|#)[^)]*\)/g)].map(([link]) => link),
    [],
  );
  const { homepage } = JSON.parse(read('package.json')) as { homepage: string };
  const { pathname } = new URL(homepage);
  const links = [...readme.matchAll(/^\[[\w-]+\]: (https:\S+)$/gm)].map(([, link = '']) => new URL(link));
  const own = links.filter((link) => link.pathname.startsWith(pathname));
  assert.ok(own.length);
  for (const link of own) {
    const path = link.pathname.slice(pathname.length).replace(/^\/(?:(?:blob|tree)\/)?main\//, '');
    assert.ok(existsSync(new URL(`../../${path}`, import.meta.url)), link.href);
  }
});
