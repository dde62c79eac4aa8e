import { expect } from '@open-wc/testing';
import { actAsPerson } from '../../src/element/trusted-press.js';
import { ContactError } from '../../src/core/error.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { messages } from '../support/messages.js';
import { findByRole, focusedElement, getByRole, queryByRole } from '../support/find.js';
import { handAdapter } from '../support/hand-adapter.js';
import type { HandAdapter } from '../support/hand-adapter.js';
import { holdTimers } from '../support/hold-timers.js';
import { nextEvent, until } from '../support/until.js';
import { click, press } from '../support/user.js';
import { ANA, BEN, expectFocus, mount, panelText, record, says, show, textOf } from './kit.js';

interface Scene extends HandAdapter {
  readonly element: ContactDetails;
  readonly dialog: HTMLElement;
  readonly confirm: HTMLElement;
}

async function openDialog(contact = ANA): Promise<Scene> {
  const hand = handAdapter(['load', 'save', 'delete']);
  const element = await mount({ adapter: hand.adapter, contactId: contact.id });
  (await hand.next('load')).resolve({ contact, can: { delete: true } });
  await element.whenSettled();
  return { ...hand, element, ...(await chooseDelete(element)) };
}

async function chooseDelete(element: ContactDetails): Promise<Pick<Scene, 'dialog' | 'confirm'>> {
  await click(getByRole('button', 'More actions', element));
  await click(await findByRole('menuitem', 'Delete Contact', element));
  const dialog = await findByRole('alertdialog', undefined, element);
  return { dialog, confirm: getByRole('button', 'Delete Contact', dialog) };
}

function armed(confirm: HTMLElement): Promise<unknown> {
  return until(() => confirm.getAttribute('aria-disabled') !== 'true', 'the button to be enabled');
}

function isOpen(element: ContactDetails): boolean {
  return queryByRole('alertdialog', undefined, element) !== undefined;
}

