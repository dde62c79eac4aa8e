import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';
import { CHROMIUM_ARGS, findChromium, findFirefox } from './test/support/browsers.js';
import { extraCommands } from './test/support/commands.js';
import { packageSources } from './test/support/package-sources.js';
import { webkitGtkLauncher } from './test/support/webkitgtk.js';

const wanted = (process.env.BROWSERS ?? 'chromium,firefox').split(',').map((name) => name.trim());
const unknown = wanted.filter((name) => !['chromium', 'firefox', 'webkit'].includes(name));
if (unknown.length) throw new Error(`BROWSERS knows chromium, firefox and webkit, not ${unknown.join(', ')}.`);

// One page at a time in each browser: two pages of one browser would fight over the keyboard focus.
const concurrency = 1;

// Machines without a screen have no mouse either: without one, nothing that appears on hover could be tested.
const CHROMIUM_MOUSE = '--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4';
const FIREFOX_MOUSE = { 'ui.primaryPointerCapabilities': 6, 'ui.allPointerCapabilities': 6 };

const chromium = () =>
  chromeLauncher({
    puppeteer,
    concurrency,
    launchOptions: { executablePath: findChromium(), args: [...CHROMIUM_ARGS, CHROMIUM_MOUSE] },
  });

const firefox = () => {
  const executablePath = findFirefox();
  return (
    executablePath &&
    chromeLauncher({
      puppeteer,
      concurrency,
      launchOptions: { browser: 'firefox', executablePath, extraPrefsFirefox: FIREFOX_MOUSE },
    })
  );
};

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  files: 'test/{element,fields,gallery,persistence,support}/**/*.test.ts',
  browsers: [
    wanted.includes('chromium') && chromium(),
    wanted.includes('firefox') && firefox(),
    wanted.includes('webkit') && webkitGtkLauncher(),
  ].filter((launcher) => typeof launcher === 'object'),
  nodeResolve: { exportConditions: ['production'] },
  plugins: [
    extraCommands(),
    packageSources(),
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)) }),
  ],
  // The longest single test, of leaks, may take four minutes on a slow machine.
  testsFinishTimeout: 300_000,
  testFramework: { config: { ui: 'bdd', timeout: 40_000 } },
  testRunnerHtml: (testFramework) => `<!doctype html>
    <html lang="en">
      <!-- Pages of tests are left for the next test's, whatever is unsaved in them: nobody is there to be asked. -->
      <script>
        addEventListener('beforeunload', (event) => event.isTrusted && event.stopImmediatePropagation(), { capture: true });
      </script>
      <head><title>contact-details tests</title><link rel="icon" href="data:," /></head>
      <body><script type="module" src="${testFramework}"></script></body>
    </html>`,
  coverageConfig: { include: ['src/**/*.ts'], reporters: ['text-summary', 'lcovonly'] },
};
