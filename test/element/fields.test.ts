import { expect } from '@open-wc/testing';
import type { FieldValues } from '../../src/core/contact.js';
import type { FieldDefinition } from '../../src/core/field-definition.js';
import { getByRole, queryAllByRole } from '../support/find.js';
import { ANA, expectAbsent, fieldRow, fieldText, panelText, show, textOf } from './kit.js';

function labels(element: Element): readonly string[] {
  return queryAllByRole('term', undefined, element).map(textOf);
}

async function showField(definition: FieldDefinition, custom: FieldValues = {}) {
  return show({ custom }, { fields: [definition] });
}

describe('the fields', () => {
  it('are the standard ones in their order, then the custom ones in the order of the source', async () => {
    const element = await show(ANA, {
      fields: [
        { key: 'zeta', type: 'text', label: 'Zeta' },
        { key: 'email', type: 'text', label: 'Work Email' },
        { key: 'alpha', type: 'text', label: 'Alpha' },
      ],
    });
    expect(labels(element)).to.deep.equal([
      'First Name',
      'Last Name',
      'Country',
      'Language',
      'Work Email',
      'Phone Number',
      'Assigned To',
      'Conversation Status',
      'Zeta',
      'Alpha',
    ]);
  });

  it('show their values in words', async () => {
    const element = await show(ANA);
    expect(fieldText(element, 'First Name')).to.equal('Ana');
    expect(fieldText(element, 'Country')).to.contain('Spain');
    expect(fieldText(element, 'Language')).to.equal('Spanish');
    expect(fieldText(element, 'Email Address')).to.equal('ana@example.com');
    expect(fieldText(element, 'Phone Number')).to.equal('+34 600 11 12 22');
    expect(fieldText(element, 'Assigned To')).to.contain('Rui Costa');
    expect(getByRole('button', 'Open', element).getAttribute('aria-pressed')).to.equal('true');
  });

  it('without a value say so, and the assignee is Unassigned', async () => {
    const element = await show({ firstName: 'Ana' });
    expect(fieldText(element, 'Email Address')).to.equal('Not set');
    expect(fieldText(element, 'Assigned To')).to.equal('Unassigned');
  });

  it('without a value are left out where the host asks for it, and come back when it no longer does', async () => {
    const element = await show({ firstName: 'Ana' }, { attributes: { 'hide-empty': '' } });
    expect(labels(element)).to.deep.equal(['First Name']);
    element.hideEmpty = false;
    await element.updateComplete;
    expect(labels(element)).to.have.length(8);
  });

  it('show 0 and false: they are values', async () => {
    const fields = [
      { key: 'score', type: 'number', label: 'Score' },
      { key: 'opted', type: 'checkbox', label: 'Opted in' },
    ];
    const element = await show({ custom: { score: 0, opted: false } }, { fields, properties: { hideEmpty: true } });
    expect(fieldText(element, 'Score')).to.equal('0');
    expect(labels(element)).to.contain('Opted in');
  });

  it('that the source hides are not there at all', async () => {
    const element = await showField({ key: 'secret', type: 'text', label: 'Secret', access: 'hide' }, { secret: 'canary' });
    expect(labels(element)).not.to.contain('Secret');
    expect(panelText(element)).not.to.contain('canary');
  });

  it('that the source masks say that they are hidden', async () => {
    const element = await showField({ key: 'iban', type: 'text', label: 'IBAN', access: 'mask' }, { iban: 'canary' });
    expect(fieldText(element, 'IBAN')).to.match(/Hidden$/);
    expect(element.shadowRoot?.textContent).not.to.contain('canary');
    expectAbsent('button', 'Edit IBAN', element);
  });

  it('that may only be viewed, or are read-only, or of a type without an editor, have no pencil', async () => {
    const fields: readonly FieldDefinition[] = [
      { key: 'seen', type: 'text', label: 'Seen', access: 'view' },
      { key: 'fixed', type: 'text', label: 'Fixed', readonly: true },
      { key: 'odd', type: 'hologram', label: 'Odd' },
      { key: 'free', type: 'text', label: 'Free' },
    ];
    const element = await show({}, { fields });
    const pencils = queryAllByRole('button', /^Edit/, element).map((button) => button.getAttribute('aria-label'));
    expect(pencils).to.include('Edit Free').and.not.to.include.members(['Edit Seen']);
    expect(pencils).not.to.include('Edit Fixed');
    expect(pencils).not.to.include('Edit Odd');
  });

  it('of an unknown type are shown as text', async () => {
    const element = await showField({ key: 'odd', type: 'hologram', label: 'Odd' }, { odd: ['a', 'b'] });
    expect(fieldText(element, 'Odd')).to.equal('a, b');
  });

  it('show a choice that is no option any more as it is', async () => {
    const definition = { key: 'plan', type: 'list', label: 'Plan', options: [{ value: 'pro', label: 'Professional' }] };
    expect(fieldText(await showField(definition, { plan: 'pro' }), 'Plan')).to.equal('Professional');
    expect(fieldText(await showField(definition, { plan: 'legacy' }), 'Plan')).to.equal('legacy');
  });

  it('may have keys that mean something to the language', async () => {
    const keys = ['__proto__', 'constructor', 'hasOwnProperty', 'toString'];
    const fields = keys.map((key) => ({ key, type: 'text', label: `Field ${key}` }));
    const custom = Object.fromEntries(keys.map((key) => [key, `value of ${key}`]));
    const element = await show({ custom }, { fields });
    for (const key of keys) expect(fieldText(element, `Field ${key}`)).to.equal(`value of ${key}`);
    expect(fieldText(await show({ custom: {} }, { fields }), 'Field constructor')).to.equal('Not set');
    expect(({} as Record<string, unknown>)['value of __proto__']).to.equal(undefined);
  });

  it('isolate what people wrote from the text around it', async () => {
    const element = await show({ firstName: '\u202eevil', assignee: { id: 'u', name: 'رنا' } });
    for (const label of ['First Name', 'Assigned To']) {
      expect(fieldRow(element, label)?.querySelector('bdi')?.textContent, label).to.be.a('string').and.not.equal('');
    }
  });
});
