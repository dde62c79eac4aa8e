import { existsSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { chunkName, ENTRY, faultsInRequests, faultsInSizes, LIMIT, MOST_REQUESTS, WHY } from './built-script.js';
import type { Weighed } from './built-script.js';
import { BY_SCRIPT_TAG, byImportMap, readBuilt } from './read-built.js';
import { weighChunks, weighEntry } from './weigh.js';

function print({ path, bytes }: Weighed): void {
  console.log(`${String(bytes).padStart(8)}  ${path}`);
}

if (!existsSync(ENTRY)) {
  console.error(`There is no ${ENTRY} to weigh. Build it first: npm run build`);
  process.exit(1);
}

const entry = weighEntry();
const chunks = weighChunks();
/** The files of languages are named by their BCP 47 tags. */
const languages = readdirSync('src/i18n')
  .map((name) => basename(name, '.ts'))
  .filter((name) => /^[a-z]{2,3}(-[A-Z]{2})?$/.test(name));
const isLanguage = ({ path }: Weighed) => languages.includes(chunkName(path));
const languageCount = chunks.filter(isLanguage).length;

console.log(`Bytes after brotli. To read a contact, of ${LIMIT} allowed:`);
print(entry);
console.log(`${WHY}\n\nLater, in ${chunks.length - languageCount} chunks and ${languageCount} languages:`);
chunks.forEach(print);

const tag = await readBuilt(BY_SCRIPT_TAG);
const map = await readBuilt(byImportMap());
const count = map.requests.length;
console.log(`\nBy an import map, without a bundler: ${count} requests to read a contact, of ${MOST_REQUESTS} allowed`);
const all = [
  ...faultsInSizes(entry, chunks, languages),
  ...faultsInRequests(tag.requests),
  ...(count > MOST_REQUESTS ? [`Reading a contact by an import map takes ${count - MOST_REQUESTS} requests too many.`] : []),
  ...tag.faults,
  ...map.faults,
];
for (const fault of all) console.error(fault);
process.exit(all.length ? 1 : 0);
