import { expect } from '@open-wc/testing';
import { ContactError } from '../../src/core/error.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { findByRole, getByRole } from '../support/find.js';
import { nextEvent, until } from '../support/until.js';
import { click, fill, press, type } from '../support/user.js';
import { ANA, announced, BEN, enter, show, textOf } from './kit.js';

/** Every text that the live region of the panel says from now on, in order. */
function listen(element: ContactDetails): readonly string[] {
  const region = getByRole('status', undefined, element);
  const said: string[] = [];
  new MutationObserver(() => textOf(region) && said.push(textOf(region))).observe(region, {
    childList: true,
    characterData: true,
    subtree: true,
  });
  return said;
}

/** Two frames pass: whatever follows at once from what was typed has followed. */
const painted = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

async function changePhone(element: ContactDetails, phone = '+34 611 611 611'): Promise<void> {
  await element.edit('phone');
  await fill(await findByRole('textbox', 'Phone Number', element), phone);
  await press('Enter');
}

describe('a screen reader hears', () => {
  it('once that a field is saved, and which', async () => {
    const element = await show();
    const said = listen(element);
    const saved = nextEvent(element, 'contact-saved');
    await changePhone(element);
    await saved;
    await element.whenSettled();
    expect(said).to.deep.equal(['Phone Number saved – can be undone']);
  });

  it('once why a field is not saved, and again when it fails again', async () => {
    const element = await show(ANA, {
      faults: ({ operation }) => (operation === 'save' ? new ContactError('unknown') : undefined),
    });
    const said = listen(element);
    await changePhone(element);
    await until(() => said.length === 1);
    await click(await findByRole('button', 'Try again', element));
    await until(() => said.length === 2);
    await element.whenSettled();
    const text = 'Something went wrong. Try again.';
    expect(said).to.deep.equal([text, text]);
  });

  it('once that a field is not saved yet, however often it is tried', async () => {
    const fault = { left: 2 };
    const element = await show(ANA, {
      faults: ({ operation }) => (operation === 'save' && fault.left-- > 0 ? new ContactError('offline') : undefined),
    });
    const said = listen(element);
    await changePhone(element);
    await click(await findByRole('button', 'Try again', element));
    await element.whenSettled();
    expect(said.map((text) => text.replace(/:.*/, ''))).to.deep.equal(['Not saved yet, trying again', 'Phone Number saved']);
  });

  it('once that a tag is added, and removed', async () => {
    const element = await show();
    await click(getByRole('combobox', 'Tags', element));
    await until(() => getByRole('combobox', 'Tags', element).getAttribute('aria-controls'));
    const said = listen(element);
    await type('New,');
    await until(() => said.includes('Tag New added'));
    await click(getByRole('button', 'Remove tag VIP', element));
    await until(() => said.includes('Tag VIP removed – can be undone'));
    for (const text of ['Tag New added', 'Tag VIP removed – can be undone'])
      expect(said.filter((other) => other === text)).to.have.length(1);
  });

  it('how many suggestions there are', async () => {
    const element = await show(ANA, { tags: ['Red', 'Green', 'Grey'].map((name) => ({ id: name, name })) });
    const said = listen(element);
    await click(getByRole('combobox', 'Tags', element));
    await until(() => said.includes('3 suggestions'));
    await type('red');
    await until(() => said.includes('1 suggestion'));
  });

  it('once how many suggestions there are for what is typed, when typing pauses', async () => {
    const element = await show(ANA, { tags: ['Wholesale', 'Wholesaler'].map((name) => ({ id: name, name })) });
    const input = getByRole('combobox', 'Tags', element) as HTMLInputElement;
    await click(input);
    await until(() => announced(element) === '2 suggestions');
    const said = listen(element);
    for (const length of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
      await enter(input, 'wholesaler'.slice(0, length));
      await painted();
    }
    await until(() => said.includes('1 suggestion'));
    expect(said).to.deep.equal(['1 suggestion']);
  });

  it('once how many fields are left, or that none is, when typing pauses', async () => {
    const fields = Array.from({ length: 20 }, (_, index) => ({ key: `f${index}`, type: 'text', label: `Number ${index}` }));
    const element = await show(ANA, { fields });
    const said = listen(element);
    const input = getByRole('searchbox', 'Find a field', element) as HTMLInputElement;
    for (const text of ['n', 'nu', 'number 1']) {
      await enter(input, text);
      await painted();
    }
    await until(() => said.includes('11 fields'));
    for (const text of ['number 1', 'number 1x', 'number 1xy']) await enter(input, text);
    await until(() => said.includes('No such field'));
    expect(said).to.deep.equal(['11 fields', 'No such field']);
  });

  it('once why a contact could not be read', async () => {
    const fault = { isOn: false };
    const element = await show(ANA, { faults: () => (fault.isOn ? new ContactError('offline') : undefined) });
    const said = listen(element);
    fault.isOn = true;
    await element.refresh();
    expect(said).to.deep.equal(['No connection. Check your network and try again.']);
  });

  it('nothing when all is well: neither of loading nor of a switch', async () => {
    const element = await show(ANA, { others: [BEN] });
    const said = listen(element);
    element.contactId = BEN.id;
    await element.whenSettled();
    await element.refresh();
    expect(said).to.deep.equal([]);
  });

  it('what is wrong with a typed value from the field itself', async () => {
    const element = await show();
    const said = listen(element);
    await changePhone(element, 'call me');
    const input = getByRole('textbox', 'Phone Number', element);
    await until(() => input.getAttribute('aria-invalid') === 'true');
    expect(said).to.deep.equal([]);
  });
});
