import assert from 'node:assert/strict';
import { messages } from '../support/messages.js';
import { after, before, describe, test } from 'node:test';
import { until } from '../support/until.js';
import { ProxiedInbox } from './proxied-inbox.js';
import type { Visitor } from './visitor.js';

const OFFLINE = messages.errors.offline;
const EMAIL = 'amelie@atelier-fontaine.example';

describe('without a connection to the contacts', () => {
  let inbox: ProxiedInbox;
  let visitor: Visitor;
  /** The next contact in the list. */
  let other: string;

  before(async () => {
    inbox = await ProxiedInbox.open();
    const [next] = await inbox.demo.query<{ id: string }>(
      `SELECT contact_id AS id FROM conversations WHERE contact_id <> 'c_1001' AND workspace_id =
         (SELECT workspace_id FROM contacts WHERE id = 'c_1001') ORDER BY updated_at DESC LIMIT 1`,
    );
    other = next?.id ?? '';
    visitor = await inbox.visit(other);
    await show('c_1001');
    inbox.goOffline();
  });
  after(() => inbox.close());

  const says = (text: string): Promise<unknown> => until(async () => (await visitor.panelText()).includes(text), `"${text}"`);

  /** Goes to another contact in the list, as people do: the page stays. */
  const show = async (contactId: string): Promise<void> => {
    const row = await inbox.row(contactId);
    await visitor.page.locator(`.conversations ::-p-text(${row?.first_name})`).click();
    await says(contactId);
  };

  const enter = async (label: string, text: string): Promise<void> => {
    await visitor.edit(label);
    await visitor.retype(text);
    await visitor.press('Enter');
  };

  test('edits are shown, and say that they are not saved yet', async () => {
    await enter('Email Address', 'first@example.com');
    await enter('Job Title', 'Second');
    await enter('Email Address', 'third@example.com');
    for (const label of ['Email Address', 'Job Title']) await visitor.find('button', `${label} isn't saved yet.`);
    for (const text of ['third@example.com', 'Second']) assert.ok((await visitor.panelText()).includes(text), text);
    await says("You're offline. 2 changes will be saved when you reconnect.");
  });

  test('edits of another contact wait beside them', async () => {
    await show(other);
    await enter('Email Address', 'other@example.com');
    await visitor.find('button', "Email Address isn't saved yet.");
    assert.ok((await visitor.panelText()).includes('other@example.com'));
    await show('c_1001');
    await visitor.find('button', "Email Address isn't saved yet.");
    assert.ok((await visitor.panelText()).includes('third@example.com'));
  });

  test('a delete is refused, and never waits', async () => {
    await visitor.click('button', 'More actions');
    await visitor.click('menuitem', 'Delete Contact');
    await (await visitor.confirmButton()).click();
    await says(OFFLINE);
    await visitor.press('Escape');
  });

  test('edits survive a reload, and go out in their order once the contacts answer', async () => {
    await visitor.page.reload();
    await says(OFFLINE);
    inbox.goOnline();
    await until(async () => (await inbox.row('c_1001'))?.email === 'third@example.com', 'the edits of the contact shown');
    await visitor.settled();
    const answers = await inbox.answers('c_1001');
    assert.deepEqual(
      answers.map(({ email, custom }) => [email, (custom as { readonly jobTitle: unknown }).jobTitle]),
      [
        [EMAIL, 'Second'],
        ['third@example.com', 'Second'],
      ],
    );
  });

  test('edits of a contact that is not shown go out too, and each was done once', async () => {
    await until(async () => (await inbox.row(other))?.email === 'other@example.com', 'the edits of the other contact');
    assert.deepEqual([(await inbox.row('c_1001'))?.version, (await inbox.row(other))?.version], [3, 2]);
    assert.equal((await inbox.answers(other)).length, 1);
    assert.doesNotMatch(await visitor.panelText(), /isn't saved|wasn't saved/);
    inbox.demo.expectNoTrouble(/net::ERR_/);
  });
});
