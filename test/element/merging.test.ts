import { expect } from '@open-wc/testing';
import { ContactError } from '../../src/core/error.js';
import type { Contact } from '../../src/core/contact.js';
import type { ContactMergedEvent } from '../../src/element/merging/merge-events.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { findByRole, focusedElement, getByRole, queryAllByRole, queryByRole } from '../support/find.js';
import { handAdapter } from '../support/hand-adapter.js';
import type { HandAdapter } from '../support/hand-adapter.js';
import { nextEvent, until } from '../support/until.js';
import { click, fill, press } from '../support/user.js';
import { expectAccessible } from '../support/axe.js';
import { ANA, announced, BEN, expectAbsent, fieldText, mount, panelText, record, says, show, textOf } from './kit.js';

const CAN = { merge: true, delete: true };
/** Another contact of the same name. */
const TWIN: Contact = {
  id: 'c_3',
  version: '7',
  firstName: 'Ana',
  lastName: 'Garcia',
  country: 'ES',
  email: 'ana.garcia@example.org',
  status: 'open',
  tags: [
    { id: 't_vip', name: 'VIP' },
    { id: 't_press', name: 'Press' },
  ],
};
const { phone: _, ...WITHOUT_PHONE } = ANA;

async function openDialog(element: ContactDetails): Promise<HTMLElement> {
  await click(getByRole('button', 'More actions', element));
  await click(await findByRole('menuitem', 'Merge with…', element));
  return findByRole('dialog', /^Merge Ana García with/, element);
}

async function compareWithTwin(element: ContactDetails): Promise<HTMLElement> {
  await openDialog(element);
  await click(await findByRole('button', /Ana Garcia/, element));
  return findByRole('dialog', /^Merge .*Ana García.* and .*Ana Garcia/, element);
}

const choice = (field: string | RegExp, value: RegExp, element: Element): HTMLInputElement =>
  getByRole('radio', value, getByRole('group', field, element)) as HTMLInputElement;

const isOpen = (element: Element): boolean => queryByRole('dialog', /^Merge/, element) !== undefined;

describe('the menu', () => {
  it('offers to merge only where the person may', async () => {
    const element = await show(ANA, { can: { delete: true } });
    await click(getByRole('button', 'More actions', element));
    await findByRole('menuitem', 'Delete Contact', element);
    expectAbsent('menuitem', /Merge/, element);
  });

  it('offers it only where the source can', async () => {
    const hand = handAdapter(['load', 'delete', 'merge']);
    const element = await mount({ adapter: hand.adapter, contactId: ANA.id });
    (await hand.next('load')).resolve({ contact: ANA, can: CAN });
    await element.whenSettled();
    await click(getByRole('button', 'More actions', element));
    await findByRole('menuitem', 'Delete Contact', element);
    expectAbsent('menuitem', /Merge/, element);
  });

  it('says why nobody may merge, where the source says so', async () => {
    const element = await show(ANA, { can: { mergeReason: 'Ask a manager' } });
    await click(getByRole('button', 'More actions', element));
    const item = await findByRole('menuitem', /^Merge with…/, element);
    expect(textOf(item)).to.contain('Ask a manager');
    expect(item.getAttribute('aria-disabled')).to.equal('true');
  });
});

describe('finding the other contact', () => {
  it('lists those that may be the same, and why', async () => {
    const element = await show(ANA, { can: CAN, others: [BEN, { ...TWIN, lastName: 'GARCÍA' }] });
    const dialog = await openDialog(element);
    const found = await findByRole('button', /Ana GARCÍA/, dialog);
    expect(textOf(found)).to.contain('Same name');
    expectAbsent('button', /Ben/, dialog);
    await expectAccessibleAtRest(element);
  });

  it('says so where there is none', async () => {
    const element = await show(ANA, { can: CAN, others: [BEN] });
    await openDialog(element);
    await tells(element, 'No other contact looks like this one.');
  });

  it('searches for another one by what is typed', async () => {
    const element = await show(ANA, { can: CAN, others: [BEN] });
    const dialog = await openDialog(element);
    await fill(getByRole('searchbox', 'Find a contact', dialog), 'okaf');
    await click(await findByRole('button', /Ben Okafor/, dialog));
    await findByRole('dialog', /Ben Okafor/, element);
  });

  it('says so where a search finds nobody, and where the source does not answer', async () => {
    const hand = handAdapter();
    const element = await showByHand(hand, {});
    await openDialog(element);
    (await hand.next('suggestDuplicates')).reject(new ContactError('unavailable'));
    await tells(element, "Suggestions aren't available");
    await fill(getByRole('searchbox', 'Find a contact', element), 'nobody');
    const asked = await hand.next('suggestDuplicates');
    expect(asked.arguments[1]).to.include({ query: 'nobody' });
    asked.resolve([]);
    await tells(element, 'No matches');
  });

  it('is left by Escape, with the focus on the button of the menu', async () => {
    const element = await show(ANA, { can: CAN });
    await openDialog(element);
    await press('Escape');
    await until(() => !isOpen(element), 'the dialog to close');
    expect(focusedElement()).to.equal(getByRole('button', 'More actions', element));
  });
});

