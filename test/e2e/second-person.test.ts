import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ShownContact } from './shown-contact.js';

/** What the pages around the panel do: another person's edits, another contact, a masked value. */
describe('a person who is not alone', () => {
  let contact: ShownContact;

  before(async () => {
    contact = await ShownContact.open();
  });
  after(async () => {
    assert.deepEqual(contact.visitor.trouble.violations, []);
    await contact.close();
  });

  /** Has the colleague do what the menu's item says. */
  const haveColleague = async (item: string) => {
    await contact.visitor.click('button', 'Edit as a colleague');
    await contact.visitor.click('menuitem', item);
  };
  const appears = (text: string) => contact.visitor.page.waitForSelector(`::-p-text(${text})`);

  test('sees what a colleague has changed, in the panel and around it', async () => {
    const { visitor } = contact;
    await haveColleague('Change the last name While you edit the name: you decide');
    await appears('changed the last name to');
    await visitor.find('heading', 'Amélie Fontaine-Lind');
    await visitor.page.waitForFunction(() =>
      document.querySelector('.thread-name')?.textContent.includes('Amélie Fontaine-Lind'),
    );
  });

  test('keeps both edits of two fields', async () => {
    const { visitor } = contact;
    await contact.edit('Job Title', 'textbox');
    await contact.retype('Buyer');
    await haveColleague('Change the language While you edit another field: both are kept');
    await appears('changed the language to');
    await contact.save();
    const [row] = await contact.demo.query<{ language: string }>("SELECT language FROM contacts WHERE id = 'c_1001'");
    assert.equal(row?.language, 'en');
    assert.equal(await contact.custom('jobTitle'), 'Buyer');
    assert.equal(await visitor.has('button', 'Use theirs: Job Title'), false);
  });

  test('decides where both have changed the same field', async () => {
    const { visitor } = contact;
    await visitor.click('button', 'Edit name');
    await visitor.find('textbox', 'First Name');
    await visitor.press('Tab');
    await contact.retype('Fontana');
    await haveColleague('Change the last name While you edit the name: you decide');
    await appears('Amara Okafor changed this to Fontaine');
    await contact.save();
    await visitor.click('button', 'Keep Fontana');
    await visitor.find('heading', 'Amélie Fontana');
  });

  test('looks at a masked value, which is gone with its dialog', async () => {
    const { visitor } = contact;
    await visitor.click('button', 'Show Bank Account');
    await visitor.find('dialog', 'Bank Account');
    await appears('10042-815-2041-337');
    await visitor.press('Escape');
    await visitor.page.waitForFunction(() => !document.body.textContent.includes('10042-815'));
    assert.equal(await visitor.focusedName(), 'Show Bank Account');
  });

  test('goes to the contact who has the address that was refused', async () => {
    const { visitor } = contact;
    await contact.edit('Email Address', 'textbox');
    await contact.retype('madonna@example.com');
    await contact.save();
    await visitor.click('button', 'Open Madonna');
    await visitor.find('heading', 'Madonna');
    assert.match(visitor.page.url(), /\?contact=c_\d+&panel=open$/);
  });
});
