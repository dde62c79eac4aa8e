import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Packs what was built into a folder, as npm publishes it.
 * @returns the path of the tarball
 * @throws where nothing is built
 */
export function pack(folder: string): string {
  if (!existsSync('dist/index.js') || !existsSync('cdn/integrity.json'))
    throw new Error('There is nothing to pack. Build it first: npm run build');
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as { name: string; version: string };
  const options = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder];
  execFileSync('npm', options, { shell: process.platform === 'win32' });
  return join(folder, `${name}-${version}.tgz`);
}
