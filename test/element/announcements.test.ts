import { expect } from '@open-wc/testing';
import { ContactError } from '../../src/core/error.js';
import type { ErrorCode } from '../../src/core/error.js';
import type { Contact } from '../../src/core/contact.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { messages } from '../support/messages.js';
import { findByRole, getByRole } from '../support/find.js';
import { handAdapter } from '../support/hand-adapter.js';
import { until } from '../support/until.js';
import { click, fill, press, type } from '../support/user.js';
import { ANA, announced, BEN, enter, listen, mount, show } from './kit.js';
import type { Setting } from './kit.js';

const PHONE = '+34 611 611 611';
const SAVED = `${messages.saved('Phone Number')} ${messages.canUndo}`;

/** Two frames pass: whatever follows at once from what was typed has followed. */
const painted = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

async function change(element: ContactDetails, key: string, text: string): Promise<void> {
  await element.edit(key);
  await fill(await findByRole('textbox', undefined, element), text);
  await press('Enter');
}

const changePhone = (element: ContactDetails, phone = PHONE) => change(element, 'phone', phone);

/** A source that fails an operation with one error. */
function failing(operation: string, error: ContactError): Setting {
  return { faults: (call) => (call.operation === operation ? error : undefined) };
}

/** A contact whose source answers when the test says so. */
async function showByHand(contact: Contact = ANA) {
  const hand = handAdapter();
  const element = await mount({ adapter: hand.adapter, contactId: contact.id });
  (await hand.next('load')).resolve({ contact });
  await element.whenSettled();
  return { ...hand, element };
}

/** One thing that happens, and all that is said of it. */
interface Outcome {
  readonly name: string;
  readonly setting?: Setting;
  readonly act: (element: ContactDetails) => Promise<unknown>;
  readonly said: string;
}

const TAGS: Setting = { tags: [{ id: 't_new', name: 'New' }] };

async function addTag(element: ContactDetails): Promise<void> {
  await click(getByRole('combobox', 'Tags', element));
  await until(() => getByRole('combobox', 'Tags', element).getAttribute('aria-controls'));
  await type('Fresh,');
}

const PASSING: readonly ErrorCode[] = ['offline', 'timeout', 'unavailable', 'rate-limited'];
const FAILING = Object.keys(messages.errors) as ErrorCode[];
const NOT_SAVED = messages.fieldNotSaved('Phone Number', '+34611611611');

