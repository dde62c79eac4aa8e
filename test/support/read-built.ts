import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, posix } from 'node:path';
import type { Contact } from '../../src/core/contact.js';
import type { FieldDefinition } from '../../src/core/field-definition.js';
import { ENTRY } from './built-script.js';
import type { Request } from './built-script.js';
import { launchChromium } from './chromium.js';

const CONTACT: Contact = {
  id: 'c_1',
  version: '1',
  firstName: 'Ana',
  lastName: 'García',
  email: 'ana@example.com',
  phone: '+34612345678',
  country: 'ES',
  language: 'es',
  avatarUrl: 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==',
  tags: [{ id: 't_1', name: 'VIP', color: 'amber', description: 'Best customers' }],
  channels: [{ id: 'ch_1', type: 'whatsapp', handle: '@ana', state: 'active', connectedAt: '2026-01-02T03:04:05Z' }],
  custom: {
    ...{ floor: 3, worth: 18460.5, plan: 'trade', birthday: '1988-02-29', callAt: '09:30' },
    ...{ owner: { id: 'p_1', name: 'Priya Raman' }, interests: ['tea'], site: 'https://example.com/', newsletter: true },
  },
};

const FIELDS: readonly FieldDefinition[] = [
  { key: 'floor', label: 'Floor', type: 'number' },
  { key: 'worth', label: 'Worth', type: 'currency' },
  { key: 'plan', label: 'Plan', type: 'list', options: [{ value: 'trade', label: 'Trade plan' }] },
  { key: 'birthday', label: 'Birthday', type: 'date' },
  { key: 'callAt', label: 'Call at', type: 'time' },
  { key: 'owner', label: 'Owner', type: 'person' },
  { key: 'interests', label: 'Interests', type: 'multilist', options: [{ value: 'tea', label: 'Fine tea' }] },
  { key: 'site', label: 'Site', type: 'url' },
  { key: 'newsletter', label: 'Newsletter', type: 'checkbox' },
];

/** What stands in the panel once the contact is read whole. */
const SHOWN = [
  'Ana',
  'García',
  'ana@example.com',
  '+34 612 34 56 78',
  'Spain',
  'VIP',
  '@ana',
  'Trade plan',
  '1988',
  'Priya Raman',
  'Fine tea',
  'Yes',
];

/** How a page brings the element: what stands in its head, and the folders from which scripts are served. */
export interface Setup {
  readonly head: string;
  readonly folders: readonly string[];
}

/** The file for script tags. */
export const BY_SCRIPT_TAG: Setup = { head: `<script type="module" src="/${ENTRY}"></script>`, folders: ['cdn'] };

/** What npm installs, without a bundler: an import map leads to the files of each package. */
export function byImportMap(): Setup {
  const map = JSON.stringify({ imports: importsOf('package.json', 'dist/index.js') });
  return {
    head: `<script type="importmap">${map}</script><script type="module">import 'contact-details';</script>`,
    folders: ['dist', 'node_modules'],
  };
}

/** Where a package, and the packages that it depends on, are found by their names. */
function importsOf(manifest: string, main: string): Readonly<Record<string, string>> {
  const { name, dependencies = {} } = JSON.parse(readFileSync(manifest, 'utf8')) as Package;
  const others = Object.keys(dependencies).filter((dependency) => !dependency.startsWith('@types/'));
  return Object.assign(
    { [name]: `/${main}`, [`${name}/`]: `/${dirname(main)}/` },
    ...others.map((dependency) => {
      const path = `node_modules/${dependency}/package.json`;
      const { main = 'index.js', module = main } = JSON.parse(readFileSync(path, 'utf8')) as Package;
      return importsOf(path, posix.join(dirname(path), module));
    }),
  ) as Readonly<Record<string, string>>;
}

interface Package {
  readonly name: string;
  readonly main?: string;
  readonly module?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

function pageWith(head: string): string {
  return `<!doctype html><html lang="en"><title>One contact</title><link rel="icon" href="data:,">${head}
    <contact-details src="/api" contact-id="${CONTACT.id}"></contact-details></html>`;
}

/** What came of reading a contact with the built script. */
export interface Reading {
  /** Everything that the page has asked the server for, in order. */
  readonly requests: readonly Request[];
  /** What should be shown and is not, and errors of the page. */
  readonly faults: readonly string[];
}

/** Opens a page with what was built and one contact in Chromium, and waits until nothing more is asked for. */
export async function readBuilt({ head, folders }: Setup): Promise<Reading> {
  const server = createServer(({ url = '/' }, response) => {
    const path = url.slice(1);
    const answer = (type: string, body: string | Buffer) => response.writeHead(200, { 'Content-Type': type }).end(body);
    if (url === '/') answer('text/html', pageWith(head));
    else if (url === `/api/contacts/${CONTACT.id}`)
      answer(
        'application/json',
        JSON.stringify({ contact: CONTACT, fields: FIELDS, can: { edit: true, delete: true, tag: true } }),
      );
    else if (folders.includes(path.split('/')[0] ?? '') && path.endsWith('.js') && existsSync(path))
      answer('text/javascript', readFileSync(path));
    else response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const requests: Request[] = [];
    const faults: string[] = [];
    page.on('request', (request) => {
      const url = request.url();
      if (url.startsWith(address)) requests.push({ path: url.slice(address.length), type: request.resourceType() });
    });
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(address);
    await page.waitForNetworkIdle({ idleTime: 1_000, concurrency: 0 });
    const text = await page.$eval('contact-details', (panel) => panel.shadowRoot?.textContent ?? '');
    const missing = SHOWN.filter((part) => !text.includes(part)).map((part) => `“${part}” is not shown.`);
    return { requests, faults: [...faults, ...missing] };
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}
