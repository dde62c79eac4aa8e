import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { ElementHandle } from 'puppeteer-core';
import type { ContactEntry } from '../../src/core/contact.js';
import { until } from '../support/until.js';
import { Demo } from './demo.js';
import type { Visitor } from './visitor.js';

const ROWS = 2_000;
/** Every so many rows one is bad: without an address that is one, the same as the first, and one that is there already. */
const BAD = { address: 100, second: 250, known: 400 };

/** A file as another program exports it: 2,000 rows, of which some cannot be taken. */
function csv(): { readonly text: string; readonly bad: number } {
  let bad = 0;
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const place = index + 1;
    const email =
      place % BAD.address === 0
        ? 'nobody at nowhere'
        : place % BAD.second === 0
          ? 'person1@import.example'
          : place % BAD.known === 0
            ? 'amelie@atelier-fontaine.example'
            : `person${place}@import.example`;
    if (email !== `person${place}@import.example`) bad += 1;
    return `Given ${place};"Family; ${place}";${email};"Fair 2026, Newsletter";ignored`;
  });
  return { text: ['Given Name;Family Name;E-Mail;Labels;Loyalty points', ...rows].join('\r\n'), bad };
}

/** The import of contacts from files, in the contacts page. */
describe('a person who imports contacts', () => {
  let demo: Demo;
  let visitor: Visitor;
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'import-'));
    demo = await Demo.open();
    visitor = await demo.visit('/contacts');
    const session = await visitor.page.createCDPSession();
    await session.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  });

  after(async () => {
    await demo.close();
    await rm(folder, { recursive: true });
  });

  const count = () => demo.count('contacts', "workspace_id = 'w_harbor'");

  async function choose(name: string, text: string): Promise<void> {
    const path = join(folder, name);
    await writeFile(path, text);
    const input = (await visitor.page.waitForSelector('.import-file input')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(path);
    await visitor.find('list', 'Columns');
  }

  const said = () => visitor.page.$eval('#import-text', (text) => text.textContent.trim().replace(/\s+/g, ' '));
  const says = (text: string) => until(async () => (await said()) === text, text, 60_000);
  const targets = () =>
    visitor.page.$$eval('.import-columns select', (all) => all.map((select) => select.selectedOptions[0]?.textContent));

  test('sees what each column is read into, by its name, and can change it', async () => {
    await (await visitor.find('button', 'Import')).focus();
    await visitor.press('Enter');
    await choose('people.csv', csv().text);
    assert.deepEqual(await targets(), ['First name', 'Last name', 'Email address', 'Tags', 'Not imported']);
    await visitor.page.select('.import-columns li:last-child select', 'loyaltyCard');
    await visitor.page.select('.import-columns li:last-child select', '');
  });

  test('is told by a dry run what would become of 2,000 rows, and nothing is added', async () => {
    const { bad } = csv();
    const before = await count();
    await visitor.click('button', 'Check');
    await says(`${(ROWS - bad).toLocaleString('en')} contacts would be added, ${bad} rows skipped.`);
    assert.equal(await count(), before);
  });

  test('adds all that can be added, with progress, and reports the others and why', async () => {
    const { bad } = csv();
    const before = await count();
    const progress = visitor.page.waitForSelector('.import-progress progress');
    await visitor.click('button', `Import ${(ROWS - bad).toLocaleString('en')} contacts`);
    await progress;
    await says(`${(ROWS - bad).toLocaleString('en')} contacts added, ${bad} rows skipped.`);
    assert.equal(await count(), before + ROWS - bad);
    await visitor.click('link', 'Download report');
    const report = await until(
      () =>
        readFile(join(folder, 'skipped-rows.csv'), 'utf8').then(
          (text) => text || undefined,
          () => undefined,
        ),
      'the report',
    );
    assert.equal(report.trim().split('\n').length, bad + 1);
    assert.match(report, /^Row,Reason,Given Name,/);
    assert.match(report, /100,email: must be an email address,Given 100,/);
    assert.match(report, /250,The email address [^,]*,Given 250,/);
    await visitor.click('button', 'Close');
    await until(
      async () =>
        (await visitor.page.$eval('.page-range', (range) => range.textContent)).includes(
          (before + ROWS - bad).toLocaleString('en'),
        ),
      'the table',
    );
  });

  test('takes a vCard file, and a contact that is there already is skipped', async () => {
    const card = (name: string, email: string) =>
      `BEGIN:VCARD\r\nVERSION:3.0\r\nN:${name};Vera;;;\r\nFN:Vera ${name}\r\nEMAIL:${email}\r\nEMAIL:work.${email}\r\nCATEGORIES:VIP\r\nEND:VCARD\r\n`;
    await visitor.click('button', 'Import');
    await choose('people.vcf', card('Card', 'vera@import.example') + card('Known', 'amelie@atelier-fontaine.example'));
    const both = (await targets()).filter((target) => target === 'Email address');
    assert.equal(both.length, 2, 'columns of email addresses');
    await visitor.click('button', 'Check');
    await says('1 contact would be added, 1 row skipped.');
    await visitor.click('button', 'Import 1 contact');
    await says('1 contact added, 1 row skipped.');
    const [vera] = await demo.query<{ source: string; tag: string; emails: readonly ContactEntry[] }>(
      `SELECT c.emails, c.provenance -> 'email' ->> 'source' AS source, t.tag_id AS tag FROM contacts c
       JOIN contact_tags t ON t.workspace_id = c.workspace_id AND t.contact_id = c.id WHERE c.email = 'vera@import.example'`,
    );
    const emails = [
      { value: 'vera@import.example', isPrimary: true },
      { value: 'work.vera@import.example', isPrimary: false },
    ];
    assert.deepEqual(vera, { source: 'import', tag: 't_vip', emails });
  });

  test('has room for it in 280 px', async () => {
    await visitor.page.setViewport({ width: 280, height: 700 });
    const isCut = await visitor.page.$eval('.import-dialog', ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
    assert.equal(isCut, false);
  });

  test('caused no violation of the page’s policy, and no error', () => {
    demo.expectNoTrouble();
  });
});