const OUTCOMES: readonly Outcome[] = [
  { name: 'a field is saved', act: changePhone, said: SAVED },
  {
    name: 'the name is saved',
    act: async (element) => {
      await element.edit('name');
      await fill(await findByRole('textbox', 'First Name', element), 'Anna');
      await fill(getByRole('textbox', 'Last Name', element), 'Garcia');
      await press('Enter');
    },
    said: 'First Name and Last Name saved. You can undo this.',
  },
  {
    name: 'an option is pressed',
    act: (element) => click(getByRole('button', 'Closed', element)),
    said: 'Conversation Status saved. You can undo this.',
  },
  {
    name: 'a field is empty now',
    act: (element) => changePhone(element, ''),
    said: SAVED,
  },
  ...PASSING.map((code) => ({
    name: `a save is tried again after ${code}`,
    setting: failing('save', new ContactError(code)),
    act: changePhone,
    said: `Phone Number isn't saved yet. ${code === 'offline' ? messages.waitingForConnection : messages.tryingAgain}`,
  })),
  ...FAILING.filter((code) => ![...PASSING, 'conflict'].includes(code)).map((code) => ({
    name: `a save fails with ${code}`,
    setting: failing('save', new ContactError(code)),
    act: changePhone,
    said: `${NOT_SAVED} ${messages.errors[code]}`,
  })),
  {
    name: 'another contact has the value',
    setting: failing('save', new ContactError('duplicate', { existing: { id: 'c_9', name: 'Rui Costa' } })),
    act: changePhone,
    said: `${NOT_SAVED} Rui Costa already has this value.`,
  },
  {
    name: 'a text that is too long to be read aloud is not saved',
    setting: { ...failing('save', new ContactError('invalid')), fields: [{ key: 'notes', type: 'text', label: 'Notes' }] },
    act: (element) => change(element, 'notes', 'long '.repeat(50)),
    said: `Notes wasn't saved. ${messages.errors.invalid}`,
  },
  {
    name: 'the page refuses an edit',
    act: async (element) => {
      element.addEventListener('save-contact', (event) => event.preventDefault());
      await changePhone(element);
    },
    said: "Phone Number wasn't saved.",
  },
  {
    name: 'the page refuses a pressed option',
    act: async (element) => {
      element.addEventListener('save-contact', (event) => event.preventDefault());
      await click(getByRole('button', 'Closed', element));
    },
    said: "Conversation Status wasn't saved.",
  },
  {
    name: 'what is typed is no value',
    act: (element) => change(element, 'email', 'ines@'),
    said: `Email Address: ${messages.complaints.email}`,
  },
  { name: 'a tag is added', setting: TAGS, act: addTag, said: 'Tag Fresh added.' },
  {
    name: 'a tag is not added',
    setting: failing('addTag', new ContactError('forbidden')),
    act: addTag,
    said: `Tag Fresh wasn't added. ${messages.errors.forbidden}`,
  },
  {
    name: 'a tag is not added yet',
    setting: failing('addTag', new ContactError('offline')),
    act: addTag,
    said: `Tag Fresh isn't added yet. ${messages.waitingForConnection}`,
  },
  {
    name: 'a tag is removed',
    act: (element) => click(getByRole('button', 'Remove tag VIP', element)),
    said: 'Tag VIP removed. You can undo this.',
  },
  {
    name: 'a tag is not removed',
    setting: failing('removeTag', new ContactError('unknown')),
    act: (element) => click(getByRole('button', 'Remove tag VIP', element)),
    said: "Tag VIP wasn't removed. Something went wrong.",
  },
  {
    name: 'a tag is not removed yet',
    setting: failing('removeTag', new ContactError('unavailable')),
    act: (element) => click(getByRole('button', 'Remove tag VIP', element)),
    said: `Tag VIP isn't removed yet. ${messages.tryingAgain}`,
  },
];

/** Whether a text is about an outcome, and not about what is suggested meanwhile. */
function isOutcome(text: string): boolean {
  return !/suggestion|matching tags/.test(text);
}

