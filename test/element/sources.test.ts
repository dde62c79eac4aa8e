import { expect } from '@open-wc/testing';
import { ContextProvider } from '@lit/context';
import { memoryAdapter } from '../../src/memory/memory-adapter.js';
import type { Contact } from '../../src/core/contact.js';
import { contactAdapterContext } from '../../src/element/adapter-context.js';
import { getByRole } from '../support/find.js';
import { nextEvent, until } from '../support/until.js';
import { click, fill, press, type } from '../support/user.js';
import { ANA, BEN, expectAbsent, fieldText, mount, panelText, record, says, textOf } from './kit.js';

const fetched = window.fetch;

function answerFetch(contact: Contact): string[] {
  const urls: string[] = [];
  window.fetch = async (input) => {
    const url = String(input instanceof Request ? input.url : input);
    // News of the contact are asked for at an address of their own.
    if (!url.endsWith('/events')) urls.push(url);
    return Response.json({ contact, fields: [], can: {} }, { headers: { ETag: '"1"' } });
  };
  return urls;
}

describe('a contact handed over by the host', () => {
  it('is shown at once, with its fields and permissions', async () => {
    const element = await mount({
      contact: { ...ANA, custom: { plan: 'gold' } },
      fields: [{ key: 'plan', type: 'text', label: 'Plan' }],
      can: { edit: false },
    });
    expect(panelText(element)).to.contain('Ana García');
    expect(fieldText(element, 'Plan')).to.equal('gold');
    expectAbsent('button', /^Edit/, element);
  });

  it('is edited at once, and the host hears of it; its own object stays as it is', async () => {
    const contact = structuredClone(ANA);
    const element = await mount({ contact });
    const events = record('save-contact', 'contact-saved');
    await element.edit('email');
    await fill(getByRole('textbox', 'Email Address', element), 'new@example.com');
    await press('Enter');
    await until(() => events.length === 2);
    expect(events.map((event) => event.type)).to.deep.equal(['save-contact', 'contact-saved']);
    expect(events[1]).to.have.nested.property('contact.email', 'new@example.com');
    expect(fieldText(element, 'Email Address')).to.equal('new@example.com');
    expect(contact).to.deep.equal(ANA);
  });

  it('is tagged at once', async () => {
    const element = await mount({ contact: ANA });
    const events = record('contact-saved');
    await click(getByRole('button', 'Remove tag VIP', element));
    await until(() => events.length === 1);
    await click(getByRole('combobox', 'Tags', element));
    await until(() => getByRole('combobox', 'Tags', element).getAttribute('aria-controls'));
    await type('New,');
    await until(() => events.length === 2);
    expect(textOf(getByRole('list', 'Tags', element)))
      .to.match(/Lead.*New/)
      .and.not.to.contain('VIP');
  });

  it('is replaced by the next one the host hands over', async () => {
    const element = await mount({ contact: ANA });
    element.contact = BEN;
    await element.updateComplete;
    expect(panelText(element)).to.contain('Ben Okafor').and.not.to.contain('Ana');
    element.contact = { ...BEN, firstName: 'Benjamin' };
    await element.updateComplete;
    expect(panelText(element)).to.contain('Benjamin Okafor');
  });

  it('keeps an open editor when the host hands over the same contact again', async () => {
    const element = await mount({ contact: ANA });
    await element.edit('email');
    const input = getByRole('textbox', 'Email Address', element) as HTMLInputElement;
    await fill(input, 'draft@example.com');
    element.contact = { ...ANA, firstName: 'Anna' };
    await element.updateComplete;
    expect(input.isConnected && input.value).to.equal('draft@example.com');
    expect(panelText(element)).to.contain('Anna García');
  });
});

