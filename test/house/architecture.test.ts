import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { SEAMS, TABLE } from './import-table.js';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');
const architecture = read('docs/architecture.md');
const sorted = (names: Iterable<string>) => [...names].sort();

/** The files that the documents may name, by their paths from `/`. */
const files = ['src', 'test', 'demo', 'docs']
  .flatMap((folder) =>
    readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' }).map((name) => `/${folder}/${name}`),
  )
  .concat(readdirSync(ROOT).map((name) => `/${name}`))
  .map((path) => path.replaceAll('\\', '/'));

/** The files that a document means by this name: whole, as in `src`, or as of the folder that is spoken of. */
const filesCalled = (name: string) => files.filter((file) => file.endsWith(`/${name}`));

test('the picture of the rooms in docs/architecture.md names every file of src, and no other', () => {
  const [, picture = ''] = /^```\nsrc\/\n(.*?)^```$/ms.exec(architecture) ?? [];
  const folders: string[] = [];
  const files = picture.split('\n').flatMap((line) => {
    const [, indent = '', name = ''] = /^( +)(\S+)/.exec(line) ?? [];
    folders.length = Math.max(0, indent.length / 2 - 1);
    if (name.endsWith('/')) folders.push(name.slice(0, -1));
    return name && !name.endsWith('/') ? [[...folders, name].join('/')] : [];
  });
  const root = new URL('src', ROOT);
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  assert.deepEqual(sorted(files), sorted(names.filter((name) => name.endsWith('.ts'))));
});

test('the files that docs/architecture.md and CONTRIBUTING.md name are there', () => {
  for (const path of ['docs/architecture.md', 'CONTRIBUTING.md']) {
    const names = [...read(path).matchAll(/`([\w./-]+\.(?:ts|yaml))`/g)].map(([, name = '']) => name);
    assert.ok(names.length > 20);
    assert.deepEqual(
      names.filter((name) => !filesCalled(name).length),
      [],
      path,
    );
  }
});

test('what docs/architecture.md and CONTRIBUTING.md say is in a file is there', () => {
  for (const path of ['docs/architecture.md', 'CONTRIBUTING.md']) {
    const places = [...read(path).matchAll(/`(#?\w+)`\s+(?:in|of)\s+`([\w./-]+\.ts)`/g)];
    assert.ok(places.length > 3);
    for (const [place, name = '', file = ''] of places) {
      assert.ok(
        filesCalled(file).some((found) => new RegExp(`${name}\\b`).test(read(`.${found}`))),
        `${path}: ${place}`,
      );
    }
  }
});

test('the import table of docs/architecture.md is the one that ESLint holds', () => {
  const rows = [...architecture.matchAll(/^\| `([\w.]+)` \| (itself.*|`.*) \|$/gm)].filter(([, room = '']) => room in TABLE);
  const told = rows.map(([, room = '', imports = '']) => {
    const names = [...imports.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
    return [room, sorted([...names, ...(imports.startsWith('itself') ? [room] : [])])];
  });
  const held = Object.entries(TABLE).map(([room, { rooms, types = [], packages = [] }]) => [
    room,
    sorted(new Set([...[...rooms, ...types].flatMap((name) => name.split('/')), ...packages])),
  ]);
  assert.deepEqual(Object.fromEntries(told), Object.fromEntries(held));
  for (const [name, file] of Object.entries(SEAMS))
    assert.match(architecture, new RegExp(`\`${name}\`\\s\\(\`${basename(file)}`));
});