describe('the delete dialog', () => {
  it('names the contact, says what is lost, and has the focus on Cancel', async () => {
    const { element, dialog } = await openDialog();
    expect(getByRole('alertdialog', /Delete .?Ana García.?\?/, element) === dialog).to.equal(true);
    expect(textOf(dialog)).to.contain(messages.deleteWarning);
    expectFocus(getByRole('button', 'Cancel', dialog));
    expect(dialog.matches(':modal')).to.equal(true);
  });

  it('says how many messages and conversations go, where the source knows', async () => {
    for (const [counts, text] of [
      [{ messageCount: 12, conversationCount: 2 }, 'Deleted too: 12 messages in 2 conversations. This cannot be undone.'],
      [{ messageCount: 1, conversationCount: 1 }, 'Deleted too: 1 message in 1 conversation. This cannot be undone.'],
      [{ messageCount: 0 }, 'Deleted too: 0 messages. This cannot be undone.'],
    ] as const) {
      const { dialog, element } = await openDialog({ ...ANA, ...counts });
      expect(textOf(dialog)).to.contain(text);
      element.remove();
    }
  });

  it('says no number to who may not see messages', async () => {
    const element = await show({ ...ANA, messageCount: 12 }, { can: { delete: true, viewMessages: false } });
    const { dialog } = await chooseDelete(element);
    expect(textOf(dialog)).to.contain(messages.deleteWarning).and.not.to.contain('12');
  });

  it('makes visible what could turn the name around', async () => {
    const { dialog } = await openDialog({ ...ANA, firstName: '\u202eevil\u2066', lastName: '' });
    expect(textOf(dialog)).to.contain('[U+202E]evil[U+2066]').and.not.to.contain('\u202e');
  });

  it('takes no press at first, so that a double click on the menu cannot reach it', async () => {
    const { fire, release } = holdTimers(500);
    try {
      const { confirm, calls, element } = await openDialog();
      expect(confirm.getAttribute('aria-disabled')).to.equal('true');
      await click(confirm);
      expect(calls.delete).to.have.length(0);
      expect(isOpen(element)).to.equal(true);
      fire();
      await armed(confirm);
    } finally {
      release();
    }
  });

  it('takes no second click of a double click, neither on Cancel nor on the button that deletes', async () => {
    const { confirm, dialog, calls, element } = await openDialog();
    await armed(confirm);
    const cancel = getByRole('button', 'Cancel', dialog);
    cancel.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
    expect(isOpen(element)).to.equal(true);
    // With a test in place of a person, so that it is the second click and not the script that is refused.
    const press = (detail: number) =>
      actAsPerson(() => void confirm.dispatchEvent(new MouseEvent('click', { bubbles: true, detail })));
    press(2);
    await element.updateComplete;
    expect(textOf(confirm)).to.equal(messages.deleteContact);
    press(1);
    await until(() => calls.delete.length === 1);
  });

  it('takes no press that a script makes', async () => {
    const { confirm, calls } = await openDialog();
    await armed(confirm);
    confirm.click();
    confirm.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    await Promise.resolve();
    expect(calls.delete).to.have.length(0);
  });

  it('is left by Cancel and by Escape, with the focus back on the button of the menu', async () => {
    const { element, dialog, calls } = await openDialog();
    await click(getByRole('button', 'Cancel', dialog));
    await until(() => !isOpen(element), 'the dialog to close');
    expectFocus(getByRole('button', 'More actions', element));
    await chooseDelete(element);
    await press('Escape');
    await until(() => !isOpen(element), 'the dialog to close');
    await until(() => focusedElement() === getByRole('button', 'More actions', element), 'the focus to be back');
    expect(calls.delete).to.have.length(0);
  });

  it('keeps the Escape that closes it to itself', async () => {
    const { element } = await openDialog();
    const keys = record<KeyboardEvent>('keydown');
    await press('Escape');
    await until(() => !isOpen(element), 'the dialog to close');
    await press('F8');
    expect(keys.map(({ key }) => key)).to.deep.equal(['F8']);
  });

  it('opens again disarmed', async () => {
    const { element, dialog, confirm } = await openDialog();
    await armed(confirm);
    await click(getByRole('button', 'Cancel', dialog));
    const again = await chooseDelete(element);
    expect(again.confirm.getAttribute('aria-disabled')).to.equal('true');
  });

  it('sends one request, whatever is pressed, and the panel says that the contact is deleted', async () => {
    const { element, confirm, calls, next } = await openDialog();
    const events = record('delete-contact', 'contact-deleted');
    await armed(confirm);
    await click(confirm);
    await press('Enter');
    await press(' ');
    await press('Escape');
    const call = await next('delete');
    expect(call.arguments[0]).to.equal('c_1');
    expect(call.arguments[1].version).to.equal('1');
    expect(isOpen(element)).to.equal(true);
    call.resolve();
    await says(element, 'This contact was deleted.');
    await until(() => focusedElement() === getByRole('group', 'Contact details', element), 'the focus on the panel');
    expect(calls.delete).to.have.length(1);
    expect(events.map(({ type }) => type)).to.deep.equal(['delete-contact', 'contact-deleted']);
    expect(panelText(element)).not.to.contain('Ana');
    expect(element.matches(':state(deleted)')).to.equal(true);
  });

  it('has its buttons in the order in which they are seen and reached: Cancel, then what deletes', async () => {
    const { element, confirm } = await openDialog();
    const cancel = getByRole('button', 'Cancel', element);
    expect(cancel.compareDocumentPosition(confirm)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(cancel.getBoundingClientRect().right).to.be.below(confirm.getBoundingClientRect().left);
  });

  it('works by the keyboard alone', async () => {
    const { confirm, next } = await openDialog();
    await armed(confirm);
    await press('Tab');
    expectFocus(confirm);
    await press('Enter');
    await next('delete');
  });

  it('stays with the error when it fails, and can be tried again with the same key', async () => {
    const { element, confirm, next, calls } = await openDialog();
    await armed(confirm);
    await click(confirm);
    const first = await next('delete');
    first.reject(new ContactError('unavailable'));
    const alert = await until(() => {
      const found = getByRole('alert', undefined, element);
      return textOf(found) && found;
    });
    expect(textOf(alert)).to.equal(messages.errors.unavailable);
    await armed(confirm);
    await click(confirm);
    const second = await next('delete');
    expect(second.arguments[1].key).to.equal(first.arguments[1].key);
    second.resolve();
    await says(element, 'This contact was deleted.');
    expect(calls.delete).to.have.length(2);
  });

  it('forgets a failure when it is left', async () => {
    const { element, dialog, confirm, next } = await openDialog();
    await armed(confirm);
    await click(confirm);
    (await next('delete')).reject(new ContactError('forbidden'));
    await says(element, messages.errors.forbidden);
    await click(getByRole('button', 'Cancel', dialog));
    await chooseDelete(element);
    expect(panelText(element)).not.to.contain("You don't have permission");
    expect(element.matches(':state(failed)')).to.equal(false);
  });

  for (const code of ['not-found', 'gone'] as const) {
    it(`has reached its end where the contact is gone already: ${code}`, async () => {
      const { element, confirm, next } = await openDialog();
      await armed(confirm);
      await click(confirm);
      (await next('delete')).reject(new ContactError(code));
      await says(element, 'This contact was deleted.');
    });
  }

  it('leaves the delete to a host that says so', async () => {
    const { element, confirm, calls } = await openDialog();
    element.addEventListener('delete-contact', (event) => event.preventDefault());
    await armed(confirm);
    const asked = nextEvent(element, 'delete-contact');
    await click(confirm);
    expect(await asked).to.include({ contactId: 'c_1' });
    await until(() => !isOpen(element), 'the dialog to close');
    expect(calls.delete).to.have.length(0);
  });

  it('closes when another contact is shown: it asks about nobody else', async () => {
    const { element, calls, next } = await openDialog();
    element.contactId = BEN.id;
    (await next('load')).resolve({ contact: BEN, can: { delete: true } });
    await element.whenSettled();
    await until(() => !isOpen(element), 'the dialog to close');
    expect(panelText(element)).to.contain('Ben Okafor');
    element.contactId = ANA.id;
    (await next('load')).resolve({ contact: ANA, can: { delete: true } });
    await element.whenSettled();
    expect(isOpen(element)).to.equal(false);
    expect(calls.delete).to.have.length(0);
  });
});
