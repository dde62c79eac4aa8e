import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

const { exports } = read('package.json') as { exports: Readonly<Record<string, string | null | { readonly default: string }>> };
const { compilerOptions } = read('tsconfig.json') as {
  compilerOptions: { paths: Readonly<Record<string, readonly string[]>> };
};

test('inside the repository the package’s name leads to the sources of exactly what it exports', () => {
  const modules = Object.entries(exports).flatMap(([path, target]) =>
    target === null || typeof target === 'string' ? [] : [[`contact-details${path.slice(1)}`, target.default] as const],
  );
  const sources = modules.map(([name, built]) => [name, [built.replace('./dist/', './src/').replace(/\.js$/, '.ts')]]);
  assert.deepEqual(compilerOptions.paths, Object.fromEntries(sources));
});

test('of the folder of texts, languages are exported and nothing else', () => {
  const names = readdirSync(new URL('../../src/i18n', import.meta.url)).map((name) => name.replace('.ts', ''));
  const others = names.filter((name) => !/^[a-z]{2,3}(-[A-Z]{2})?$/.test(name));
  const hidden = Object.keys(exports).filter((path) => exports[path] === null);
  assert.deepEqual(
    hidden,
    others.sort().map((name) => `./i18n/${name}.js`),
  );
});
