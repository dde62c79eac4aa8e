import { expect } from '@open-wc/testing';
import { expectAccessible } from '../support/axe.js';
import { descriptionOf, findByRole, focusedElement, getByRole, queryAllByRole } from '../support/find.js';
import { until } from '../support/until.js';
import { click, fill, press } from '../support/user.js';
import { ANA, expectAbsent, fieldText, record, show } from './kit.js';
import type { ContactDetails } from '../../src/element/contact-details.js';

const SUGGESTION = 'This number is from Malaysia.';

async function changePhone(element: ContactDetails, phone: string): Promise<void> {
  await element.edit('phone');
  await fill(await findByRole('textbox', 'Phone Number', element), phone);
  await press('Enter');
  await until(() => !queryAllByRole('textbox', 'Phone Number', element).length);
  await element.whenSettled();
}

describe('the country of a phone number', () => {
  for (const country of [undefined, 'ES']) {
    it(`is offered, and never taken by itself, where the contact's country is ${country ?? 'not known'}`, async () => {
      const element = await show({ ...(country && { country }), phone: '+34600111222' });
      const saves = record('save-contact');
      await changePhone(element, '+60123456789');
      await findByRole('group', SUGGESTION, element);
      expect(saves).to.have.length(1);
      expect(saves[0]).to.have.deep.property('patch', { phone: '+60123456789' });
      await expectAccessible(element);
      await click(getByRole('button', 'Set Country', element));
      await until(() => saves.length === 2);
      expect(saves[1]).to.have.deep.property('patch', { country: 'MY' });
      await until(() => fieldText(element, 'Country')?.includes('Malaysia'));
      expectAbsent('group', SUGGESTION, element);
      await until(() => focusedElement() === getByRole('button', 'Edit Country', element));
    });
  }

  it('is not offered again once it was declined, until the number is another one', async () => {
    const element = await show(ANA);
    await changePhone(element, '+60123456789');
    await click(await findByRole('button', 'Ignore: Country', element));
    await until(() => !queryAllByRole('group', SUGGESTION, element).length);
    await changePhone(element, '+60123456780');
    expectAbsent('group', SUGGESTION, element);
    await changePhone(element, '+4915112345678');
    await findByRole('group', 'This number is from Germany.', element);
  });

  it('is not offered where it cannot be decided, or is what stands there', async () => {
    const element = await show(ANA);
    for (const phone of ['+18005550100', '+34611222333']) {
      await changePhone(element, phone);
      expectAbsent('group', /^This number is from/, element);
    }
  });
});

describe('a country that is written in small letters', () => {
  const text = (element: ContactDetails) => fieldText(element, 'Country');

  it('is the same country: shown so, not offered again, and written back by nobody', async () => {
    const element = await show({ ...ANA, country: 'my' });
    const saves = record('save-contact');
    expect(text(element)).to.contain('Malaysia');
    expect(text(element)).to.contain('🇲🇾');
    await changePhone(element, '+60123456789');
    expectAbsent('group', /^This number is from/, element);
    expect(saves.map((save) => (save as unknown as { patch: unknown }).patch)).to.deep.equal([{ phone: '+60123456789' }]);
    await element.edit('country');
    const input = (await findByRole('combobox', 'Country', element)) as HTMLInputElement;
    expect(input.value).to.equal('Malaysia');
    await until(() => expect(element.shadowRoot?.querySelector('[aria-current=true]')?.textContent).to.contain('Malaysia'));
    await press('Enter');
    await until(() => !input.isConnected);
    await element.whenSettled();
    expect(saves).to.have.length(1);
  });

  it('is the country of a phone number that is typed without its code', async () => {
    const element = await show({ ...ANA, country: 'my' });
    const saves = record('save-contact');
    await changePhone(element, '012-345 6789');
    expect(saves[0]).to.have.deep.property('patch', { phone: '+60123456789' });
  });
});

describe('an editor that is open while somebody else changes its field', () => {
  it('says so of each part of a name, and to those who only hear of it', async () => {
    const lastName = { current: 'García' };
    const load = async () => ({ contact: { ...ANA, version: lastName.current, lastName: lastName.current } });
    const element = await show(ANA, { properties: { adapter: { load, save: async () => ANA } } });
    await element.edit('name');
    await fill(await findByRole('textbox', 'First Name', element), 'Anna');
    lastName.current = 'Ruiz';
    await element.refresh();
    expect(descriptionOf(getByRole('textbox', 'Last Name', element))).to.equal('Somebody else changed this to Ruiz');
    expect(descriptionOf(getByRole('textbox', 'First Name', element))).to.equal('');
  });

  it('stays as it is, and says what stands there now, and who wrote it', async () => {
    const contact = { current: ANA };
    const element = await show(ANA, {
      properties: { adapter: { load: async () => ({ contact: contact.current }), save: async () => contact.current } },
    });
    await element.edit('email');
    const input = (await findByRole('textbox', 'Email Address', element)) as HTMLInputElement;
    await fill(input, 'mine@example.com');
    contact.current = {
      ...ANA,
      version: '2',
      email: 'theirs@example.com',
      provenance: { email: { source: 'person', by: 'Zoë' } },
    };
    await element.refresh();
    expect(input.value).to.equal('mine@example.com');
    expect(focusedElement()).to.equal(input);
    expect(descriptionOf(input)).to.equal('Zoë changed this to theirs@example.com');
  });
});