describe('the comparison', () => {
  it('asks for a choice where both differ, and shows once what they have in common', async () => {
    const element = await show(ANA, { can: CAN, others: [{ ...TWIN, lastName: 'García' }] });
    const dialog = await openDialog(element).then(async () => {
      await click(await findByRole('button', /^Ana García/, getByRole('dialog', undefined, element)));
      return findByRole('dialog', /García.* and /, element);
    });
    const groups = queryAllByRole('group', undefined, dialog).map((group) => textOf(group.querySelector('legend')));
    expect(groups).to.include.members(['Email Address', 'Phone Number', 'Language', 'Assigned To']);
    expect(groups).not.to.include.members(['Country']);
    expect(textOf(dialog)).to.match(/Stays as it is.*Name Ana García.*Country Spain/);
    await expectAccessibleAtRest(element);
  });

  it('keeps this contact’s values at first, and where it has none, the other’s', async () => {
    const element = await show(WITHOUT_PHONE, { can: CAN, others: [{ ...TWIN, lastName: 'García', phone: '+34911' }] });
    await openDialog(element);
    await click(await findByRole('button', /911/, element));
    await findByRole('group', 'Email Address', element);
    expect(choice('Email Address', /ana@example.com/, element).checked).to.equal(true);
    expect(choice('Phone Number', /911/, element).checked).to.equal(true);
  });

  it('shows the tags of both, and says what cannot be undone', async () => {
    const element = await show(ANA, { can: CAN, others: [{ ...TWIN, lastName: 'García' }] });
    await openDialog(element);
    await click(await findByRole('button', /ana.garcia/, element));
    await says(element, 'Tags of both VIP Lead Press');
    expect(panelText(element)).to.contain('This cannot be undone.');
  });

  it('offers no choice about what is masked, and does not tell it', async () => {
    const fields = [{ key: 'email', type: 'email', access: 'mask' }] as const;
    const element = await show({ ...ANA, email: '••••••' }, { can: CAN, fields, others: [{ ...TWIN, lastName: 'García' }] });
    await openDialog(element);
    await click(await findByRole('button', /Ana García/, getByRole('dialog', undefined, element)));
    await says(element, 'Email Address Hidden');
    expectAbsent('group', 'Email Address', element);
    expect(panelText(element)).not.to.contain('example.org');
  });

  it('says which email addresses and phone numbers are kept beside the chosen ones', async () => {
    const further = { value: 'ana@work.example', label: 'work' };
    const emails = [{ value: 'ana@example.com', isPrimary: true }, further];
    const can = { ...CAN, editEntries: true };
    const element = await show({ ...ANA, emails }, { can, others: [{ ...TWIN, lastName: 'García', phone: '+34911' }] });
    await openDialog(element);
    await click(await findByRole('button', /ana.garcia/, element));
    await findByRole('group', 'Email Address', element);
    const kept = (group: string) =>
      textOf(getByRole('group', group, element))
        .split('Also kept:')[1]
        ?.trim();
    expect(kept('Email Address')).to.equal('ana@work.example ana.garcia@example.org');
    expect(kept('Phone Number')).to.match(/911/);
    await click(choice('Email Address', /ana.garcia@example.org/, element));
    await until(() => kept('Email Address') === 'ana@example.com ana@work.example', 'the others to be kept');
    expect(textOf(getByRole('dialog', undefined, element))).not.to.contain('Work');
    await expectAccessibleAtRest(element);
    await click(getByRole('button', 'Merge', element));
    await until(() => !isOpen(element), 'the dialog to close');
    expect(fieldText(element, 'Work')).to.contain('ana@work.example');
    expect(fieldText(element, 'Email Address')).to.contain('ana.garcia@example.org');
  });

  it('says nothing of further addresses where the source keeps one only', async () => {
    const element = await show(ANA, { can: CAN, others: [{ ...TWIN, lastName: 'García' }] });
    await openDialog(element);
    await click(await findByRole('button', /ana.garcia/, element));
    await findByRole('group', 'Email Address', element);
    expect(panelText(element)).not.to.contain('Also kept');
  });

  it('says that the contact will be blocked where one of the two is', async () => {
    const element = await show(ANA, { can: CAN, others: [{ ...TWIN, lastName: 'García', isBlocked: true }] });
    await openDialog(element);
    await click(await findByRole('button', /ana.garcia/, element));
    await says(element, 'One of them is blocked: the contact will be blocked.');
    await click(getByRole('button', 'Merge', element));
    await until(() => !isOpen(element), 'the dialog to close');
    await says(element, 'Blocked');
  });

  it('goes back to the list', async () => {
    const element = await show(ANA, { can: CAN, others: [{ ...TWIN, lastName: 'García' }] });
    await openDialog(element);
    await click(await findByRole('button', /ana.garcia/, element));
    await click(await findByRole('button', 'Back', element));
    await findByRole('searchbox', 'Find a contact', element);
  });

  it('is chosen in by the arrow keys', async () => {
    const element = await show(ANA, { can: CAN, others: [{ ...TWIN, lastName: 'García' }] });
    await openDialog(element);
    await click(await findByRole('button', /ana.garcia/, element));
    await findByRole('group', 'Email Address', element);
    choice('Email Address', /ana@example.com/, element).focus();
    await press('ArrowDown');
    expect(choice('Email Address', /ana.garcia@example.org/, element).checked).to.equal(true);
  });
});

