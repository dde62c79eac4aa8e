import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { ENTRY } from './built-script.js';

/** Puts the version and the hash of the script that was built into the tag that the README shows. */
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const hashes = JSON.parse(readFileSync('cdn/integrity.json', 'utf8')) as Readonly<Record<string, string>>;
const readme = readFileSync('README.md', 'utf8');
const written = readme
  .replace(/(?<=npm\/contact-details@)[\d.]+(?=\/cdn\/)/, version)
  .replace(/(?<=integrity=")sha384-[^"]*/, hashes[basename(ENTRY)] ?? '');
if (written !== readme) writeFileSync('README.md', written);
