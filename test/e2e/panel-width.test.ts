import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { until } from '../support/until.js';
import { Demo } from './demo.js';
import type { Visitor } from './visitor.js';

const SPLITTER = ['separator', 'Width of the contact details'] as const;
const [WIDE, NARROW] = [
  { width: 1440, height: 1000 },
  { width: 1024, height: 768 },
];
const USUAL = 376;

/** The panel beside the inbox: there from the start where there is room, and as wide as its reader likes. */
describe('the panel beside the inbox', () => {
  const demo = Demo.ofSuite();
  let visitor: Visitor;

  before(async () => {
    visitor = await demo.visit('/');
  });

  const isPanelShown = () => visitor.has('complementary', 'Contact details');
  const isHidden = () => until(async () => !(await isPanelShown()), 'the panel to be closed');
  const width = () => visitor.page.$eval('.contact-panel', (panel) => Math.round(panel.getBoundingClientRect().width));
  const said = () =>
    visitor.page.$eval('[role=separator]', (splitter) =>
      ['aria-valuemin', 'aria-valuenow', 'aria-valuemax'].map((name) => Number(splitter.getAttribute(name))),
    );
  const param = (name: string) => new URL(visitor.page.url()).searchParams.get(name);

  async function drag(by: number): Promise<void> {
    const splitter = await visitor.find(...SPLITTER);
    const box = await splitter.boundingBox();
    assert.ok(box);
    const { mouse } = visitor.page;
    const [x, y] = [box.x + box.width / 2, box.y + 300];
    await mouse.move(x, y);
    await mouse.down();
    await mouse.move(x + by / 2, y);
    await mouse.move(x + by, y);
    await mouse.up();
  }

  test('is there from the start, with the newest conversation’s contact, and the focus stays where it is', async () => {
    await visitor.find('heading', 'Amélie Fontaine');
    await visitor.find('button', 'Edit name');
    assert.equal(param('contact'), 'c_1001');
    assert.equal(await visitor.focusedName(), '');
  });

  test('goes along to the next conversation', async () => {
    await visitor.page.locator('.conversations ::-p-text(Perfecto, la compro)').click();
    await visitor.page.waitForSelector('contact-details >>> ::-p-text(Ximena)');
  });

  test('stays closed once it is closed, and comes back by the button and by the address', async () => {
    await visitor.click('button', 'Close contact details');
    await isHidden();
    await visitor.page.reload();
    await visitor.find('log', 'Messages');
    assert.equal(await isPanelShown(), false);
    await visitor.page.locator('.conversations ::-p-text(Perfect, merci)').click();
    await visitor.page.waitForFunction(() => location.search.includes('c_1001'));
    assert.equal(await isPanelShown(), false);
    await visitor.page.locator('.thread-head .icon-button[aria-pressed=false]').click();
    await visitor.find('button', 'Edit name');
    await visitor.page.goto(`${demo.url}/?contact=c_1002`);
    await visitor.find('button', 'Edit name');
  });

  test('is as wide as its edge is dragged', async () => {
    assert.equal(await width(), USUAL);
    await drag(-120);
    assert.equal(await width(), USUAL + 120);
    assert.deepEqual(await said(), [280, USUAL + 120, 720]);
    await drag(2_000);
    assert.equal(await width(), 280);
    await drag(-2_000);
    assert.equal(await width(), 720);
  });

  test('is as wide as the arrow keys, Home and End make it', async () => {
    await (await visitor.find(...SPLITTER)).focus();
    await visitor.press('Home');
    assert.deepEqual(await said(), [280, 280, 720]);
    await visitor.press('ArrowLeft', 'ArrowLeft', 'ArrowRight');
    assert.equal(await width(), 296);
    await visitor.press('End');
    assert.equal(await width(), 720);
  });

  test('keeps its width, after a reload and on the page of contacts', async () => {
    await visitor.press('ArrowRight');
    await visitor.page.reload();
    await visitor.find(...SPLITTER);
    assert.equal(await width(), 704);
    await visitor.page.goto(`${demo.url}/contacts?contact=c_1001`);
    await visitor.find(...SPLITTER);
    assert.equal(await width(), 704);
  });

  test('leaves room for the page in a smaller window, and takes its width back in a larger one', async () => {
    await visitor.page.setViewport({ width: 1220, height: 900 });
    await until(async () => (await width()) === 500, 'the panel to be narrower');
    assert.deepEqual(await said(), [280, 500, 500]);
    await visitor.page.setViewport(WIDE);
    await until(async () => (await width()) === 704, 'the panel to be wider again');
  });

  test('has its usual width again after a double click', async () => {
    await (await visitor.find(...SPLITTER)).click({ count: 2 });
    assert.equal(await width(), USUAL);
  });

  test('grows to the other side from right to left', async () => {
    await visitor.page.evaluate(() => (document.documentElement.dir = 'rtl'));
    await drag(100);
    assert.equal(await width(), USUAL + 100);
    await visitor.press('ArrowLeft');
    assert.equal(await width(), USUAL + 84);
  });

  test('covers a narrower window only where it is asked for, and has no edge to drag there', async () => {
    await visitor.page.setViewport(NARROW);
    await visitor.page.goto(`${demo.url}/?contact=c_1001`);
    await visitor.find('log', 'Messages');
    assert.equal(await isPanelShown(), false);
    await visitor.page.locator('.thread-head .icon-button[aria-pressed=false]').click();
    await visitor.find('button', 'Edit name');
    assert.equal(await visitor.has(...SPLITTER), false);
    assert.equal(param('panel'), 'open');
    await visitor.click('button', 'Close contact details');
    await isHidden();
    assert.equal(param('panel'), null);
  });

  test('caused no violation of the page’s policy, and no error', () => {
    demo.expectNoTrouble();
  });
});
