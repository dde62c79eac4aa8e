import { expect, nextFrame } from '@open-wc/testing';
import type { ContactAdapter } from '../../src/core/adapter.js';
import type { FieldDefinition } from '../../src/core/field-definition.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import type { Persistence } from '../../src/store/saved-edits-format.js';
import { getByRole } from '../support/find.js';
import { until } from '../support/until.js';
import { ANA, panelText } from './kit.js';

/** What a server draws, as far as these tests ask for it. */
const DRAWN = `<template shadowrootmode="open"><p>Drawn by the server</p>
  <details open><summary>Billing</summary></details>
  <input aria-label="Tags"><button>Last</button></template>`;

const SINCE: FieldDefinition = { key: 'since', type: 'date', group: 'Billing' };
/** The contact has no phone number: one gets its spaces once the page is idle, which may be in any frame that is looked at. */
const { phone: _, ...WITHOUT_PHONE } = ANA;
const CONTACT = { ...WITHOUT_PHONE, custom: { since: '2024-05-31' } };

/** A source that says how often it is asked. */
class Source implements ContactAdapter {
  reads = 0;
  async load() {
    this.reads++;
    return { contact: { ...CONTACT, firstName: 'Read' }, fields: [SINCE] };
  }
  async save() {
    return CONTACT;
  }
  async addTag() {
    return CONTACT;
  }
}

/** The attribute that says what a server has drawn from. */
const drawnFrom = (drawn: object) => `data-drawn='${JSON.stringify(drawn).replaceAll("'", '&#39;')}'`;

/** An element as the parser of a page makes it, with a shadow root that is not its own work, and not in the page yet. */
function parsed(attributes: string, properties: Partial<ContactDetails>, drawn = DRAWN): ContactDetails {
  const page = Document.parseHTMLUnsafe(`<contact-details ${attributes}>${drawn}</contact-details>`);
  const element = page.querySelector('contact-details');
  if (!element) throw new TypeError('There is no element');
  return Object.assign(document.adoptNode(element), properties);
}

/** Puts it into the page, and answers all that is then seen of it, frame by frame. */
async function shown(element: ContactDetails): Promise<readonly string[]> {
  document.body.append(element);
  const all = [panelText(element)];
  for (let rest = 3; rest; rest -= Number(element.hasUpdated)) {
    await nextFrame();
    if (all.at(-1) !== panelText(element)) all.push(panelText(element));
  }
  return all;
}

