import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { Demo } from './demo.js';
import type { Visitor } from './visitor.js';

describe('a person in the inbox', () => {
  const demo = Demo.ofSuite();
  let visitor: Visitor;

  before(async () => {
    visitor = await demo.visit('/?contact=c_1001');
  });

  const row = async () => {
    const [contact] = await demo.query<{ first_name: string; last_name: string; email: string; version: string }>(
      "SELECT first_name, last_name, email, version FROM contacts WHERE id = 'c_1001'",
    );
    assert.ok(contact);
    return contact;
  };

  const tagNames = async () => {
    const tags = await demo.query<{ name: string }>(
      `SELECT tags.name FROM contact_tags JOIN tags ON tags.id = contact_tags.tag_id
         AND tags.workspace_id = contact_tags.workspace_id WHERE contact_id = 'c_1001' ORDER BY position`,
    );
    return tags.map(({ name }) => name);
  };

  test('reaches the details by the name in the conversation', async () => {
    await visitor.page.locator('::-p-text(Amélie Fontaine)').click();
    await visitor.find('heading', 'Amélie Fontaine');
    await visitor.find('button', 'Edit name');
  });

  test('edits the name in place by keyboard, and the database has it', async () => {
    await (await visitor.find('button', 'Edit name')).focus();
    await visitor.press('Enter');
    await visitor.find('textbox', 'First Name');
    await visitor.type('Zoë 慧');
    await visitor.press('Tab');
    await visitor.type('Ćwiek');
    await visitor.press('Enter');
    await visitor.find('heading', 'Zoë 慧 Ćwiek');
    await visitor.settled();
    const { first_name, last_name } = await row();
    assert.deepEqual([first_name, last_name], ['Zoë 慧', 'Ćwiek']);
    assert.equal(await visitor.focusedName(), 'Edit name');
  });

  test('takes an edit back with Escape, and nothing is sent', async () => {
    const before = await row();
    await visitor.click('button', 'Edit Email Address');
    await visitor.find('textbox', 'Email Address');
    await visitor.type('never@example.com');
    await visitor.press('Escape');
    assert.equal(await visitor.focusedName(), 'Edit Email Address');
    await visitor.settled();
    assert.deepEqual(await row(), before);
  });

  test('is told at the field when another contact has the address, and loses nothing', async () => {
    const [other] = await demo.query<{ email: string }>(
      "SELECT email FROM contacts WHERE workspace_id = (SELECT workspace_id FROM contacts WHERE id = 'c_1001') AND email IS NOT NULL AND id <> 'c_1001' LIMIT 1",
    );
    assert.ok(other);
    const before = await row();
    await visitor.click('button', 'Edit Email Address');
    await visitor.find('textbox', 'Email Address');
    await visitor.type(other.email);
    await visitor.press('Enter');
    await visitor.find('button', 'Keep editing: Email Address');
    assert.equal((await row()).email, before.email);
    await visitor.click('button', 'Discard: Email Address');
  });

  test('tags with the existing tag whatever the case, and creates a new one', async () => {
    const before = await tagNames();
    const [existing] = await demo.query<{ name: string }>(
      `SELECT name FROM tags WHERE workspace_id = (SELECT workspace_id FROM contacts WHERE id = 'c_1001')
         AND name ~ '^[A-Za-z]+$' AND name <> upper(name) AND id NOT IN (SELECT tag_id FROM contact_tags WHERE contact_id = 'c_1001') LIMIT 1`,
    );
    assert.ok(existing);
    await visitor.click('combobox', 'Tags');
    await visitor.type(existing.name.toUpperCase());
    await visitor.find('option', existing.name);
    await visitor.press('Enter');
    await visitor.find('button', `Remove tag ${existing.name}`);
    await visitor.type('From the fair in Kraków');
    await visitor.find('option', 'Create “From the fair in Kraków”');
    await visitor.press('Enter');
    await visitor.find('button', 'Remove tag From the fair in Kraków');
    await visitor.settled();
    assert.deepEqual(await tagNames(), [...before, existing.name, 'From the fair in Kraków']);
    assert.equal(await demo.count('tags', `name = '${existing.name.toUpperCase()}'`), 0);
  });

  test('takes a tag off with its ×', async () => {
    const before = await tagNames();
    await visitor.click('button', 'Remove tag From the fair in Kraków');
    await visitor.settled();
    assert.deepEqual(await tagNames(), before.slice(0, -1));
  });

  test('goes to the messages from the menu', async () => {
    await visitor.click('button', 'More actions');
    await visitor.click('menuitem', 'View Messages');
    await visitor.find('log', 'Messages');
    assert.equal(new URL(visitor.page.url()).searchParams.get('contact'), 'c_1001');
  });

  test('deletes the contact with all of its messages, after being asked', async () => {
    assert.notEqual(await demo.count('conversations', "contact_id = 'c_1001'"), 0);
    if (!(await visitor.has('button', 'More actions'))) await visitor.click('button', 'Contact details');
    await visitor.click('button', 'More actions');
    await visitor.click('menuitem', 'Delete Contact');
    await visitor.find('alertdialog', 'Delete Zoë 慧 Ćwiek?');
    assert.equal(await visitor.focusedName(), 'dialog-cancel');
    await (await visitor.confirmButton()).click();
    await visitor.page.waitForFunction(() => !location.search.includes('c_1001'));
    assert.equal(await demo.count('contacts', "id = 'c_1001'"), 0);
    assert.equal(await demo.count('conversations', "contact_id = 'c_1001'"), 0);
    const orphans = 'conversation_id NOT IN (SELECT id FROM conversations)';
    assert.equal(await demo.count('messages', orphans), 0);
  });

  test('caused no violation of the page’s policy, and no error', () => {
    demo.expectNoTrouble(/status of 409/);
  });
});

describe('a person in the contacts table', () => {
  const demo = Demo.ofSuite();

  test('reaches the details from the row menu', async () => {
    const visitor = await demo.visit('/contacts?q=fontaine');
    await visitor.click('button', 'Actions for Amélie Fontaine');
    await visitor.click('menuitem', 'View details');
    await visitor.find('heading', 'Amélie Fontaine');
    await visitor.find('button', 'Edit name');
    assert.deepEqual(visitor.trouble, { violations: [], errors: [] });
  });

  test('without the right to delete is not offered it', async () => {
    const [agent] = await demo.query<{ id: string }>("SELECT id FROM users WHERE role = 'agent' LIMIT 1");
    assert.ok(agent);
    const visitor = await demo.visit('/contacts?q=fontaine', agent.id);
    await visitor.click('button', 'Actions for Amélie Fontaine');
    await visitor.click('menuitem', 'View details');
    await visitor.click('button', 'More actions');
    await visitor.find('menuitem', 'View Messages');
    assert.equal(await visitor.has('menuitem', 'Delete Contact'), false);
  });
});
