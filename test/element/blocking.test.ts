import { expect } from '@open-wc/testing';
import { ContactError } from '../../src/core/error.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import type { ContactFailedEvent, ContactSavedEvent } from '../../src/element/events.js';
import type { BlockContactEvent } from '../../src/element/popups/menu-requests.js';
import { findByRole, getByRole, queryByRole } from '../support/find.js';
import { handAdapter } from '../support/hand-adapter.js';
import { until } from '../support/until.js';
import { click, press } from '../support/user.js';
import { ANA, announced, expectAbsent, expectFocus, mount, panelText, parts, record, says, show, textOf } from './kit.js';
import type { Setting } from './kit.js';

const CAN = { block: true };

async function choose(element: ContactDetails, name: string): Promise<void> {
  await click(getByRole('button', 'More actions', element));
  await click(await findByRole('menuitem', name, element));
}

async function askToBlock(element: ContactDetails): Promise<{ dialog: HTMLElement; confirm: HTMLElement }> {
  await choose(element, 'Block Contact');
  const dialog = await findByRole('alertdialog', undefined, element);
  const confirm = getByRole('button', 'Block Contact', dialog);
  await until(() => confirm.getAttribute('aria-disabled') !== 'true', 'the button to be enabled');
  return { dialog, confirm };
}

async function block(element: ContactDetails): Promise<void> {
  await click((await askToBlock(element)).confirm);
  await until(() => queryByRole('alertdialog', undefined, element) === undefined, 'the dialog to close');
}

function isBlocked(element: ContactDetails): boolean {
  const isSaid = parts(element, 'blocked').some((badge) => textOf(badge) === 'Blocked');
  expect(element.matches(':state(blocked)'), 'the state').to.equal(isSaid);
  return isSaid;
}

function showing(setting: Setting = {}, contact = {}): Promise<ContactDetails> {
  return show({ ...ANA, ...contact }, { can: CAN, ...setting });
}

describe('blocking', () => {
  it('is asked about by name, with what it means, and the focus on Cancel', async () => {
    const element = await showing();
    const { dialog } = await askToBlock(element);
    expect(getByRole('alertdialog', /Block .?Ana García.?\?/, element) === dialog).to.equal(true);
    expect(textOf(dialog)).to.contain('New messages from them are no longer delivered');
    expectFocus(getByRole('button', 'Cancel', dialog));
    await press('Escape');
    await until(() => queryByRole('alertdialog', undefined, element) === undefined);
    expectFocus(getByRole('button', 'More actions', element));
    expect(isBlocked(element)).to.equal(false);
  });

  it('is said beside the name, announced, and told to the page', async () => {
    const element = await showing();
    const events = record<BlockContactEvent | ContactSavedEvent>('block-contact', 'contact-saved');
    await block(element);
    await until(() => announced(element) === 'Ana García is blocked.');
    expect(isBlocked(element)).to.equal(true);
    expect(events.map(({ type }) => type)).to.deep.equal(['block-contact', 'contact-saved']);
    const [asked, saved] = events.map(({ detail }) => detail);
    expect(asked).to.deep.include({ contactId: ANA.id, isBlocked: true });
    expect(saved?.contact.isBlocked).to.equal(true);
    expectFocus(getByRole('button', 'More actions', element));
  });

  it('is taken back by one press, without a question', async () => {
    const element = await showing({}, { isBlocked: true });
    expect(isBlocked(element)).to.equal(true);
    const events = record<BlockContactEvent>('block-contact');
    await choose(element, 'Unblock Contact');
    await until(() => !isBlocked(element));
    expectAbsent('alertdialog', undefined, element);
    expect(events.map(({ isBlocked: wanted }) => wanted)).to.deep.equal([false]);
    await until(() => announced(element) === 'Ana García is no longer blocked.');
  });

  it('is left to the page where that cancels the event', async () => {
    const element = await showing();
    element.addEventListener('block-contact', (event) => event.preventDefault());
    await block(element);
    await element.whenSettled();
    expect(isBlocked(element)).to.equal(false);
  });

  it('takes no press that a script makes', async () => {
    const element = await showing();
    const { confirm } = await askToBlock(element);
    const events = record('block-contact');
    confirm.click();
    await element.updateComplete;
    expect(events).to.have.length(0);
    expect(queryByRole('alertdialog', undefined, element)).not.to.equal(undefined);
  });

  it('that fails is not shown, says so at the name, and can be tried again', async () => {
    const fault = { isOn: true };
    const element = await showing({
      faults: ({ operation }) => (operation === 'setBlocked' && fault.isOn ? new ContactError('forbidden') : undefined),
    });
    const failed = record<ContactFailedEvent>('contact-failed');
    await block(element);
    const mark = await findByRole('button', /^Ana García wasn't blocked/, element);
    expect(mark.closest('.title')).not.to.equal(null);
    expect(isBlocked(element)).to.equal(false);
    expect(failed.map(({ operation }) => operation)).to.deep.equal(['setBlocked']);
    expect(panelText(element)).to.contain("You don't have permission to do this.");
    fault.isOn = false;
    await click(getByRole('button', 'Try again', getByRole('group', /wasn't blocked.*permission/, element)));
    await until(() => isBlocked(element));
  });

  it('waits for the connection, and says so', async () => {
    const element = await showing({
      faults: ({ operation }) => (operation === 'setBlocked' ? new ContactError('offline') : undefined),
    });
    await block(element);
    await says(element, "Ana García isn't blocked yet.");
    expect(isBlocked(element)).to.equal(true);
  });

  it('is not offered where the source cannot, nor in a panel that only shows', async () => {
    const hand = handAdapter(['load', 'delete']);
    const element = await mount({ adapter: hand.adapter, contactId: ANA.id });
    (await hand.next('load')).resolve({ contact: { ...ANA, isBlocked: true }, can: { block: true, delete: true } });
    await element.whenSettled();
    const only = await showing({ can: { block: true, delete: true }, properties: { readonly: true } });
    for (const panel of [element, only]) {
      await click(getByRole('button', 'More actions', panel));
      await findByRole('menuitem', 'View Messages', panel);
      expectAbsent('menuitem', 'Block Contact', panel);
      expectAbsent('menuitem', 'Unblock Contact', panel);
    }
    expect(isBlocked(element)).to.equal(true);
  });

  it('applies at once to a contact that the page has handed over', async () => {
    const element = await mount({ contact: ANA, can: CAN });
    await element.whenSettled();
    await block(element);
    await until(() => isBlocked(element));
  });
});
