import { expect } from '@open-wc/testing';
import type { FieldValue } from '../../src/core/contact.js';
import type { FieldDefinition } from '../../src/core/field-definition.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import type { SaveContactEvent } from '../../src/element/editing/edit-requests.js';
import { descriptionOf, findByRole, focusedElement, getByRole, queryAllByRole } from '../support/find.js';
import { handAdapter } from '../support/hand-adapter.js';
import { nextEvent, until } from '../support/until.js';
import { click, fill, hover, press, type } from '../support/user.js';
import { ANA, expectAbsent, fieldRow, fieldText, mount, record, rowAtRest, show, textOf } from './kit.js';

interface Case {
  readonly key?: string;
  readonly value: FieldValue;
  readonly shown: string;
  /** What the person chooses, and what that is. */
  readonly name: string;
  readonly chosen: FieldValue;
  readonly more?: Partial<FieldDefinition>;
}

const PLANS = ['Basic', 'Pro', 'Team'].map((label) => ({ value: label.toLowerCase(), label }));
const STATES = ['New', 'Open', 'Waiting', 'Snoozed', 'Closed'].map((label) => ({ value: label.toLowerCase(), label }));
const RUI = { id: 'u_1', name: 'Rui Costa' };

const CASES: Readonly<Record<string, Case>> = {
  list: { value: 'basic', shown: 'Basic', name: 'Pro', chosen: 'pro', more: { options: PLANS } },
  checkbox: { value: true, shown: 'Yes', name: 'No', chosen: false },
  country: { value: 'ES', shown: 'Spain', name: 'Portugal', chosen: 'PT' },
  language: { value: 'es', shown: 'Spanish', name: 'Italian', chosen: 'it' },
  person: { value: RUI, shown: 'Rui Costa', name: 'Zoë', chosen: { id: 'u_2', name: 'Zoë' } },
  status: { key: 'status', value: 'open', shown: 'Open', name: 'Closed', chosen: 'closed', more: { options: STATES } },
};

/** A panel with one field of that type, and one after it. */
async function showCase(of: string, more: Partial<FieldDefinition> = {}) {
  const example = CASES[of];
  if (!example) throw new Error('No such case');
  const { key = 'it', value } = example;
  const contact = key === 'it' ? { custom: { it: value, next: 'x' } } : { [key]: value, custom: { next: 'x' } };
  const options = [
    { value: 'u_1', label: 'Rui Costa' },
    { value: 'u_2', label: 'Zoë' },
  ];
  const element = await show(contact, {
    options: { it: options },
    fields: [
      { key, type: of === 'status' ? 'list' : of, label: 'It', ...example.more, ...more },
      { key: 'next', type: 'text', label: 'Next' },
    ],
  });
  const saves = record<SaveContactEvent>('save-contact');
  const savedValues = () => saves.map(({ patch }) => (key === 'it' ? patch.custom?.['it'] : patch.status));
  return { element, savedValues, ...example };
}

const editors = (element: ContactDetails) => element.shadowRoot?.querySelectorAll('form.editor').length;

function activeRow(element: ContactDetails): string {
  return textOf(element.shadowRoot?.getElementById(focusedElement()?.getAttribute('aria-activedescendant') ?? ''));
}

/** Resolves when the list has been scrolled to the value. */
async function currentInSight(element: ContactDetails): Promise<void> {
  await until(() => {
    const row = queryAllByRole('option', undefined, element).find((option) => option.ariaCurrent === 'true');
    const { top = 0, bottom = 0 } = row?.getBoundingClientRect() ?? {};
    const list = getByRole('listbox', 'It', element).getBoundingClientRect();
    return row && top > list.top - 1 && bottom < list.bottom + 1;
  }, 'the value to be in sight');
}

/** Opens the editor by the keyboard; its list is there. */
async function openByKey(element: ContactDetails): Promise<HTMLInputElement> {
  getByRole('button', 'Edit It', element).focus();
  await press('Enter');
  await currentInSight(element);
  return getByRole('combobox', 'It', element) as HTMLInputElement;
}

for (const [of, { name, chosen, shown, value }] of Object.entries(CASES)) {
  describe(`choosing is saving: ${of}`, () => {
    it('takes one press to open and one to choose', async () => {
      const { element, savedValues } = await showCase(of);
      await click(getByRole('button', 'Edit It', element));
      await currentInSight(element);
      await click(await rowAtRest(new RegExp(`${name}$`), element));
      await until(() => savedValues().length);
      expect(savedValues()).to.deep.equal([chosen]);
      await until(() => fieldText(element, 'It')?.includes(name));
      expect(editors(element)).to.equal(0);
    });

    it('has no button that saves, and one that cancels', async () => {
      const { element, savedValues } = await showCase(of);
      await openByKey(element);
      expectAbsent('button', /^Save/, element);
      await click(getByRole('button', /^Cancel/, element));
      await until(() => fieldText(element, 'It')?.includes(shown));
      expect(savedValues()).to.deep.equal([]);
    });

    it('takes what the arrows have led to by Enter', async () => {
      const { element, savedValues } = await showCase(of);
      await openByKey(element);
      await type(name.slice(0, 2));
      await until(async () => {
        await press('ArrowDown');
        return activeRow(element).endsWith(name);
      });
      expect(savedValues()).to.deep.equal([]);
      await press('Enter');
      await until(() => savedValues().length);
      expect(savedValues()).to.deep.equal([chosen]);
      await until(() => focusedElement() === getByRole('button', 'Edit It', element), 'the focus to be back');
    });

    it('moves on by Tab with what is highlighted', async () => {
      const { element, savedValues } = await showCase(of);
      await openByKey(element);
      await until(async () => {
        await press('ArrowDown');
        return activeRow(element) !== '' && !activeRow(element).endsWith(shown);
      });
      await press('Tab');
      await until(() => savedValues().length);
      await element.whenSettled();
      expect([editors(element), savedValues().length]).to.deep.equal([0, 1]);
      expect(savedValues()).to.not.deep.equal([value]);
      expect(focusedElement()?.closest('.field')).to.not.equal(null);
    });

    it('is left as it was by Escape, and by Enter on nothing', async () => {
      const { element, savedValues } = await showCase(of);
      for (const key of ['Escape', 'Enter']) {
        await openByKey(element);
        if (key === 'Escape') await press('ArrowDown');
        await press(key);
        await until(() => editors(element) === 0);
        expect(fieldText(element, 'It')).to.contain(shown);
      }
      expect([savedValues(), element.hasUnsavedEdits]).to.deep.equal([[], false]);
    });

    it('can be emptied by an option where it is not required, and not where it is', async () => {
      const { element, savedValues } = await showCase(of);
      await openByKey(element);
      await click(getByRole('option', 'Not set', element));
      await until(() => savedValues().length);
      expect(savedValues()).to.deep.equal([null]);
      element.remove();
      const required = await showCase(of, { required: true });
      expect((await openByKey(required.element)).ariaRequired).to.equal('true');
      expectAbsent('option', 'Not set', required.element);
    });
  });
}

