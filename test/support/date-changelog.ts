import { readFileSync, writeFileSync } from 'node:fs';
import { withRelease } from './changelog.js';

/** Makes what CHANGELOG.md has as not released yet the version of package.json, of today. `npm version` runs it. */
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const today = new Date().toISOString().slice(0, 10);
writeFileSync('CHANGELOG.md', withRelease(readFileSync('CHANGELOG.md', 'utf8'), version, today));
