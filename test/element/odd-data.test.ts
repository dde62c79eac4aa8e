import { expect } from '@open-wc/testing';
import type { Contact } from '../../src/core/contact.js';
import type { FieldDefinition } from '../../src/core/field-definition.js';
import type { ContactFailedEvent } from '../../src/element/events.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { descriptionOf, findByRole, getByRole, queryAllByRole } from '../support/find.js';
import { until } from '../support/until.js';
import { press } from '../support/user.js';
import { ANA, mount, show } from './kit.js';

/** A panel whose source answers this, whatever it is, and the failures that it tells the page. */
async function showAnswer(answer: object): Promise<{ element: ContactDetails; failures: ContactFailedEvent[] }> {
  const failures: ContactFailedEvent[] = [];
  const element = await mount();
  element.addEventListener('contact-failed', (event) => failures.push(event));
  const load = () => Promise.resolve(answer as never);
  Object.assign(element, { adapter: { load, save: () => Promise.reject(new Error('unused')) }, contactId: ANA.id });
  await until(() => element.shadowRoot?.querySelector('[part=name]'), 'the contact');
  return { element, failures };
}

const rowOf = (element: ContactDetails, key: string) =>
  [...(element.shadowRoot?.querySelectorAll<HTMLElement>('[data-field]') ?? [])].find(
    ({ dataset }) => dataset['field'] === key,
  );

const custom = { address: { city: 'X' }, list: ['x', null], plan: 'pro' };
const fields = [{ key: 'address', type: 'text' }, { key: 'list', type: 'multilist' }, 'plan'];

describe('odd data', () => {
  it('costs itself only: it is shown and not edited, and told once', async () => {
    const { element, failures } = await showAnswer({ contact: { ...ANA, custom }, fields });
    expect(getByRole('heading', 'Ana García', element)).to.exist;
    for (const [key, text] of [
      ['address', '{"city":"X"}'],
      ['list', '["x",null]'],
      ['plan', 'pro'],
    ] as const) {
      expect(rowOf(element, key)?.querySelector('[part=value]')?.textContent, key).to.equal(text);
      expect(rowOf(element, key)?.querySelector('[part=edit-button]'), key).to.equal(null);
    }
    expect(getByRole('button', 'Edit Email Address', element)).to.exist;
    await element.refresh();
    expect(failures.map(({ operation, error }) => [operation, error.code, error.message])).to.deep.equal([
      ['load', 'invalid-data', 'Not understood: answer.fields.2, contact.custom.address, contact.custom.list'],
    ]);
  });

  it('that the host hands over costs itself only, too', async () => {
    const element = await mount({ contact: { ...ANA, custom } as unknown as Contact, fields: fields as FieldDefinition[] });
    await until(() => rowOf(element, 'address'));
    expect(rowOf(element, 'address')?.textContent).to.contain('"X"');
  });

  for (const avatarUrl of ['', '#', ' ', '#top', '?', '.', location.href, `${location.href}#x`]) {
    it(`is no picture, and asks for nothing: ${JSON.stringify(avatarUrl)}`, async () => {
      const element = await show({ ...ANA, avatarUrl, assignee: { id: 'u', name: 'Rui', avatarUrl } });
      expect(element.shadowRoot?.querySelectorAll('img').length).to.equal(0);
    });
  }

  it('names: one that shows nothing is none, and has the icon of a person', async () => {
    const element = await show({
      id: 'c_1',
      firstName: '\u3164',
      lastName: '\u200b',
      displayName: '\u2800',
      phone: '+4930901820',
    });
    expect(getByRole('heading', '+4930901820', element)).to.exist;
    expect(element.shadowRoot?.querySelector('[part=avatar].icon-person')).to.exist;
  });

  it('texts of several lines: each line has its own direction, read and edited', async () => {
    const note = 'First (one)\nمرحبا (one)';
    const field = { key: 'note', type: 'textarea', label: 'Note' };
    const element = await show({ ...ANA, custom: { note } }, { fields: [field] });
    const text = rowOf(element, 'note')?.querySelector('[part=value]');
    const letters = document.createTreeWalker(text ?? element, NodeFilter.SHOW_TEXT).nextNode();
    if (!letters) throw new Error('No text');
    const leftOf = (letter: string) => {
      const range = document.createRange();
      range.setStart(letters, note.lastIndexOf(letter));
      range.setEnd(letters, note.lastIndexOf(letter) + 1);
      return range.getBoundingClientRect().left;
    };
    expect(leftOf('م')).to.be.above(leftOf('e'));
    expect(leftOf('F')).to.be.below(leftOf('t'));
    await element.edit('note');
    const control = await findByRole('textbox', 'Note', element);
    expect(getComputedStyle(control).unicodeBidi).to.equal('plaintext');
  });
});

