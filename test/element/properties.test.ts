import { expect, fixture } from '@open-wc/testing';
import { define } from '../../src/define.js';
import { ContactDetails } from '../../src/element/contact-details.js';
import type { ContactAdapter } from '../../src/core/adapter.js';
import type { Contact } from '../../src/core/contact.js';
import { defineFieldType } from '../../src/core/field-type.js';
import { findByRole, getByRole } from '../support/find.js';
import { until } from '../support/until.js';
import { click, fill, press } from '../support/user.js';
import { ANA, expectAbsent, fieldText, mount, panelText, says } from './kit.js';

/** A value for each property that has a default, which is not that default. */
const GIVEN = {
  readonly: true,
  hideEmpty: true,
  foldEmpty: true,
  noShortcuts: true,
  headingLevel: 4,
  collapsedGroups: ['Billing'],
  actions: [{ id: 'call', label: 'Call' }],
  messages: { noTags: 'Untagged' },
} as const;

const DEFAULTS = {
  readonly: false,
  hideEmpty: false,
  foldEmpty: false,
  noShortcuts: false,
  headingLevel: 2,
  collapsedGroups: [],
  actions: [],
  messages: {},
} as const;

let count = 0;

/** An element whose definition arrives after the properties were set. */
async function upgraded(properties: Partial<ContactDetails>): Promise<ContactDetails> {
  const tag = `late-panel-${++count}`;
  const element = Object.assign(document.createElement(tag), properties) as ContactDetails;
  await fixture(element);
  define(tag);
  await element.updateComplete;
  return element;
}

describe('the properties', () => {
  it('that are set before the definition arrives are kept, all of them', async () => {
    const element = await upgraded({ contact: ANA, ...GIVEN });
    for (const [name, value] of Object.entries(GIVEN)) expect(element, name).to.have.property(name, value);
    expect(panelText(element)).to.contain('Ana García');
    expectAbsent('button', /^Edit/, element);
    expect(getByRole('heading', 'Ana García', element).getAttribute('aria-level')).to.equal('4');
    await click(getByRole('button', 'More actions', element));
    await findByRole('menuitem', 'Call', element);
  });

  it('are taken from attributes of their own names, which HTML writes in small letters, at any time', async () => {
    for (const [name, { attribute: dashed }] of ContactDetails.elementProperties) {
      if (typeof dashed !== 'string' || dashed === name) continue;
      for (const attribute of [dashed, String(name), String(name).toUpperCase()]) {
        const element = await mount({ contact: ANA });
        const value = name === 'contactId' ? 'c_7' : '3';
        element.setAttribute(attribute, value);
        const expected = typeof Reflect.get(DEFAULTS, name) === 'boolean' ? true : name === 'headingLevel' ? 3 : value;
        expect(element, attribute).to.have.property(String(name), expected);
        element.removeAttribute(attribute);
        expect(element, attribute).to.have.property(String(name), Reflect.get(DEFAULTS, name) ?? undefined);
      }
    }
  });

  it('that React has sent from a server are there when the definition arrives', async () => {
    const tag = `late-panel-${++count}`;
    const page = new DOMParser().parseFromString(`<${tag} contactId="c_1" headingLevel="4" hideEmpty="">`, 'text/html');
    const element = document.adoptNode(page.body.firstElementChild as ContactDetails);
    element.adapter = { load: async () => ({ contact: ANA }) };
    await fixture(element);
    define(tag);
    await until(() => panelText(element).includes('Ana García'), 'the contact');
    expect(getByRole('heading', 'Ana García', element).getAttribute('aria-level')).to.equal('4');
    expect(element.hideEmpty).to.equal(true);
  });

  it('that are set before the definition win over attributes that say something else', async () => {
    const element = await upgraded({ contact: ANA, readonly: true });
    expect(element.readonly).to.equal(true);
  });

  for (const nothing of [undefined, null]) {
    it(`that are ${nothing} are not given: they have their defaults`, async () => {
      const nothings = Object.fromEntries(Object.keys(GIVEN).map((name) => [name, nothing]));
      const element = await mount({ contact: ANA });
      Object.assign(element, GIVEN);
      await element.updateComplete;
      Object.assign(element, nothings);
      await element.updateComplete;
      for (const [name, value] of Object.entries(DEFAULTS)) expect(element, name).to.have.deep.property(name, value);
      expect(fieldText(element, 'First Name')).to.equal('Ana');
      getByRole('button', 'Edit name', element);
    });

    it(`that say where the contact comes from and are ${nothing} are not given either`, async () => {
      const element = await mount({ contact: ANA });
      Object.assign(element, { src: nothing, adapter: nothing, contactId: nothing, fields: nothing, can: nothing });
      await element.updateComplete;
      expect(panelText(element)).to.contain('Ana García');
    });
  }

  for (const id of [0, 7]) {
    it(`take the number ${id} as an id: by property, by attribute, in what a source answers and in what the host hands over`, async () => {
      const contact = { ...ANA, id } as unknown as Contact;
      const asked: unknown[] = [];
      const adapter = { load: async (wanted: string) => (asked.push(wanted), { contact }) };
      const byProperty = await mount({ adapter, contactId: id as never });
      const byAttribute = await mount({ adapter }, { 'contact-id': String(id) });
      const handedOver = await mount({ contact });
      for (const element of [byProperty, byAttribute, handedOver]) await says(element, 'Ana García');
      expect([...new Set(asked)]).to.deep.equal([String(id)]);
      await handedOver.edit('email');
      await fill(getByRole('textbox', 'Email Address', handedOver), 'new@example.com');
      await press('Enter');
      await until(() => fieldText(handedOver, 'Email Address')?.includes('new@example.com'), 'the edit');
      expect(handedOver.hasUnsavedEdits).to.equal(false);
    });
  }

  for (const text of ['', 'false', 'readonly']) {
    it(`that are flags and are given as the text "${text}" are set, as in HTML`, async () => {
      const element = await mount({ contact: ANA, readonly: text as never });
      expect(element.readonly).to.equal(true);
      expectAbsent('button', /^Edit/, element);
    });
  }
});

