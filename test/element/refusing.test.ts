import { expect } from '@open-wc/testing';
import type { SaveContactEvent } from '../../src/element/editing/edit-requests.js';
import { expectAccessible } from '../support/axe.js';
import { descriptionOf, findByRole, getByRole, queryAllByRole } from '../support/find.js';
import { until } from '../support/until.js';
import { click, fill, press, type } from '../support/user.js';
import { ANA, BEN, expectAbsent, expectFocus, fieldText, listen, record, show, textOf } from './kit.js';
import type { Setting } from './kit.js';

const REASON = 'Only the sales team changes this.';

/** Shows a panel whose page refuses what it is asked, once or always, with a reason. */
async function showRefusing(
  setting: Setting = {},
  refuse: (event: SaveContactEvent) => void = (event) => event.refuse(REASON),
) {
  const element = await show(ANA, setting);
  element.addEventListener('save-contact', refuse);
  return element;
}

async function typeInto(element: Awaited<ReturnType<typeof show>>, key: string, label: string, text: string) {
  await element.edit(key);
  const input = await findByRole('textbox', label, element);
  await fill(input, text);
  await press('Enter');
  return input as HTMLInputElement;
}

describe('a veto that says why', () => {
  it('stands at the field, which stays open with what was typed and has the focus', async () => {
    const element = await showRefusing();
    const saved = record('contact-saved', 'contact-failed');
    const input = await typeInto(element, 'email', 'Email Address', 'new@example.com');
    await until(() => descriptionOf(input).includes(REASON), 'the reason');
    expect(input.getAttribute('aria-invalid')).to.equal('true');
    expect(input.value).to.equal('new@example.com');
    expectFocus(input);
    await element.whenSettled();
    expect(saved).to.have.length(0);
    expect(element.hasUnsavedEdits).to.equal(true);
    await expectAccessible(element);
  });

  it('is announced once, with the name of the field', async () => {
    const element = await showRefusing();
    const said = listen(element);
    await typeInto(element, 'email', 'Email Address', 'new@example.com');
    await until(() => said.length > 0, 'an announcement');
    await element.refresh();
    expect(said).to.deep.equal([`Email Address: ${REASON}`]);
  });

  it('is gone as soon as what was typed is changed, and the edit can be saved then', async () => {
    const element = await showRefusing({}, (event) => event.patch.email === 'new@example.com' && event.refuse(REASON));
    const input = await typeInto(element, 'email', 'Email Address', 'new@example.com');
    await until(() => descriptionOf(input).includes(REASON), 'the reason');
    await press('End');
    await type('.au');
    await until(() => descriptionOf(input) === '', 'the reason to go');
    expect(input.getAttribute('aria-invalid')).not.to.equal('true');
    await press('Enter');
    await until(() => fieldText(element, 'Email Address') === 'new@example.com.au');
  });

  it('is asked anew when the same is confirmed again', async () => {
    let isOpen = true;
    const element = await showRefusing({}, (event) => isOpen && event.refuse(REASON));
    const input = await typeInto(element, 'email', 'Email Address', 'new@example.com');
    await until(() => descriptionOf(input).includes(REASON), 'the reason');
    isOpen = false;
    await press('Enter');
    await until(() => fieldText(element, 'Email Address') === 'new@example.com');
  });

  it('stands at the name that was changed, and is gone when either is changed', async () => {
    const element = await showRefusing();
    await element.edit('name');
    const last = (await findByRole('textbox', 'Last Name', element)) as HTMLInputElement;
    await fill(last, 'Silva');
    await press('Enter');
    await until(() => descriptionOf(last).includes(REASON), 'the reason');
    const first = getByRole('textbox', 'First Name', element) as HTMLInputElement;
    expect(descriptionOf(first)).to.equal('');
    await fill(first, 'Anna');
    await until(() => descriptionOf(last) === '', 'the reason to go');
  });

  it('is left behind by Escape', async () => {
    const element = await showRefusing();
    const input = await typeInto(element, 'email', 'Email Address', 'new@example.com');
    await until(() => descriptionOf(input).includes(REASON), 'the reason');
    await press('Escape');
    await element.edit('email');
    expect(descriptionOf(await findByRole('textbox', 'Email Address', element))).to.equal('');
  });

  it('stays with its contact', async () => {
    const element = await showRefusing({ others: [BEN] });
    const input = await typeInto(element, 'email', 'Email Address', 'new@example.com');
    await until(() => descriptionOf(input).includes(REASON), 'the reason');
    element.contactId = BEN.id;
    await element.whenSettled();
    await element.edit('email');
    const other = await until(() => {
      const found = getByRole('textbox', 'Email Address', element) as HTMLInputElement;
      return found.value === BEN.email && found;
    }, "Ben's editor");
    expect(descriptionOf(other)).to.equal('');
    element.contactId = ANA.id;
    await element.whenSettled();
    await until(() => descriptionOf(getByRole('textbox', 'Email Address', element)).includes(REASON), 'the reason again');
  });

  it('stands in the editor of a value that is chosen from a list', async () => {
    const plan = {
      key: 'plan',
      type: 'list',
      label: 'Plan',
      options: ['Free', 'Pro'].map((value) => ({ value, label: value })),
    };
    const element = await showRefusing({ fields: [plan] });
    await element.edit('plan');
    const input = (await findByRole('combobox', 'Plan', element)) as HTMLInputElement;
    await click(await findByRole('option', 'Pro', element));
    await until(() => descriptionOf(input).includes(REASON), 'the reason');
    expect(input.value).to.equal('Pro');
    expectFocus(input);
  });

  it('is the first that a listener gives', async () => {
    const element = await showRefusing();
    element.addEventListener('save-contact', (event) => event.refuse('Because.'));
    const input = await typeInto(element, 'email', 'Email Address', 'new@example.com');
    await until(() => descriptionOf(input).includes(REASON), 'the reason');
    expect(descriptionOf(input)).not.to.contain('Because');
  });

  it('without a reason is a veto all the same', async () => {
    const element = await showRefusing({}, (event) => event.refuse(''));
    const said = listen(element);
    const input = await typeInto(element, 'email', 'Email Address', 'new@example.com');
    await until(() => said.includes("Email Address wasn't saved."), 'the announcement');
    expect(input.isConnected).to.equal(true);
    expect(descriptionOf(input)).to.equal('');
  });
});

