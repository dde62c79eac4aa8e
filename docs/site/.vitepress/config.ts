import { fileURLToPath } from 'node:url';
import type { UserConfig } from 'vitepress';
import { liveFences } from './live-fences.js';
import { localLinks, REPOSITORY } from './local-links.js';
import { manifestTables } from './manifest-tables.js';
import { addressOf, NO_PAGES, PAGES } from './pages.js';
import { panelBundle } from './panel-bundle.js';

const BASE = process.env['DOCS_BASE'] ?? '/';

/** What a page may load: nothing of another host. The frames of live examples inherit it; the panel is in them as a `data:` URL. */
const POLICY = [
  "default-src 'none'; script-src 'self' 'unsafe-inline' data:; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:",
  "font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'",
].join('; ');

const link = (source: string, text: string) => ({ text, link: `/${addressOf(source)}` });

/** The site is made of the Markdown that the repository has anyway; what is only of the site is in `pages`. */
const config: UserConfig = {
  title: 'contact-details',
  description: 'The contact side panel of an inbox or CRM, as one custom element for any page.',
  base: BASE,
  srcDir: '../..',
  srcExclude: [...NO_PAGES],
  rewrites: { ...PAGES },
  head: [
    ['meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }],
    ['link', { rel: 'icon', type: 'image/svg+xml', href: `${BASE}demo/favicon.svg` }],
  ],
  markdown: {
    // The anchors that the documents have on GitHub.
    anchor: {
      slugify: (text) =>
        text
          .toLowerCase()
          .replace(/[^\p{L}\p{N} _-]/gu, '')
          .replaceAll(' ', '-'),
    },
    config(md) {
      md.use(manifestTables).use(localLinks).use(liveFences);
    },
  },
  vite: {
    // The project's own is for the package.
    configFile: false,
    publicDir: fileURLToPath(new URL('public', import.meta.url)),
    plugins: [panelBundle],
    // The panel that live examples show is one large file on purpose, and loaded on the pages that have some.
    build: { chunkSizeWarningLimit: 1_500 },
  },
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag === 'contact-details' } } },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    socialLinks: [{ icon: 'github', link: REPOSITORY }],
    nav: [
      link('README.md', 'Guide'),
      link('docs/site/pages/reference.md', 'Reference'),
      link('docs/site/pages/gallery.md', 'Gallery'),
      link('docs/site/pages/try-it.md', 'Try it'),
      link('CHANGELOG.md', 'Changelog'),
    ],
    sidebar: [
      {
        text: 'Use it',
        items: [
          link('README.md', 'Guide'),
          link('docs/site/pages/try-it.md', 'Try it'),
          link('docs/site/pages/gallery.md', 'Gallery'),
          link('docs/site/pages/reference.md', 'Reference'),
          link('docs/writing-an-adapter.md', 'Writing an adapter'),
          link('docs/server-rendering.md', 'Rendering on a server'),
          link('docs/troubleshooting.md', 'Troubleshooting'),
        ],
      },
      {
        text: 'Stacks',
        items: [
          link('docs/frameworks.md', 'All of them'),
          link('docs/stacks/plain-html.md', 'Plain HTML'),
          link('docs/stacks/import-map.md', 'Without a bundler'),
          link('docs/stacks/jquery.md', 'jQuery'),
          link('docs/stacks/react.md', 'React'),
          link('docs/stacks/next.md', 'Next'),
          link('docs/stacks/preact.md', 'Preact'),
          link('docs/stacks/vue.md', 'Vue'),
          link('docs/stacks/svelte.md', 'Svelte'),
          link('docs/stacks/solid.md', 'Solid'),
          link('docs/stacks/angular.md', 'Angular'),
          link('docs/stacks.md', 'What was tried'),
        ],
      },
      {
        text: 'What is promised',
        items: [
          link('docs/versioning.md', 'Versions'),
          link('docs/accessibility.md', 'Accessibility'),
          link('docs/security.md', 'Security'),
          link('docs/reliability.md', 'Reliability'),
          link('docs/load.md', 'Under load'),
          link('docs/licences.md', 'Licences'),
        ],
      },
      {
        text: 'Inside',
        collapsed: true,
        items: [
          link('docs/architecture.md', 'Architecture'),
          link('demo/server/README.md', 'Reference server'),
          link('CONTRIBUTING.md', 'Contributing'),
          ...Object.keys(PAGES)
            .filter((source) => source.startsWith('docs/decisions/'))
            .map((source) => link(source, `Decision ${Number(/\d+/.exec(source)?.[0])}`)),
        ],
      },
    ],
    editLink: { pattern: `${REPOSITORY}/edit/main/:path`, text: 'Edit this page' },
  },
};
export default config;
