import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/memory/memory-adapter.js';
import { ContactError } from '../../src/core/error.js';
import type { Contact } from '../../src/core/contact.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { expectAccessible } from '../support/axe.js';
import { descriptionOf, findByRole, focusedElement, getByRole, queryAllByRole } from '../support/find.js';
import { handAdapter } from '../support/hand-adapter.js';
import { messages } from '../support/messages.js';
import { until } from '../support/until.js';
import { click, fill, press } from '../support/user.js';
import { ANA, buttonInUse, expectAbsent, fieldText, listen, mount, panelText, show } from './kit.js';
import type { Setting } from './kit.js';

const EMAIL = messages.fields.email;
const PHONE = messages.fields.phone;
const WORK = 'ana@work.example';

const SEVERAL: Contact = {
  ...ANA,
  emails: [{ value: 'ana@example.com', isPrimary: true }, { value: WORK, label: 'work' }, { value: 'ana@club.example' }],
};

const CAN = { editEntries: true };

async function open(contact: Contact = SEVERAL, setting: Setting = {}): Promise<ContactDetails> {
  return show(contact, { can: CAN, ...setting });
}

/** Opens the editor of an entry, and answers its input. */
async function edit(element: ContactDetails, label: string): Promise<HTMLElement> {
  await click(getByRole('button', messages.edit(label), element));
  return findByRole('textbox', label, element);
}

function links(element: ContactDetails): readonly string[] {
  return queryAllByRole('link', undefined, element).map((link) => link.getAttribute('href') ?? '');
}

describe('several email addresses', () => {
  it('stand below the primary one, each a link under what it is for', async () => {
    const element = await open();
    expect(fieldText(element, EMAIL)).to.equal('ana@example.com');
    expect(fieldText(element, 'Work')).to.equal(WORK);
    expect(fieldText(element, `${EMAIL} (3)`)).to.equal('ana@club.example');
    expect(links(element)).to.include.members(['mailto:ana@example.com', `mailto:${WORK}`, 'mailto:ana@club.example']);
    await expectAccessible(element);
  });

  it('are told apart by the names of their buttons, and the primary one says so', async () => {
    const element = await open();
    for (const name of [`${EMAIL} (primary)`, `${EMAIL} (Work)`, `${EMAIL} (3)`]) {
      expect(getByRole('button', messages.edit(name), element)).to.be.instanceOf(HTMLElement);
    }
  });

  it('change nothing of a panel whose source knows one', async () => {
    const element = await show(ANA);
    expect(getByRole('button', messages.edit(EMAIL), element)).to.be.instanceOf(HTMLElement);
    getByRole('button', messages.edit(EMAIL), element).focus();
    await findByRole('button', messages.copy(EMAIL), element);
    expectAbsent('button', messages.addField(EMAIL), element);
    await edit(element, EMAIL);
    expectAbsent('button', messages.addField(EMAIL), element);
  });

  it('are only read where they may not be changed', async () => {
    const element = await open(SEVERAL, { can: { editEntries: false } });
    expectAbsent('button', messages.edit(`${EMAIL} (Work)`), element);
    expect(getByRole('button', messages.copy(`${EMAIL} (Work)`), element)).to.be.instanceOf(HTMLElement);
  });

  it('are not told where the field is masked', async () => {
    const element = await open(SEVERAL, { fields: [{ key: 'email', type: 'email', access: 'mask' }] });
    expect(fieldText(element, EMAIL)).to.equal(messages.hidden);
    expect(links(element).filter((href) => href.startsWith('mailto:'))).to.deep.equal([]);
  });
});

