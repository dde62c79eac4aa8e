import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { extraCommands } from './commands.js';
import { packageSources } from './package-sources.js';

/** The folders whose tests run in browsers. */
export const BROWSER_FOLDERS = [
  'test/element',
  'test/embedding',
  'test/fields',
  'test/gallery',
  'test/persistence',
  'test/support',
];

const { HOSTILE_SEED = '1', HOSTILE_TEXTS = '', HOSTILE_TEXTS_IN_FIREFOX = '' } = process.env;

/** How many hostile texts are tried where nothing else is wanted: some of each kind. */
const SOME_TEXTS = '24';

/** How many hostile texts are tried in the two browsers, and which, as attributes that the test reads. */
function hostileSettings() {
  const inFirefox = HOSTILE_TEXTS_IN_FIREFOX || SOME_TEXTS;
  const all = { seed: HOSTILE_SEED, texts: HOSTILE_TEXTS || SOME_TEXTS, 'texts-in-firefox': inFirefox };
  return Object.entries(all)
    .map(([name, value]) => `data-hostile-${name}="${value}"`)
    .join(' ');
}

/**
 * How browser tests are served and run, whatever files in whatever browsers.
 * @satisfies {import('@web/test-runner').TestRunnerConfig}
 */
export const browserConfig = {
  nodeResolve: { exportConditions: ['production'] },
  plugins: [
    extraCommands(),
    packageSources(),
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) }),
  ],
  // The longest single test, of leaks, may take four minutes on a slow machine; all hostile texts take much longer.
  testsFinishTimeout: HOSTILE_TEXTS ? 7_200_000 : 300_000,
  testFramework: { config: { ui: 'bdd', timeout: 40_000 } },
  testRunnerHtml: (/** @type {string} */ testFramework) => `<!doctype html>
    <html lang="en" ${hostileSettings()}>
      <!-- Pages of tests are left for the next test's, whatever is unsaved in them: nobody is there to be asked. -->
      <script>
        addEventListener('beforeunload', (event) => event.isTrusted && event.stopImmediatePropagation(), { capture: true });
      </script>
      <head><title>contact-details tests</title><link rel="icon" href="data:," /></head>
      <body><script type="module" src="${testFramework}"></script></body>
    </html>`,
  coverageConfig: { include: ['src/**/*.ts'], reporters: ['text-summary', 'lcovonly'] },
};
