import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { messages as arabic } from '../../src/i18n/ar.js';
import { until } from '../support/until.js';
import { Demo } from './demo.js';
import type { Visitor } from './visitor.js';

const ID = 'c_1001';

/** Removing channels from a contact: in the panel, and in the database. */
describe('a person who removes a channel', () => {
  const demo = Demo.ofSuite();
  let visitor: Visitor;

  before(async () => {
    visitor = await demo.visit(Demo.inboxOf(ID));
  });

  const stored = async () => {
    const rows = await demo.query<{ name: string }>(
      `SELECT channel ->> 'name' AS name FROM contacts, jsonb_array_elements(channels) channel WHERE id = $1`,
      [ID],
    );
    return rows.map(({ name }) => name);
  };
  const shown = ({ page }: Visitor) =>
    page.$$eval('contact-details >>> [part~=channel]', (rows) => rows.map((row) => row.querySelector('bdi')?.textContent));
  const messages = () => visitor.page.$$eval('.bubble', (all) => all.length);

  test('is asked by name, leaves it with Escape, and the focus is where it was', async () => {
    await (await visitor.find('complementary', 'Contact details')).focus();
    await visitor.tabTo('Open WhatsApp');
    await walkTo('Remove channel Instagram');
    await visitor.press('Enter');
    await visitor.find('alertdialog', 'Remove Instagram @atelier.fontaine?');
    await visitor.focuses('dialog-cancel');
    await visitor.expectAccessible();
    await visitor.press('Escape');
    await visitor.leaves('alertdialog', 'Remove Instagram @atelier.fontaine?');
    await visitor.focuses('Remove channel Instagram');
    assert.ok((await stored()).includes('Instagram'));
  });

  /** Goes by arrow to a control among the channels, which are one tab stop. */
  async function walkTo(name: string): Promise<void> {
    const seen = new Set<string>();
    for (let focused = await visitor.focusedName(); focused !== name; focused = await visitor.focusedName()) {
      assert.ok(!seen.has(focused), `The arrows do not lead to "${name}"`);
      seen.add(focused);
      await visitor.press('ArrowRight');
    }
  }

  test('removes it by the keyboard alone, and the focus stays among the channels', async () => {
    await visitor.press('Enter');
    await visitor.confirmButton();
    await visitor.press('Tab', 'Enter');
    await visitor.leaves('button', 'Open Instagram');
    await visitor.settled();
    await visitor.focuses(/^(Open|Copy|Remove channel) /);
    assert.deepEqual(await stored(), ['WhatsApp', 'Email', 'SMS', 'Messenger']);
  });

  test('keeps the messages of a channel that is removed, and finds it gone after a reload', async () => {
    await visitor.find('log', 'Messages');
    const conversations = await demo.count('conversations', `contact_id = $1 AND channel_type = 'whatsapp'`, [ID]);
    const before = await messages();
    assert.ok(conversations > 0 && before > 0);
    await visitor.click('button', 'Remove channel WhatsApp');
    await visitor.find('alertdialog', 'Remove WhatsApp +15145550142?');
    assert.match(await visitor.panelText(), /can no longer be reached by this channel\. The messages so far stay\./);
    await (await visitor.confirmButton()).click();
    await visitor.leaves('button', 'Open WhatsApp');
    await visitor.settled();
    await visitor.page.reload();
    await visitor.find('button', 'Open Email');
    assert.deepEqual(await shown(visitor), ['Email', 'SMS', 'Messenger']);
    await until(async () => (await messages()) === before, 'the messages');
    assert.equal(await demo.count('conversations', `contact_id = $1 AND channel_type = 'whatsapp'`, [ID]), conversations);
  });

  test('removes one by touch', async () => {
    const onTheWay = await demo.visit(Demo.inboxOf(ID));
    await onTheWay.useTelephone();
    await onTheWay.tap('button', 'Remove channel Email');
    await onTheWay.find('alertdialog', 'Remove Email amelie@atelier-fontaine.example?');
    await (await onTheWay.confirmButton()).tap();
    await onTheWay.leaves('button', 'Open Email');
    await onTheWay.settled();
    assert.deepEqual(await stored(), ['SMS', 'Messenger']);
    await visitor.leaves('button', 'Open Email');
  });

  test('is asked in Arabic in 280 px, and nothing is cut off', async () => {
    const narrow = await demo.visit(Demo.inboxOf(ID));
    await narrow.readNarrowArabic();
    await narrow.click('button', arabic.removeChannel('Messenger'));
    const confirm = await narrow.confirmButton();
    const [direction, text] = await confirm.evaluate((button) => [
      getComputedStyle(button).direction,
      button.textContent?.trim(),
    ]);
    assert.deepEqual([direction, text], ['rtl', arabic.removeChannelShort]);
    assert.deepEqual([await narrow.cutOff('#dialog'), await narrow.cutOff('.channels')], [[], []]);
    await confirm.click();
    await until(async () => (await shown(narrow)).join() === 'SMS', 'the channel to go');
    await narrow.settled();
    assert.deepEqual(await stored(), ['SMS']);
  });

  test('as an agent is not offered it, and refused past the page', async () => {
    const agent = await demo.visit(Demo.inboxOf('c_1004'), 'u_amara');
    await agent.find('button', 'Open Messenger');
    assert.deepEqual(await agent.page.$$('contact-details >>> [name=remove-channel]'), []);
    const status = await agent.page.evaluate(async () => {
      const headers = { 'idempotency-key': 'past-the-page' };
      return (await fetch('/api/contacts/c_1004/channels/ch_facebook', { method: 'DELETE', headers })).status;
    });
    assert.equal(status, 403);
    assert.equal(await demo.count('contacts', `id = 'c_1004' AND channels @> '[{"id": "ch_facebook"}]'`), 1);
  });

  test('caused no violation of the page’s policy, and no error but the refusal', () => {
    demo.expectNoTrouble(/status of 403/);
  });
});
