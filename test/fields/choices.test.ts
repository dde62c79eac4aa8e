import { expect } from '@open-wc/testing';
import type { FieldValue } from '../../src/core/contact.js';
import { ContactError } from '../../src/core/error.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { messages } from '../support/messages.js';
import { expectAccessible } from '../support/axe.js';
import { descriptionOf, findByRole, focusedElement, getByRole, queryAllByRole } from '../support/find.js';
import { handAdapter } from '../support/hand-adapter.js';
import { until } from '../support/until.js';
import { click, fill, press, type } from '../support/user.js';
import { ANA, expectAbsent, fieldText, mount, record, rowAtRest, show, textOf } from '../element/kit.js';
import type { Setting } from '../element/kit.js';

const PEOPLE = [
  { value: 'u_1', label: 'Rui Costa' },
  { value: 'u_2', label: 'Zoë Ćwiek', avatarUrl: '/none.png' },
  { value: 'u_3', label: 'Zack Moss' },
];
const ME = { id: 'u_9', name: 'Mia Me' };

async function open(label: string, setting: Setting = {}) {
  const element = await show(ANA, { options: { assignee: PEOPLE }, me: ME, ...setting });
  const saves = record('save-contact');
  await click(getByRole('button', `Edit ${label}`, element));
  const input = (await findByRole('combobox', label, element)) as HTMLInputElement;
  await until(() => focusedElement() === input);
  return { element, saves, input };
}

const openPopup = (element: ContactDetails) => element.shadowRoot?.querySelector(':popover-open');
const options = (element: ContactDetails) => queryAllByRole('option', undefined, element).map(textOf);

async function searchFor(element: ContactDetails, text: string, found: string | RegExp): Promise<void> {
  await press('Control+a');
  await type(text);
  await until(() => {
    const [first] = options(element);
    return expect(first).to.match(typeof found === 'string' ? new RegExp(`${found}$`) : found);
  });
}