describe('a merge', () => {
  it('keeps what was chosen, tells the page, and says that it is done', async () => {
    const element = await show(ANA, { can: CAN, others: [TWIN] });
    await compareByHandOf(element);
    await click(choice('Email Address', /ana.garcia@example.org/, element));
    const merged = record<ContactMergedEvent>('contact-merged');
    await click(getByRole('button', 'Merge', element));
    const event = await until(() => merged[0], 'the event');
    expect(event).to.include({ contactId: 'c_1', otherId: 'c_3' });
    expect(event.contact).to.include({ email: 'ana.garcia@example.org', lastName: 'García' });
    await until(() => !isOpen(element), 'the dialog to close');
    expect(fieldText(element, 'Email Address')).to.contain('ana.garcia@example.org');
    expect(announced(element)).to.match(/Ana Garcia.* is part of this contact now\./);
  });

  it('sends what was shown: both versions, and whose value is kept for each key', async () => {
    const { element, hand } = await comparing();
    await click(choice('Email Address', /ana.garcia@example.org/, element));
    await click(getByRole('button', 'Merge', element));
    const [id, otherId, choices, options] = (await hand.next('merge')).arguments;
    expect([id, otherId]).to.deep.equal(['c_1', 'c_3']);
    expect(options).to.include({ version: '1', otherVersion: '7' });
    expect(choices).to.include({ email: 'other', phone: 'this', firstName: 'this', lastName: 'this', displayName: 'this' });
    expect(choices).not.to.have.any.keys('country', 'status');
  });

  it('is left to a host that says so', async () => {
    const { element, hand } = await comparing();
    element.addEventListener('merge-contact', (event) => event.preventDefault());
    const asked = nextEvent(element, 'merge-contact');
    await click(getByRole('button', 'Merge', element));
    expect(await asked).to.include({ contactId: 'c_1', otherId: 'c_3' });
    await until(() => !isOpen(element), 'the dialog to close');
    expect(hand.calls.merge).to.have.length(0);
  });

  it('shows what somebody has changed meanwhile, and asks again', async () => {
    const { element, hand } = await comparing();
    await click(choice('Email Address', /ana.garcia@example.org/, element));
    await click(getByRole('button', 'Merge', element));
    (await hand.next('merge')).reject(new ContactError('conflict'));
    (await hand.next('load')).resolve({ contact: ANA, can: CAN });
    (await hand.next('load')).resolve({ contact: { ...TWIN, version: '8', email: 'new@example.org' }, can: CAN });
    await says(element, 'Somebody has changed one of the contacts.');
    await says(element, /Email Address Changed just now/);
    expect(choice(/^Email Address/, /new@example.org/, element).checked).to.equal(true);
    await click(getByRole('button', 'Merge', element));
    expect((await hand.next('merge')).arguments[3]).to.include({ otherVersion: '8' });
  });

  it('is asked for under the same key after a failure, and under another one for other choices', async () => {
    const { element, hand } = await comparing();
    const failed = record('contact-failed');
    const keyOfNext = async () => {
      await click(getByRole('button', 'Merge', element));
      const call = await hand.next('merge');
      call.reject(new ContactError('unavailable'));
      await until(() => getByRole('button', 'Merge', element).ariaDisabled !== 'true', 'the button to be enabled');
      return call.arguments[3].key;
    };
    const first = await keyOfNext();
    expect(panelText(element)).to.contain('isn’t available'.replace('’', "'"));
    expect(failed[0]).to.include({ operation: 'merge' });
    expect(await keyOfNext()).to.equal(first);
    await click(choice('Email Address', /ana.garcia@example.org/, element));
    expect(await keyOfNext()).not.to.equal(first);
  });

  it('reads what became of a merge whose answer was lost', async () => {
    const { element, hand } = await comparing();
    await click(getByRole('button', 'Merge', element));
    (await hand.next('merge')).reject(new ContactError('timeout'));
    await says(element, 'took too long');
    (await hand.next('load')).resolve({ contact: { ...ANA, version: '2', email: 'kept@example.com' }, can: CAN });
    await press('Escape');
    await until(() => !isOpen(element), 'the dialog to close');
    expect(fieldText(element, 'Email Address')).to.contain('kept@example.com');
  });

  it('says so where the other contact is not there any more', async () => {
    const { element, hand } = await comparing();
    await click(getByRole('button', 'Merge', element));
    const fields = [{ pointer: '/other', detail: 'must be another contact' }];
    (await hand.next('merge')).reject(new ContactError('invalid', { fields }));
    await says(element, 'The other contact no longer exists.');
  });

  it('waits for edits that are not saved yet, and compares what they led to', async () => {
    const hand = handAdapter();
    const element = await showByHand(hand, {});
    await element.edit('email');
    await fill(await findByRole('textbox', 'Email Address', element), 'newer@example.com');
    await press('Enter');
    const save = await hand.next('save');
    await openDialog(element);
    (await hand.next('suggestDuplicates')).resolve([{ contact: TWIN, reasons: ['name'] }]);
    await click(await findByRole('button', /Ana Garcia/, element));
    await tells(element, 'Your last edits are being saved first…');
    expect(hand.calls.load).to.have.length(1);
    const newer = { ...ANA, version: '2', email: 'newer@example.com' };
    save.resolve(newer);
    (await hand.next('load')).resolve({ contact: newer, can: CAN });
    (await hand.next('load')).resolve({ contact: TWIN, can: CAN });
    await findByRole('group', 'Email Address', element);
    expect(choice('Email Address', /newer@example.com/, element).checked).to.equal(true);
    await click(getByRole('button', 'Merge', element));
    expect((await hand.next('merge')).arguments[3]).to.include({ version: '2' });
  });
});

