import { BROWSER_FOLDERS, browserConfig } from './test/support/browser-config.js';
import { launcherOf, wantedBrowsers } from './test/support/launchers.js';

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  ...browserConfig,
  files: BROWSER_FOLDERS.map((folder) => `${folder}/**/*.test.ts`),
  browsers: wantedBrowsers()
    .map(launcherOf)
    .filter((launcher) => launcher !== undefined),
};
