import assert from 'node:assert/strict';
import type { HTTPRequest } from 'puppeteer-core';
import { before, describe, test } from 'node:test';
import { until } from '../support/until.js';
import { Demo } from './demo.js';
import type { Visitor } from './visitor.js';

/** The dialog in which owners and managers keep the tags in order, by mouse and keyboard. */
describe('a person who keeps the tags in order', () => {
  const demo = Demo.ofSuite();
  let visitor: Visitor;
  /** Looks at the contacts meanwhile, in a browser of their own. */
  let colleague: Visitor;

  before(async () => {
    visitor = await demo.visit('/contacts');
    colleague = await demo.visit('/contacts?contact=c_1001');
    await colleague.find('button', 'Remove tag VIP');
  });

  const count = (tagId: string) => demo.count('contact_tags', "workspace_id = 'w_harbor' AND tag_id = $1", [tagId]);

  const said = () =>
    visitor.page.$eval('.tag-dialog > [role=status]', (region) => region.textContent.replace(/[\u2068\u2069]/g, ''));
  const says = (text: string) => until(async () => (await said()) === text, text);

  async function open(tag: string, tagId: string): Promise<void> {
    await (await visitor.find('searchbox', 'Find a tag')).focus();
    await visitor.retype(tag);
    await visitor.page.locator(`[data-tag=${tagId}]`).click();
  }

  test('keeps the focus where they have put it while the tags are still being read', async () => {
    const { page } = visitor;
    const answers: HTTPRequest[] = [];
    const hold = (request: HTTPRequest) =>
      void (request.url().endsWith('/app/tags') ? answers.push(request) : request.continue());
    await page.setRequestInterception(true);
    page.on('request', hold);
    await visitor.click('button', 'Manage tags');
    await until(() => answers.length, 'the question for the tags');
    await visitor.focuses('Find a tag');
    await visitor.press('Tab');
    await visitor.focuses('Close');
    for (const request of answers) await request.continue();
    await page.waitForSelector('[data-tag]');
    await visitor.focuses('Close');
    await visitor.press('Enter');
    await visitor.leaves('dialog', 'Tags');
    page.off('request', hold);
    await page.setRequestInterception(false);
  });

  test('finds a tag with the keyboard, renames it, and tables and panels of others follow', async () => {
    await (await visitor.find('button', 'Manage tags')).focus();
    await visitor.press('Enter');
    await visitor.find('dialog', 'Tags');
    await visitor.focuses('Find a tag');
    await visitor.expectAccessible();
    await visitor.type('press');
    await visitor.page.waitForSelector('[data-tag=t_press]');
    await visitor.press('Tab', 'Enter');
    await visitor.focuses('tags-title');
    await visitor.expectAccessible();
    await visitor.press('Escape');
    await visitor.leaves('dialog', 'Press');
    await visitor.focuses('Manage tags');

    await visitor.click('button', 'Manage tags');
    await visitor.focuses('Find a tag');
    await visitor.type('vip');
    await visitor.page.waitForSelector('[data-tag=t_vip]');
    await visitor.press('Tab', 'Enter');
    await (await visitor.find('textbox', 'Name')).focus();
    await visitor.retype('Very important');
    await visitor.press('Enter');
    await says('Very important saved.');
    await colleague.find('button', 'Remove tag Very important');
    await until(
      () => colleague.page.$$eval('.tags .tag', (tags) => tags.some((tag) => tag.textContent.includes('Very important'))),
      'the table of the colleague',
    );
    await visitor.click('button', 'All tags');
  });

  test('is offered to merge where the name exists, and does', async () => {
    await open('Press', 't_press');
    await (await visitor.find('textbox', 'Name')).focus();
    await visitor.retype('gift buyer');
    await visitor.press('Enter');
    await visitor.find('alert', '');
    await visitor.expectAccessible();
    const united = await demo.query(
      `SELECT DISTINCT contact_id FROM contact_tags WHERE workspace_id = 'w_harbor' AND tag_id IN ('t_press', 't_gift')`,
    );
    await visitor.focuses(/^Merge into .Gift buyer.$/);
    await visitor.press('Enter');
    await says('Press is merged into Gift buyer.');
    assert.deepEqual([await count('t_press'), await count('t_gift')], [0, united.length]);
  });

  test('deletes a tag by typing the number of its contacts, and not by another one', async () => {
    const contacts = await count('t_late');
    assert.ok(contacts > 0);
    await open('Late payer', 't_late');
    const input = await visitor.find('textbox', `To delete it from all contacts, type their number: ${contacts}`);
    await input.focus();
    await visitor.type(String(contacts + 1));
    await visitor.press('Enter');
    assert.equal(await input.evaluate((control) => (control as HTMLInputElement).validity.patternMismatch), true);
    assert.equal(await count('t_late'), contacts);
    await visitor.retype(String(contacts));
    await visitor.press('Enter');
    await says('Late payer is deleted.');
    assert.equal(await count('t_late'), 0);
  });

  test('keeps the table narrowed by a tag that is renamed, and shows all without one that is deleted', async () => {
    const { page } = visitor;
    const chosen = () => new URL(page.url()).searchParams.getAll('tag');
    const rows = () => page.$$eval('tbody tr', ({ length }) => length);
    const searchFor = async (name: string, tagId: string) => {
      await visitor.click('button', 'Close');
      await page.goto(`${new URL(page.url()).origin}/contacts?tag=${name}`);
      await page.waitForSelector('.name-link');
      await visitor.click('button', 'Manage tags');
      await open(name, tagId);
    };
    await searchFor('Wholesale', 't_wholesale');
    const before = await rows();
    await (await visitor.find('textbox', 'Name')).focus();
    await visitor.retype('Resale');
    await visitor.press('Enter');
    await says('Resale saved.');
    await until(() => chosen().join() === 'Resale', 'the address with the new name');
    await until(async () => (await rows()) === before, 'the same rows');
    await visitor.click('button', 'All tags');
    await open('Resale', 't_wholesale');
    const contacts = await count('t_wholesale');
    await (await visitor.find('textbox', `To delete it from all contacts, type their number: ${contacts}`)).focus();
    await visitor.type(String(contacts));
    await visitor.press('Enter');
    await says('Resale is deleted.');
    await until(() => !chosen().length, 'the address without it');
    await until(async () => (await rows()) > 0, 'the rows of all');
  });

  test('is told where somebody has put the tag on more contacts meanwhile', async () => {
    const contacts = await count('t_new');
    await open('New', 't_new');
    await (await visitor.find('textbox', `To delete it from all contacts, type their number: ${contacts}`)).focus();
    await demo.query(
      `INSERT INTO contact_tags (workspace_id, contact_id, tag_id)
       SELECT 'w_harbor', id, 't_new' FROM contacts c WHERE workspace_id = 'w_harbor'
         AND NOT EXISTS (SELECT FROM contact_tags t WHERE t.workspace_id = 'w_harbor' AND t.contact_id = c.id AND t.tag_id = 't_new')
       LIMIT 1`,
    );
    await visitor.type(String(contacts));
    await visitor.press('Enter');
    await says('The tag is on another number of contacts by now. Nothing was deleted.');
    await visitor.find('textbox', `To delete it from all contacts, type their number: ${contacts + 1}`);
    assert.equal(await count('t_new'), contacts + 1);
  });

  test('has room for it in 280 px, and no line is cut', async () => {
    await visitor.page.setViewport({ width: 280, height: 700 });
    const { scrollWidth, clientWidth } = await visitor.page.$eval(
      '.tag-dialog',
      ({ scrollWidth: wide, clientWidth: seen }) => ({
        scrollWidth: wide,
        clientWidth: seen,
      }),
    );
    assert.ok(scrollWidth <= clientWidth, `${scrollWidth} > ${clientWidth}`);
  });

  test('is not offered to agents', async () => {
    const agent = await demo.visit('/contacts', 'u_amara');
    await agent.find('table', '');
    await until(() => agent.page.$('.name-link'), 'the table');
    assert.equal(await agent.has('button', 'Manage tags'), false);
  });

  test('caused no violation of the page’s policy, and no error but the refusals', () => {
    demo.expectNoTrouble(/status of (409|412)/);
  });
});
