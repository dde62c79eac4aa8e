import { readFileSync } from 'node:fs';

const CONFIG = new URL('../../tsconfig.json', import.meta.url);

/**
 * Resolves imports of the package by its own name to its sources, by the same `paths` of tsconfig.json that the compiler, tsx
 * and Vite follow.
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function packageSources() {
  /** @type {{compilerOptions: {paths: Readonly<Record<string, readonly [string]>>}}} */
  const { compilerOptions } = JSON.parse(readFileSync(CONFIG, 'utf8'));
  const paths = Object.entries(compilerOptions.paths).map(([name, [source]]) => ({ name: name.split('*'), source }));
  return {
    name: 'package-sources',
    resolveImport({ source: wanted }) {
      for (const { name, source } of paths) {
        const [start = '', end] = name;
        if (end === undefined ? wanted === start : wanted.startsWith(start) && wanted.endsWith(end)) {
          return source.replace(/^\./, '').replace('*', wanted.slice(start.length, wanted.length - (end?.length ?? 0)));
        }
      }
      return undefined;
    },
  };
}