describe('a screen reader hears one sentence, which names what it is about, when', () => {
  for (const { name, setting, act, said: expected } of OUTCOMES) {
    it(name, async () => {
      const element = await show(ANA, setting);
      const said = listen(element);
      await act(element);
      await until(() => said.filter(isOutcome).length > 0, 'an announcement');
      await element.updateComplete;
      expect(said.filter(isOutcome)).to.deep.equal([expected]);
    });
  }

  it('an edit is undone', async () => {
    const element = await show();
    const said = listen(element);
    await changePhone(element);
    await click(await findByRole('button', /^Undo/, element));
    await until(() => said.length === 2);
    await element.whenSettled();
    expect(said).to.deep.equal([SAVED, messages.undone('Phone Number')]);
  });

  it('an edit is discarded', async () => {
    const element = await show(ANA, failing('save', new ContactError('invalid')));
    const said = listen(element);
    await changePhone(element);
    await click(await findByRole('button', 'Discard: Phone Number', element));
    await until(() => said.length === 2);
    expect(said[1]).to.equal(messages.discarded('Phone Number'));
  });

  it('a save fails, and again when it fails again', async () => {
    const element = await show(ANA, failing('save', new ContactError('unknown')));
    const said = listen(element);
    await changePhone(element);
    await until(() => said.length === 1);
    await click(await findByRole('button', 'Try again', element));
    await until(() => said.length === 2);
    await element.whenSettled();
    const text = `${NOT_SAVED} ${messages.errors.unknown}`;
    expect(said).to.deep.equal([text, text]);
  });

  it('an edit is made without a connection, each of three', async () => {
    const element = await show(ANA, failing('save', new ContactError('offline')));
    const said = listen(element);
    await changePhone(element);
    await change(element, 'email', 'other@example.com');
    await click(getByRole('button', 'Closed', element));
    await until(() => said.length === 3);
    const labels = ['Phone Number', 'Email Address', 'Conversation Status'];
    expect(said).to.deep.equal(labels.map((label) => `${label} isn't saved yet. ${messages.waitingForConnection}`));
  });

  it('the connection is lost while three edits wait for their turn, each of three', async () => {
    const { element, next } = await showByHand();
    const said = listen(element);
    await changePhone(element);
    const save = await next('save');
    await change(element, 'email', 'other@example.com');
    await click(getByRole('button', 'Closed', element));
    expect(said).to.deep.equal([]);
    save.reject(new ContactError('offline'));
    await until(() => said.length === 3);
    const labels = ['Phone Number', 'Email Address', 'Conversation Status'];
    expect(said).to.deep.equal(labels.map((label) => `${label} isn't saved yet. ${messages.waitingForConnection}`));
  });

  it('a save that was tried again succeeds, however often it was tried', async () => {
    const fault = { left: 2 };
    const element = await show(ANA, {
      faults: ({ operation }) => (operation === 'save' && fault.left-- > 0 ? new ContactError('offline') : undefined),
    });
    const said = listen(element);
    await changePhone(element);
    await click(await findByRole('button', 'Try again', element));
    await element.whenSettled();
    expect(said.at(0)).to.equal(`Phone Number isn't saved yet. ${messages.waitingForConnection}`);
    expect(said.slice(1).map((text) => text.replace(` ${messages.canUndo}`, ''))).to.deep.equal([
      messages.saved('Phone Number'),
    ]);
  });

  it('somebody else has changed the same field: who, to what, and that the edit is not saved', async () => {
    const { element, next } = await showByHand();
    const said = listen(element);
    await changePhone(element);
    const provenance = { phone: { source: 'person', by: 'Mia Sato', at: '2026-01-01T00:00:00Z' } } as const;
    const theirs: Contact = { ...ANA, version: '2', phone: '+34 622 622 622', provenance };
    (await next('save')).reject(new ContactError('conflict', { current: theirs }));
    const text = `Mia Sato changed Phone Number to +34622622622. ${messages.changeNotSaved}`;
    await until(() => said.length > 0);
    expect(said).to.deep.equal([text]);
  });

  it('somebody else changes a field whose editor is open, and nothing when its editor is not', async () => {
    const { announce, element, next } = await showByHand();
    const said = listen(element);
    await element.edit('email');
    const theirs: Contact = { ...ANA, version: '2', email: 'new@example.com', phone: '+34 622 622 622' };
    announce(theirs);
    (await next('load')).resolve({ contact: theirs });
    await until(() => said.length > 0);
    await element.whenSettled();
    expect(said).to.deep.equal(['Somebody else changed Email Address to new@example.com.']);
  });

  it('once how many suggestions there are for what is typed, when typing pauses', async () => {
    const element = await show(ANA, { tags: ['Wholesale', 'Wholesaler'].map((name) => ({ id: name, name })) });
    const input = getByRole('combobox', 'Tags', element) as HTMLInputElement;
    await click(input);
    await until(() => announced(element) === '2 suggestions');
    const said = listen(element);
    for (const length of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
      await enter(input, 'wholesaler'.slice(0, length));
      await painted();
    }
    await until(() => said.includes('1 suggestion'));
    expect(said).to.deep.equal(['1 suggestion']);
  });

  it('once how many fields are left, or that none is, when typing pauses', async () => {
    const fields = Array.from({ length: 20 }, (_, index) => ({ key: `f${index}`, type: 'text', label: `Number ${index}` }));
    const element = await show(ANA, { fields });
    const said = listen(element);
    const input = getByRole('searchbox', 'Find a field', element) as HTMLInputElement;
    for (const text of ['n', 'nu', 'number 1']) {
      await enter(input, text);
      await painted();
    }
    await until(() => said.includes('11 fields'));
    for (const text of ['number 1', 'number 1x', 'number 1xy']) await enter(input, text);
    await until(() => said.includes('No matching fields'));
    expect(said).to.deep.equal(['11 fields', 'No matching fields']);
  });

  it('somebody else empties a field whose editor is open', async () => {
    const { announce, element, next } = await showByHand();
    const said = listen(element);
    await element.edit('email');
    const { email: _, ...theirs }: Contact = { ...ANA, version: '2' };
    announce(theirs);
    (await next('load')).resolve({ contact: theirs });
    await until(() => said.length > 0);
    expect(said).to.deep.equal(['Somebody else cleared Email Address.']);
  });

  it('somebody else deletes the contact', async () => {
    const { announce, element, next } = await showByHand();
    const said = listen(element);
    announce({ ...ANA, version: '2' });
    (await next('load')).reject(new ContactError('gone'));
    await until(() => said.length > 0);
    expect(said).to.deep.equal([messages.deleted]);
  });

  it('the contact of an unsaved edit turns out to be gone', async () => {
    const { element, next } = await showByHand();
    const said = listen(element);
    await changePhone(element);
    (await next('save')).reject(new ContactError('gone'));
    await until(() => said.length > 0);
    expect(said).to.deep.equal([`${NOT_SAVED} ${messages.errors.gone}`]);
  });

  it('a contact could not be read', async () => {
    const { element, next } = await showByHand();
    const said = listen(element);
    const refreshed = element.refresh();
    (await next('load')).reject(new ContactError('unavailable'));
    await refreshed;
    expect(said).to.deep.equal([`${messages.notUpdated} ${messages.errors.unavailable}`]);
  });

  it('a contact does not exist', async () => {
    const hand = handAdapter();
    const element = await mount({ adapter: hand.adapter, contactId: 'c_404' });
    const said = listen(element);
    (await hand.next('load')).reject(new ContactError('not-found'));
    await until(() => said.length > 0);
    expect(said).to.deep.equal([messages.notFound]);
  });

  it('a masked value is shown, and never the value', async () => {
    const contact: Contact = { ...ANA, custom: { passport: 'X123' } };
    const definition = { key: 'passport', type: 'text', label: 'Passport', revealable: true } as const;
    const { adapter, next } = handAdapter();
    const element = await mount({ adapter, contactId: ANA.id });
    (await next('load')).resolve({ contact: ANA, fields: [{ ...definition, access: 'mask' }] });
    await element.whenSettled();
    await element.edit('email');
    const said = listen(element);
    await click(getByRole('button', 'Show Passport', element));
    void element.refresh();
    (await next('load')).resolve({ contact, fields: [definition] });
    await until(() => said.length > 0);
    expect(said).to.deep.equal([messages.revealed('Passport')]);
  });
});

