import { expect } from '@open-wc/testing';
import { ContactError } from '../../src/core/error.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { findByRole, getByRole } from '../support/find.js';
import { handAdapter } from '../support/hand-adapter.js';
import { until } from '../support/until.js';
import { click, fill, hover, press, type, unhover } from '../support/user.js';
import { ANA, mount, panelText, part, parts, says, show } from './kit.js';

interface Documented {
  readonly name: string;
}

interface Declaration {
  readonly tagName?: string;
  readonly cssParts: readonly Documented[];
  readonly cssProperties: readonly Documented[];
  readonly cssStates: readonly Documented[];
  readonly slots: readonly Documented[];
  readonly attributes: readonly Documented[];
}

interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
}

/** What the package says of itself to tools: the documentation that hosts go by. */
async function documented(): Promise<Declaration> {
  const manifest = (await (await fetch('/custom-elements.json')).json()) as Manifest;
  const found = manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .find((it) => it.tagName === 'contact-details');
  if (!found) throw new Error('The element is not in the manifest');
  return found;
}

const names = (items: readonly Documented[]) => items.map(({ name }) => name);

async function openTagList(element: ContactDetails): Promise<void> {
  await click(getByRole('combobox', 'Tags', element));
  await findByRole('listbox', 'Tags', element);
}

/** How to make each token show: what it changes, in which style, of which part. */
const TOKENS: Readonly<
  Record<string, readonly [value: string, style: string, of: (element: ContactDetails) => Promise<Element>]>
> = {
  '--contact-details-font': ['italic 700 21px/30px serif', 'font-style', async (element) => part(element, 'panel')],
  '--contact-details-color': ['rgb(1, 2, 3)', 'color', async (element) => part(element, 'name')],
  '--contact-details-muted-color': ['rgb(1, 2, 3)', 'color', async (element) => part(element, 'id')],
  '--contact-details-background': ['rgb(1, 2, 3)', 'background-color', async (element) => part(element, 'panel')],
  '--contact-details-hover-background': ['rgb(1, 2, 3)', 'background-color', hoveredMenuButton],
  '--contact-details-border-color': ['rgb(1, 2, 3)', 'border-block-start-color', async (element) => part(element, 'fields')],
  '--contact-details-accent-color': ['rgb(1, 2, 3)', 'color', async (element) => linkOf(element)],
  '--contact-details-on-accent-color': ['rgb(1, 2, 3)', 'color', openedSaveButton],
  '--contact-details-danger-color': ['rgb(1, 2, 3)', 'color', async (element) => part(element, 'error')],
  '--contact-details-focus-color': ['rgb(1, 2, 3)', 'outline-color', focusedPencil],
  '--contact-details-radius': ['3px', 'border-radius', async (element) => parts(element, 'field')[0] ?? element],
  '--contact-details-space': ['33px', 'padding-block-start', async (element) => part(element, 'panel')],
  '--contact-details-avatar-size': ['77px', 'inline-size', async (element) => parts(element, 'avatar')[0] ?? element],
};

function linkOf(element: ContactDetails): Element {
  return parts(element, 'link')[0] ?? element;
}

async function hoveredMenuButton(element: ContactDetails): Promise<Element> {
  const button = part(element, 'menu-button');
  await hover(button);
  return button;
}

async function openedSaveButton(element: ContactDetails): Promise<Element> {
  if (!parts(element, 'save-button').length) await element.edit('email');
  return part(element, 'save-button');
}

async function focusedPencil(element: ContactDetails): Promise<Element> {
  const pencil = getByRole('button', 'Edit name', element);
  pencil.focus({ focusVisible: true });
  return pencil;
}

