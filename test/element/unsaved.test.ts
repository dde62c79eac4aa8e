import { expect } from '@open-wc/testing';
import { ContactError } from '../../src/core/error.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { messages } from '../support/messages.js';
import { findByRole, focusedElement, getByRole, queryByRole } from '../support/find.js';
import { handAdapter } from '../support/hand-adapter.js';
import type { HandAdapter } from '../support/hand-adapter.js';
import { nextEvent, until } from '../support/until.js';
import { click, fill, press } from '../support/user.js';
import { ANA, fieldRow, fieldText, mount, panelText, openNotice, record, show, textOf } from './kit.js';

const MINE = 'mine@example.com';
const THEIRS = 'theirs@example.com';

/** Shows the contact from a source that the test answers by hand. */
async function showByHand(): Promise<HandAdapter & { readonly element: ContactDetails }> {
  const hand = handAdapter(['load', 'save']);
  const element = await mount({ adapter: hand.adapter, contactId: ANA.id });
  (await hand.next('load')).resolve({ contact: ANA });
  await element.whenSettled();
  return { ...hand, element };
}

async function changeEmail(element: ContactDetails, email = MINE): Promise<void> {
  await click(getByRole('button', 'Edit Email Address', element));
  await fill(await findByRole('textbox', 'Email Address', element), email);
  await press('Enter');
}

describe('an edit that could not be saved', () => {
  it('is kept beside its field, with the reason and what can be done', async () => {
    const { element, next } = await showByHand();
    await changeEmail(element);
    (await next('save')).reject(new ContactError('unknown'));
    const notice = await openNotice(element, `Email Address wasn't saved: ${MINE}.`);
    expect(fieldRow(element, 'Email Address')?.contains(notice)).to.equal(true);
    expect(textOf(notice)).to.contain('Something went wrong.');
    expect(fieldText(element, 'Email Address')).to.contain('ana@example.com');
    expect(element.hasUnsavedEdits).to.equal(true);
  });

  it('is sent again by "Try again", with the same key', async () => {
    const { element, next } = await showByHand();
    await changeEmail(element);
    const first = await next('save');
    first.reject(new ContactError('unknown'));
    await click(
      getByRole('button', 'Try again: Email Address', await openNotice(element, `Email Address wasn't saved: ${MINE}.`)),
    );
    const second = await next('save');
    expect(second.arguments[2].key).to.equal(first.arguments[2].key);
    expect(second.arguments[1]).to.deep.equal({ email: MINE });
    const saved = nextEvent(element, 'contact-saved');
    second.resolve({ ...ANA, version: '2', email: MINE });
    (await next('load')).resolve({ contact: { ...ANA, version: '2', email: MINE } });
    await saved;
    await until(() => !queryByRole('group', /saved/, element));
    expect(fieldText(element, 'Email Address')).to.equal(MINE);
  });

  it('is opened again by "Keep editing", with what was typed', async () => {
    const { element, next } = await showByHand();
    await changeEmail(element);
    (await next('save')).reject(new ContactError('invalid'));
    await click(await findByRole('button', 'Keep editing: Email Address', element));
    const input = (await findByRole('textbox', 'Email Address', element)) as HTMLInputElement;
    expect(input.value).to.equal(MINE);
  });

  it('is dropped by "Discard"', async () => {
    const { element, next } = await showByHand();
    await changeEmail(element);
    (await next('save')).reject(new ContactError('invalid'));
    await click(await findByRole('button', 'Discard: Email Address', element));
    await until(() => !queryByRole('group', /saved/, element));
    expect(fieldText(element, 'Email Address')).to.equal('ana@example.com');
    expect(element.hasUnsavedEdits).to.equal(false);
  });

  it('leaves the other fields as they are', async () => {
    const { element, next } = await showByHand();
    await changeEmail(element);
    await click(getByRole('button', 'Edit Phone Number', element));
    await fill(await findByRole('textbox', 'Phone Number', element), '+34 611 611 611');
    await press('Enter');
    (await next('save')).reject(new ContactError('invalid'));
    const phone = { ...ANA, version: '2', phone: '+34611611611' };
    (await next('save')).resolve(phone);
    await element.whenSettled();
    expect(fieldText(element, 'Phone Number')).to.equal('+34 611 61 16 11');
    expect(fieldText(element, 'Email Address')).to.contain('ana@example.com');
  });

  it('takes a name with it: the notice is below the name', async () => {
    const { element, next } = await showByHand();
    await click(getByRole('button', 'Edit name', element));
    await fill(await findByRole('textbox', 'First Name', element), 'Anna');
    await press('Enter');
    (await next('save')).reject(new ContactError('forbidden'));
    expect(await openNotice(element, "First Name wasn't saved: Anna.")).to.exist;
    expect(panelText(element)).to.contain(messages.errors.forbidden);
  });

  for (const action of ['Try again', 'Keep editing', 'Discard']) {
    it(`does not lose the focus to the page by "${action}"`, async () => {
      const { element, next } = await showByHand();
      await changeEmail(element);
      (await next('save')).reject(new ContactError('invalid'));
      (await findByRole('button', `${action}: Email Address`, element)).focus();
      await press('Enter');
      await until(() => !queryByRole('group', /saved/, element));
      await until(() => focusedElement(), 'something to have the focus');
    });
  }
});