/** Types a text into the editor of a field and confirms it; answers the complaint, or nothing where it was saved. */
async function enter(element: ContactDetails, key: string, label: string, text: string): Promise<string> {
  await element.edit(key);
  const input = (await findByRole('textbox', label, element)) as HTMLInputElement;
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await press('Enter');
  await until(() => !input.isConnected || descriptionOf(input));
  await element.whenSettled();
  return input.isConnected ? descriptionOf(input) : '';
}

describe('what cannot be seen', () => {
  for (const character of ['\u200b', '\u202c', '\u2060', '\u00ad', '\ufeff', '\u3164']) {
    it(`is no part of an address that is entered: U+${character.charCodeAt(0).toString(16)}`, async () => {
      const fields = [{ key: 'site', type: 'url', label: 'Site' }];
      const element = await show(ANA, { fields });
      expect(await enter(element, 'email', 'Email Address', `${character}new@example.com${character}`)).to.equal('');
      expect(await enter(element, 'site', 'Site', `${character}https://a.example/x${character}`)).to.equal('');
      const link = (key: string) => rowOf(element, key)?.querySelector('a');
      expect([link('email')?.textContent, link('site')?.textContent]).to.deep.equal(['new@example.com', 'https://a.example/x']);
    });
  }

  it('is no part of the link of a stored address, which stays as it is', async () => {
    const email = '\u200bana@example.com';
    const site = '\u200bhttps://a.example/x';
    const element = await show({ ...ANA, email, custom: { site } }, { fields: [{ key: 'site', type: 'url' }] });
    const link = (key: string) => rowOf(element, key)?.querySelector('a');
    expect([link('email')?.href, link('site')?.href]).to.deep.equal(['mailto:ana@example.com', 'https://a.example/x']);
    expect([link('email')?.textContent, link('site')?.textContent]).to.deep.equal([email, site]);
  });
});

describe('a pattern', () => {
  const field = (pattern: string) => ({ key: 'code', type: 'text', label: 'Code', pattern, patternHint: 'Not like that' });

  for (const [pattern, right, wrong] of [
    ['^[0-9()\\- ]+$', '(030) 1', 'x'],
    ["[a-z\\'_]+", "o'b", 'O'],
    ['/^[A-Z]{3}$/i', 'abc', 'ab'],
    ['(a+)+', 'a'.repeat(60), `${'a'.repeat(60)}!`],
  ] as const) {
    it(`says what it says on a server: ${pattern}`, async () => {
      const element = await show({ ...ANA, custom: { code: 'old' } }, { fields: [field(pattern)] });
      expect(await enter(element, 'code', 'Code', wrong)).to.contain('Not like that');
      await press('Escape');
      expect(await enter(element, 'code', 'Code', right)).to.equal('');
    });
  }

  it('that is no regular expression demands nothing', async () => {
    const element = await show({ ...ANA, custom: { code: 'old' } }, { fields: [field('(')] });
    expect(await enter(element, 'code', 'Code', 'x')).to.equal('');
    expect(queryAllByRole('textbox', 'Code', element).length).to.equal(0);
  });
});
