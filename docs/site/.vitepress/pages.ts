import { readdirSync } from 'node:fs';

/** The folder of the repository. */
export const ROOT = new URL('../../../', import.meta.url);

/** Folders of Markdown, and where their pages are on the site. */
const FOLDERS: Readonly<Record<string, string>> = {
  'docs/': '',
  'docs/stacks/': 'stacks/',
  'docs/decisions/': 'decisions/',
  'docs/site/pages/': '',
};

/** Each page of the site: its source in the repository, and its place on the site. */
export const PAGES: Readonly<Record<string, string>> = {
  'README.md': 'guide.md',
  'CHANGELOG.md': 'changelog.md',
  'CONTRIBUTING.md': 'contributing.md',
  'demo/server/README.md': 'reference-server.md',
  ...Object.fromEntries(
    Object.entries(FOLDERS).flatMap(([folder, place]) =>
      namesIn(folder)
        .filter((name) => name.endsWith('.md'))
        .map((name) => [`${folder}${name}`, `${place}${name}`]),
    ),
  ),
};

/** What of the repository is no page, as patterns. */
export const NO_PAGES: readonly string[] = [
  ...namesIn('').filter((name) => name !== 'docs' && name !== 'demo' && !PAGES[name]),
  ...['docs/api', 'demo/dist'],
].flatMap((name) => [name, `${name}/**`]);

/** Where a page is on the site, without its ending. */
export function addressOf(source: string): string {
  const page = PAGES[source];
  if (!page) throw new Error(`The site has no page of ${source}`);
  return page.replace(/\.md$/, '').replace(/^index$/, '');
}

/** The source of a page of the site. */
export function sourceOf(page: string): string | undefined {
  return Object.keys(PAGES).find((source) => PAGES[source] === page);
}

function namesIn(folder: string): readonly string[] {
  return readdirSync(new URL(folder, ROOT)).sort();
}
