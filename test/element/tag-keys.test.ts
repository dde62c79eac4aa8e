import { expect } from '@open-wc/testing';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { focusedElement, getByRole, queryAllByRole, queryByRole } from '../support/find.js';
import { until } from '../support/until.js';
import { click, press, type } from '../support/user.js';
import { ANA, expectFocus, record, show, textOf } from './kit.js';

const TAGS = ['One', 'Two', 'Three'].map((name) => ({ id: name, name }));

async function showTags(dir: 'ltr' | 'rtl' = 'ltr'): Promise<ContactDetails> {
  const element = await show({ ...ANA, tags: TAGS }, { attributes: { dir } });
  getByRole('button', 'Remove tag One', element).focus();
  // What steers the tags is loaded when one has the focus.
  await until(async () => {
    await press('End');
    return focusedElement() === getByRole('button', 'Remove tag Three', element);
  });
  return element;
}

const focusedTag = () => focusedElement()?.getAttribute('aria-label')?.replace('Remove tag ', '');

function tagNames(element: ContactDetails): readonly string[] {
  const list = queryByRole('list', 'Tags', element);
  return list ? queryAllByRole('listitem', undefined, list).map(textOf) : [];
}

describe('the keys on a tag', () => {
  for (const [dir, back, forward] of [
    ['ltr', 'ArrowLeft', 'ArrowRight'],
    ['rtl', 'ArrowRight', 'ArrowLeft'],
  ] as const) {
    it(`are arrows to its neighbours and on into the field, as tags are read (${dir})`, async () => {
      const element = await showTags(dir);
      const input = getByRole('combobox', 'Tags', element);
      for (const [key, name] of [
        [back, 'Two'],
        [back, 'One'],
        [back, 'One'],
        [forward, 'Two'],
        ['End', 'Three'],
        ['Home', 'One'],
        ['End', 'Three'],
      ] as const) {
        await press(key);
        expect(focusedTag(), key).to.equal(name);
      }
      await press(forward);
      expectFocus(input);
      await press(back);
      expect(focusedTag()).to.equal('Three');
    });
  }

  it('make of all tags one tab stop, before the field', async () => {
    const element = await showTags();
    await press('Tab');
    expectFocus(getByRole('combobox', 'Tags', element));
    await press('Shift+Tab');
    expect(focusedTag()).to.equal('One');
    await press('Shift+Tab');
    expect(['One', 'Two', 'Three']).to.not.include(focusedTag());
  });

  it('go through tags that can only be read, where some have a description', async () => {
    const tags = [
      { id: '0', name: 'Zero' },
      ...['One', 'Two'].map((name) => ({ id: name, name, description: `About ${name}` })),
    ];
    const element = await show({ ...ANA, tags }, { can: { editTags: false } });
    const stops = queryAllByRole('listitem', undefined, getByRole('list', 'Tags', element)).map((item) =>
      item.getAttribute('tabindex'),
    );
    expect(stops).to.deep.equal([null, '0', '-1']);
  });

  it('leave a text in the field in peace, until its start', async () => {
    const element = await showTags();
    const input = getByRole('combobox', 'Tags', element) as HTMLInputElement;
    await click(input);
    await type('ab');
    await press('ArrowLeft');
    expectFocus(input);
    await press('Home');
    await press('Backspace');
    expectFocus(input);
    expect(input.value).to.equal('ab');
    await press('ArrowLeft');
    expect(focusedTag()).to.equal('Three');
  });

  for (const key of ['Delete', 'Backspace'] as const) {
    it(`take it off: ${key}`, async () => {
      const element = await showTags();
      await press('Home');
      await press(key);
      await until(() => tagNames(element).join() === 'Two,Three');
      await until(() => focusedTag() === 'Two');
    });
  }

  it('take off one tag, however long they are held', async () => {
    const element = await showTags();
    const saves = record('contact-saved');
    const held = { key: 'Backspace', bubbles: true, composed: true, cancelable: true };
    for (const repeat of [false, true, true]) {
      focusedElement()?.dispatchEvent(new KeyboardEvent('keydown', { ...held, repeat }));
      await element.whenSettled();
    }
    expect(saves).to.have.length(1);
    expect(tagNames(element)).to.deep.equal(['One', 'Two']);
  });

  it('are letters of the next tag: they go to the field', async () => {
    const element = await showTags();
    const input = getByRole('combobox', 'Tags', element) as HTMLInputElement;
    await type('vip');
    expectFocus(input);
    expect(input.value).to.equal('vip');
    expect(tagNames(element)).to.deep.equal(['One', 'Two', 'Three']);
  });
});
