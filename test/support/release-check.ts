import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { ENTRY } from './built-script.js';
import { faultsInRelease } from './changelog.js';
import { printedSizes, sizesToPrint } from './size-table.js';
import { weighChunks, weighEntry } from './weigh.js';

/**
 * Says whether what was built can be released. On a tag, as the release workflow runs it, the version and the changelog must be
 * those of that tag.
 */
const HASHES = 'cdn/integrity.json';
/** What other commands check, and how each is called here. */
const COMMANDS: readonly (readonly [name: string, script: string])[] = [
  ['sizes', 'size'],
  ['package', 'package:check'],
  ['what is public', 'api:check'],
  ['manifest', 'analyze:check'],
  ['licences', 'test:node -- test/house/licences.test.ts'],
];

if (!existsSync(ENTRY) || !existsSync(HASHES)) {
  console.error('There is nothing to release. Build it first: npm run build');
  process.exit(1);
}

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const readme = readFileSync('README.md', 'utf8');
const tag = process.env['GITHUB_REF_TYPE'] === 'tag' ? process.env['GITHUB_REF_NAME'] : '';
const faults: Readonly<Record<string, readonly string[]>> = {
  'version and changelog': faultsInRelease(version, readFileSync('CHANGELOG.md', 'utf8'), tag),
  'script tag of the README': faultsInScriptTag(),
  'sizes of the README': faultsInSizeTable(),
  ...Object.fromEntries(COMMANDS.map(([name, script]) => [name, faultsIn(script)])),
};

console.log(`\ncontact-details ${version}${tag ? `, by the tag ${tag}` : ''}`);
for (const [name, found] of Object.entries(faults)) {
  console.log(`${found.length ? 'not ready' : 'ready'.padEnd(9)}  ${name}`);
  for (const fault of found) console.log(`           ${fault}`);
}
process.exitCode = Object.values(faults).some((found) => found.length) ? 1 : 0;

/** What is wrong with the tag that the README shows: it names the version, and the hash of the script. */
function faultsInScriptTag(): readonly string[] {
  const hashes = JSON.parse(readFileSync(HASHES, 'utf8')) as Readonly<Record<string, string>>;
  const isRight = readme.includes(`contact-details@${version}/cdn/`) && readme.includes(hashes[basename(ENTRY)] ?? '');
  return isRight ? [] : ['The version or the hash is another one. Run: npm run integrity'];
}

function faultsInSizeTable(): readonly string[] {
  const right = sizesToPrint([weighEntry(), ...weighChunks()]);
  return right.join() === printedSizes(readme).join() ? [] : [`The table "Size" must say, row by row: ${right.join(', ')}`];
}

/** Runs a script of package.json, which prints what it finds. */
function faultsIn(script: string): readonly string[] {
  console.log(`── npm run ${script} ──`);
  const { status } = spawnSync('npm', ['run', '--silent', ...script.split(' ')], {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  return status === 0 ? [] : [`Failed: npm run ${script}`];
}
