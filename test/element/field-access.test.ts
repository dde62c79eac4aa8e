import { expect } from '@open-wc/testing';
import { queryAllByRole } from '../support/find.js';
import { ANA, BEN, expectAbsent, panelText, show } from './kit.js';
import { findByRole } from '../support/find.js';
import { until } from '../support/until.js';
import { fill, press } from '../support/user.js';

describe('a field that may not be edited', () => {
  it('is not opened by the host either: what is masked stays masked', async () => {
    const element = await show(
      { ...ANA, custom: { iban: 'canary', seen: 'x' } },
      {
        fields: [
          { key: 'iban', type: 'text', label: 'IBAN', access: 'mask' },
          { key: 'seen', type: 'text', label: 'Seen', access: 'view' },
        ],
      },
    );
    for (const key of ['iban', 'seen', 'country']) await element.edit(key);
    expect(queryAllByRole('textbox', undefined, element)).to.have.length(0);
    expect(panelText(element)).not.to.contain('canary');
  });

  it('is not opened where the panel is read-only', async () => {
    const element = await show(ANA, { properties: { readonly: true } });
    await element.edit('email');
    expectAbsent('textbox', undefined, element);
  });
});

describe('what is wrong with a typed value', () => {
  it('is not said of another contact', async () => {
    const element = await show(ANA, { others: [BEN] });
    await element.edit('email');
    const input = await findByRole('textbox', 'Email Address', element);
    await fill(input, 'half');
    await press('Enter');
    await until(() => input.getAttribute('aria-invalid') === 'true');
    element.contactId = BEN.id;
    await element.whenSettled();
    await element.edit('email');
    const other = (await findByRole('textbox', 'Email Address', element)) as HTMLInputElement;
    expect(other.value).to.equal('ben@example.com');
    expect(other.hasAttribute('aria-invalid')).to.equal(false);
  });
});
