import { expect } from '@open-wc/testing';
import type { ContactDetails } from '../../src/element/contact-details.js';
import type { FieldDefinition } from '../../src/core/field-definition.js';
import { messages } from '../support/messages.js';
import { descriptionOf, findByRole, focusedElement, getByRole } from '../support/find.js';
import { nextEvent, until } from '../support/until.js';
import { click, fill, press } from '../support/user.js';
import { ANA, expectAbsent, expectFocus, fieldText, record, show } from './kit.js';

async function openEditor(element: ContactDetails, label: string): Promise<HTMLInputElement> {
  await click(getByRole('button', `Edit ${label}`, element));
  const input = (await findByRole('textbox', label, element)) as HTMLInputElement;
  await until(() => focusedElement() === input, 'the focus to be in the editor');
  return input;
}

/** Types a text into a field and confirms it. */
async function enter(element: ContactDetails, label: string, text: string): Promise<HTMLInputElement> {
  const input = await openEditor(element, label);
  await fill(input, text);
  await press('Enter');
  return input;
}

function customField(definition: Partial<FieldDefinition>): Promise<ContactDetails> {
  return show({ ...ANA, custom: { plan: 'gold' } }, { fields: [{ key: 'plan', type: 'text', label: 'Plan', ...definition }] });
}

describe('editing a field', () => {
  it('replaces the value by a labelled input with the same text in it', async () => {
    const input = await openEditor(await show(), 'Email Address');
    expect(input.value).to.equal('ana@example.com');
    expect(input.type).to.equal('email');
    expect(input.autocomplete).to.equal('off');
  });

  it('saves by Enter: one request, the new value at once, the focus back on the pencil', async () => {
    const element = await show();
    const events = record('save-contact', 'contact-saved');
    await enter(element, 'Email Address', 'new@example.com');
    const pencil = await findByRole('button', 'Edit Email Address', element);
    expect(fieldText(element, 'Email Address')).to.equal('new@example.com');
    await until(() => focusedElement() === pencil, 'the focus to be back');
    await element.whenSettled();
    expect(events.map(({ type }) => type)).to.deep.equal(['save-contact', 'contact-saved']);
    expect(events[0]).to.have.deep.property('patch', { email: 'new@example.com' });
  });

  it('saves a custom field under its own key', async () => {
    const element = await customField({});
    const saves = record('save-contact');
    await enter(element, 'Plan', 'platinum');
    await until(() => saves.length === 1);
    expect(saves[0]).to.have.deep.property('patch', { custom: { plan: 'platinum' } });
    expect(fieldText(element, 'Plan')).to.equal('platinum');
  });

  it('clears a value that is not required', async () => {
    const element = await show();
    const saves = record('save-contact');
    await enter(element, 'Phone Number', '');
    await until(() => fieldText(element, 'Phone Number') === 'Not set');
    expect(saves[0]).to.have.deep.property('patch', { phone: null });
  });

  it('saves a phone number with its country code, formatted while it is typed', async () => {
    const element = await show();
    const input = await openEditor(element, 'Phone Number');
    await fill(input, '611222333');
    expect(input.value).to.equal('611 22 23 33');
    await press('Enter');
    await until(() => fieldText(element, 'Phone Number') === '+34 611 22 23 33');
  });

  it('keeps a phone number of no known country as it is typed', async () => {
    const element = await show({ phone: '1' });
    await enter(element, 'Phone Number', '(0)600 - 111 / 222');
    await until(() => fieldText(element, 'Phone Number') === '(0)600 - 111 / 222');
    expect(getByRole('link', '(0)600 - 111 / 222', element).getAttribute('href')).to.equal('tel:0600111222');
  });

  it('lets several fields be edited at once, each on its own', async () => {
    const element = await show();
    const email = await openEditor(element, 'Email Address');
    await fill(email, 'half@');
    const phone = await openEditor(element, 'Phone Number');
    await fill(phone, '+34 611');
    await press('Escape');
    await findByRole('button', 'Edit Phone Number', element);
    expect(email.value).to.equal('half@');
    expect(fieldText(element, 'Phone Number')).to.equal('+34 600 11 12 22');
  });

  it('is neither saved nor discarded when the focus goes elsewhere', async () => {
    const element = await show();
    const saves = record('save-contact');
    const input = await openEditor(element, 'Email Address');
    await fill(input, 'half@');
    input.blur();
    await element.whenSettled();
    expect(input.value).to.equal('half@');
    expect(saves).to.have.length(0);
  });

  it('that a key names is begun by the host, and a key that names none is a mistake', async () => {
    const element = await show();
    await element.edit('email');
    expectFocus(getByRole('textbox', 'Email Address', element));
    const mistake = await element.edit('nonsense').catch((error: unknown) => error);
    expect(mistake).to.be.instanceOf(TypeError);
  });

  it('leaves what the host vetoes in the editor, and sends nothing', async () => {
    const element = await show();
    const saved = record('contact-saved', 'contact-failed');
    element.addEventListener('save-contact', (event) => event.preventDefault());
    const input = await enter(element, 'Email Address', 'new@example.com');
    await element.whenSettled();
    expect(input.isConnected && input.value).to.equal('new@example.com');
    expect(saved).to.have.length(0);
    expect(element.hasUnsavedEdits).to.equal(true);
  });

  it('sends one request when Enter is held', async () => {
    const element = await show();
    const saves = record('save-contact');
    const input = await openEditor(element, 'Email Address');
    await fill(input, 'new@example.com');
    await Promise.all([press('Enter'), press('Enter'), press('Enter')]);
    await element.whenSettled();
    expect(saves).to.have.length(1);
  });
});

