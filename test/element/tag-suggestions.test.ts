import { expect } from '@open-wc/testing';
import type { ContactAdapter } from '../../src/core/adapter.js';
import type { Tag } from '../../src/core/contact.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { memoryAdapter } from '../../src/memory/memory-adapter.js';
import { descriptionOf, focusedElement, getByRole, queryAllByRole } from '../support/find.js';
import { isChromium } from '../support/page.js';
import { messages } from '../support/messages.js';
import { until } from '../support/until.js';
import { click, commitText, compose, press, type } from '../support/user.js';
import { ANA, expectFocus, mount, part, textOf } from './kit.js';

const KNOWN: readonly Tag[] = [
  { id: 'k_1', name: 'Customer', emoji: '🛒', color: 'teal', description: 'Has bought something' },
  { id: 'k_2', name: 'Customs' },
  { id: 'k_3', name: 'Smith, Jones' },
];

/** Shows a contact without tags whose tag field has the focus; `find` is how the source searches. */
async function openField(find?: (query: string) => readonly Tag[], can = { createTags: true }) {
  const asked: string[] = [];
  const memory = memoryAdapter({ contacts: [{ ...ANA, tags: [] }], tags: KNOWN, can });
  const suggestTags: ContactAdapter['suggestTags'] = async (query, options) => {
    asked.push(query);
    return find?.(query) ?? (await memory.suggestTags?.(query, options)) ?? [];
  };
  const element = await mount({ adapter: { ...memory, suggestTags }, contactId: ANA.id });
  await element.whenSettled();
  // Tab goes on to it, and not to the browser's own controls.
  element.after(document.createElement('button'));
  const input = getByRole('combobox', 'Tags', element) as HTMLInputElement;
  await click(input);
  await until(() => input.getAttribute('aria-controls'), 'the tag field to be ready');
  return { element, input, asked };
}

const options = (element: ContactDetails) => queryAllByRole('option', undefined, element).map(textOf);
const tagNames = (element: ContactDetails) =>
  queryAllByRole('listitem', undefined, getByRole('group', 'Tags', element)).map((item) => textOf(item.querySelector('bdi')));

function activeRow(element: ContactDetails, input: HTMLInputElement): string {
  return textOf(element.shadowRoot?.getElementById(input.getAttribute('aria-activedescendant') ?? ''));
}

function paste(input: HTMLInputElement, text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text', text);
  const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData });
  if (event.clipboardData?.getData('text') !== text) Object.defineProperty(event, 'clipboardData', { value: clipboardData });
  input.dispatchEvent(event);
}

