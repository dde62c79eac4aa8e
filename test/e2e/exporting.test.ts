import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { until } from '../support/until.js';
import { ShownContact } from './shown-contact.js';

test('a contact is downloaded as a vCard, which the strict policy of the page allows', async () => {
  const shown = await ShownContact.open();
  const folder = mkdtempSync(join(tmpdir(), 'download-'));
  try {
    const { visitor } = shown;
    const { page } = visitor;
    const violations: string[] = [];
    page.on('console', (message) => message.text().includes('Content Security Policy') && violations.push(message.text()));
    const session = await page.createCDPSession();
    await session.send('Page.setDownloadBehavior' as never, { behavior: 'allow', downloadPath: folder } as never);
    const address = page.url();
    await visitor.click('button', 'More actions');
    await visitor.click('menuitem', 'Export Contact');
    await until(() => readdirSync(folder).includes('Amélie Fontaine.vcf'), 'the file');
    const text = readFileSync(join(folder, 'Amélie Fontaine.vcf'), 'utf8');
    assert.match(text, /^BEGIN:VCARD\r\nVERSION:4\.0\r\nUID;VALUE=text:c_1001\r\n[^]*END:VCARD\r\n$/);
    assert.deepEqual(violations, []);
    assert.equal(page.url(), address);
  } finally {
    await shown.close();
    rmSync(folder, { recursive: true });
  }
});