describe('another email address', () => {
  it('is added by the button beside the one there is, with what it is for', async () => {
    const element = await open(ANA);
    const said = listen(element);
    await click(await buttonInUse(element, EMAIL, messages.addField(EMAIL)));
    const input = await findByRole('textbox', `${EMAIL} (2)`, element);
    await until(() => focusedElement() === input, 'the new input to have the focus');
    await fill(input, WORK);
    await fill(getByRole('combobox', messages.entryLabel, element), 'Work');
    await press('Enter');
    await element.whenSettled();
    expect(fieldText(element, 'Work')).to.equal(WORK);
    expect(said).to.include(messages.entryAdded(WORK));
    expect(fieldText(element, EMAIL)).to.include('ana@example.com');
  });

  it('is added from the editor of the one there is, where nothing hovers', async () => {
    const element = await open(ANA);
    await edit(element, EMAIL);
    await click(await findByRole('button', messages.addField(EMAIL), element));
    await fill(await findByRole('textbox', `${EMAIL} (2)`, element), WORK);
    expectAbsent('textbox', `${EMAIL} (primary)`, element);
    await press('Enter');
    await element.whenSettled();
    expect(fieldText(element, `${EMAIL} (2)`)).to.equal(WORK);
  });

  it('is added beside what is typed over the one there is, which stays in its editor', async () => {
    const element = await open(ANA);
    await fill(await edit(element, EMAIL), 'ana@typed.example');
    await click(getByRole('button', messages.addField(EMAIL), element));
    await findByRole('textbox', `${EMAIL} (2)`, element);
    expect(getByRole('textbox', `${EMAIL} (primary)`, element)).to.have.property('value', 'ana@typed.example');
  });

  it('is refused at its input where the contact has it already, in whatever case', async () => {
    const element = await open();
    await click(await buttonInUse(element, EMAIL, messages.addField(EMAIL)));
    const input = await findByRole('textbox', `${EMAIL} (4)`, element);
    await fill(input, 'ANA@Work.example');
    await press('Enter');
    await until(() => descriptionOf(input).includes(messages.entryExists), 'the reason');
    await fill(input, 'no address');
    await press('Enter');
    await until(() => descriptionOf(input).includes(messages.complaints.email), 'the reason');
  });

  it('is forgotten by Escape, and the focus goes to the row of the primary one', async () => {
    const element = await open(ANA);
    await click(await buttonInUse(element, EMAIL, messages.addField(EMAIL)));
    await findByRole('textbox', `${EMAIL} (2)`, element);
    await press('Escape');
    const pencil = await findByRole('button', messages.edit(EMAIL), element);
    await until(() => focusedElement() === pencil, 'the focus to come back');
    expect(element.hasUnsavedEdits).to.equal(false);
  });

  it('is shown at once, and kept with its way out where the source refuses it', async () => {
    const hand = handAdapter();
    const element = await mount({ adapter: hand.adapter, contactId: ANA.id });
    (await hand.next('load')).resolve({ contact: ANA, can: CAN });
    await element.whenSettled();
    await click(await buttonInUse(element, EMAIL, messages.addField(EMAIL)));
    await fill(await findByRole('textbox', `${EMAIL} (2)`, element), WORK);
    await press('Enter');
    const call = await hand.next('saveEntry');
    expect(call.arguments.slice(0, 4)).to.deep.equal([ANA.id, 'emails', WORK, {}]);
    await until(() => fieldText(element, `${EMAIL} (2)`)?.includes(WORK), 'the address to be shown');
    call.reject(new ContactError('invalid'));
    await findByRole('group', messages.fieldNotSaved(WORK, ''), element);
    expect(element.hasUnsavedEdits).to.equal(true);
  });

  it('is kept with its way out where the source refuses it while the one there is stands in its editor', async () => {
    const hand = handAdapter();
    const element = await mount({ adapter: hand.adapter, contactId: ANA.id });
    (await hand.next('load')).resolve({ contact: ANA, can: CAN });
    await element.whenSettled();
    await fill(await edit(element, EMAIL), 'ana@typed.example');
    await click(getByRole('button', messages.addField(EMAIL), element));
    await fill(await findByRole('textbox', `${EMAIL} (2)`, element), WORK);
    await press('Enter');
    (await hand.next('saveEntry')).reject(new ContactError('invalid'));
    const notice = await findByRole('group', messages.fieldNotSaved(WORK, ''), element);
    const input = getByRole('textbox', EMAIL, element);
    expect(input).to.have.property('value', 'ana@typed.example');
    expect(notice.getBoundingClientRect().top).to.be.at.least(input.getBoundingClientRect().bottom);
    await expectAccessible(element);
    await click(getByRole('button', /^Discard/, notice));
    expectAbsent('group', messages.fieldNotSaved(WORK, ''), element);
    expect(getByRole('textbox', EMAIL, element)).to.have.property('value', 'ana@typed.example');
  });
});