describe('the suggestions for a tag', () => {
  it('are what the source has found, however it found it, in its order where none begins with what is typed', async () => {
    const { element } = await openField((query) => (query === 'kunde' ? [KNOWN[1]!, KNOWN[0]!] : []));
    await type('kunde');
    await until(() => expect(options(element)).to.have.length(3));
    expect(options(element).map((option) => option.replace(/^\W+/, '').split(' ')[0])).to.deep.equal([
      'Customs',
      'Customer',
      'Create',
    ]);
  });

  it('are there before anything is typed, in the source’s order: at a press on the field, and at an arrow down', async () => {
    const late = [KNOWN[1], KNOWN[2], KNOWN[0]].filter((tag) => tag !== undefined);
    const { element, asked } = await openField(() => late);
    const names = () => options(element).map((option) => late.find(({ name }) => option.includes(name))?.id);
    await until(() => options(element).length === 3);
    expect([asked, names()]).to.deep.equal([[''], ['k_2', 'k_3', 'k_1']]);
    await press('Escape');
    await until(() => !options(element).length);
    await press('ArrowDown');
    await until(() => options(element).length === 3);
    expect(names()).to.deep.equal(['k_2', 'k_3', 'k_1']);
  });

  it('begin with those that begin with what is typed: nobody shall make anew what is there', async () => {
    const found = ['High priority', 'Priority', 'Low priority', 'Priority 2'].map((name) => ({ id: name, name }));
    const { element, input } = await openField((query) => (query ? found : []));
    await type('priorit');
    await until(() =>
      expect(options(element)).to.deep.equal(['Priority', 'Priority 2', 'High priority', 'Low priority', 'Create “priorit”']),
    );
    expect(activeRow(element, input)).to.equal('Priority');
  });

  it('are led by none but the one that has exactly the name that is typed, wherever it stands', async () => {
    const { element, input } = await openField((query) => (query ? [KNOWN[1]!, { id: 'k_9', name: 'Custom' }] : []));
    await type('CUSTOM');
    await until(() => expect(options(element)).to.deep.equal(['Customs', 'Custom']));
    expect(activeRow(element, input)).to.equal('Custom');
  });

  it('show what the tag will show, and its description', async () => {
    const { element } = await openField();
    await until(() => expect(options(element)[0]).to.equal('🛒 Customer Has bought something'));
    const [row] = queryAllByRole('option', /^Customer/, element);
    await click(row!);
    await until(() => expect(tagNames(element)).to.deep.equal(['Customer']));
    const { backgroundColor } = getComputedStyle(part(element, 'tag'));
    const { element: another } = await openField();
    await until(() => expect(options(another)).to.have.length(3));
    const suggested = another.shadowRoot!.querySelector('[role=option] .tag')!;
    expect(getComputedStyle(suggested).backgroundColor).to.equal(backgroundColor);
  });

  it('end with the row that creates what is typed, which Enter does where no other begins like that', async () => {
    const { element, input } = await openField();
    await type('stom');
    await until(() => expect(options(element)).to.have.length(3));
    expect(options(element).at(-1)).to.equal('Create “stom”');
    expect(activeRow(element, input)).to.equal('Create “stom”');
    await press('Enter');
    await until(() => expect(tagNames(element)).to.deep.equal(['stom']));
  });

  it('are taken by Tab, which moves on: the one that is active', async () => {
    const { element, input } = await openField();
    await type('custo');
    await until(() => expect(activeRow(element, input)).to.match(/Customer/));
    await press('Tab');
    await until(() => expect(tagNames(element)).to.deep.equal(['Customer']));
    expect(input.value).to.equal('');
    expect(focusedElement()).to.not.equal(input);
    expect(input.getAttribute('aria-expanded')).to.equal('false');
  });

  it('are not taken by Tab before anything is typed, and it makes nothing new: what is typed stays', async () => {
    for (const text of ['', 'stom']) {
      const { element, input } = await openField();
      if (text) await type(text);
      await until(() => expect(options(element)).to.have.length(3));
      await press('Tab');
      await element.whenSettled();
      expect([input.value, tagNames(element)]).to.deep.equal([text, []]);
      element.remove();
    }
  });

  it('lead round: an arrow up from the first goes to the row that creates, which Enter then does', async () => {
    const { element, input } = await openField();
    await type('cust');
    await until(() => expect(options(element)).to.have.length(3));
    expect(activeRow(element, input)).to.match(/Customer/);
    await press('ArrowUp');
    expect(activeRow(element, input)).to.equal('Create “cust”');
    await press('ArrowDown');
    expect(activeRow(element, input)).to.match(/Customer/);
    await press('ArrowUp');
    await press('Enter');
    await until(() => expect(tagNames(element)).to.deep.equal(['cust']));
  });

  it('are reached from the top by the first arrow down, and from the end by the first arrow up', async () => {
    for (const [key, found] of [
      ['ArrowDown', /Customer/],
      ['ArrowUp', /Customs/],
    ] as const) {
      const { element, input } = await openField();
      await type('stom');
      await until(() => expect(options(element)).to.have.length(3));
      await press(key);
      expect(activeRow(element, input)).to.match(found);
      element.remove();
    }
  });

  it('keep the row that creates in sight, and cover no row that the arrows lead to', async () => {
    const many = Array.from({ length: 40 }, (_, index) => ({ id: `m_${index}`, name: `Many ${index}` }));
    const { element, input } = await openField(() => many);
    await type('many');
    await until(() => expect(options(element)).to.have.length(41));
    const list = getByRole('listbox', 'Tags', element);
    const boxOf = (row: Element | null | undefined) => row!.getBoundingClientRect();
    const creation = () => boxOf(queryAllByRole('option', /^Create/, element)[0]);
    const active = () => boxOf(element.shadowRoot!.getElementById(input.getAttribute('aria-activedescendant')!));
    await until(() => expect(creation().bottom).to.be.at.most(boxOf(list).bottom + 1));
    expect(list.scrollTop).to.equal(0);
    for (let step = 0; step < 20; step++) {
      await press('ArrowDown');
      expect(active().bottom).to.be.at.most(creation().top + 1);
    }
    expect(activeRow(element, input)).to.equal('Many 20');
  });
});

