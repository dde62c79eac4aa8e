import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { messages as arabic } from '../../src/i18n/ar.js';
import { until } from '../support/until.js';
import { Demo } from './demo.js';
import type { Visitor } from './visitor.js';

const ID = 'c_1002';

/** Blocking a contact and unblocking them: in the panel, in the conversation beside it, and in the database. */
describe('a person who blocks a contact', () => {
  const demo = Demo.ofSuite();
  let visitor: Visitor;

  before(async () => {
    visitor = await demo.visit(Demo.inboxOf(ID));
  });

  const isBlocked = async () => (await demo.count('contacts', 'id = $1 AND is_blocked', [ID])) === 1;
  const sent = () => demo.count('messages m JOIN conversations c ON c.id = m.conversation_id', 'c.contact_id = $1', [ID]);
  const badges = ({ page }: Visitor) =>
    page.$$eval('contact-details >>> [part~=blocked]', (all) => all.map((badge) => badge.textContent));
  const shows = (reader: Visitor, ...texts: readonly string[]) =>
    until(async () => (await badges(reader)).join() === texts.join(), `the badge: ${texts.join()}`);
  const canAnswer = async ({ page }: Visitor) => (await page.$('#answer')) !== null;
  /** What the server answers to somebody who goes past the pages. */
  const statusOf = ({ page }: Visitor, path: string, init: RequestInit) =>
    page.evaluate(async (url, options) => (await fetch(url, options)).status, path, init);

  /** Opens the menu and chooses its item, by the keyboard alone. */
  async function chooseByKeyboard(item: string): Promise<void> {
    await (await visitor.find('complementary', 'Contact details')).focus();
    await visitor.tabTo('More actions');
    await visitor.press('ArrowDown');
    await visitor.find('menuitem', item);
    await visitor.type(item.charAt(0));
    await visitor.focuses(item);
    await visitor.press('Enter');
  }

  test('is asked first, and leaves it with Escape: nothing has changed, and the focus is where it was', async () => {
    await visitor.find('button', 'Edit name');
    await chooseByKeyboard('Block Contact');
    await visitor.find('alertdialog', 'Block Imogen Ashworth?');
    await visitor.focuses('dialog-cancel');
    await visitor.expectAccessible();
    await visitor.press('Escape');
    await visitor.leaves('alertdialog', 'Block Imogen Ashworth?');
    await visitor.focuses('More actions');
    assert.equal(new URL(visitor.page.url()).searchParams.get('panel'), 'open');
    assert.equal(await isBlocked(), false);
  });

  test('blocks by the keyboard alone; it is said at the name, and there is nothing to write in any more', async () => {
    assert.equal(await canAnswer(visitor), true);
    await chooseByKeyboard('Block Contact');
    await visitor.confirmButton();
    await visitor.press('Tab', 'Enter');
    await shows(visitor, 'Blocked');
    await visitor.settled();
    await visitor.focuses('More actions');
    assert.equal(await isBlocked(), true);
    await until(async () => !(await canAnswer(visitor)), 'the composer to go');
    await visitor.page.waitForSelector('.thread-blocked ::-p-text(is blocked: new messages are not delivered)');
    await visitor.expectAccessible();
  });

  test('cannot write to the contact past the page either', async () => {
    const before = await sent();
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ text: 'Hello' }) };
    assert.equal(await statusOf(visitor, `/app/contacts/${ID}/messages`, init), 403);
    assert.equal(await sent(), before);
  });

  test('sees it after a reload', async () => {
    await visitor.page.reload();
    await shows(visitor, 'Blocked');
    await visitor.page.waitForSelector('.thread-blocked');
    assert.equal(await canAnswer(visitor), false);
  });

  test('unblocks by touch, without being asked; elsewhere it is seen, and the contact can be written to again', async () => {
    const onTheWay = await demo.visit(Demo.inboxOf(ID));
    await onTheWay.useTelephone();
    await shows(onTheWay, 'Blocked');
    await onTheWay.tap('button', 'More actions');
    await onTheWay.tap('menuitem', 'Unblock Contact');
    await shows(onTheWay);
    await onTheWay.settled();
    assert.equal(await isBlocked(), false);
    await shows(visitor);
    const before = await sent();
    await (await visitor.find('textbox', 'Answer Imogen Ashworth')).focus();
    await visitor.type('Welcome back');
    await visitor.press('Enter');
    await visitor.page.waitForSelector('.bubble ::-p-text(Welcome back)');
    assert.equal(await sent(), before + 1);
  });

  test('reads it in Arabic in 280 px, and nothing is cut off', async () => {
    const narrow = await demo.visit(Demo.inboxOf(ID));
    await narrow.readNarrowArabic();
    await narrow.click('button', arabic.moreActions);
    await narrow.find('menuitem', arabic.blockContact);
    assert.deepEqual(await narrow.cutOff('#menu'), []);
    await narrow.click('menuitem', arabic.blockContact);
    const confirm = await narrow.confirmButton();
    const direction = await confirm.evaluate((button) => getComputedStyle(button).direction);
    assert.equal(direction, 'rtl');
    assert.deepEqual(await narrow.cutOff('#dialog'), []);
    await confirm.click();
    await shows(narrow, arabic.blocked);
    assert.deepEqual(await narrow.cutOff('.title'), []);
    await narrow.settled();
    await narrow.click('button', arabic.moreActions);
    await narrow.click('menuitem', arabic.unblockContact);
    await shows(narrow);
    await narrow.settled();
    assert.equal(await isBlocked(), false);
  });

  test('without the right to it is not offered it, and refused past the page', async () => {
    await demo.query(`UPDATE users SET restrictions = '["restrict_contact_blocking"]' WHERE id = 'u_amara'`);
    const agent = await demo.visit(Demo.inboxOf(ID), 'u_amara');
    await agent.click('button', 'More actions');
    await agent.find('menuitem', 'View Messages');
    assert.equal(await agent.has('menuitem', 'Block Contact'), false);
    const headers = { 'idempotency-key': 'past-the-page' };
    assert.equal(await statusOf(agent, `/api/contacts/${ID}/block`, { method: 'PUT', headers }), 403);
    assert.equal(await isBlocked(), false);
  });

  test('caused no violation of the page’s policy, and no error but the refusals', () => {
    demo.expectNoTrouble(/status of 403|no-such-picture/);
  });
});
