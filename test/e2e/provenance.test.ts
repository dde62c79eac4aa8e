import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { until } from '../support/until.js';
import { Demo } from './demo.js';
import type { Visitor } from './visitor.js';

/** Where values come from, told by the panel on the real server. */
describe('a person who asks where a value comes from', () => {
  const demo = Demo.ofSuite();
  let visitor: Visitor;

  before(async () => {
    visitor = await demo.visit('/contacts?contact=c_1001');
  });

  const described = async (name: string) =>
    (await visitor.find('button', name)).evaluate((button) => button.getAttribute('aria-description'));
  const tooltip = () =>
    visitor.page.$eval('contact-details', (panel) => {
      const shown = panel.shadowRoot?.querySelector<HTMLElement>('#tooltip:popover-open');
      return shown?.innerText.trim() ?? '';
    });

  test('is told by the row, to the eye once the focus rests on it, and to screen readers', async () => {
    await until(async () => (await described('Edit Country')) !== null, 'the description');
    assert.match((await described('Edit Country')) ?? '', /^From the phone number, /);
    assert.match((await described('Edit Company')) ?? '', /^Imported by Jónas Þórsson, /);
    assert.equal(await described('Edit Language'), 'Changed by Olivia Marsh, 3 days ago');
    await (await visitor.find('button', 'Edit Language')).focus();
    await until(async () => (await tooltip()) === 'Changed by Olivia Marsh, 3 days ago', 'the tooltip');
    await visitor.press('Escape');
    await until(async () => (await tooltip()) === '', 'the tooltip to go');
  });

  test('is told of the person who has just changed it', async () => {
    await visitor.edit('Company');
    await visitor.retype('Atelier F');
    await visitor.press('Enter');
    await until(async () => (await described('Edit Company')) === 'Changed by Olivia Marsh, now', 'the description');
  });

  test('caused no violation of the page’s policy, and no error', () => {
    demo.expectNoTrouble();
  });
});
