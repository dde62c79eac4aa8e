import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import type { MarkdownRenderer } from 'vitepress';
import { addressOf, PAGES, ROOT, sourceOf } from './pages.js';

export const REPOSITORY = 'https://github.com/contact-details/contact-details';
const OF_REPOSITORY = new RegExp(`^${REPOSITORY}(?:/(?:blob|tree)/main/|(?=#))`);
const PICTURES = 'https://raw.githubusercontent.com/contact-details/contact-details/main/';

/**
 * Has the links of the documents lead to pages of the site where there are some, and to the repository elsewhere, and pictures to
 * the repository's own files. A link to a file that is not there fails the build.
 */
export function localLinks(md: MarkdownRenderer): void {
  md.core.ruler.push('local-links', (state) => {
    const { relativePath = '' } = state.env as { relativePath?: string };
    const source = sourceOf(relativePath) ?? relativePath;
    for (const token of state.tokens.flatMap(({ children }) => children ?? [])) {
      const href = token.attrGet('href');
      if (href && token.type === 'link_open') token.attrSet('href', linkTo(href, source));
      const src = token.attrGet('src');
      if (src?.startsWith(PICTURES)) token.attrSet('src', pictureIn(src.slice(PICTURES.length), source));
    }
  });
}

function linkTo(href: string, source: string): string {
  const isOwn = OF_REPOSITORY.test(href);
  if (!isOwn && /^(?:[a-z]+:|#|\/)/.test(href)) return href;
  const inRepository = isOwn ? href.replace(OF_REPOSITORY, '') : posix.join(posix.dirname(source), href);
  const [path = '', hash] = inRepository.split('#');
  const target = path || 'README.md';
  const place = hash ? `#${hash}` : '';
  demandFile(target, source);
  if (PAGES[target]) return `/${addressOf(target)}${place}`;
  return `${REPOSITORY}/blob/main/${target}${place}`;
}

/** The path of a picture from the page's own place on the site. */
function pictureIn(path: string, source: string): string {
  demandFile(path, source);
  const page = PAGES[source] ?? source;
  return `./${posix.relative(posix.dirname(page), path)}`;
}

function demandFile(path: string, source: string): void {
  if (!existsSync(new URL(path, ROOT))) throw new Error(`${source} links to ${path}, which is not there`);
}
