import { expect } from '@open-wc/testing';
import type { Channel } from '../../src/core/contact.js';
import { ContactError } from '../../src/core/error.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import type { ContactFailedEvent, ContactSavedEvent } from '../../src/element/events.js';
import type { RemoveChannelEvent } from '../../src/element/popups/menu-requests.js';
import { findByRole, focusedElement, getByRole, queryAllByRole, queryByRole } from '../support/find.js';
import { until } from '../support/until.js';
import { click, press } from '../support/user.js';
import { ANA, announced, expectAbsent, expectFocus, panelText, parts, record, show, textOf } from './kit.js';
import type { Setting } from './kit.js';

const CHANNELS: readonly Channel[] = [
  { id: 'ch_1', type: 'whatsapp', name: 'WhatsApp', state: 'active' },
  { id: 'ch_2', type: 'instagram', name: 'Instagram', handle: '@ana', state: 'active' },
  { id: 'ch_3', type: 'email', name: 'Email', state: 'inactive' },
  { id: 'ch_4', type: 'viber', name: 'Viber', state: 'unavailable', reason: 'Has left Viber' },
];

function showing(setting: Setting = {}): Promise<ContactDetails> {
  return show({ ...ANA, channels: CHANNELS }, { can: { removeChannels: true }, ...setting });
}

async function ask(element: ContactDetails, name: string): Promise<{ dialog: HTMLElement; confirm: HTMLElement }> {
  await click(getByRole('button', `Remove channel ${name}`, element));
  const dialog = await findByRole('alertdialog', undefined, element);
  const confirm = getByRole('button', 'Remove Channel', dialog);
  await until(() => confirm.getAttribute('aria-disabled') !== 'true', 'the button to be enabled');
  return { dialog, confirm };
}

async function remove(element: ContactDetails, name: string): Promise<void> {
  await click((await ask(element, name)).confirm);
  await until(() => queryByRole('alertdialog', undefined, element) === undefined, 'the dialog to close');
}

function shown(element: ContactDetails): readonly string[] {
  return parts(element, 'channel').map((row) => textOf(row.querySelector('.channel-name')));
}

describe('removing a channel', () => {
  it('is offered beside those that are connected or unavailable: what has not been started follows from an address', async () => {
    const element = await showing();
    getByRole('group', 'Channels', element).querySelector('details')?.setAttribute('open', '');
    const names = queryAllByRole('button', /^Remove channel/, element).map((button) => button.getAttribute('aria-label'));
    expect(names).to.deep.equal(['Remove channel WhatsApp', 'Remove channel Instagram', 'Remove channel Viber']);
  });

  it('is not offered without a word of the source, nor in a panel that only shows', async () => {
    for (const setting of [{ can: {} }, { properties: { readonly: true } }])
      expectAbsent('button', /^Remove channel/, await showing(setting));
  });

  it('is asked about by name, says that the messages stay, and gives the focus back', async () => {
    const element = await showing();
    const { dialog } = await ask(element, 'Instagram');
    expect(getByRole('alertdialog', /Remove .?Instagram @ana.?\?/, element) === dialog).to.equal(true);
    expect(textOf(dialog)).to.match(/Ana García.? can no longer be reached by this channel\. The messages so far stay\./);
    expectFocus(getByRole('button', 'Cancel', dialog));
    await press('Escape');
    await until(() => queryByRole('alertdialog', undefined, element) === undefined);
    expectFocus(getByRole('button', 'Remove channel Instagram', element));
    expect(shown(element)).to.have.length(4);
  });

  it('takes it off, is announced, told to the page, and keeps the focus among the channels', async () => {
    const element = await showing();
    const asked = record<RemoveChannelEvent>('remove-channel');
    const saved = record<ContactSavedEvent>('contact-saved');
    await remove(element, 'WhatsApp');
    await until(() => announced(element) === 'Channel WhatsApp removed.');
    expect([shown(element).length, shown(element)[0]]).to.deep.equal([3, 'Instagram @ana']);
    expect(asked[0]?.detail).to.deep.include({ contactId: ANA.id, channel: CHANNELS[0] });
    expect(saved[0]?.contact.channels?.map(({ id }) => id)).to.deep.equal(['ch_2', 'ch_3', 'ch_4']);
    expect(focusedElement()?.closest('.channels')).not.to.equal(null);
  });

  it('works by the keyboard alone, as one of the controls that are one tab stop', async () => {
    const element = await showing();
    const stop = getByRole('button', 'Remove channel WhatsApp', element);
    expect(stop.tabIndex).to.equal(0);
    const stops = getByRole('group', 'Channels', element).querySelectorAll('button[tabindex="0"]');
    expect([...stops]).to.deep.equal([stop]);
    stop.focus();
    await press('Enter');
    const dialog = await findByRole('alertdialog', undefined, element);
    const confirm = getByRole('button', 'Remove Channel', dialog);
    await until(() => confirm.getAttribute('aria-disabled') !== 'true');
    await press('Tab');
    await press('Enter');
    await until(() => shown(element).length === 3);
  });

  it('is left to the page where that cancels the event', async () => {
    const element = await showing();
    element.addEventListener('remove-channel', (event) => event.preventDefault());
    await remove(element, 'WhatsApp');
    await element.whenSettled();
    expect(shown(element)).to.have.length(4);
  });

  it('that fails brings it back, says so, and can be tried again', async () => {
    const fault = { isOn: true };
    const element = await showing({
      faults: ({ operation }) => (operation === 'removeChannel' && fault.isOn ? new ContactError('forbidden') : undefined),
    });
    const failed = record<ContactFailedEvent>('contact-failed');
    await remove(element, 'WhatsApp');
    await findByRole('button', /^Channel WhatsApp wasn't removed/, element);
    expect(shown(element)).to.have.length(4);
    expect(failed.map(({ operation }) => operation)).to.deep.equal(['removeChannel']);
    expect(panelText(element)).to.contain("You don't have permission to do this.");
    fault.isOn = false;
    await click(getByRole('button', 'Try again', getByRole('group', /wasn't removed.*permission/, element)));
    await until(() => shown(element).length === 3);
  });
});