describe('a field that is searched', () => {
  it('starts with the name of its value, all of it selected', async () => {
    const { input } = await open('Country');
    expect(input.value).to.equal('Spain');
    expect([input.selectionStart, input.selectionEnd]).to.deep.equal([0, 5]);
  });

  for (const [text, name] of [
    ['malay', 'Malaysia'],
    ['MY', 'Malaysia'],
    ['cote d', 'Côte d’Ivoire'],
    ['united k', 'United Kingdom'],
  ] as const) {
    it(`finds a country by what people type: ${text}`, async () => {
      const { element, saves } = await open('Country');
      await searchFor(element, text, name);
      await press('Enter');
      await until(() => fieldText(element, 'Country')?.includes(name));
      expect(saves).to.have.length(1);
    });
  }

  it('finds a country by its name in the reader’s language, in English, and by its code', async () => {
    const element = await show(ANA, { attributes: { lang: 'de' } });
    await element.edit('country');
    await findByRole('combobox', 'Land', element);
    for (const text of ['Österr', 'austr', 'AT']) {
      await press('Control+a');
      await type(text);
      await until(() => expect(options(element).join()).to.contain('Österreich'));
    }
  });

  it('clears a value where nothing is left of it', async () => {
    const { element, saves } = await open('Country');
    await press('Control+a');
    await press('Backspace');
    await press('Enter');
    await until(() => saves.length === 1);
    expect(saves[0]).to.have.deep.property('patch', { country: null });
    expect(fieldText(element, 'Country')).to.equal('Not set');
  });

  it('takes no name that nothing was chosen by, and keeps it', async () => {
    const { element, saves, input } = await open('Country');
    await fill(input, 'Atlantis');
    await until(() => expect(options(element)).to.have.length(0));
    await press('Enter');
    await until(() => descriptionOf(input));
    expect(descriptionOf(input)).to.equal(messages.complaints.choice);
    expect(input.value).to.equal('Atlantis');
    expect(saves).to.have.length(0);
    await expectAccessible(element);
  });

  for (const label of ['Country', 'Language', 'Assigned To']) {
    it(`says in the list's place that nothing is found, and keeps what is typed: ${label}`, async () => {
      const { element, input } = await open(label);
      await fill(input, 'Atlantis');
      const list = () => queryAllByRole('listbox', undefined, element).map(textOf).join();
      await until(() => expect(textOf(openPopup(element))).to.equal('No matches'));
      expect(list()).to.equal('');
      expect(input.value).to.equal('Atlantis');
      await expectAccessible(element);
      await press('Control+a');
      await type('m');
      await until(() => expect(options(element).length).to.be.greaterThan(0));
      expect(textOf(openPopup(element))).not.to.contain('No matches');
    });
  }

  it('is not wrong while somebody types, but once it was to be saved', async () => {
    const fields = [{ key: 'home', label: 'Home', type: 'country', required: true }];
    const { element, input } = await open('Home', { fields, properties: {} });
    const isWrong = () => input.matches(':invalid') || input.ariaInvalid === 'true';
    await press('Control+a');
    await press('Backspace');
    expect(isWrong()).to.equal(false);
    await type('Atl');
    await until(() => expect(textOf(openPopup(element))).to.equal('No matches'));
    expect(isWrong()).to.equal(false);
    expect(input.ariaRequired).to.equal('true');
    await press('Enter');
    await until(() => isWrong());
    expect(input.value).to.equal('Atl');
  });

  it('takes a whole name as the choice of it', async () => {
    const { element, saves, input } = await open('Language');
    await fill(input, 'portuguese');
    await until(() => expect(options(element)).to.contain('Portuguese'));
    await press('Enter');
    await until(() => saves.length === 1);
    expect(saves[0]).to.have.deep.property('patch', { language: 'pt' });
  });

  it('is left as it was by Escape, whatever has been typed or highlighted', async () => {
    const { element, input, saves } = await open('Country');
    await until(() => expect(options(element).length).to.be.greaterThan(100));
    await searchFor(element, 'port', 'Portugal');
    await press('Escape');
    await until(() => !input.isConnected);
    expect(fieldText(element, 'Country')).to.contain('Spain');
    expect([saves.length, element.hasUnsavedEdits]).to.deep.equal([0, false]);
  });

  it('opens its list at the value, where the arrows begin', async () => {
    const { element, input, saves } = await open('Country');
    const current = () => queryAllByRole('option', undefined, element).filter((row) => row.ariaCurrent === 'true');
    await until(() => expect(current().map(textOf).join()).to.contain('Spain'));
    await until(() => {
      const { top = 0, bottom = 0 } = current()[0]?.getBoundingClientRect() ?? {};
      const list = getByRole('listbox', 'Country', element).getBoundingClientRect();
      return top > list.top - 1 && bottom < list.bottom + 1;
    }, 'the row to be in sight');
    const active = () => textOf(element.shadowRoot?.getElementById(input.getAttribute('aria-activedescendant') ?? ''));
    await press('ArrowDown');
    expect(active()).to.contain('Spain');
    await press('ArrowDown');
    expect(active()).to.contain('Sri Lanka');
    expect(saves).to.have.length(0);
    await expectAccessible(element);
    await press('Enter');
    await until(() => saves.length === 1);
    expect(saves[0]).to.have.deep.property('patch', { country: 'LK' });
    await element.edit('country');
    await until(() => expect(current().map(textOf).join()).to.match(/^.*Sri Lanka$/));
  });

  it('begins at its first row where there is no value', async () => {
    const { element, input } = await open('Assigned To');
    await until(() => expect(options(element).length).to.be.greaterThan(1));
    await press('Control+a');
    await press('Backspace');
    await until(() => !element.shadowRoot?.querySelector('[aria-current]'), 'no row to be the value');
    await press('ArrowDown');
    const active = element.shadowRoot?.getElementById(input.getAttribute('aria-activedescendant') ?? '');
    expect(textOf(active)).to.contain('Assign to me');
  });

  it('is a combobox with a list that assistive technology can follow', async () => {
    const { element, input } = await open('Country');
    await searchFor(element, 'por', 'Portugal');
    expect(input.getAttribute('aria-expanded')).to.equal('true');
    const root = element.shadowRoot;
    expect(textOf(root?.getElementById(input.getAttribute('aria-activedescendant') ?? ''))).to.contain('Portugal');
    expect(root?.getElementById(input.getAttribute('aria-controls') ?? '')?.getAttribute('role')).to.equal('listbox');
    await expectAccessible(element);
  });
});

