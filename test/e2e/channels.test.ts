import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { until } from '../support/until.js';
import { Demo } from './demo.js';
import type { Visitor } from './visitor.js';

const ID = 'c_1033';
const CHANNELS = [
  { id: 'ch_email', type: 'email', name: 'Email', handle: 'a@example.com', state: 'active' },
  { id: 'ch_sms', type: 'sms', name: 'SMS', handle: '+351912345678', state: 'inactive' },
];

describe('a person who writes to a contact by a channel', () => {
  const demo = Demo.ofSuite();
  let visitor: Visitor;

  before(async () => {
    const channels = JSON.stringify(CHANNELS);
    await demo.query('UPDATE contacts SET channels = $2::text::jsonb WHERE id = $1', [ID, channels]);
    visitor = await demo.visit(Demo.inboxOf(ID));
  });

  const channel = () => new URL(visitor.page.url()).searchParams.get('channel');
  const answerIsFocused = () =>
    until(() => visitor.page.evaluate(() => document.activeElement?.id === 'answer'), 'the composer');
  const messages = () => visitor.page.$$eval('.bubble', (all) => all.map((bubble) => bubble.textContent.trim()));

  test('opens the conversation on a channel that is connected', async () => {
    await visitor.click('button', 'Open Email');
    await until(() => channel() === 'email', 'the conversation by email');
    await answerIsFocused();
  });

  test('sends the first message by another one, which starts a conversation and connects the channel', async () => {
    await visitor.page.locator('::-p-text(1 more)').click();
    await visitor.click('button', 'Send first message: SMS');
    await until(() => channel() === 'sms', 'the conversation by SMS');
    await answerIsFocused();
    assert.deepEqual(await messages(), []);
    await visitor.type('Hello by SMS');
    await visitor.press('Enter');
    await until(async () => (await messages()).join() === 'Hello by SMS', 'the message');
    const started = await demo.query(`SELECT 1 FROM conversations WHERE contact_id = $1 AND channel_type = 'sms'`, [ID]);
    assert.equal(started.length, 1);
    await visitor.find('button', 'Open SMS');
  });

  test('comes back to the messages of all channels', async () => {
    await visitor.click('button', 'Open Email');
    await until(async () => !(await messages()).includes('Hello by SMS'), 'the messages by email');
    await visitor.click('button', 'Show all channels');
    await until(async () => (await messages()).includes('Hello by SMS'), 'all messages');
    assert.equal(channel(), null);
    demo.expectNoTrouble();
  });
});