describe('a further email address', () => {
  it('is changed in place, with what it is for', async () => {
    const element = await open();
    const input = await edit(element, `${EMAIL} (Work)`);
    await fill(input, 'ana@new.example');
    await fill(getByRole('combobox', messages.entryLabel, element), 'Café');
    await press('Enter');
    await element.whenSettled();
    expect(fieldText(element, 'Café')).to.equal('ana@new.example');
    expect(fieldText(element, 'Work')).to.equal(undefined);
  });

  it('is removed by a button, which can be undone', async () => {
    const element = await open();
    const said = listen(element);
    await edit(element, `${EMAIL} (Work)`);
    await click(getByRole('button', messages.buttonOf(messages.remove, `${EMAIL} (Work)`), element));
    await element.whenSettled();
    expect(fieldText(element, 'Work')).to.equal(undefined);
    expect(said).to.include(`${messages.entryRemoved(WORK)} ${messages.canUndo}`);
    await click(await findByRole('button', messages.undo(WORK), element));
    await element.whenSettled();
    expect(fieldText(element, 'Work')).to.equal(WORK);
  });

  it('is made primary by a button, with what was typed before', async () => {
    const element = await open();
    const said = listen(element);
    const input = await edit(element, `${EMAIL} (Work)`);
    await fill(input, 'ana@new.example');
    await click(getByRole('button', messages.buttonOf(messages.makePrimary, `${EMAIL} (Work)`), element));
    await element.whenSettled();
    expect(fieldText(element, EMAIL)).to.include('ana@new.example');
    expect(fieldText(element, `${EMAIL} (2)`)).to.equal('ana@example.com');
    expect(said.join(' ')).to.include(messages.entryIsPrimary('ana@new.example'));
  });

  it('has its editor checked by axe', async () => {
    const element = await open();
    await edit(element, `${EMAIL} (Work)`);
    await expectAccessible(element);
  });

  it('stays where somebody else has added one meanwhile', async () => {
    const adapter = memoryAdapter({ contacts: [SEVERAL], can: CAN });
    const element = await mount({ adapter, contactId: ANA.id });
    await element.whenSettled();
    const input = await edit(element, `${EMAIL} (Work)`);
    await fill(input, 'ana@new.example');
    await adapter.saveEntry(
      ANA.id,
      'emails',
      'ana@other.example',
      { label: 'other' },
      { key: 'x', signal: new AbortController().signal },
    );
    await press('Enter');
    await until(() => fieldText(element, 'Other'), 'the news');
    await element.whenSettled();
    expect(fieldText(element, 'Other')).to.equal('ana@other.example');
    expect(fieldText(element, 'Work')).to.equal('ana@new.example');
  });

  it('is added as it was typed where somebody else has removed it meanwhile', async () => {
    const adapter = memoryAdapter({ contacts: [SEVERAL], can: CAN });
    const element = await mount({ adapter, contactId: ANA.id });
    await element.whenSettled();
    const input = await edit(element, `${EMAIL} (Work)`);
    await fill(input, 'ana@new.example');
    await adapter.removeEntry(ANA.id, 'emails', WORK, { key: 'x', signal: new AbortController().signal });
    await until(() => !panelText(element).includes(WORK), 'the news');
    await press('Enter');
    await element.whenSettled();
    expect(fieldText(element, 'Work')).to.equal('ana@new.example');
    expect(links(element)).not.to.include(`mailto:${WORK}`);
  });
});

describe('several phone numbers', () => {
  it('are added, typed as the field is, and shown as links', async () => {
    const element = await open(ANA);
    await click(await buttonInUse(element, PHONE, messages.addField(PHONE)));
    await fill(await findByRole('textbox', `${PHONE} (2)`, element), '+34600111333');
    await press('Enter');
    await element.whenSettled();
    expect(links(element)).to.include('tel:+34600111333');
  });
});