describe('a choice', () => {
  it('is not made by Enter or Tab because the pointer is where the list has opened', async () => {
    for (const key of ['Enter', 'Tab']) {
      const { element, savedValues } = await showCase('country');
      await openByKey(element);
      await hover(await rowAtRest(/Sri Lanka$/, element));
      expect(activeRow(element)).to.equal('');
      await press(key);
      await element.whenSettled();
      expect(savedValues()).to.deep.equal([]);
      element.remove();
    }
  });

  it('that is left with nothing highlighted stays open as it is', async () => {
    const { element, savedValues } = await showCase('country');
    const input = await openByKey(element);
    await fill(input, 'Atlantis');
    await press('Tab');
    expect(focusedElement()).to.equal(getByRole('button', /^Cancel/, element));
    expect([input.value, editors(element), savedValues().length]).to.deep.equal(['Atlantis', 1, 0]);
  });

  it('that the page refuses stays in its editor, and can be confirmed again', async () => {
    const { element } = await showCase('list');
    element.addEventListener('save-contact', (event) => event.preventDefault(), { once: true });
    const input = await openByKey(element);
    await click(getByRole('option', 'Pro', element));
    await until(() => input.value === 'Pro');
    expect([editors(element), element.hasUnsavedEdits]).to.deep.equal([1, true]);
    const saved = nextEvent(element, 'contact-saved');
    await press('Enter');
    await saved;
    expect(fieldText(element, 'It')).to.contain('Pro');
  });

  it('that does not pass its check stays in its editor, with the reason', async () => {
    const { element, savedValues } = await showCase('country', { required: true });
    const input = await openByKey(element);
    await press('Control+a');
    await press('Backspace');
    await press('Enter');
    await until(() => descriptionOf(input));
    expect([editors(element), savedValues().length]).to.deep.equal([1, 0]);
  });

  it('that the source finds after its editor was cancelled is not saved', async () => {
    const hand = handAdapter(['load', 'save', 'suggestOptions']);
    const element = await mount({ adapter: hand.adapter, contactId: ANA.id });
    (await hand.next('load')).resolve({ contact: ANA });
    await element.whenSettled();
    await click(getByRole('button', 'Edit Assigned To', element));
    const input = await findByRole('combobox', 'Assigned To', element);
    (await hand.next('suggestOptions')).resolve([]);
    await until(() => focusedElement() === input);
    await type('Zoë');
    await press('Tab');
    await until(() => hand.calls.suggestOptions.length > 1);
    await press('Enter');
    await until(() => editors(element) === 0);
    for (const { resolve } of hand.calls.suggestOptions.slice(1)) resolve([{ value: 'u_2', label: 'Zoë' }]);
    await element.whenSettled();
    expect([editors(element), element.hasUnsavedEdits]).to.deep.equal([0, false]);
    expect(hand.calls.save).to.have.length(0);
  });
});

describe('a required field', () => {
  it('has a mark beside its label, at rest as in its editor, where the control says it itself: it is said once', async () => {
    for (const required of [true, false]) {
      const { element } = await showCase('list', { required });
      const isMarked = () => {
        const term = fieldRow(element, 'It')?.previousElementSibling;
        return term ? `${term.textContent}${getComputedStyle(term, '::after').content}`.includes('*') : undefined;
      };
      const said = () => queryAllByRole('img', 'Required', element).length;
      expect([isMarked(), said()]).to.deep.equal([required, required ? 1 : 0]);
      const input = await openByKey(element);
      expect([isMarked(), said()]).to.deep.equal([required, 0]);
      expect(input.getAttribute('aria-required')).to.equal(required ? 'true' : null);
      element.remove();
    }
  });

  it('has none where nobody can fill it in', async () => {
    const { element } = await showCase('list', { required: true, readonly: true });
    expectAbsent('img', 'Required', element);
  });

  it('has a mark in the editor of the name, too', async () => {
    const element = await show(ANA, { fields: [{ key: 'firstName', type: 'text', required: true }] });
    await element.edit('name');
    const marks = ['First Name', 'Last Name'].map((name) => {
      const [label] = (getByRole('textbox', name, element) as HTMLInputElement).labels ?? [];
      return label && getComputedStyle(label, '::after').content.includes('*');
    });
    expect(marks).to.deep.equal([true, false]);
  });
});