describe('a value that another contact has', () => {
  it('leads to a merge with that contact, in which it is chosen, and which settles the edit', async () => {
    const element = await show(ANA, { can: CAN, others: [BEN] });
    await element.edit('email');
    await fill(await findByRole('textbox', 'Email Address', element), 'ben@example.com');
    await press('Enter');
    await click(await findByRole('button', /^Merge with .*Ben Okafor/, element));
    await findByRole('group', 'Email Address', element);
    expect(choice('Email Address', /ben@example.com/, element).checked).to.equal(true);
    await click(getByRole('button', 'Merge', element));
    await until(() => !element.hasUnsavedEdits, 'the edit to be settled');
    await until(() => !isOpen(element), 'the dialog to close');
    expect(fieldText(element, 'Email Address')).to.contain('ben@example.com');
    // What had the focus before went with the edit.
    await until(() => focusedElement() === getByRole('button', 'More actions', element), 'the focus on the button of the menu');
  });

  it('is chosen as well where a further email address was to be the primary one', async () => {
    const emails = [
      { value: 'ana@example.com', isPrimary: true },
      { value: 'ben@example.com', label: 'work' },
    ];
    const element = await show({ ...ANA, emails }, { can: { ...CAN, editEntries: true }, others: [BEN] });
    await click(getByRole('button', 'Edit Email Address (Work)', element));
    await click(await findByRole('button', /^Make primary/, element));
    await click(await findByRole('button', /^Merge with .*Ben Okafor/, element));
    await findByRole('group', 'Email Address', element);
    expect(choice('Email Address', /ben@example.com/, element).checked).to.equal(true);
    await click(getByRole('button', 'Merge', element));
    await until(() => !element.hasUnsavedEdits, 'the edit to be settled');
    await until(() => !isOpen(element), 'the dialog to close');
    expect(fieldText(element, 'Email Address')).to.contain('ben@example.com');
  });

  it('offers no merge where the person may not', async () => {
    const element = await show(ANA, { can: { delete: true }, others: [BEN] });
    await element.edit('email');
    await fill(await findByRole('textbox', 'Email Address', element), 'ben@example.com');
    await press('Enter');
    await findByRole('button', /^Open .*Ben Okafor/, element);
    expectAbsent('button', /^Merge/, element);
  });
});