describe('who a contact is assigned to', () => {
  it('is searched in the source', async () => {
    const { element, saves } = await open('Assigned To');
    await searchFor(element, 'zoe', /Zoë Ćwiek/);
    await press('Enter');
    await until(() => saves.length === 1);
    expect(saves[0]).to.have.deep.nested.property('patch.assignee', { id: 'u_2', name: 'Zoë Ćwiek', avatarUrl: '/none.png' });
    await until(() => fieldText(element, 'Assigned To')?.includes('Zoë Ćwiek'));
  });

  it('may be nobody, or the reader, in two presses', async () => {
    for (const [name, assignee] of [
      ['Unassigned', null],
      ['Assign to me', ME],
    ] as const) {
      const { element, saves } = await open('Assigned To');
      await click(await findByRole('option', name, element));
      await until(() => saves.length === 1);
      expect(saves[0]).to.have.deep.nested.property('patch.assignee', assignee as FieldValue);
      element.remove();
    }
  });

  it('says when the source has no answer, and shows it', async () => {
    const { element } = await open('Assigned To', {
      faults: ({ operation }) => (operation === 'suggestOptions' ? new ContactError('unavailable') : undefined),
    });
    await until(() => expect(textOf(openPopup(element))).to.equal(messages.suggestionsFailed));
    await until(() =>
      expect(textOf(element.shadowRoot?.querySelector('[role=status]'))).to.contain(messages.suggestionsFailed),
    );
  });

  it('says that it is being searched, as long as the source has not answered', async () => {
    const hand = handAdapter(['load', 'save', 'suggestOptions']);
    const element = await mount({ adapter: hand.adapter, contactId: ANA.id });
    (await hand.next('load')).resolve({ contact: ANA });
    await element.whenSettled();
    await element.edit('assignee');
    const input = await findByRole('combobox', 'Assigned To', element);
    (await hand.next('suggestOptions')).resolve([{ value: 'u_1', label: 'Rui Costa' }]);
    await findByRole('option', /Rui/, element);
    await fill(input, 'zo');
    await until(() => expect(textOf(openPopup(element))).to.equal('Searching…'));
    (await hand.next('suggestOptions')).resolve([{ value: 'u_2', label: 'Zoë Ćwiek' }]);
    await until(() => expect(textOf(openPopup(element))).to.match(/Zoë Ćwiek$/));
  });

  it('is not edited where the source cannot be searched', async () => {
    const element = await show(ANA, {
      properties: { adapter: { load: async () => ({ contact: ANA }), save: async () => ANA } },
    });
    getByRole('button', 'Edit Country', element);
    expectAbsent('button', 'Edit Assigned To', element);
  });
});

