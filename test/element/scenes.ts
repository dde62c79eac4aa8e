import { ContactError } from '../../src/core/error.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { findByRole, getByRole } from '../support/find.js';
import { handAdapter } from '../support/hand-adapter.js';
import { until } from '../support/until.js';
import { click, fill, press, type } from '../support/user.js';
import { ANA, mount, says, show } from './kit.js';

const RICH = {
  ...ANA,
  channels: [
    ...(ANA.channels ?? []),
    { id: '2', type: 'sms', state: 'inactive' as const },
    { id: '3', type: 'pigeon', handle: '@ana', state: 'unavailable' as const },
  ],
  tags: [
    { id: '1', name: 'VIP', color: 'amber', emoji: '⭐', description: 'Very important' },
    { id: '2', name: 'Lead', color: '#00ff00' },
    { id: '3', name: 'عميل مميز', color: 'indigo' },
  ],
};

async function failing(code: 'invalid' | 'conflict'): Promise<ContactDetails> {
  const current = { ...ANA, version: '2', email: 'theirs@example.com' };
  const element = await show(ANA, {
    faults: ({ operation }) => (operation === 'save' ? new ContactError(code, { current }) : undefined),
  });
  await element.edit('email');
  await fill(getByRole('textbox', 'Email Address', element), 'mine@example.com');
  await press('Enter');
  await findByRole('group', code === 'invalid' ? /^Email Address wasn't saved/ : /^Somebody else/, element);
  return element;
}

async function withMenu(): Promise<ContactDetails> {
  const actions = [{ id: 'x', label: 'Export', disabled: true, reason: 'Not in your plan' }];
  const element = await show(ANA, { properties: { actions } });
  await click(getByRole('button', 'More actions', element));
  await findByRole('menuitem', 'Delete Contact', element);
  return element;
}

async function withDialog(): Promise<ContactDetails> {
  const element = await withMenu();
  await click(getByRole('menuitem', 'Delete Contact', element));
  const confirm = await findByRole('button', 'Delete Contact', element);
  await until(() => confirm.getAttribute('aria-disabled') !== 'true');
  return element;
}

/** Every state of the panel that looks different, by name, and how to get there. */
export const scenes: Readonly<Record<string, () => Promise<ContactDetails>>> = {
  'a contact': () => show(RICH),
  'next to nothing known': () => show({}),
  'read-only': () => show(RICH, { properties: { readonly: true } }),
  'no contact': () => mount(),
  loading: () => mount({ adapter: handAdapter().adapter, contactId: ANA.id }),
  'not found': () => show(ANA, { faults: () => new ContactError('not-found') }),
  'no connection': () => show(ANA, { faults: () => new ContactError('offline') }),
  'not up to date': async () => {
    const fault = { isOn: false };
    const element = await show(ANA, { faults: () => (fault.isOn ? new ContactError('timeout') : undefined) });
    fault.isOn = true;
    await element.refresh();
    return element;
  },
  'editing the name': async () => {
    const element = await show(ANA);
    await element.edit('name');
    return element;
  },
  'a mistake in a field': async () => {
    const element = await show(ANA);
    await element.edit('email');
    await fill(getByRole('textbox', 'Email Address', element), 'half');
    await press('Enter');
    await says(element, 'Enter an email address');
    return element;
  },
  'not saved': () => failing('invalid'),
  conflict: () => failing('conflict'),
  'tag suggestions': async () => {
    const element = await show(RICH, { tags: [{ id: 'k', name: 'Known' }] });
    await click(getByRole('combobox', 'Tags', element));
    await findByRole('option', 'Known', element);
    await type('kn');
    await findByRole('option', 'Create “kn”', element);
    return element;
  },
  menu: withMenu,
  'delete dialog': withDialog,
  deleted: async () => {
    const element = await withDialog();
    await click(getByRole('button', 'Delete Contact', element));
    await says(element, 'This contact was deleted.');
    return element;
  },
};
