import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { ContactEntry } from '../../src/core/contact.js';
import { messages as arabic } from '../../src/i18n/ar.js';
import { messages } from '../support/messages.js';
import { until } from '../support/until.js';
import { Demo } from './demo.js';
import type { Visitor } from './visitor.js';

const ID = 'c_1002';
const EMAIL = 'Email Address';
const PHONE = 'Phone Number';
const PRIMARY = 'imogen.ashworth0@example.com';
const WORK = 'imogen@work.example';

/** Several email addresses and phone numbers of a contact: in the panel, and in the database. */
describe('a person who gives a contact several addresses', () => {
  const demo = Demo.ofSuite();
  let visitor: Visitor;

  before(async () => {
    visitor = await demo.visit(Demo.inboxOf(ID));
  });

  interface Row {
    readonly email: string;
    readonly phone: string;
    readonly emails: readonly ContactEntry[];
    readonly phones: readonly ContactEntry[];
  }
  const stored = async (id = ID) => {
    const [row] = await demo.query<Row>('SELECT email, phone, emails, phones FROM contacts WHERE id = $1', [id]);
    assert.ok(row);
    const valuesOf = (entries: readonly ContactEntry[]) => entries.map(({ value }) => value);
    return { ...row, emails: valuesOf(row.emails), phones: valuesOf(row.phones) };
  };

  /** Types into an editor that has opened and has the focus. */
  const typeInto = async (who: Visitor, name: string, text: string) => {
    const input = await who.find('textbox', name);
    await until(() => input.evaluate((element) => element.matches(':focus')), `the focus on ${name}`);
    await who.type(text);
  };

  test('adds one by the keyboard alone, with what it is for, and finds it after a reload', async () => {
    await (await visitor.find('complementary', 'Contact details')).focus();
    await visitor.tabTo(PRIMARY);
    await visitor.press('F2');
    await visitor.find('textbox', EMAIL);
    await visitor.tabTo(messages.addField(EMAIL));
    await visitor.press('Enter');
    await typeInto(visitor, `${EMAIL} (2)`, WORK);
    await visitor.press('Tab');
    await visitor.focuses(messages.entryLabel);
    await visitor.type('Work');
    await visitor.expectAccessible();
    await visitor.press('Enter');
    await visitor.leaves('textbox', `${EMAIL} (2)`);
    await visitor.settled();
    const { email, emails } = await stored();
    assert.deepEqual([email, emails.toSorted()], [PRIMARY, [PRIMARY, WORK].sort()]);
    await visitor.page.reload();
    await visitor.find('link', WORK);
    await visitor.find('button', messages.edit(`${EMAIL} (Work)`));
  });

  test('makes it primary, and takes that back', async () => {
    await visitor.click('button', messages.edit(`${EMAIL} (Work)`));
    await visitor.click('button', messages.buttonOf(messages.makePrimary, `${EMAIL} (Work)`));
    await visitor.find('button', messages.undo(PRIMARY));
    await visitor.settled();
    assert.equal((await stored()).email, WORK);
    await visitor.click('button', messages.undo(PRIMARY));
    await until(async () => (await stored()).email === PRIMARY, 'the address from before to be primary');
  });

  test('adds a phone number by touch', async () => {
    const onTheWay = await demo.visit(Demo.inboxOf(ID));
    await onTheWay.useTelephone();
    await onTheWay.tap('button', messages.edit(PHONE));
    await onTheWay.tap('button', messages.addField(PHONE));
    await typeInto(onTheWay, `${PHONE} (2)`, '+4420 7946 0018');
    await onTheWay.tap('button', messages.saveField(`${PHONE} (2)`));
    await onTheWay.settled();
    assert.deepEqual((await stored()).phones.toSorted(), ['+442079460018', '+447700900000']);
    await visitor.find('button', messages.edit(`${PHONE} (2)`));
  });

  test('reads and removes one in Arabic in 280 px, and nothing is cut off', async () => {
    const narrow = await demo.visit(Demo.inboxOf(ID));
    await narrow.readNarrowArabic();
    const name = `${arabic.fields.email} (${arabic.entryLabels.work})`;
    await narrow.click('button', arabic.edit(name));
    await narrow.find('button', arabic.buttonOf(arabic.remove, name));
    assert.deepEqual(await narrow.cutOff('.fields'), []);
    await narrow.click('button', arabic.buttonOf(arabic.remove, name));
    await until(async () => (await stored()).emails.length < 2, 'the address to go');
    await visitor.leaves('button', messages.edit(`${EMAIL} (Work)`));
  });

  test('may give a further address that another contact has, but is refused to make it primary', async () => {
    await visitor.click('button', messages.edit(EMAIL));
    await visitor.click('button', messages.addField(EMAIL));
    await typeInto(visitor, `${EMAIL} (2)`, 'isil.ozturk36@example.com');
    await visitor.press('Enter');
    await visitor.click('button', messages.edit(`${EMAIL} (2)`));
    await visitor.click('button', messages.buttonOf(messages.makePrimary, `${EMAIL} (2)`));
    await visitor.find('button', 'Open Işıl Öztürk');
    assert.equal((await stored()).email, PRIMARY);
  });

  test('caused no violation of the page’s policy, and no error but the refusal', () => {
    demo.expectNoTrouble(/status of 409/);
  });
});

/** The link to a contact, which the page's own address leads to. */
test('a person copies the link to a contact, and it leads there', async () => {
  const demo = await Demo.open();
  try {
    const visitor = await demo.visit(Demo.inboxOf(ID));
    const { origin } = new URL(demo.url);
    await visitor.page.browserContext().overridePermissions(origin, ['clipboard-read', 'clipboard-write']);
    await visitor.click('button', 'More actions');
    await visitor.click('menuitem', messages.copyLink);
    await visitor.focuses('More actions');
    await until(async () => (await visitor.panelText()).includes(messages.copied(messages.link)), 'the text to be said');
    const link = await visitor.page.evaluate(() => navigator.clipboard.readText());
    const other = await demo.visit(link);
    await other.find('heading', 'Imogen Ashworth');
    demo.expectNoTrouble();
  } finally {
    await demo.close();
  }
});
