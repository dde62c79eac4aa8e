import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly integrity?: string;
}

/** Licences that ask for no more than that their text is kept. */
const ALLOWED = ['MIT', 'ISC', '0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'OFL-1.1'];

const FOLDER = 'node_modules/';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const { packages } = JSON.parse(read('package-lock.json')) as { readonly packages: Readonly<Record<string, Locked>> };
const runtime = Object.entries(packages).filter(([path, { dev, devOptional }]) => path && !dev && !devOptional);

test('whatever is installed with the package has a licence that everybody may live with', () => {
  assert.ok(runtime.length > 10);
  const others = runtime.filter(([, { license }]) => !license || !ALLOWED.includes(license));
  assert.deepEqual(others, []);
});

test('what is installed with the package runs nothing while it is installed, and is what was published', () => {
  for (const [path, { hasInstallScript, integrity }] of runtime) {
    assert.notEqual(hasInstallScript, true, path);
    assert.match(integrity ?? '', /^sha512-/, path);
  }
});

test('docs/licences.md lists all of it', () => {
  const rows = runtime.map(([path, { license, version }]) => {
    const name = path.slice(path.lastIndexOf(FOLDER) + FOLDER.length);
    return `| \`${name}\` | ${version} | ${license} |`;
  });
  const table = ['| package | version | licence |', '|---|---|---|', ...rows].join('\n');
  assert.ok(read('docs/licences.md').includes(`${table}\n`), `docs/licences.md must say:\n${table}`);
});