describe('what is wrong with a typed value', () => {
  const cases: readonly [
    what: string,
    label: string,
    definition: Partial<FieldDefinition>,
    typed: string,
    complaint: string,
  ][] = [
    ['an address without an @', 'Email Address', {}, 'ana.example.com', messages.complaints.email],
    ['a number of letters', 'Phone Number', {}, 'call me', messages.complaints.phone],
    ['nothing where something is required', 'Plan', { required: true }, '', messages.complaints.required],
    ['another form', 'Plan', { pattern: '[a-z]+' }, 'GOLD', messages.complaints.pattern],
    [
      'another form, in the words of the source',
      'Plan',
      { pattern: '[a-z]+', patternHint: 'Lower case' },
      'GOLD',
      'Lower case',
    ],
    ['too much', 'Plan', { maxLength: 3 }, 'silver', messages.complaints.tooLong],
  ];
  for (const [what, label, definition, typed, complaint] of cases) {
    it(`is said next to the field: ${what}`, async () => {
      const element = await customField(definition);
      const saves = record('save-contact');
      const input = await enter(element, label, typed);
      await until(() => input.getAttribute('aria-invalid') === 'true', 'the complaint');
      expect(descriptionOf(input)).to.equal(complaint);
      expect(input.value).to.equal(typed);
      expectFocus(input);
      expect(saves).to.have.length(0);
    });
  }

  it('is not said of 3 code points where 3 are allowed', async () => {
    const element = await customField({ maxLength: 3 });
    await enter(element, 'Plan', '👩👩👩');
    await until(() => fieldText(element, 'Plan') === '👩👩👩');
  });

  it('is forgotten when it is put right', async () => {
    const element = await show();
    const input = await enter(element, 'Email Address', 'ana');
    await until(() => input.getAttribute('aria-invalid') === 'true');
    await fill(input, 'ana@new.example');
    await press('Enter');
    await until(() => fieldText(element, 'Email Address') === 'ana@new.example');
  });

  it('is forgotten when it is given up', async () => {
    const element = await show();
    const input = await enter(element, 'Email Address', 'ana');
    await until(() => input.getAttribute('aria-invalid') === 'true');
    await press('Escape');
    const again = await openEditor(element, 'Email Address');
    expect(again.value).to.equal('ana@example.com');
    expect(again.hasAttribute('aria-invalid')).to.equal(false);
  });

  it('stands beside what helps to fill it in', async () => {
    const element = await customField({ description: 'As on the invoice', required: true });
    const input = await openEditor(element, 'Plan');
    expect(descriptionOf(input)).to.equal('As on the invoice');
    await fill(input, '');
    await press('Enter');
    await until(() => descriptionOf(input) === `${messages.complaints.required} As on the invoice`);
  });

  it('does not keep a pattern that is no pattern from saving', async () => {
    const element = await customField({ pattern: '(' });
    const saved = nextEvent(element, 'contact-saved');
    await enter(element, 'Plan', 'platinum');
    await saved;
    expectAbsent('textbox', 'Plan', element);
  });
});