const TYPED: readonly (readonly [typed: string, tags: readonly string[], rest: string])[] = [
  ['Red,', ['Red'], ''],
  ['Red;Green,Blue', ['Red', 'Green'], 'Blue'],
  ['客户，重要、新', ['客户', '重要'], '新'],
  ['عميل،', ['عميل'], ''],
  ['عميل؛ مهم', ['عميل'], 'مهم'],
  ['"Miller, Jones",', ['Miller, Jones'], ''],
];

const PASTED: readonly (readonly [pasted: string, tags: readonly string[]])[] = [
  ['客户，重要、新', ['客户', '重要', '新']],
  ['عميل، مهم؛ جديد', ['عميل', 'مهم', 'جديد']],
  ['"Miller, Jones",VIP', ['Miller, Jones', 'VIP']],
  ['"Miller, Jones"\tVIP\r\nLead\r\n', ['Miller, Jones', 'VIP', 'Lead']],
  ['Red, red, RED', ['Red']],
  ['Single\n', ['Single']],
];

describe('several tags at once', () => {
  for (const [typed, tags, rest] of TYPED) {
    it(`are made of what is typed: ${typed}`, async () => {
      const { element, input } = await openField();
      await type(typed);
      await until(() => expect(tagNames(element)).to.deep.equal(tags));
      expect(input.value.trim()).to.equal(rest);
      expectFocus(input);
      await element.whenSettled();
      expect(tagNames(element)).to.deep.equal(tags);
    });
  }

  for (const [pasted, tags] of PASTED) {
    it(`are made of what is pasted: ${JSON.stringify(pasted)}`, async () => {
      const { element, input } = await openField();
      paste(input, pasted);
      await until(() => expect(tagNames(element)).to.deep.equal(tags));
      expect(input.value).to.equal('');
      expect(descriptionOf(input)).to.equal('');
    });
  }

  it('are made with what stood in the field already', async () => {
    const { element, input } = await openField();
    await type('Dark ');
    paste(input, 'Red, Green');
    await until(() => expect(tagNames(element)).to.deep.equal(['Dark Red', 'Green']));
  });

  it('keep in the field what cannot be made, and say why', async () => {
    const { element, input } = await openField(undefined, { createTags: false });
    paste(input, 'Red, Green');
    await until(() => expect(descriptionOf(input)).to.equal(messages.cannotCreateTags));
    expect(input.value).to.equal('Red, Green');
    expect(tagNames(element)).to.deep.equal([]);
  });

  for (const enter of ['typed', 'pasted'] as const) {
    it(`are not made where a tag is called like what is ${enter}: it is offered`, async () => {
      const { element, input } = await openField();
      if (enter === 'typed') await type('smith, j');
      else paste(input, 'Smith, Jones');
      await until(() => expect(options(element)[0]).to.equal('Smith, Jones'));
      expect(input.value.toLowerCase()).to.match(/^smith, j/);
      expect(tagNames(element)).to.deep.equal([]);
      await click(queryAllByRole('option', 'Smith, Jones', element)[0]!);
      await until(() => expect(tagNames(element)).to.deep.equal(['Smith, Jones']));
    });
  }

  it('are made by Enter where that tag is not meant', async () => {
    const { element } = await openField();
    await type('smith, j');
    await until(() => expect(options(element)).to.deep.equal(['Smith, Jones', 'Create “smith, j”']));
    await press('ArrowUp');
    await press('Enter');
    await until(() => expect(tagNames(element)).to.deep.equal(['smith', 'j']));
  });

  it('are made where the source has no answer', async () => {
    const { element, input } = await openField((query) => {
      if (query) throw new Error('down');
      return [];
    });
    await type('Red,');
    await until(() => expect(tagNames(element)).to.deep.equal(['Red']));
    expect(input.value).to.equal('');
  });

  if (isChromium) {
    it('wait for the end of a composition', async () => {
      const { element, input } = await openField();
      await compose('重要、新');
      expect(input.value).to.equal('重要、新');
      await commitText('重要、新規');
      await until(() => expect(tagNames(element)).to.deep.equal(['重要']));
      expect(input.value).to.equal('新規');
    });
  }
});
