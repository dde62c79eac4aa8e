import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { until } from '../support/until.js';
import { ProxiedInbox } from './proxied-inbox.js';
import type { Visitor } from './visitor.js';

describe('two tabs of one person', () => {
  let inbox: ProxiedInbox;
  let first: Visitor;
  let second: Visitor;

  before(async () => {
    inbox = await ProxiedInbox.open();
    first = await inbox.visit('c_1001');
    second = await first.openTab(inbox.urlOf('c_1001'));
    await second.find('button', 'Edit name');
  });
  after(() => inbox.close());

  const enter = async (visitor: Visitor, label: string, text: string): Promise<void> => {
    await visitor.page.bringToFront();
    await visitor.edit(label);
    await visitor.retype(text);
    await visitor.press('Enter');
  };

  const says = (visitor: Visitor, text: string): Promise<unknown> =>
    until(async () => (await visitor.panelText()).includes(text), `"${text}"`);

  for (const isThere of [true, false]) {
    test(`both show an edit of the ${isThere ? 'first' : 'second'} one, without being asked to`, async (t) => {
      const [editor, reader] = isThere ? [first, second] : [second, first];
      const text = isThere ? 'Painter' : 'Sculptor';
      await enter(editor, 'Job Title', text);
      const enteredAt = performance.now();
      await says(reader, text);
      t.diagnostic(`shown after ${Math.round(performance.now() - enteredAt)} ms`);
    });
  }

  test('an editor that is open in one is left alone by an edit of the same field in the other', async () => {
    await second.page.bringToFront();
    await second.edit('Company');
    await second.retype('Half a na');
    await enter(first, 'Company', 'Fontaine & Cie');
    await first.settled();
    await says(second, 'changed this to');
    assert.equal(await first.has('textbox', 'Company'), false);
    await second.page.bringToFront();
    assert.equal(await second.valueOf('textbox', 'Company'), 'Half a na');
    await second.type('me');
    assert.equal(await second.valueOf('textbox', 'Company'), 'Half a name');
    await second.press('Escape');
    await says(second, 'Fontaine & Cie');
  });

  test('one that is gone back to is as it was left, and hears of edits again', async () => {
    await first.page.bringToFront();
    await first.settled();
    await first.page.evaluate(() => addEventListener('pageshow', ({ persisted }) => (document.title = `kept: ${persisted}`)));
    await first.page.goto(inbox.urlOf('c_1001').replace('/?', '/contacts.html?'));
    await first.page.goBack();
    await until(async () => (await first.page.title()) === 'kept: true', 'the page as it was left');
    await enter(second, 'Job Title', 'Potter');
    await says(first, 'Potter');
  });

  test('what waits in a tab that dies is sent by the other, once, though that one shows another contact', async () => {
    await second.page.bringToFront();
    await second.page.goto(inbox.urlOf('c_1002'));
    await second.find('button', 'Edit name');
    const { version: before = 0 } = (await inbox.row('c_1001')) ?? {};
    inbox.goOffline();
    await enter(first, 'Email Address', 'left@example.com');
    await enter(first, 'Job Title', 'Heir');
    await first.find('button', "Job Title isn't saved yet.");
    // What is only on the screen, and not in the browser's database yet, dies with the page.
    await until(async () => (await first.kept()).some((row) => row.includes('Heir')), 'the edits to be kept');
    await first.crash();
    inbox.goOnline();
    await until(async () => (await inbox.row('c_1001'))?.email === 'left@example.com', 'the first edit');
    await until(async () => (await inbox.row('c_1001'))?.version === before + 2, 'the second one');
    const last = (await inbox.answers('c_1001')).at(-1)?.['custom'] as { readonly jobTitle: unknown };
    assert.equal(last.jobTitle, 'Heir');
    inbox.demo.expectNoTrouble(/net::ERR_/);
  });
});
