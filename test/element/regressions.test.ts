import { expect } from '@open-wc/testing';
import { ContactError } from '../../src/core/error.js';
import { focusedElement, getByRole } from '../support/find.js';
import { handAdapter } from '../support/hand-adapter.js';
import { isChromium } from '../support/page.js';
import { until } from '../support/until.js';
import { fill, press } from '../support/user.js';
import {
  ANA,
  BEN,
  announced,
  expectAbsent,
  expectFocus,
  fieldRow,
  mount,
  panelText,
  record,
  says,
  show,
  withTouch,
} from './kit.js';

describe('the panel', () => {
  it('removing a tag by double click takes off one', async () => {
    const element = await show({ tags: ['A', 'B', 'C'].map((name) => ({ id: name, name })) });
    const saves = record('contact-saved');
    const button = getByRole('button', 'Remove tag B', element);
    button.click();
    button.click();
    await until(() => saves.length > 0);
    await element.whenSettled();
    expect(saves).to.have.length(1);
  });

  it('does not announce of the new contact what went wrong with the old one', async () => {
    const hand = handAdapter(['load']);
    const element = await mount({ adapter: hand.adapter, contactId: ANA.id });
    element.contactId = BEN.id;
    await element.updateComplete;
    (await hand.next('load')).reject(new ContactError('forbidden'));
    (await hand.next('load')).resolve({ contact: BEN });
    await element.whenSettled();
    expect(announced(element)).not.to.contain('permission');
  });

  it('follows a lang that is set inside a shadow root', async () => {
    const host = document.createElement('section');
    const inner = document.createElement('div');
    inner.lang = 'en';
    host.attachShadow({ mode: 'open' }).append(inner);
    const element = await mount({ contact: ANA });
    inner.append(element);
    document.body.append(host);
    await until(() => fieldRow(element, 'First Name'));
    inner.lang = 'de';
    await until(() => fieldRow(element, 'Vorname'));
    host.remove();
  });

  it('keeps the focus when the language changes', async () => {
    const element = await show();
    try {
      await element.edit('phone');
      const input = getByRole('textbox', 'Phone Number', element) as HTMLInputElement;
      document.documentElement.lang = 'de';
      await until(() => fieldRow(element, 'Vorname'));
      expectFocus(input);
    } finally {
      document.documentElement.lang = 'en';
    }
  });

  it('keeps the focus in the panel when the contact turns out to be gone', async () => {
    const hand = handAdapter();
    const element = await mount({ adapter: hand.adapter, contactId: ANA.id });
    (await hand.next('load')).resolve({ contact: ANA });
    await element.whenSettled();
    await element.edit('email');
    await fill(getByRole('textbox', 'Email Address', element), 'new@example.com');
    await press('Enter');
    (await hand.next('save')).reject(new ContactError('gone'));
    await says(element, 'This contact was deleted.');
    expect(focusedElement() !== null).to.equal(true);
  });

  it('keeps the focus in the panel when "Try again" of a failed load is pressed', async () => {
    const fault = { isOn: true };
    const element = await show(ANA, { faults: () => (fault.isOn ? new ContactError('offline') : undefined) });
    fault.isOn = false;
    getByRole('button', 'Try again', element).focus();
    await press('Enter');
    await says(element, 'Ana García');
    expect(focusedElement() !== null).to.equal(true);
  });

  it('keeps the focus in the panel when "Try again" of "not up to date" is pressed', async () => {
    const fault = { isOn: false };
    const element = await show(ANA, { faults: () => (fault.isOn ? new ContactError('offline') : undefined) });
    fault.isOn = true;
    await element.refresh();
    fault.isOn = false;
    getByRole('button', 'Try again', element).focus();
    await press('Enter');
    await until(() => !panelText(element).includes('out of date'));
    expect(focusedElement() !== null).to.equal(true);
  });

  it('shows an email address with a lone surrogate', async () => {
    const element = await show({ email: 'a\ud800@example.com' });
    expect(panelText(element)).to.contain('@example.com');
  });

  it('offers no pencil for a name of which a part may not be edited', async () => {
    const element = await show(ANA, { fields: [{ key: 'lastName', type: 'text', readonly: true }] });
    expectAbsent('button', 'Edit name', element);
  });

  it('is no landmark of the page: its top is no banner', async () => {
    const element = await show();
    expectAbsent('banner', undefined, element);
  });

  it('silences the live region once a retry has helped', async () => {
    const fault = { isOn: true };
    const element = await show(ANA, { faults: () => (fault.isOn ? new ContactError('offline') : undefined) });
    fault.isOn = false;
    await element.refresh();
    expect(announced(element)).to.equal('');
  });

  if (isChromium) {
    it('has a tag field of 44 px for fingers', () =>
      withTouch(async () => {
        const element = await show();
        expect(getByRole('combobox', 'Tags', element).getBoundingClientRect().height).to.be.at.least(44);
      }));
  }
});
