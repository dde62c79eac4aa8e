import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { portrait } from '../../demo/server/web/portrait.js';

const ROOT = new URL('../../', import.meta.url);
const PUBLIC = 'docs/site/.vitepress/public';

/** What the gallery may load there: the pictures of people are drawn by the demo's server elsewhere, and are files here. */
const POLICY = `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'`;

/** How the page differs on the site, where the bar would lead to pages that are not there. */
const CHANGES: readonly (readonly [text: string, instead: string])[] = [
  [
    '<meta charset="utf-8" />',
    `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />`,
  ],
  ['<header id="top-bar" class="top-bar"></header>', ''],
];

buildPage();
changePage();
drawPortraits();

/** Builds the gallery of the demo to where the site takes it from. */
function buildPage(): void {
  const base = `${process.env['DOCS_BASE'] ?? '/'}demo/`;
  const options = ['--mode', 'gallery', '--base', base, '--outDir', `../${PUBLIC}/demo`, '--emptyOutDir', '--logLevel', 'warn'];
  const { status } = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', ...options], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(1);
}

function changePage(): void {
  const file = new URL(`${PUBLIC}/demo/gallery.html`, ROOT);
  const page = CHANGES.reduce(
    (html, [text, instead]) => {
      if (!html.includes(text)) throw new Error(`The gallery has no ${text}`);
      return html.replace(text, instead);
    },
    readFileSync(file, 'utf8'),
  );
  writeFileSync(file, page);
}

function drawPortraits(): void {
  const assets = new URL(`${PUBLIC}/demo/assets/`, ROOT);
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
  const names = scripts.flatMap((name) => [
    ...readFileSync(new URL(name, assets), 'utf8').matchAll(/\/avatars\/([\w-]+)\.svg/g),
  ]);
  const folder = new URL(`${PUBLIC}/avatars/`, ROOT);
  mkdirSync(folder, { recursive: true });
  for (const [, name = ''] of names) writeFileSync(new URL(`${name}.svg`, folder), portrait(name));
}
