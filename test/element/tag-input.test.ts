import { expect } from '@open-wc/testing';
import type { Tag } from '../../src/core/contact.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { messages } from '../support/messages.js';
import { descriptionOf, findByRole, getByRole, queryAllByRole } from '../support/find.js';
import { isChromium } from '../support/page.js';
import { until } from '../support/until.js';
import { click, commitText, compose, press, type } from '../support/user.js';
import { ANA, expectAbsent, expectFocus, record, show, textOf } from './kit.js';
import type { Setting } from './kit.js';

const KNOWN: readonly Tag[] = [
  { id: 'k_1', name: 'Élodie' },
  { id: 'k_2', name: 'Customer' },
  { id: 'k_3', name: 'Custom order' },
];

/** Shows a panel whose tag field is ready, with the suggestions open. */
async function openTagField(setting: Setting = {}): Promise<{ element: ContactDetails; input: HTMLInputElement }> {
  const element = await show(ANA, { tags: KNOWN, ...setting });
  const input = getByRole('combobox', 'Tags', element) as HTMLInputElement;
  await click(input);
  await until(() => input.getAttribute('aria-expanded') === 'true', 'the suggestions');
  return { element, input };
}

function tagNames(element: ContactDetails): readonly string[] {
  return queryAllByRole('listitem', undefined, getByRole('list', 'Tags', element)).map(textOf);
}

function options(element: ContactDetails): readonly string[] {
  return queryAllByRole('option', undefined, element).map(textOf);
}

describe('the tag field', () => {
  it('suggests existing tags that the contact does not have', async () => {
    const { element } = await openTagField();
    await until(() => options(element).length === 3);
    expect(options(element)).to.have.members(['Élodie', 'Customer', 'Custom order']);
  });

  it('is a combobox that says which list it opens, and that it is open', async () => {
    const { element, input } = await openTagField();
    const list = await findByRole('listbox', 'Tags', element);
    expect(input.getAttribute('aria-controls')).to.equal(list.id);
    expect(input.getAttribute('aria-autocomplete')).to.equal('list');
    await press('Escape');
    await until(() => input.getAttribute('aria-expanded') === 'false', 'the list to close');
    expectAbsent('listbox', undefined, element);
    expectFocus(input);
  });

  it('narrows the suggestions to what is typed, whatever its case and accents', async () => {
    const { element } = await openTagField();
    await type('ELOD');
    await until(() => options(element).length === 2);
    expect(options(element)).to.deep.equal(['Élodie', 'Create “ELOD”']);
  });

  it('adds the suggestion that is clicked, and stays ready for the next', async () => {
    const { element, input } = await openTagField();
    await type('cust');
    await click(await findByRole('option', 'Customer', element));
    await until(() => tagNames(element).includes('Customer'));
    expect(input.value).to.equal('');
    expectFocus(input);
  });

  it('adds the suggestion that the arrows lead to', async () => {
    const { element, input } = await openTagField();
    await type('custom');
    await until(() => options(element).length === 3);
    await press('ArrowDown');
    await until(() => input.getAttribute('aria-activedescendant'), 'an active option');
    const active = element.shadowRoot?.getElementById(input.getAttribute('aria-activedescendant') ?? '');
    const name = textOf(active);
    expect(active?.getAttribute('aria-selected')).to.equal('true');
    await press('Enter');
    await until(() => tagNames(element).includes(name));
  });

  it('creates a new tag by Enter, with one request', async () => {
    const { element } = await openTagField();
    const saves = record('contact-saved');
    await type('Brand new');
    await until(() => options(element).includes('Create “Brand new”'));
    await press('Enter');
    await until(() => tagNames(element).includes('Brand new'));
    await element.whenSettled();
    expect(saves).to.have.length(1);
    expect(saves[0]).to.have.deep.nested.property('added[0].name', 'Brand new');
  });

  it('creates what is typed quickly, before any answer', async () => {
    const { element } = await openTagField();
    await type('Quick');
    await press('Enter');
    await until(() => tagNames(element).includes('Quick'));
  });

  it('picks the existing tag by Enter where only case or accents differ', async () => {
    const { element } = await openTagField();
    const saves = record('contact-saved');
    await type('elodie');
    await until(() => options(element)[0] === 'Élodie');
    expect(options(element)).to.deep.equal(['Élodie']);
    await press('Enter');
    await until(() => saves.length === 1);
    expect(saves[0]).to.have.deep.property('added', [{ id: 'k_1', name: 'Élodie' }]);
  });

  it('does nothing by Enter where nothing is typed', async () => {
    const { element } = await openTagField();
    await press('Enter');
    await element.whenSettled();
    expect(tagNames(element)).to.deep.equal(['VIP', 'Lead']);
  });

  it('refuses a tag that is there already, keeps the text and says why', async () => {
    const { element, input } = await openTagField();
    await type('vip');
    await press('Enter');
    await until(() => descriptionOf(input) === messages.tagExists('vip'));
    expect(input.value).to.equal('vip');
    expect(tagNames(element)).to.deep.equal(['VIP', 'Lead']);
    await type('s');
    expect(descriptionOf(input)).to.equal('');
  });

  it('keeps what is typed when it is left', async () => {
    const { element, input } = await openTagField();
    await type('half');
    input.blur();
    await until(() => input.getAttribute('aria-expanded') === 'false', 'the list to close');
    expect(input.value).to.equal('half');
    expect(element.hasUnsavedEdits).to.equal(true);
  });

  it('opens again by a click', async () => {
    const { input } = await openTagField();
    await press('Escape');
    await until(() => input.getAttribute('aria-expanded') === 'false');
    await click(input);
    await until(() => input.getAttribute('aria-expanded') === 'true', 'the list');
  });

  it('shows its list above everything, inside the window', async () => {
    const element = await show(ANA, { tags: KNOWN });
    const clip = element.parentElement as HTMLElement;
    Object.assign(clip.style, { overflow: 'hidden', transform: 'translate(10px, 10px)' });
    await click(getByRole('combobox', 'Tags', element));
    await click(await findByRole('option', 'Customer', element));
    await until(() => tagNames(element).includes('Customer'));
  });

  if (isChromium) {
    it('takes the Enter that ends a composition for the input method', async () => {
      const { element, input } = await openTagField();
      try {
        await compose('にほん');
        await press('Enter');
      } finally {
        await commitText('日本');
      }
      await element.whenSettled();
      expect(tagNames(element)).to.deep.equal(['VIP', 'Lead']);
      expect(input.value).to.equal('日本');
      await press('Enter');
      await until(() => tagNames(element).includes('日本'));
    });
  }
});