describe('a panel that a server has drawn', () => {
  let element: ContactDetails;
  afterEach(() => element.remove());

  const sent = (contact: object = CONTACT) => drawnFrom({ snapshot: { contact, fields: [SINCE] } });

  it('is shown until the element can draw the same, and then replaced at once', async () => {
    const adapter = new Source();
    element = parsed(`contact-id="c_1" ${sent()}`, { adapter });
    const [first, second, ...later] = await shown(element);
    expect(first).to.contain('Drawn by the server');
    expect(second).to.contain('Ana García');
    expect(second).to.contain('May 31, 2024');
    expect(later).to.deep.equal([]);
    getByRole('button', 'Edit name', element);
  });

  it('is not read again, and what was sent for it is no longer in the page', async () => {
    const adapter = new Source();
    element = parsed(`contact-id="c_1" ${sent()}`, { adapter });
    await shown(element);
    await element.whenSettled();
    expect(adapter.reads).to.equal(0);
    expect(element.getAttributeNames()).to.deep.equal(['contact-id']);
    await element.refresh();
    expect(adapter.reads).to.equal(1);
    expect(panelText(element)).to.contain('Read García');
  });

  it('has its contact where no shadow root was made of what was sent, as by innerHTML, and is not read again', async () => {
    const adapter = new Source();
    element = parsed(`contact-id="c_1" ${sent()}`, { adapter }, '');
    await shown(element);
    expect(panelText(element)).to.contain('Ana García');
    expect(adapter.reads).to.equal(0);
  });

  it('is in the language of the page from the first drawing on', async () => {
    element = parsed(`contact-id="c_1" lang="de" ${sent()}`, { adapter: new Source() });
    const [, second, ...later] = await shown(element);
    expect(second).to.contain('Vorname');
    expect(second).to.contain('31.05.2024');
    expect(later).to.deep.equal([]);
  });

  for (const [what, text] of [
    ['of another contact', JSON.stringify({ snapshot: { contact: { ...CONTACT, id: 'c_2' } } })],
    ['that is not understood', '{'],
    ['that is nothing', 'null'],
    ['that is no contact', JSON.stringify({ snapshot: { contact: { ...CONTACT, email: ['ana@example.com'] } } })],
    ['that is no answer', JSON.stringify({ snapshot: [CONTACT] })],
  ] as const) {
    it(`with something ${what} sent along is read`, async () => {
      const adapter = new Source();
      element = parsed(`contact-id="c_1" data-drawn='${text}'`, { adapter });
      await shown(element);
      await until(() => panelText(element).includes('Read García'), 'the contact');
      expect(adapter.reads).to.equal(1);
    });
  }

  it('that was written by hand is parsed as answers are: what is null or a number is understood', async () => {
    const adapter = new Source();
    const contact = { ...CONTACT, id: 1, phone: null, language: null, tags: ['VIP'] };
    element = parsed(`contact-id="1" ${drawnFrom({ properties: null, snapshot: { contact, fields: null } })}`, { adapter });
    await shown(element);
    await element.whenSettled();
    expect(panelText(element)).to.contain('Ana García').and.to.contain('VIP');
    expect(adapter.reads).to.equal(0);
  });

  it('has the properties that the server had, but for those that the page gives', async () => {
    const properties = {
      contact: CONTACT,
      fields: [SINCE],
      collapsedGroups: ['Billing'],
      actions: [{ id: 'call', label: 'Call' }],
    };
    element = parsed(drawnFrom({ properties }), { actions: [{ id: 'block', label: 'Block' }] });
    element.shadowRoot?.querySelector('details')?.removeAttribute('open');
    await shown(element);
    expect(panelText(element)).to.contain('Ana García');
    expect(element.collapsedGroups).to.deep.equal(['Billing']);
    expect(element.actions).to.deep.equal([{ id: 'block', label: 'Block' }]);
  });

  it('keeps what was typed and folded before', async () => {
    element = parsed(`contact-id="c_1" ${sent()}`, { adapter: new Source() });
    const { shadowRoot } = element;
    const input = shadowRoot?.querySelector('input');
    const details = shadowRoot?.querySelector('details');
    if (!input || !details) throw new TypeError('Nothing is drawn');
    input.value = 'VIP';
    details.open = false;
    await shown(element);
    expect(getByRole('combobox', 'Tags', element)).to.have.property('value', 'VIP');
    expect(element.hasUnsavedEdits).to.equal(true);
    await until(() => element.collapsedGroups.includes('Billing'), 'the group to be folded');
  });

  it('has the edits again that a page before has saved', async () => {
    const asked: string[] = [];
    const persistence: Persistence = {
      save: async () => undefined,
      restore: async (contactId) => void asked.push(contactId),
      clear: async () => undefined,
    };
    element = parsed(`contact-id="c_1" ${sent()}`, { adapter: new Source(), persistence });
    await shown(element);
    await until(() => asked.length > 0, 'the saved edits to be asked for');
    expect(asked).to.deep.equal(['c_1']);
  });

  it('is taken over once, where it leaves the page meanwhile and comes back', async () => {
    const adapter = new Source();
    element = parsed(`contact-id="c_1" ${sent()}`, { adapter });
    document.body.append(element);
    element.remove();
    await shown(element);
    expect(panelText(element)).to.contain('Ana García');
    expect(adapter.reads).to.equal(0);
    element.remove();
    await shown(element);
    await element.whenSettled();
    expect(panelText(element)).to.contain('Read García');
    expect(adapter.reads).to.equal(1);
  });
});