describe('a veto that says why one press sets nothing', () => {
  const closed = /Conversation Status wasn't saved: \W?Closed/;

  it('stands below the value, which stays, and is announced once', async () => {
    const element = await showRefusing();
    const said = listen(element);
    await click(getByRole('button', 'Closed', element));
    const notice = await findByRole('group', closed, element);
    expect(textOf(notice)).to.contain(REASON);
    expect(getByRole('button', 'Open', element).getAttribute('aria-pressed')).to.equal('true');
    expect(said).to.deep.equal([`Conversation Status wasn't saved. ${REASON}`]);
    await expectAccessible(element);
  });

  it('is gone when it is discarded', async () => {
    const element = await showRefusing();
    await click(getByRole('button', 'Closed', element));
    await click(await findByRole('button', 'Discard: Conversation Status', element));
    await until(() => !queryAllByRole('group', closed, element).length, 'the notice to go');
  });

  it('asks anew by "Try again", and is gone when the page agrees', async () => {
    let isOpen = true;
    const element = await showRefusing({}, (event) => isOpen && event.refuse(REASON));
    await click(getByRole('button', 'Closed', element));
    const again = await findByRole('button', 'Try again: Conversation Status', element);
    isOpen = false;
    await click(again);
    await until(() => getByRole('button', 'Closed', element).getAttribute('aria-pressed') === 'true');
    expectAbsent('group', closed, element);
  });

  it('is gone when the person chooses what stands there', async () => {
    const element = await showRefusing();
    await click(getByRole('button', 'Closed', element));
    await findByRole('group', closed, element);
    await click(getByRole('button', 'Open', element));
    await until(() => !queryAllByRole('group', closed, element).length, 'the notice to go');
  });
});
