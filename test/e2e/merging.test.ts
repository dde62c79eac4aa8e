import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { ElementHandle } from 'puppeteer-core';
import { messages as arabic } from '../../src/i18n/ar.js';
import { until } from '../support/until.js';
import { Demo } from './demo.js';
import type { Visitor } from './visitor.js';

/** Making one contact of two: in the panel, in the conversations around it, and in the database. */
describe('a person who merges contacts', () => {
  const demo = Demo.ofSuite();
  let visitor: Visitor;
  /** Looks at the contact that is to become part of another one, in a browser of their own. */
  let colleague: Visitor;

  before(async () => {
    await demo.query(
      `UPDATE contacts SET (first_name, last_name, sort_name) =
         (SELECT first_name, last_name, sort_name FROM contacts WHERE id = 'c_1002') WHERE id = 'c_1037'`,
    );
    visitor = await demo.visit(Demo.inboxOf('c_1002'));
    colleague = await demo.visit(Demo.inboxOf('c_1037'));
    await colleague.find('button', 'Edit name');
  });

  interface Row {
    readonly email: string | null;
    readonly phone: string | null;
    readonly country: string | null;
  }
  const row = async (id: string) =>
    (await demo.query<Row>('SELECT email, phone, country FROM contacts WHERE id = $1', [id]))[0];
  const conversationsOf = (id: string) => demo.count('conversations', 'contact_id = $1', [id]);
  const tagsOf = async (id: string) => {
    const tags = await demo.query<{ id: string }>(
      'SELECT tag_id AS id FROM contact_tags WHERE contact_id = $1 ORDER BY tag_id',
      [id],
    );
    return tags.map((tag) => tag.id);
  };

  /** The radio button of a field for this contact's value or for that of the other one. */
  async function radio({ page }: Visitor, field: string, whose: 'this' | 'other'): Promise<ElementHandle<HTMLInputElement>> {
    const found = await page.waitForFunction(
      (label, index) =>
        [...(document.querySelector('contact-details')?.shadowRoot?.querySelectorAll('#merge-dialog fieldset') ?? [])]
          .find((group) => group.querySelector('legend')?.textContent?.trim() === label)
          ?.querySelectorAll('input')[index],
      {},
      field,
      whose === 'this' ? 0 : 1,
    );
    return found as ElementHandle<HTMLInputElement>;
  }
  const isChecked = async (...asked: Parameters<typeof radio>) => (await radio(...asked)).evaluate(({ checked }) => checked);
  const candidate = async ({ page }: Visitor, text: string) => {
    const found = await page.waitForSelector(`contact-details >>> .candidate ::-p-text(${text})`);
    assert.ok(found);
    return found;
  };

  test('is offered those who may be the same, and leaves with Escape: the focus is where it was', async () => {
    await (await visitor.find('complementary', 'Contact details')).focus();
    await visitor.tabTo('More actions');
    await visitor.press('ArrowDown');
    await visitor.find('menuitem', 'Merge with…');
    await visitor.type('M');
    await visitor.press('Enter');
    await visitor.find('dialog', 'Merge Imogen Ashworth with another contact');
    assert.match(await (await candidate(visitor, 'Same name')).evaluate(({ textContent }) => textContent ?? ''), /Same name/);
    await visitor.expectAccessible();
    await visitor.press('Escape');
    await visitor.leaves('dialog', 'Merge Imogen Ashworth with another contact');
    await visitor.focuses('More actions');
    assert.equal(new URL(visitor.page.url()).searchParams.get('panel'), 'open');
  });

  test('compares, chooses and merges by the keyboard alone; tags and conversations are those of both', async () => {
    const tags = [...(await tagsOf('c_1002')), ...(await tagsOf('c_1037'))].sort();
    assert.deepEqual([await conversationsOf('c_1002'), await conversationsOf('c_1037')], [0, 1]);
    const other = await row('c_1037');
    await visitor.press('ArrowDown');
    await visitor.find('menuitem', 'Merge with…');
    await visitor.type('M');
    await visitor.press('Enter');
    await candidate(visitor, 'Same name');
    await visitor.tabTo(/Same name/);
    await visitor.press('Enter');
    await visitor.find('dialog', 'Merge Imogen Ashworth and Imogen Ashworth?');
    await visitor.find('group', 'Email Address');
    assert.match(await visitor.panelText(), /This cannot be undone\./);
    assert.equal(await isChecked(visitor, 'Email Address', 'this'), true);
    await visitor.expectAccessible();
    await visitor.tabTo(/imogen\.ashworth0@example\.com/);
    await visitor.press('ArrowRight');
    await visitor.focuses(/gaetan\.noel30@example\.com/);
    await visitor.tabTo('merge-confirm');
    await visitor.press('Enter');
    await visitor.leaves('dialog', 'Merge Imogen Ashworth and Imogen Ashworth?');
    await visitor.focuses('More actions');
    assert.equal(await row('c_1037'), undefined);
    assert.deepEqual(await row('c_1002'), { email: other?.email, phone: '+447700900000', country: 'GB' });
    assert.deepEqual(await tagsOf('c_1002'), tags);
    assert.deepEqual([await conversationsOf('c_1002'), await conversationsOf('c_1037')], [1, 0]);
  });

  test('sees what came of it, and cannot undo it', async () => {
    await until(async () => (await visitor.panelText()).includes('gaetan.noel30@example.com'), 'the address');
    await visitor.find('button', 'Remove tag Gift buyer');
    await visitor.page.waitForSelector('.bubble');
    assert.deepEqual(await visitor.page.$$('contact-details >>> [part~=undo-button]'), []);
  });

  test('finds at the other id where the contact is now, and is led there', async () => {
    await until(
      async () => (await colleague.panelText()).includes('This contact was merged into another one.'),
      'the news of the merge',
    );
    await colleague.click('button', 'Show that contact');
    await colleague.find('button', 'Remove tag Gift buyer');
    assert.equal(new URL(colleague.page.url()).searchParams.get('contact'), 'c_1002');

    const later = await demo.visit(Demo.inboxOf('c_1037'));
    await later.click('button', 'Show that contact');
    await later.find('button', 'Remove tag Gift buyer');
    const answer = await later.page.evaluate(async () => {
      const response = await fetch('/api/contacts/c_1037');
      const { mergedInto } = (await response.json()) as { mergedInto?: string };
      return [response.status, mergedInto];
    });
    assert.deepEqual(answer, [410, 'c_1002']);
  });

  test('merges with the contact that has the address which was refused', async () => {
    const tags = [...(await tagsOf('c_1007')), ...(await tagsOf('c_1044'))].sort();
    const refused = await demo.visit(Demo.inboxOf('c_1007'));
    await refused.edit('Email Address');
    await refused.retype('isil.ozturk36@example.com');
    await refused.press('Enter');
    await refused.click('button', 'Merge with Işıl Öztürk');
    await refused.find('dialog', 'Merge Jürgen Jäger and Işıl Öztürk?');
    await refused.press('Escape');
    await refused.leaves('dialog', 'Merge Jürgen Jäger and Işıl Öztürk?');
    await refused.focuses('Merge with Işıl Öztürk');

    await refused.press('Enter');
    await refused.find('dialog', 'Merge Jürgen Jäger and Işıl Öztürk?');
    assert.equal(await isChecked(refused, 'Email Address', 'other'), true);
    await (await radio(refused, 'Country', 'other')).click();
    await refused.click('button', 'Merge');
    await refused.leaves('dialog', 'Merge Jürgen Jäger and Işıl Öztürk?');
    await refused.leaves('button', 'Discard: Email Address');
    await refused.focuses('More actions');
    assert.deepEqual(await row('c_1007'), { email: 'isil.ozturk36@example.com', phone: '+4915100000005', country: 'TR' });
    assert.equal(await row('c_1044'), undefined);
    assert.deepEqual(await tagsOf('c_1007'), tags);
    assert.equal(await conversationsOf('c_1007'), 2);
    await until(async () => (await refused.panelText()).includes('isil.ozturk36@example.com'), 'the address');
  });

  test('searches, chooses and merges by touch', async () => {
    const onTheWay = await demo.visit(Demo.inboxOf('c_1005'));
    await onTheWay.useTelephone();
    await onTheWay.tap('button', 'More actions');
    await onTheWay.tap('menuitem', 'Merge with…');
    await onTheWay.tap('searchbox', 'Find a contact');
    await onTheWay.type('hargreaves');
    await (await candidate(onTheWay, 'Callum Hargreaves')).tap();
    await onTheWay.find('dialog', 'Merge João Magalhães and Callum Hargreaves?');
    await (await radio(onTheWay, 'Phone Number', 'other')).tap();
    await onTheWay.tap('button', 'Merge');
    await onTheWay.leaves('dialog', 'Merge João Magalhães and Callum Hargreaves?');
    const kept = { email: 'joao.magalhaes3@example.com', phone: '+447700900026', country: 'BR' };
    assert.deepEqual(await row('c_1005'), kept);
    assert.equal(await row('c_1032'), undefined);
  });

  test('compares and merges in Arabic in 280 px, and nothing is cut off', async () => {
    const narrow = await demo.visit(Demo.inboxOf('c_1004'));
    await narrow.readNarrowArabic();
    await narrow.click('button', arabic.moreActions);
    await narrow.click('menuitem', arabic.mergeContact);
    await (await narrow.find('searchbox', arabic.findContact)).focus();
    await narrow.type('lukasz');
    const found = await candidate(narrow, 'Łukasz Wójcik');
    assert.deepEqual(await narrow.cutOff('#merge-dialog'), []);
    await found.click();
    const own = await radio(narrow, arabic.fields.email, 'this');
    assert.equal(await own.evaluate((input) => getComputedStyle(input).direction), 'rtl');
    assert.deepEqual(await narrow.cutOff('#merge-dialog'), []);
    await narrow.click('button', arabic.back);
    await (await candidate(narrow, 'Łukasz Wójcik')).click();
    await (await radio(narrow, arabic.fields.email, 'other')).click();
    await narrow.click('button', arabic.merge);
    await until(async () => (await row('c_1010')) === undefined, 'the merge');
    await narrow.page.waitForSelector('contact-details >>> #merge-dialog', { hidden: true });
    assert.equal((await row('c_1004'))?.email, 'lukasz.wojcik7@example.com');
  });

  test('as an agent is offered it nowhere, and refused past the page', async () => {
    const agent = await demo.visit(Demo.inboxOf('c_1011'), 'u_amara');
    await agent.click('button', 'More actions');
    await agent.find('menuitem', 'View Messages');
    assert.equal(await agent.has('menuitem', 'Merge with…'), false);
    await agent.press('Escape');
    await agent.edit('Email Address');
    await agent.retype('madonna@example.com');
    await agent.press('Enter');
    await agent.find('button', 'Open Madonna');
    assert.equal(await agent.has('button', 'Merge with Madonna'), false);
    const status = await agent.page.evaluate(async () => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': 'past-the-page', 'if-match': '"1"' };
      const body = JSON.stringify({ other: 'c_1008', otherVersion: '1', choices: {} });
      return (await fetch('/api/contacts/c_1011/merge', { method: 'POST', headers, body })).status;
    });
    assert.equal(status, 403);
    assert.equal((await row('c_1008'))?.email, 'madonna@example.com');
  });

  test('caused no violation of the page’s policy, and no error but the refusals and the contact that is gone', () => {
    demo.expectNoTrouble(/status of (403|409|410)/);
  });
});
