import { expect } from '@open-wc/testing';
import { findByRole, getByRole } from '../support/find.js';
import { until } from '../support/until.js';
import { hover, press } from '../support/user.js';
import { ANA, enter, show } from './kit.js';

/** Whether a module of this name has been asked for. Modules are loaded once a page: these tests build on each other. */
function isLoaded(name: string): boolean {
  return performance.getEntriesByType('resource').some((entry) => new URL(entry.name).pathname.includes(name));
}

describe('what a reader does not need', () => {
  const LATER = [
    '/editing.',
    '/editor.',
    '/menu.',
    '/confirm-dialog.',
    '/tag-input.',
    '/option-search.',
    'tom-select',
    'floating-ui',
  ];

  before(() => performance.setResourceTimingBufferSize(2000));

  it('is not loaded to show a contact', async () => {
    await show();
    expect(isLoaded('/contact-details.')).to.equal(true);
    for (const name of LATER) expect(isLoaded(name), name).to.equal(false);
  });

  it('is loaded when the pointer is on a pencil: the editors, and no more', async () => {
    const element = await show();
    await hover(getByRole('button', 'Edit name', element));
    await until(() => isLoaded('/editor.'));
    for (const name of ['/menu.', 'tom-select']) expect(isLoaded(name), name).to.equal(false);
  });

  it('is loaded when the keyboard is on the button of the menu: the menu, and no tags', async () => {
    const element = await show();
    getByRole('button', 'Edit name', element).focus();
    await press('Tab');
    await until(() => isLoaded('/menu.') && isLoaded('floating-ui'));
    expect(isLoaded('tom-select')).to.equal(false);
  });

  it('is loaded when the tag field has the focus: the tags; what was typed before is searched, and Enter takes it', async () => {
    const element = await show({ ...ANA, tags: [] }, { tags: [{ id: 'k', name: 'Known' }] });
    const input = getByRole('combobox', 'Tags', element) as HTMLInputElement;
    input.focus();
    await enter(input, 'kno');
    expect(input.getAttribute('aria-controls')).to.equal(null);
    await findByRole('option', 'Known', element);
    expect(isLoaded('tom-select')).to.equal(true);
    await press('Enter');
    await findByRole('button', 'Remove tag Known', element);
    expect(input.value).to.equal('');
  });
});