describe('an edit that somebody else was faster with', () => {
  async function showConflict() {
    const { element, next, calls } = await showByHand();
    const conflicts = record('contact-conflicted');
    await changeEmail(element);
    (await next('save')).reject(new ContactError('conflict', { current: { ...ANA, version: '2', email: THEIRS } }));
    await findByRole('group', `Somebody else changed this to ${THEIRS}`, element);
    return { element, next, calls, conflicts };
  }

  it('stands beside theirs, and the page is told', async () => {
    const { element, conflicts } = await showConflict();
    expect(fieldText(element, 'Email Address')).to.contain(THEIRS);
    expect(conflicts).to.have.length(1);
    expect(conflicts[0]).to.include({ contactId: 'c_1', field: 'email', mine: MINE, theirs: THEIRS });
  });

  it('wins by "Keep": it is sent over their version', async () => {
    const { element, next } = await showConflict();
    await click(getByRole('button', `Keep ${MINE}`, element));
    const [, patch, { version }] = (await next('save')).arguments;
    expect(patch).to.deep.equal({ email: MINE });
    expect(version).to.equal('2');
  });

  it('gives way by "Use theirs"', async () => {
    const { element, calls } = await showConflict();
    await click(getByRole('button', 'Use theirs: Email Address', element));
    await until(() => fieldText(element, 'Email Address') === THEIRS);
    expect(calls.save).to.have.length(1);
    expect(element.hasUnsavedEdits).to.equal(false);
  });

  it('in another field merges without a question', async () => {
    const { element, next } = await showByHand();
    await changeEmail(element);
    (await next('save')).reject(new ContactError('conflict', { current: { ...ANA, version: '2', phone: '+34 699' } }));
    const again = await next('save');
    expect(again.arguments[2].version).to.equal('2');
    again.resolve({ ...ANA, version: '3', phone: '+34 699', email: MINE });
    await element.whenSettled();
    expect(fieldText(element, 'Phone Number')).to.equal('+34 699');
    expect(fieldText(element, 'Email Address')).to.equal(MINE);
  });
});

describe('an edit that is tried again by itself', () => {
  async function showHeldUp(code: 'offline' | 'unavailable' = 'unavailable') {
    const { element, next, calls } = await showByHand();
    await changeEmail(element);
    (await next('save')).reject(new ContactError(code));
    const notice = await openNotice(element, "Email Address isn't saved yet.");
    return { element, next, calls, notice };
  }

  it('stays in its field, and says so there', async () => {
    const failures = record('contact-failed');
    const { element, notice } = await showHeldUp();
    expect(fieldRow(element, 'Email Address')?.contains(notice)).to.equal(true);
    expect(fieldText(element, 'Email Address')).to.contain(MINE);
    expect(element.hasUnsavedEdits).to.equal(true);
    expect(failures).to.deep.equal([]);
  });

  it('says that there is no connection, and so does the state of the element', async () => {
    const { element, notice } = await showHeldUp('offline');
    expect(textOf(notice)).to.contain(messages.waitingForConnection);
    expect(element.matches(':state(offline)')).to.equal(true);
  });

  it('holds up those behind it, which say so too', async () => {
    const { element } = await showHeldUp();
    await element.edit('phone');
    await fill(await findByRole('textbox', 'Phone Number', element), '+34 611 611 611');
    await press('Enter');
    expect(await openNotice(element, "Phone Number isn't saved yet.")).to.exist;
  });

  it('goes at once by "Try again", and the button keeps the focus until it is saved', async () => {
    const { element, next, notice } = await showHeldUp();
    getByRole('button', 'Try again: Email Address', notice).focus();
    await press('Enter');
    const again = await next('save');
    expect(focusedElement()).to.equal(getByRole('button', 'Try again: Email Address', notice));
    again.resolve({ ...ANA, version: '2', email: MINE });
    (await next('load')).resolve({ contact: { ...ANA, version: '2', email: MINE } });
    await until(() => !queryByRole('group', /saved/, element));
    expect(focusedElement()).to.equal(getByRole('button', 'Edit Email Address', element));
  });

  it('is dropped by "Discard"', async () => {
    const { element, calls, notice } = await showHeldUp();
    await click(getByRole('button', 'Discard: Email Address', notice));
    await until(() => fieldText(element, 'Email Address') === 'ana@example.com');
    expect(calls.save).to.have.length(1);
  });
});

describe('a failure of the source', () => {
  it('never throws away what is typed: every code keeps it and says why', async () => {
    const faults = { code: 'offline' as ConstructorParameters<typeof ContactError>[0] };
    const element = await show(ANA, {
      faults: ({ operation }) => (operation === 'save' ? new ContactError(faults.code) : undefined),
    });
    for (const code of ['unauthenticated', 'forbidden', 'invalid', 'duplicate', 'unknown', 'invalid-data'] as const) {
      faults.code = code;
      await changeEmail(element, `${code}@example.com`);
      const isAsking = code === 'invalid' || code === 'duplicate';
      const name = `Email Address wasn't saved: ${code}@example.com.`;
      const notice = isAsking ? await findByRole('group', name, element) : await openNotice(element, name);
      await click(getByRole('button', 'Discard: Email Address', notice));
    }
  });
});
