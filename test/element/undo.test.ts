import { expect } from '@open-wc/testing';
import { findByRole, focusedElement, getByRole } from '../support/find.js';
import { until } from '../support/until.js';
import { click, fill, press } from '../support/user.js';
import { announced, ANA, expectAbsent, fieldRow, fieldText, show } from './kit.js';

async function changeEmail() {
  const element = await show();
  await click(getByRole('button', 'Edit Email Address', element));
  await fill(await findByRole('textbox', 'Email Address', element), 'new@example.com');
  await press('Enter');
  const button = await findByRole('button', 'Undo: Email Address', element);
  return { element, button };
}

describe('a saved edit', () => {
  it('can be undone beside its field, with the keyboard, and the focus stays there', async () => {
    const { element, button } = await changeEmail();
    expect(fieldRow(element, 'Email Address')?.contains(button)).to.equal(true);
    expect(announced(element)).to.equal('Email Address saved – can be undone');
    button.focus();
    await press('Enter');
    await until(() => fieldText(element, 'Email Address') === ANA.email);
    await element.whenSettled();
    expectAbsent('button', /^Undo/, element);
    expect(focusedElement()).to.equal(getByRole('button', 'Edit Email Address', element));
  });

  it('is undone by a target of 24 pixels', async () => {
    const { width, height } = (await changeEmail()).button.getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(24);
  });
});

describe('a tag that was removed', () => {
  it('can be put back', async () => {
    const element = await show();
    await click(getByRole('button', 'Remove tag VIP', element));
    await click(await findByRole('button', 'Undo: VIP', element));
    expect(await findByRole('button', 'Remove tag VIP', element)).to.exist;
  });
});
