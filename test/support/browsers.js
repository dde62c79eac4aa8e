import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * Where a browser can be looked for: an environment variable, commands on the PATH, fixed places, a Debian package.
 * @typedef {{variable: string, commands: readonly string[], places: readonly string[], debianPackage: string}} BrowserKind
 */

const PROGRAM_FILES = process.env.PROGRAMFILES ?? 'C:\\Program Files';

/** @type {BrowserKind} */
const CHROMIUM = {
  variable: 'CHROME_PATH',
  commands: ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge'],
  places: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    join(PROGRAM_FILES, 'Google', 'Chrome', 'Application', 'chrome.exe'),
    ...playwrightChromiums(),
  ],
  debianPackage: 'chromium',
};

/** @type {BrowserKind} */
const FIREFOX = {
  variable: 'FIREFOX_PATH',
  commands: ['firefox-esr', 'firefox'],
  places: ['/Applications/Firefox.app/Contents/MacOS/firefox', join(PROGRAM_FILES, 'Mozilla Firefox', 'firefox.exe')],
  debianPackage: 'firefox-esr',
};

const NO_CHROMIUM = `No Chrome or Chromium found. Any one of these helps:
  npx playwright install chromium
  sudo apt-get install chromium
  CHROME_PATH=/path/to/chrome npm test`;

const NO_FIREFOX = `Firefox was NOT tested: none found. Any one of these helps:
  sudo apt-get install firefox-esr
  FIREFOX_PATH=/path/to/firefox npm test
  BROWSERS=chromium npm test    (to leave it out on purpose)`;

/**
 * A Chrome or Chromium to test with: `CHROME_PATH`, an installed one, Playwright's, or (on Debian as root) a new one.
 * @returns {string} path of the executable
 * @throws {Error} saying how to get one
 */
export function findChromium() {
  const path = find(CHROMIUM);
  if (!path) throw new Error(NO_CHROMIUM);
  return path;
}

/**
 * A Firefox to test with: `FIREFOX_PATH`, an installed one, or (on Debian as root) a new one. Where there is none, says so.
 * @returns {string | undefined} path of the executable
 */
export function findFirefox() {
  const path = find(FIREFOX);
  if (!path) console.warn(`\n${NO_FIREFOX}\n`);
  return path;
}

/** Chromium's sandbox does not start for root, nor in most containers that run continuous integration. */
export const CHROMIUM_ARGS =
  process.platform === 'linux' && (process.getuid?.() === 0 || process.env.CI)
    ? ['--no-sandbox', '--disable-dev-shm-usage']
    : [];

/** @param {BrowserKind} kind */
function find({ variable, commands, places, debianPackage }) {
  const chosen = process.env[variable];
  if (chosen && !isExecutable(chosen)) throw new Error(`${variable} is set to ${chosen}, which cannot be run.`);
  return (
    chosen ?? findInstalled(commands, places) ?? (installOnDebian(debianPackage) ? findInstalled(commands, places) : undefined)
  );
}

/**
 * @param {readonly string[]} commands
 * @param {readonly string[]} places
 */
function findInstalled(commands, places) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...onPath, ...places].find(isExecutable);
}

/** @param {string} name */
function installOnDebian(name) {
  if (process.getuid?.() !== 0 || !isDebian()) return false;
  console.log(`Installing ${name} (apt-get), because the tests need it …`);
  const options = { stdio: /** @type {const} */ ('ignore'), env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  try {
    execFileSync('apt-get', ['update'], options);
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', name], options);
    return true;
  } catch {
    console.warn(`apt-get could not install ${name}.`);
    return false;
  }
}

/** Whether this is Debian itself. Ubuntu's packages of these names only refer to snaps, which containers cannot run. */
function isDebian() {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

function playwrightChromiums() {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(userCache(), 'ms-playwright');
  const executables = [
    ['chrome-linux64', 'chrome'],
    ['chrome-linux', 'chrome'],
    ['chrome-mac-arm64', 'Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing'],
    ['chrome-mac', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'],
    ['chrome-win64', 'chrome.exe'],
    ['chrome-win', 'chrome.exe'],
  ];
  return foldersIn(cache)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice('chromium-'.length)) - Number(a.slice('chromium-'.length)))
    .flatMap((name) => executables.map((parts) => join(cache, name, ...parts)));
}

function userCache() {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  if (process.platform === 'win32') return process.env.LOCALAPPDATA ?? homedir();
  return join(homedir(), '.cache');
}

/** @param {string} folder */
function foldersIn(folder) {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
