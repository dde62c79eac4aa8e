import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { siteFaults } from './site-faults.js';

const FOLDER = 'docs/site/.vitepress/dist/';

if (!existsSync(FOLDER)) {
  console.error(`There is no ${FOLDER}. Run: npm run docs`);
  process.exit(1);
}
const paths = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(FOLDER + path).isFile());
const files = new Map(paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(FOLDER + path, 'utf8')]));
const faults = siteFaults(files, process.env['DOCS_BASE'] ?? '/');
for (const fault of faults) console.error(fault);
const pages = paths.filter((path) => path.endsWith('.html')).length;
if (!faults.length) console.log(`${pages} pages in ${FOLDER}: no dead link, and nothing of another host is loaded`);
process.exitCode = faults.length ? 1 : 0;