describe('what the documentation says about styling', () => {
  afterEach(unhover);

  it('of tokens covers every one, and each changes what is seen', async () => {
    expect(names((await documented()).cssProperties)).to.have.members(Object.keys(TOKENS));
    for (const [token, [value, style, find]] of Object.entries(TOKENS)) {
      const element = await show(ANA);
      const found = await find(element);
      const before = getComputedStyle(found).getPropertyValue(style);
      element.style.setProperty(token, value);
      await until(() => getComputedStyle(found).getPropertyValue(style) !== before, `${token} to change ${style}`);
      element.remove();
    }
  });

  it('of tokens is all there is: none is declared by the panel, and none read that is not documented', async () => {
    const { cssProperties } = await documented();
    const element = await show();
    const texts = element.shadowRoot?.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText));
    const read = new Set((texts ?? []).join(' ').match(/--contact-details-[\w-]+/g));
    expect([...read].filter((token) => !names(cssProperties).includes(token))).to.deep.equal([]);
    expect((texts ?? []).join(' ')).not.to.match(/--contact-details-[\w-]+\s*:/);
  });

  it('of parts covers every one, and each is there at its time', async () => {
    const seen = new Set<string>();
    const look = (element: Element) => {
      for (const { part: tokens } of element.shadowRoot?.querySelectorAll('[part]') ?? [])
        tokens.forEach((name) => seen.add(name));
    };
    const fault = { isOn: false };
    const element = await show(
      { ...ANA, isBlocked: true, tags: [{ id: 'g', name: 'Gold', description: 'Best customers' }] },
      {
        can: { delete: true, editEntries: true, removeChannels: true },
        tags: [{ id: 'k', name: 'Known' }],
        fields: [
          ...Array.from({ length: 20 }, (_, index) => ({ key: `k${index}`, type: 'text', label: `Field ${index}` })),
          { key: 'tax', type: 'text', label: 'Tax', group: 'Billing', access: 'mask', revealable: true },
        ],
        faults: ({ operation }) => (operation === 'save' && fault.isOn ? new ContactError('unknown') : undefined),
      },
    );
    await findByRole('searchbox', 'Find a field', element);
    await click(getByRole('button', 'Closed', element));
    await findByRole('button', /^Undo/, element);
    look(element);
    await element.edit('country');
    look(element);
    await press('Escape');
    getByRole('button', 'Edit Email Address', element).focus();
    await findByRole('button', 'Add Email Address', element);
    look(element);
    await element.edit('email');
    look(element);
    fault.isOn = true;
    await fill(getByRole('textbox', 'Email Address', element), 'new@example.com');
    await press('Enter');
    await findByRole('button', /^Email Address (isn't|wasn't) saved/, element);
    look(element);
    getByRole('button', 'Remove tag Gold', element).focus();
    await until(() => parts(element, 'tooltip').length);
    await openTagList(element);
    await type('K');
    look(element);
    getByRole('button', 'More actions', element).focus();
    await press('?');
    await findByRole('dialog', 'Keyboard shortcuts', element);
    await click(getByRole('button', 'More actions', element));
    await findByRole('menuitem', 'Delete Contact', element);
    look(element);
    await click(getByRole('menuitem', 'Delete Contact', element));
    await findByRole('alertdialog', undefined, element);
    look(element);
    look(await mount());
    look(await mount({ adapter: handAdapter().adapter, contactId: 'c_1' }));
    expect(names((await documented()).cssParts)).to.have.members([...seen]);
  });

  it('of parts is true: a page reaches them', async () => {
    const element = await show();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('contact-details::part(name) { color: rgb(9, 8, 7) }');
    document.adoptedStyleSheets.push(sheet);
    expect(getComputedStyle(part(element, 'name')).color).to.equal('rgb(9, 8, 7)');
    document.adoptedStyleSheets.pop();
  });

  it('of slots covers every one, and each shows what is put in', async () => {
    const { slots } = await documented();
    expect(names(slots)).to.have.members(['header', 'before-fields', 'after-fields', 'footer', 'empty']);
    const fill = (element: Element) => {
      for (const name of names(slots)) {
        const child = document.createElement('p');
        child.slot = name;
        child.textContent = `In ${name}`;
        element.append(child);
      }
    };
    const visible = (element: Element) =>
      [...element.children].filter((child) => child.checkVisibility()).map(({ slot }) => slot);
    const shown = await show();
    fill(shown);
    expect(visible(shown)).to.have.members(['header', 'before-fields', 'after-fields', 'footer']);
    const tops = [...shown.children]
      .filter((child) => child.checkVisibility())
      .map((child) => child.getBoundingClientRect().top);
    expect(tops).to.deep.equal([...tops].sort((a, b) => a - b));
    const empty = await mount();
    fill(empty);
    expect(visible(empty)).to.have.members(['header', 'footer', 'empty']);
    expect(panelText(empty)).to.equal('');
  });

  it('of states names the ones that hosts select by', async () => {
    expect(names((await documented()).cssStates)).to.have.members([
      ...['loading', 'saving', 'editing', 'offline', 'failed', 'conflict', 'deleted', 'readonly', 'blocked'],
    ]);
  });
});

describe('the panel', () => {
  it('follows the colour scheme of the page', async () => {
    const element = await show();
    element.style.colorScheme = 'light';
    const light = getComputedStyle(part(element, 'panel')).backgroundColor;
    element.style.colorScheme = 'dark';
    expect(getComputedStyle(part(element, 'panel')).backgroundColor).not.to.equal(light);
  });

  it('is laid out by its own width, from 240 px up, and nothing sticks out', async () => {
    for (const width of [240, 280, 320, 480]) {
      const element = await show({
        ...ANA,
        email: `${'long'.repeat(20)}@example.com`,
        firstName: 'Wolfeschlegelsteinhausen'.repeat(3),
      });
      element.style.inlineSize = `${width}px`;
      await element.edit('phone');
      expect(part(element, 'panel').scrollWidth, `${width} px`).to.be.at.most(width);
    }
  });

  it('is as wide as the room it has, and 320 px where that is left to it', async () => {
    const element = await show({ ...ANA, firstName: 'A very long name '.repeat(9) });
    const box = document.createElement('div');
    element.replaceWith(box);
    box.append(element);
    for (const [css, width] of [
      ['inline-size: fit-content', 320],
      ['display: inline-grid', 320],
      ['display: flex; inline-size: 200px', 200],
      ['display: grid; inline-size: 500px', 500],
    ] as const) {
      box.style.cssText = css;
      expect(element.getBoundingClientRect().width, css).to.equal(width);
    }
    box.remove();
  });

  it('is not there while it is hidden', async () => {
    const element = await show();
    element.hidden = true;
    expect(getComputedStyle(element).display).to.equal('none');
    await says(element, '');
  });
});