describe('two persons of one name', () => {
  const TWINS = [
    { value: 'u_1', label: 'Ana Silva', description: 'Sales, Lisbon' },
    { value: 'u_2', label: 'Ana Silva', description: 'Support, Porto' },
    { value: 'u_3', label: 'Rui Costa' },
    { value: 'u_4', label: 'Kim Lee' },
    { value: 'u_5', label: 'Kim Lee' },
  ];
  const setting = { options: { assignee: TWINS } };

  it('are told apart by their descriptions, else by their ids', async () => {
    const { element } = await open('Assigned To', setting);
    await until(() => expect(options(element).length).to.be.greaterThan(5));
    const rows = options(element).map((row) => row.replace(/^.*?(?=Ana|Rui|Kim)/, ''));
    expect(rows).to.include.members([
      'Ana Silva Sales, Lisbon',
      'Ana Silva Support, Porto',
      'Rui Costa',
      'Kim Lee u_4',
      'Kim Lee u_5',
    ]);
  });

  it('are not chosen by typing that name, be it in full; who is typed alone is', async () => {
    const { element, saves, input } = await open('Assigned To', setting);
    await searchFor(element, 'Ana Silva', /Ana Silva/);
    await until(() => expect(options(element)).to.have.length(2));
    expect(input.getAttribute('aria-activedescendant')).to.equal(null);
    await press('Enter');
    await until(() => expect(descriptionOf(input)).to.equal(messages.complaints.choice));
    expect(saves).to.have.length(0);
    await fill(input, 'rui costa');
    await until(() => expect(options(element)).to.have.length(1));
    await press('Tab');
    await until(() => saves.length === 1);
    expect(saves[0]).to.have.deep.nested.property('patch.assignee', { id: 'u_3', name: 'Rui Costa' });
  });

  it('are each chosen by a row', async () => {
    const { element, saves } = await open('Assigned To', setting);
    await searchFor(element, 'Ana', /Ana Silva/);
    await until(() => expect(options(element)).to.have.length(2));
    await click(await rowAtRest(/Porto$/, element));
    await until(() => saves.length === 1);
    expect(saves[0]).to.have.deep.nested.property('patch.assignee', { id: 'u_2', name: 'Ana Silva' });
  });

  it('stay the one that the arrows have led to when the source answers anew', async () => {
    const hand = handAdapter(['load', 'save', 'suggestOptions']);
    const element = await mount({ adapter: hand.adapter, contactId: ANA.id });
    (await hand.next('load')).resolve({ contact: ANA });
    await element.whenSettled();
    await click(getByRole('button', 'Edit Assigned To', element));
    const input = await findByRole('combobox', 'Assigned To', element);
    (await hand.next('suggestOptions')).resolve(TWINS);
    await findByRole('option', /Porto$/, element);
    await until(() => focusedElement() === input);
    const active = () => textOf(element.shadowRoot?.getElementById(input.getAttribute('aria-activedescendant') ?? ''));
    await type('ana');
    const late = await hand.next('suggestOptions');
    await until(async () => {
      await press('ArrowDown');
      return active().endsWith('Porto');
    });
    late.resolve([...TWINS.slice(0, 2).reverse(), { value: 'u_9', label: 'Diana' }]);
    await findByRole('option', /Diana/, element);
    expect(active()).to.match(/Porto$/);
    expect(options(element)[0]).to.match(/Porto$/);
  });

  it('are asked for again where the field is left before the source has answered', async () => {
    const hand = handAdapter(['load', 'save', 'suggestOptions']);
    const element = await mount({ adapter: hand.adapter, contactId: ANA.id });
    (await hand.next('load')).resolve({ contact: ANA });
    await element.whenSettled();
    await click(getByRole('button', 'Edit Assigned To', element));
    const input = (await findByRole('combobox', 'Assigned To', element)) as HTMLInputElement;
    (await hand.next('suggestOptions')).resolve(TWINS.slice(0, 1));
    await findByRole('option', /Lisbon$/, element);
    await fill(input, 'ana silva');
    await press('Tab');
    await until(() => {
      for (const {
        arguments: [, query],
        resolve,
      } of hand.calls.suggestOptions.slice(1))
        if (query === 'ana silva') resolve(TWINS.slice(0, 2));
      return hand.calls.suggestOptions.length > 1;
    });
    await element.updateComplete;
    expect(input.value).to.equal('ana silva');
    expect(input.isConnected).to.equal(true);
    expect(hand.calls.save).to.have.length(0);
  });
});

describe('a field of several choices', () => {
  const fields = [
    {
      key: 'likes',
      type: 'multilist',
      label: 'Likes',
      options: ['Lamps', 'Chairs', 'Tables'].map((label) => ({ value: label.toLowerCase(), label })),
    },
  ];

  async function openLikes(likes: FieldValue) {
    const element = await show({ ...ANA, custom: { likes } }, { fields });
    const saves = record('save-contact');
    await click(getByRole('button', 'Edit Likes', element));
    await findByRole('group', 'Likes', element);
    return { element, saves };
  }

  it('saves what is ticked, in the order of the options, with a choice that is no option any more', async () => {
    const { element, saves } = await openLikes(['tables', 'old']);
    await click(getByRole('checkbox', 'Lamps', element));
    await expectAccessible(element);
    await press('Enter');
    await until(() => saves.length === 1);
    expect(saves[0]).to.have.deep.nested.property('patch.custom.likes', ['old', 'lamps', 'tables']);
    expect(fieldText(element, 'Likes')).to.equal('old, Lamps, Tables');
  });

  it('is cleared where nothing is ticked', async () => {
    const { element, saves } = await openLikes(['tables']);
    await click(getByRole('checkbox', 'Tables', element));
    await press('Enter');
    await until(() => saves.length === 1);
    expect(saves[0]).to.have.deep.nested.property('patch.custom.likes', null);
  });
});