describe('what cannot be drawn', () => {
  const WRONG: Readonly<Record<string, Partial<ContactDetails>>> = {
    'an adapter that cannot load': { adapter: {} as ContactAdapter, contactId: 'c_1' },
    'an address that is none': { src: 'http://', contactId: 'c_1' },
    'a contact without an id': { contact: { firstName: 'Ana' } as Contact },
    'a contact that is a text': { contact: 'Ana' as never },
    'a live connection that throws': {
      contactId: 'c_1',
      adapter: {
        load: async () => ({ contact: ANA }),
        watch: () => {
          throw new TypeError('no watch');
        },
      },
    },
  };

  for (const [name, properties] of Object.entries(WRONG)) {
    it(`${name} leaves no blank panel: it says so, and the right one is shown after it`, async () => {
      const element = await mount(properties);
      await findByRole('button', 'Try again', element);
      expect(panelText(element).replace('Try again', '').trim()).to.have.length.above(10);
      Object.assign(element, { adapter: undefined, src: undefined, contactId: undefined, contact: ANA });
      await says(element, 'Ana García');
      expectAbsent('button', 'Try again', element);
    });
  }

  it('a field type that throws leaves no blank panel, and what was typed is there when it does not any more', async () => {
    let isBroken = false;
    const text = () => {
      if (isBroken) throw new TypeError('broken');
      return 'fine';
    };
    defineFieldType({ name: 'fragile', text });
    const element = await mount({
      contact: { ...ANA, custom: { plan: 'x' } },
      fields: [{ key: 'plan', type: 'fragile', label: 'Plan' }],
    });
    await element.edit('email');
    await fill(getByRole('textbox', 'Email Address', element), 'typed@example.com');
    isBroken = true;
    element.contact = { ...ANA, firstName: 'Anna', custom: { plan: 'y' } };
    await findByRole('button', 'Try again', element);
    isBroken = false;
    await element.refresh();
    const input = (await findByRole('textbox', 'Email Address', element)) as HTMLInputElement;
    expect([input.value, fieldText(element, 'Plan')]).to.deep.equal(['typed@example.com', 'fine']);
  });
});
