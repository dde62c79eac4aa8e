import { expect } from '@open-wc/testing';
import { findByRole, focusedElement, getByRole, queryAllByRole } from '../support/find.js';
import { until } from '../support/until.js';
import { ANA, show } from './kit.js';

const ENTER = { key: 'Enter', keyCode: 13 };

/** Presses a key in the turn in which its target has got the focus: no code can have been loaded for it by then. */
function pressAtOnce(target: HTMLElement, init: KeyboardEventInit & { readonly keyCode?: number }): void {
  target.focus();
  target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, composed: true, ...init }));
}

function typeAtOnce(input: HTMLInputElement, text: string): void {
  input.focus();
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

describe('a key that is pressed before its code is there', () => {
  const SEED = { tags: [{ id: 'k', name: 'VIP' }] };
  const known = (element: Element) => queryAllByRole('button', /^Remove tag/, element).map(({ ariaLabel }) => ariaLabel);

  it('Enter in the tag field: what was typed becomes a tag, once, and what is typed after it stays', async () => {
    const element = await show({ ...ANA, tags: [] }, SEED);
    const input = getByRole('combobox', 'Tags', element) as HTMLInputElement;
    typeAtOnce(input, 'new one');
    pressAtOnce(input, ENTER);
    pressAtOnce(input, ENTER);
    await element.updateComplete;
    typeAtOnce(input, `${input.value}nex`);
    await until(() => known(element).length, 'a tag');
    await element.whenSettled();
    expect(known(element)).to.deep.equal(['Remove tag new one']);
    expect(input.value).to.equal('nex');
  });

  it('Enter on the name of a tag that the source knows, by another case: it is that tag', async () => {
    const element = await show({ ...ANA, tags: [] }, SEED);
    const input = getByRole('combobox', 'Tags', element) as HTMLInputElement;
    typeAtOnce(input, 'vip');
    pressAtOnce(input, ENTER);
    await findByRole('button', 'Remove tag VIP', element);
    await element.whenSettled();
    expect(known(element)).to.have.length(1);
    expect(input.value).to.equal('');
  });

  it('Enter, after which the field is left: the tag is made all the same', async () => {
    const element = await show({ ...ANA, tags: [] }, SEED);
    const input = getByRole('combobox', 'Tags', element) as HTMLInputElement;
    typeAtOnce(input, 'left');
    pressAtOnce(input, ENTER);
    getByRole('button', 'Edit name', element).focus();
    await findByRole('button', 'Remove tag left', element);
    await until(() => input.value === '', 'an empty field');
  });

  it('Enter that ends a composition makes nothing', async () => {
    const element = await show({ ...ANA, tags: [] }, SEED);
    const input = getByRole('combobox', 'Tags', element) as HTMLInputElement;
    typeAtOnce(input, 'にほん');
    pressAtOnce(input, { key: 'Enter', keyCode: 229, isComposing: true });
    await until(() => input.getAttribute('aria-controls'), 'the list');
    expect(known(element)).to.have.length(0);
    expect(input.value).to.equal('にほん');
  });

  it('F2 on a row opens its editor', async () => {
    const element = await show();
    pressAtOnce(getByRole('button', 'Edit Email Address', element), { key: 'F2' });
    await until(() => focusedElement() === getByRole('textbox', 'Email Address', element), 'the editor');
  });

  it('F2 counts no more once the focus has gone on', async () => {
    const element = await show();
    pressAtOnce(getByRole('button', 'Edit Email Address', element), { key: 'F2' });
    getByRole('button', 'Edit Phone Number', element).focus();
    await until(() => queryAllByRole('button', 'Copy Phone Number', element).length, 'the row in use');
    expect(queryAllByRole('textbox', 'Email Address', element)).to.have.length(0);
  });

  it('Ctrl+C on a row copies its value', async () => {
    const copied: string[] = [];
    const clipboard = { writeText: (text: string) => Promise.resolve(void copied.push(text)) };
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    try {
      const element = await show();
      pressAtOnce(getByRole('button', 'Edit Email Address', element), { key: 'c', ctrlKey: true });
      await until(() => copied.length, 'the copy');
      expect(copied).to.deep.equal(['ana@example.com']);
    } finally {
      Reflect.deleteProperty(navigator, 'clipboard');
    }
  });

  for (const [key, item] of [
    ['ArrowDown', 'View Messages'],
    ['ArrowUp', 'Delete Contact'],
  ] as const) {
    it(`${key} on the button of the menu opens it at "${item}"`, async () => {
      const element = await show();
      pressAtOnce(getByRole('button', 'More actions', element), { key });
      await until(() => focusedElement() === getByRole('menuitem', item, element), item);
    });
  }

  it('Delete on a tag takes it off', async () => {
    const element = await show();
    pressAtOnce(getByRole('button', 'Remove tag VIP', element), { key: 'Delete' });
    await until(() => known(element).join() === 'Remove tag Lead', 'one tag less');
  });

  it('a press on a pencil opens the editor', async () => {
    const element = await show();
    getByRole('button', 'Edit Email Address', element).click();
    await findByRole('textbox', 'Email Address', element);
  });

  it('a press on a value opens the editor', async () => {
    const element = await show();
    element.shadowRoot?.querySelector<HTMLElement>('[data-field=country] .value')?.click();
    await findByRole('combobox', 'Country', element);
  });
});
