import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { until } from '../support/until.js';
import { Demo } from './demo.js';
import type { Visitor } from './visitor.js';

/** The filters of the contacts table, by mouse, keyboard and address. */
describe('a person who narrows the contacts table', () => {
  const demo = Demo.ofSuite();
  let visitor: Visitor;

  before(async () => {
    visitor = await demo.visit('/contacts');
  });

  const params = () => new URL(visitor.page.url()).searchParams;
  const chips = () => visitor.page.$$eval('.chip', (all) => all.map((chip) => chip.textContent.replace(/\s+/g, ' ').trim()));
  const range = () => visitor.page.$eval('.page-range', (range) => range.textContent.trim());
  const total = () => until(async () => /of (\d+)/.exec(await range())?.[1], 'the table').then(Number);
  const shows = (count: number) => until(async () => (await range()).endsWith(`of ${count}`), `${count} contacts`);

  /** How many contacts of the shop fulfil a condition. */
  const count = (condition: string) => demo.count('contacts c', `workspace_id = 'w_harbor' AND ${condition}`);

  const tagged = (tagId: string) =>
    `EXISTS (SELECT FROM contact_tags t WHERE t.workspace_id = c.workspace_id AND t.contact_id = c.id AND t.tag_id = '${tagId}')`;

  test('finds a tag by typing, and chooses it with the keyboard alone', async () => {
    await (await visitor.find('button', 'Tags')).focus();
    await visitor.press('Enter');
    await visitor.find('dialog', 'Filter by tags');
    assert.equal(await visitor.focusedName(), 'Find a tag');
    await visitor.type('whole');
    await visitor.press('Tab', 'Tab', 'Space');
    await shows(await count(tagged('t_wholesale')));
    assert.deepEqual(params().getAll('tag'), ['Wholesale']);
    await visitor.expectAccessible();
    await visitor.press('Escape');
    assert.equal(await visitor.focusedName(), 'Tags');
    assert.deepEqual(await chips(), ['Remove filter: Tag: Wholesale']);
  });

  test('adds another tag, and asks for any or for all of them', async () => {
    await visitor.click('button', 'Tags');
    await (await visitor.find('searchbox', 'Find a tag')).focus();
    await visitor.retype('vip');
    await visitor.page.locator('.tag-choice ::-p-text(VIP)').click();
    await shows(await count(`(${tagged('t_vip')} OR ${tagged('t_wholesale')})`));
    await visitor.page.locator('.tag-filter .segment ::-p-text(All of them)').click();
    const both = await count(`${tagged('t_vip')} AND ${tagged('t_wholesale')}`);
    assert.ok(both > 0);
    await shows(both);
    assert.equal(params().get('match'), 'all');
    await visitor.press('Escape');
  });

  test('narrows by status and by person, with what each would leave', async () => {
    await visitor.page.goto(`${demo.url}/contacts?tag=VIP`);
    await visitor.click('button', 'Status');
    const open = await count(`${tagged('t_vip')} AND status = 'closed'`);
    await visitor.page.locator(`::-p-aria([name="Closed ${open}"][role="menuitemradio"])`).click();
    await shows(open);
    await visitor.click('button', 'Assigned to');
    const nobody = await count(`${tagged('t_vip')} AND status = 'closed' AND assignee_id IS NULL`);
    assert.ok(nobody > 0);
    await visitor.page.locator(`::-p-aria([name="Nobody ${nobody}"][role="menuitemradio"])`).click();
    await shows(nobody);
    assert.deepEqual(
      (await chips()).map((chip) => chip.replace(/[^\p{L}\s:]/gu, '').replace(/\s+/g, ' ')),
      ['Remove filter: Tag: VIP', 'Remove filter: Status: Closed', 'Remove filter: Assigned to: Nobody'],
    );
    await visitor.expectAccessible();
  });

  test('comes back to the same table by the address, and to the one before by the back button', async () => {
    const narrowed = await total();
    await visitor.page.reload();
    await shows(narrowed);
    await visitor.page.goBack();
    await shows(await count(`${tagged('t_vip')} AND status = 'closed'`));
    await visitor.page.goForward();
    await shows(narrowed);
  });

  test('keeps the filters while searching, sorting and looking at somebody', async () => {
    await visitor.page.goto(`${demo.url}/contacts?tag=VIP`);
    await shows(await count(tagged('t_vip')));
    await visitor.click('button', 'Name');
    await visitor.page.waitForFunction(() => location.search.includes('sort=name'));
    await (await visitor.find('searchbox', 'Search contacts')).focus();
    await visitor.type('amelie');
    await shows(1);
    await visitor.page.locator('.name-link').click();
    await visitor.find('button', 'Edit name');
    assert.deepEqual([...params().keys()].sort(), ['contact', 'q', 'sort', 'tag']);
  });

  test('takes a filter off with its chip, and the focus goes to the next one', async () => {
    await visitor.page.goto(`${demo.url}/contacts?tag=VIP&tag=wholesale&status=closed`);
    await visitor.page.waitForSelector('.chip');
    await visitor.page.locator('.chip').click();
    await shows(await count(`${tagged('t_wholesale')} AND status = 'closed'`));
    assert.match(await visitor.focusedName(), /Wholesale/);
    await visitor.press('Enter', 'Enter');
    await shows(await count('true'));
    assert.equal(await visitor.focusedName(), 'table-title');
  });

  test('is told where nothing matches, and shown everything again by one press', async () => {
    await visitor.page.goto(`${demo.url}/contacts?tag=No%20such%20tag&q=fontaine&status=open`);
    await visitor.find('heading', 'No contacts');
    assert.equal(await range(), 'No contacts');
    await visitor.expectAccessible();
    await visitor.click('button', 'Clear search and filters');
    await shows(await count('true'));
    assert.equal(params().size, 0);
  });

  test('caused no violation of the page’s policy, and no error', () => {
    demo.expectNoTrouble();
  });
});