describe('a screen reader hears nothing', () => {
  it('of loading, of a switch, or of what was said of the contact before', async () => {
    const element = await show(ANA, { others: [BEN] });
    await changePhone(element);
    await element.whenSettled();
    const said = listen(element);
    element.contactId = BEN.id;
    await element.whenSettled();
    await element.refresh();
    expect(said).to.deep.equal([]);
    expect(element.shadowRoot?.querySelector('[role=status]')?.textContent?.trim()).to.equal('');
  });
});

describe('a complaint', () => {
  it('is heard each time the same wrong value is confirmed', async () => {
    const element = await show();
    const said = listen(element);
    await change(element, 'email', 'ines@');
    await until(() => said.length === 1);
    await press('Enter');
    await until(() => said.length === 2);
    expect(said[0]).to.equal(said[1]);
  });

  it('is about every field of the name that lacks a value', async () => {
    const fields = ['firstName', 'lastName'].map((key) => ({ key, type: 'text', required: true }));
    const element = await show(ANA, { fields });
    const said = listen(element);
    await element.edit('name');
    await fill(await findByRole('textbox', 'First Name', element), '');
    await fill(getByRole('textbox', 'Last Name', element), '');
    await press('Enter');
    await until(() => said.length > 0);
    const { required } = messages.complaints;
    expect(said).to.deep.equal([`First Name: ${required} Last Name: ${required}`]);
  });

  it('goes as soon as the value is mended, and stays while it is not', async () => {
    const element = await show();
    await change(element, 'email', 'ines@');
    const input = getByRole('textbox', 'Email Address', element);
    await until(() => input.getAttribute('aria-invalid') === 'true');
    await type('x');
    expect(input.getAttribute('aria-invalid')).to.equal('true');
    await type('.org');
    await until(() => !input.hasAttribute('aria-invalid'));
    expect(element.shadowRoot?.querySelector('[part~=error]:not(:empty)')).to.equal(null);
  });
});