describe('an adapter', () => {
  it('may be set before or after the contact id', async () => {
    const element = await mount({ contactId: ANA.id });
    expect(panelText(element)).to.equal('No contact selected');
    element.adapter = memoryAdapter({ contacts: [ANA] });
    await says(element, 'Ana García');
  });

  it('may be replaced: nothing of the old source stays', async () => {
    const element = await mount({ contactId: ANA.id, adapter: memoryAdapter({ contacts: [ANA] }) });
    await element.whenSettled();
    element.adapter = memoryAdapter({ contacts: [{ ...BEN, id: ANA.id }] });
    await says(element, 'Ben Okafor');
    expect(panelText(element)).not.to.contain('Ana');
  });

  it('set on an element before it is defined counts', async () => {
    const element = document.createElement('contact-details-late') as HTMLElement & Record<string, unknown>;
    Object.assign(element, { adapter: memoryAdapter({ contacts: [ANA] }), contactId: ANA.id });
    document.body.append(element);
    const { define } = await import('../../src/define.js');
    define('contact-details-late');
    await says(element, 'Ana García');
    element.remove();
  });

  it('wins over src and over one that an ancestor provides', async () => {
    const urls = answerFetch(BEN);
    try {
      const element = await mount({ contactId: ANA.id, adapter: memoryAdapter({ contacts: [ANA] }), src: '/api' });
      await says(element, 'Ana García');
      expect(urls).to.deep.equal([]);
    } finally {
      window.fetch = fetched;
    }
  });

  it('that only loads and saves, in a few lines, is enough', async () => {
    let contact = ANA;
    const element = await mount({
      contactId: ANA.id,
      adapter: {
        load: async () => ({ contact }),
        save: async (_, patch) => (contact = { ...contact, ...(patch as Partial<Contact>) }),
      },
    });
    await says(element, 'Ana García');
    await element.edit('phone');
    await fill(getByRole('textbox', 'Phone Number', element), '+34 699 999 999');
    const saved = nextEvent(element, 'contact-saved');
    await press('Enter');
    await saved;
    expect(contact.phone).to.equal('+34699999999');
    expectAbsent('combobox', undefined, element);
  });
});

describe('src', () => {
  afterEach(() => (window.fetch = fetched));

  it('is read over HTTP, as an attribute', async () => {
    const urls = answerFetch(ANA);
    const element = await mount({}, { src: '/api', 'contact-id': 'c_1' });
    await says(element, 'Ana García');
    expect(urls).to.deep.equal([`${location.origin}/api/contacts/c_1`]);
  });

  it('may change: the other address is asked', async () => {
    const urls = answerFetch(ANA);
    const element = await mount({}, { src: '/first', 'contact-id': 'c_1' });
    await says(element, 'Ana García');
    answerFetch({ ...BEN, id: 'c_1' });
    element.setAttribute('src', '/second');
    await says(element, 'Ben Okafor');
    expect(urls).to.have.length(1);
  });

  it('may answer what is saved, tagged and untagged with status 204: what came of it is read', async () => {
    let contact: Contact = ANA;
    window.fetch = async (input) => {
      const request = input as Request;
      if (request.url.endsWith('/events')) return new Response(null, { status: 204 });
      if (request.method === 'GET') return Response.json({ contact, fields: [], can: {} });
      const { tags = [], version } = contact;
      if (request.method === 'PATCH') contact = { ...contact, ...((await request.json()) as Partial<Contact>) };
      else if (request.method === 'POST') contact = { ...contact, tags: [...tags, { id: 't_new', name: 'New' }] };
      else contact = { ...contact, tags: tags.slice(1) };
      contact = { ...contact, version: `${Number(version) + 1}` };
      return new Response(null, { status: 204 });
    };
    const element = await mount({}, { src: '/answers-nothing', 'contact-id': ANA.id });
    await says(element, 'Ana García');
    const events = record('contact-saved', 'contact-failed');
    await element.edit('email');
    await fill(getByRole('textbox', 'Email Address', element), 'new@example.com');
    await press('Enter');
    await until(() => events.length === 1);
    await click(getByRole('button', 'Remove tag VIP', element));
    await until(() => events.length === 2);
    await click(getByRole('combobox', 'Tags', element));
    await type('New,');
    await until(() => events.length === 3);
    expect(events.map((event) => event.type)).to.deep.equal(['contact-saved', 'contact-saved', 'contact-saved']);
    expect(events[2]).to.have.nested.property('contact.version', '4');
    expect(fieldText(element, 'Email Address')).to.equal('new@example.com');
    expect(textOf(getByRole('list', 'Tags', element)))
      .to.match(/Lead.*New/)
      .and.not.to.contain('VIP');
    expect(element.hasUnsavedEdits).to.equal(false);
  });
});

describe('an adapter that an ancestor provides', () => {
  it('is used, and followed when it changes', async () => {
    const host = document.createElement('div');
    document.body.append(host);
    const initialValue = memoryAdapter({ contacts: [ANA] });
    const context = new ContextProvider(host, { context: contactAdapterContext, initialValue });
    context.hostConnected();
    const element = document.createElement('contact-details');
    element.contactId = ANA.id;
    host.append(element);
    await says(element, 'Ana García');
    context.setValue(memoryAdapter({ contacts: [{ ...BEN, id: ANA.id }] }));
    await says(element, 'Ben Okafor');
    host.remove();
  });

  it('may come later than the panel', async () => {
    const host = document.createElement('div');
    const element = document.createElement('contact-details');
    element.contactId = ANA.id;
    host.append(element);
    document.body.append(host);
    await says(element, 'No contact selected');
    const initialValue = memoryAdapter({ contacts: [ANA] });
    new ContextProvider(host, { context: contactAdapterContext, initialValue }).hostConnected();
    await says(element, 'Ana García');
    host.remove();
  });
});
