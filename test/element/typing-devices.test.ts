import { expect } from '@open-wc/testing';
import type { FieldDefinition } from '../../src/core/field-definition.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { isChromium } from '../support/page.js';
import { ANA, show, withTouch } from './kit.js';

const FIELDS: readonly FieldDefinition[] = [
  { key: 'notes', type: 'textarea', label: 'Notes' },
  { key: 'plan', type: 'list', label: 'Plan', options: [{ value: 'a', label: 'A' }] },
  ...Array.from({ length: 12 }, (_, index) => ({ key: `more_${index}`, type: 'text', label: `More ${index}` })),
];

const EDITED = ['name', 'email', 'phone', 'country', 'notes', 'plan'];

/** Every control of the panel in which something is typed or chosen, each open. */
async function openControls(): Promise<{ element: ContactDetails; controls: readonly HTMLElement[] }> {
  const element = await show(ANA, { fields: FIELDS });
  for (const key of EDITED) await element.edit(key);
  const controls = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('input, select, textarea') ?? [])];
  expect(controls).to.have.length(EDITED.length + 1 + 2);
  return { element, controls };
}

describe('what is typed in', () => {
  it('is left alone by the managers of passwords', async () => {
    const { controls } = await openControls();
    for (const control of controls) {
      const { dataset } = control;
      expect([
        control.id,
        '1pIgnore' in dataset,
        'bwignore' in dataset,
        dataset['lpignore'],
        dataset['formType'],
      ]).to.deep.equal([control.id, true, true, 'true', 'other']);
    }
  });

  it('tells the keyboard of a touch screen what its Enter does, and where capitals are', async () => {
    const { controls } = await openControls();
    const capitals = new Map(controls.map((control) => [control.id, control.getAttribute('autocapitalize')]));
    for (const control of controls) expect([control.id, control.enterKeyHint]).to.not.deep.equal([control.id, '']);
    expect(['name-0', 'name-1'].map((id) => capitals.get(id))).to.deep.equal(['words', 'words']);
    expect([...capitals.values()].filter((value) => value === 'off')).to.have.length.of.at.least(3);
  });

  if (isChromium) {
    it('is written in 16 pixels at least where fingers type: iOS would zoom into the page', () =>
      withTouch(async () => {
        const { element, controls } = await openControls();
        element.style.fontSize = '10px';
        for (const control of controls) {
          expect([control.id, parseFloat(getComputedStyle(control).fontSize) >= 16]).to.deep.equal([control.id, true]);
        }
      }));
  }
});
