import { expect } from '@open-wc/testing';
import { ContactError } from '../../src/core/error.js';
import type { ErrorCode } from '../../src/core/error.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { findByRole, focusedElement, queryByRole } from '../support/find.js';
import { nextEvent, until } from '../support/until.js';
import { press, type } from '../support/user.js';
import { ANA, fieldText, panelText, show, textOf } from './kit.js';

const MAX_STOPS = 40;

function focusedName(): string {
  const focused = focusedElement();
  return focused?.getAttribute('aria-label') ?? textOf(focused);
}

/** Walks by Tab until the focus is on that name. */
async function tabTo(name: string | RegExp): Promise<void> {
  for (let stop = 0; stop < MAX_STOPS; stop++) {
    if (typeof name === 'string' ? focusedName() === name : name.test(focusedName())) return;
    await press('Tab');
  }
  throw new Error(`Tab never came to ${String(name)}`);
}

async function replaceText(text: string): Promise<void> {
  await press('Control+a');
  await type(text);
}

async function focusIsSomewhere(): Promise<void> {
  await until(() => focusedElement() !== null, 'something to have the focus');
}

/** Shows the contact from a source whose saves fail as the test says; the panel has the focus before it. */
async function showFailing(operation: string): Promise<{ element: ContactDetails; fault: { code?: ErrorCode } }> {
  const fault: { code?: ErrorCode } = {};
  const current = { ...ANA, version: '2', phone: '+34 700 700' };
  const element = await show(ANA, {
    tags: [{ id: 'k', name: 'Known' }],
    faults: (call) => (call.operation === operation && fault.code ? new ContactError(fault.code, { current }) : undefined),
  });
  return { element, fault };
}

describe('by the keyboard alone, and never losing the focus, a person', () => {
  it('edits a field', async () => {
    const element = await show();
    await tabTo('Edit Phone Number');
    await press('Enter');
    await until(() => focusedElement()?.localName === 'input');
    await replaceText('+34 611 611 611');
    await press('Enter');
    await until(() => fieldText(element, 'Phone Number') === '+34 611 61 16 11');
    await until(() => focusedName() === 'Edit Phone Number', 'the focus to be back');
  });

  it('cancels an edit by its button', async () => {
    const element = await show();
    await tabTo('Edit Phone Number');
    await press('Enter');
    await until(() => focusedElement()?.localName === 'input');
    await type('1');
    await tabTo(/^Cancel editing /);
    await press(' ');
    await until(() => focusedName() === 'Edit Phone Number', 'the focus to be back');
    expect(fieldText(element, 'Phone Number')).to.equal('+34 600 11 12 22');
  });

  it('fixes a mistake', async () => {
    const element = await show();
    await tabTo('Edit Email Address');
    await press('Enter');
    await until(() => focusedElement()?.localName === 'input');
    await replaceText('half');
    await tabTo(/^Save /);
    await press('Enter');
    await until(() => focusedElement()?.getAttribute('aria-invalid') === 'true', 'the focus on the mistake');
    await replaceText('a@new.example');
    await press('Enter');
    await until(() => fieldText(element, 'Email Address') === 'a@new.example');
    await focusIsSomewhere();
  });

  it('adds a known tag, creates one and removes one', async () => {
    const { element } = await showFailing('none');
    await tabTo('Remove tag VIP');
    await press('Tab');
    const input = await findByRole('combobox', 'Tags', element);
    await until(() => input.getAttribute('aria-expanded') === 'true');
    await press('ArrowDown');
    await press('Enter');
    await until(() => panelText(element).includes('Known'));
    await type('Created');
    await press('Enter');
    await findByRole('button', 'Remove tag Created', element);
    await until(async () => {
      await press('Backspace');
      return focusedName() === 'Remove tag Created';
    });
    await press('Enter');
    await until(() => !queryByRole('button', 'Remove tag Created', element));
    await until(() => focusedName() === 'Remove tag Known');
  });

  it('uses the menu', async () => {
    const element = await show();
    await tabTo('More actions');
    await press('Enter');
    await until(() => focusedName() === 'View Messages');
    const asked = nextEvent(element, 'view-messages');
    await press('Enter');
    await asked;
    expect(focusedName()).to.equal('More actions');
  });

  it('deletes, changes their mind, and deletes', async () => {
    const element = await show();
    await tabTo('More actions');
    const choose = async () => {
      await press('Enter');
      await until(() => focusedName() === 'View Messages');
      await press('ArrowUp');
      await press('Enter');
      await until(() => focusedName() === 'Cancel');
    };
    await choose();
    await press('Enter');
    await until(() => focusedName() === 'More actions', 'the focus to be back');
    await choose();
    const confirm = await findByRole('button', 'Delete Contact', element);
    await until(() => confirm.getAttribute('aria-disabled') !== 'true');
    await press('Tab');
    await press('Enter');
    await until(() => panelText(element).includes('This contact was deleted.'));
    await until(() => focusedElement()?.getAttribute('role') === 'group', 'the focus on the panel');
  });

  it('answers a conflict', async () => {
    const { element, fault } = await showFailing('save');
    fault.code = 'conflict';
    await tabTo('Edit Phone Number');
    await press('Enter');
    await until(() => focusedElement()?.localName === 'input');
    await replaceText('+34 611 611 611');
    await press('Enter');
    await findByRole('group', /^Somebody else/, element);
    await focusIsSomewhere();
    await tabTo('Use theirs: Phone Number');
    await press('Enter');
    await until(() => fieldText(element, 'Phone Number') === '+34 700 700');
    await focusIsSomewhere();
  });

  it('tries again', async () => {
    const { element, fault } = await showFailing('save');
    fault.code = 'invalid';
    await tabTo('Edit Phone Number');
    await press('Enter');
    await until(() => focusedElement()?.localName === 'input');
    await replaceText('+34 611 611 611');
    await press('Enter');
    await findByRole('group', /^Phone Number wasn't saved/, element);
    delete fault.code;
    await tabTo('Try again: Phone Number');
    await press('Enter');
    await until(() => fieldText(element, 'Phone Number') === '+34 611 61 16 11');
    await until(() => focusedName() === 'Edit Phone Number', 'the focus to be back');
  });
});
