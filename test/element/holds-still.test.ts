import { expect } from '@open-wc/testing';
import type { FieldDefinition } from '../../src/core/field-definition.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { isChromium } from '../support/page.js';
import { until } from '../support/until.js';
import { click, unhover } from '../support/user.js';
import { ANA, part, parts, show, withTouch } from './kit.js';

const OPTIONS = [
  { value: 'a', label: 'Starter' },
  { value: 'b', label: 'Business' },
];

/** A field of every type whose editor has one line, with a value; some of them long, some with a description. */
const FIELDS: readonly FieldDefinition[] = [
  { key: 'text', type: 'text', label: 'Text', description: 'What is said of it.' },
  { key: 'long', type: 'text', label: 'Long' },
  { key: 'url', type: 'url', label: 'Website', description: 'The page of the company, as it is found on its cards.' },
  { key: 'date', type: 'date', label: 'Birthday' },
  { key: 'time', type: 'time', label: 'Opens at' },
  { key: 'datetime', type: 'datetime', label: 'Last seen' },
  { key: 'number', type: 'number', label: 'Orders' },
  { key: 'currency', type: 'currency', label: 'Total' },
  { key: 'percent', type: 'percent', label: 'Discount' },
  { key: 'list', type: 'list', label: 'Plan', options: OPTIONS },
  { key: 'checkbox', type: 'checkbox', label: 'Newsletter' },
  { key: 'empty', type: 'text', label: 'Nickname' },
  { key: 'person', type: 'person', label: 'Second' },
];
const CUSTOM = {
  text: 'Calls back',
  long: 'A text that is longer than the line that it stands in, so that it goes on in the next one, and in the one after it',
  url: 'https://www.example.com/a/long/path/to/something/that/wraps',
  date: '1988-05-17',
  time: '09:30',
  datetime: '2024-03-01T12:00:00Z',
  number: 1234,
  currency: 12.5,
  percent: 20,
  list: 'b',
  checkbox: true,
  person: { id: 'u_2', name: 'Mia Wolf' },
};
const KEYS = ['name', 'firstName', 'country', 'language', 'email', 'phone', 'assignee', ...FIELDS.map(({ key }) => key)];

const showFields = () =>
  show({ ...ANA, custom: CUSTOM }, { fields: [...FIELDS, { key: 'last', type: 'text', label: 'Last' }] });

/** Where the rows are, and what stands above and below them, in pixels below the panel's top. */
function places(element: Element): readonly number[] {
  const all = ['label', 'channels', 'tags'].flatMap((name) => parts(element, name));
  const terms = all.filter((found) => found.localName !== 'label');
  const { top } = element.getBoundingClientRect();
  return terms.map((found) => found.getBoundingClientRect().top - top);
}

/** What is not where it was. Firefox rounds places by a fraction of a pixel, as the page is scrolled. */
function movedFrom(before: readonly number[], element: Element): readonly string[] {
  const now = places(element);
  return before.flatMap((place, index) =>
    Math.abs(place - (now[index] ?? NaN)) < 0.3 ? [] : [`${index}: ${place} → ${now[index]}`],
  );
}

/** Opens an editor and leaves it, and says what has moved meanwhile. */
async function movedBy(element: ContactDetails, key: string): Promise<readonly string[]> {
  const before = places(element);
  const moved: string[] = [];
  const look = (what: string) => moved.push(...movedFrom(before, element).map((place) => `${key} ${what}: ${place}`));
  await element.edit(key);
  await until(() => parts(element, 'editor').length === 1);
  look('opened');
  await click(part(element, 'cancel-button'));
  await until(() => parts(element, 'editor').length === 0);
  await element.updateComplete;
  look('closed');
  return moved;
}

/** Types into the open editor and saves. */
async function save(element: ContactDetails, typed: string): Promise<void> {
  const [control] = parts(element, 'input') as HTMLInputElement[];
  if (!control) throw new Error('There is no input');
  control.value = typed;
  control.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await click(part(element, 'save-button'));
  await until(() => parts(element, 'editor').length === 0);
  await element.whenSettled();
}

for (const width of [280, 320, 375, 480]) {
  describe(`in ${width} pixels`, () => {
    for (const [device, run] of [
      ['a mouse', (test: () => Promise<void>) => test()],
      ...(isChromium ? [['fingers', withTouch] as const] : []),
    ] as const) {
      it(`no row moves while an editor opens and closes, with ${device}`, () =>
        run(async () => {
          const element = await showFields();
          element.style.inlineSize = `${width}px`;
          const moved: string[] = [];
          for (const key of KEYS) moved.push(...(await movedBy(element, key)));
          expect(moved).to.deep.equal([]);
        }));
    }

    it('no row moves while an edit is saved and undone', async () => {
      const element = await showFields();
      element.style.inlineSize = `${width}px`;
      const before = places(element);
      for (const [key, typed] of [
        ['text', 'Calls bacK'],
        ['number', '1,235'],
        ['name', 'Ann'],
      ] as const) {
        await element.edit(key);
        await save(element, typed);
        expect(movedFrom(before, element), `${key} saved`).to.deep.equal([]);
        await click(part(element, 'undo-button'));
        await element.whenSettled();
        expect(movedFrom(before, element), `${key} undone`).to.deep.equal([]);
        await until(() => parts(element, 'undo-button').length === 0);
      }
    });
  });
}

it('no row moves when what was saved can no longer be undone', async () => {
  const element = await showFields();
  element.style.inlineSize = '320px';
  const before = places(element);
  await element.edit('text');
  await save(element, 'Calls bacK');
  await unhover();
  await until(() => parts(element, 'undo-button').length === 0, 'the end of Undo', 15_000);
  expect(movedFrom(before, element)).to.deep.equal([]);
}).timeout(30_000);
