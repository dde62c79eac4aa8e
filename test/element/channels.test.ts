import { expect } from '@open-wc/testing';
import type { Channel, Contact } from '../../src/core/contact.js';
import type { Permissions } from '../../src/core/permissions.js';
import type { OpenChannelEvent, StartConversationEvent } from '../../src/element/rows/row-requests.js';
import { findByRole, focusedElement, getByRole, queryAllByRole } from '../support/find.js';
import { until } from '../support/until.js';
import { click, press } from '../support/user.js';
import { ANA, expectAbsent, expectFocus, part, record, show, textOf } from './kit.js';

const WHATSAPP: Channel = { id: 'w', type: 'whatsapp', name: 'WhatsApp', handle: '+34600111222', state: 'active' };
const EMAIL: Channel = { id: 'e', type: 'email', name: 'Email', handle: 'ana@example.com', state: 'inactive' };
const LINE: Channel = { id: 'l', type: 'line', name: 'LINE', state: 'unavailable', reason: 'Blocked by the contact' };
const ALL: Partial<Contact> = { ...ANA, channels: [WHATSAPP, EMAIL, LINE] };
const BOTH: Permissions = { openChannels: true, startConversations: true };

const withChannels = (can: Permissions, attributes = {}) => show(ALL, { can, attributes });

/** Unfolds the channels that are not connected. */
const unfold = (element: Element) => click(part(element, 'channels').querySelector('summary') as HTMLElement);

describe('a channel', () => {
  it('that is active opens its conversation, in the page', async () => {
    const element = await withChannels(BOTH);
    const asked = record<OpenChannelEvent>('open-channel', 'start-conversation');
    await click(getByRole('button', 'Open WhatsApp', element));
    await until(() => asked.length);
    const [{ cancelable, channel, contactId, detail, type }] = asked as [OpenChannelEvent];
    expect({ cancelable, contactId, type }).to.deep.equal({ cancelable: true, contactId: ANA.id, type: 'open-channel' });
    expect(channel).to.deep.equal(WHATSAPP);
    expect(detail).to.deep.equal({ contactId: ANA.id, channel: WHATSAPP });
    expect(asked).to.have.length(1);
  });

  it('that is inactive offers to send a first message', async () => {
    const element = await withChannels(BOTH);
    const asked = record<StartConversationEvent>('open-channel', 'start-conversation');
    await unfold(element);
    const button = getByRole('button', 'Send first message: Email', element);
    expect(textOf(button)).to.equal('Send first message');
    await click(button);
    await until(() => asked.length);
    const [{ cancelable, channel, contactId, type }] = asked as [StartConversationEvent];
    expect({ cancelable, contactId, type }).to.deep.equal({ cancelable: true, contactId: ANA.id, type: 'start-conversation' });
    expect(channel).to.deep.equal(EMAIL);
  });

  it('that is unavailable says why, and offers nothing', async () => {
    const element = await withChannels(BOTH);
    await unfold(element);
    expect(textOf(part(element, 'channels'))).to.include('LINE Blocked by the contact');
    expectAbsent('button', /LINE/, element);
  });

  it('offers nothing where nobody has said that the page can do it', async () => {
    const element = await withChannels({});
    await unfold(element);
    expectAbsent('button', 'Open WhatsApp', element);
    expectAbsent('button', /^Send first message/, element);
    expect(textOf(part(element, 'channels'))).to.include('Not started');
  });

  it('can be opened only, where no conversation may be started', async () => {
    const element = await withChannels({ openChannels: true });
    await unfold(element);
    getByRole('button', 'Open WhatsApp', element);
    expectAbsent('button', /^Send/, element);
  });

  it('is opened in a panel that only shows, too: reading a conversation changes no contact', async () => {
    const element = await withChannels(BOTH, { readonly: '' });
    getByRole('button', 'Open WhatsApp', element);
  });

  it('asks once, by a double click', async () => {
    const element = await withChannels(BOTH);
    const asked = record('open-channel');
    const button = getByRole('button', 'Open WhatsApp', element);
    await click(button);
    button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 2 }));
    await until(() => asked.length);
    await element.updateComplete;
    expect(asked).to.have.length(1);
  });

  it('is reached by the arrows from the one tab stop of all channels, and used by Enter', async () => {
    const element = await withChannels(BOTH);
    await unfold(element);
    const stops = queryAllByRole('button', undefined, part(element, 'channels')).filter((stop) =>
      stop.matches('button[tabindex="0"]'),
    );
    expect(stops.map((stop) => stop.getAttribute('aria-label'))).to.deep.equal(['Open WhatsApp']);
    const asked = record<StartConversationEvent>('start-conversation');
    stops[0]?.focus();
    await until(() => focusedElement() === stops[0]);
    const start = await findByRole('button', 'Send first message: Email', element);
    for (let step = 0; step < 4 && focusedElement() !== start; step++) await press('ArrowRight');
    expectFocus(start);
    await press('Enter');
    await until(() => asked.length);
  });
});