describe('a contact that was merged into another one', () => {
  it('is not shown; the panel says so and offers the other one', async () => {
    const hand = handAdapter();
    const element = await mount({ adapter: hand.adapter, contactId: ANA.id });
    (await hand.next('load')).reject(new ContactError('gone', { mergedInto: 'c_3' }));
    await says(element, 'This contact was merged into another one.');
    const asked = nextEvent(element, 'open-contact');
    await click(getByRole('button', 'Show that contact', element));
    expect(await asked).to.include({ contactId: 'c_3' });
  });

  it('says so where it was shown, and tells the page where it is', async () => {
    const hand = handAdapter();
    const element = await showByHand(hand, {});
    const deleted = nextEvent(element, 'contact-deleted');
    hand.announce({ id: ANA.id, version: 'merged' });
    (await hand.next('load')).reject(new ContactError('gone', { mergedInto: 'c_3' }));
    expect(await deleted).to.include({ contactId: 'c_1', mergedInto: 'c_3' });
    await says(element, 'This contact was merged into another one.');
    expect(announced(element)).to.equal('This contact was merged into another one.');
  });

  it('still shows the edits that were under way, and why they are not saved', async () => {
    const hand = handAdapter();
    const element = await showByHand(hand, {});
    await element.edit('email');
    await fill(await findByRole('textbox', 'Email Address', element), 'newer@example.com');
    await press('Enter');
    (await hand.next('save')).reject(new ContactError('gone', { mergedInto: 'c_3' }));
    await says(element, /wasn't saved: .*newer@example\.com.*This contact was merged into another one\./);
    getByRole('button', 'Show that contact', element);
  });
});

async function expectAccessibleAtRest(element: ContactDetails): Promise<void> {
  await Promise.all((element.shadowRoot?.getAnimations() ?? []).map(({ finished }) => finished));
  await expectAccessible(element);
}

/** Resolves when the dialog says that text, of which screen readers are told. */
async function tells(element: Element, text: string): Promise<void> {
  const dialog = getByRole('dialog', /^Merge/, element);
  await until(() => textOf(dialog).includes(text), text);
}

async function showByHand(hand: HandAdapter, contact: Partial<Contact>): Promise<ContactDetails> {
  const element = await mount({ adapter: hand.adapter, contactId: ANA.id });
  (await hand.next('load')).resolve({ contact: { ...ANA, ...contact }, can: CAN });
  await element.whenSettled();
  return element;
}

/** The comparison with the twin, whose source answers by hand. */
async function comparing(): Promise<{ readonly element: ContactDetails; readonly hand: HandAdapter }> {
  const hand = handAdapter();
  const element = await showByHand(hand, {});
  await openDialog(element);
  (await hand.next('suggestDuplicates')).resolve([{ contact: TWIN, reasons: ['name'] }]);
  await click(await findByRole('button', /Ana Garcia/, element));
  (await hand.next('load')).resolve({ contact: ANA, can: CAN });
  (await hand.next('load')).resolve({ contact: TWIN, can: CAN });
  await findByRole('group', 'Email Address', element);
  return { element, hand };
}

async function compareByHandOf(element: ContactDetails): Promise<void> {
  await compareWithTwin(element);
  await findByRole('group', 'Email Address', element);
}
