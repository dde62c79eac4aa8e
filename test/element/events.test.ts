import { expect } from '@open-wc/testing';
import { ContactError } from '../../src/core/error.js';
import * as edits from '../../src/element/editing/edit-requests.js';
import * as facts from '../../src/element/events.js';
import * as menu from '../../src/element/popups/menu-requests.js';
import * as rows from '../../src/element/rows/row-requests.js';
import { findByRole, getByRole } from '../support/find.js';
import { handAdapter } from '../support/hand-adapter.js';
import { until } from '../support/until.js';
import { click, fill, press, type } from '../support/user.js';
import { ANA, mount, record, show } from './kit.js';

interface PanelEvent extends Event {
  readonly detail: Readonly<Record<string, unknown>>;
}

const REQUESTS = ['view-messages', 'delete-contact', 'save-contact', 'contact-action'];
const FACTS = ['contact-loaded', 'contact-saved', 'contact-conflicted', 'contact-deleted', 'contact-failed'];

/** Every type of event that could leave a shadow root, or be fired by mistake on the element itself. */
const GENERIC = [
  ...['input', 'beforeinput', 'change', 'submit', 'reset', 'select', 'selectionchange', 'invalid', 'search', 'formdata'],
  ...['toggle', 'beforetoggle', 'close', 'cancel', 'open', 'load', 'error', 'abort', 'slotchange', 'scroll'],
];

async function confirmDelete(element: HTMLElement): Promise<void> {
  await click(getByRole('button', 'More actions', element));
  await click(await findByRole('menuitem', 'Delete Contact', element));
  const confirm = await findByRole('button', 'Delete Contact', element);
  await until(() => confirm.getAttribute('aria-disabled') !== 'true');
  await click(confirm);
}

/** One of each event, in a journey through the panel. */
async function journey(): Promise<readonly PanelEvent[]> {
  const heard = record<PanelEvent>(...REQUESTS, ...FACTS);
  const hand = handAdapter();
  const actions = [{ id: 'block', label: 'Block' }];
  const element = await mount({ adapter: hand.adapter, contactId: ANA.id, actions });
  (await hand.next('load')).resolve({ contact: ANA, can: { delete: true } });
  await element.whenSettled();
  const save = async (text: string) => {
    await element.edit('email');
    await fill(await findByRole('textbox', 'Email Address', element), text);
    await press('Enter');
    return hand.next('save');
  };
  (await save('a@example.com')).reject(new ContactError('conflict', { current: { ...ANA, version: '2', email: 'b@b.b' } }));
  await click(await findByRole('button', 'Use theirs: Email Address', element));
  (await save('c@example.com')).reject(new ContactError('invalid', { fields: [{ pointer: '/email', detail: 'canary' }] }));
  await click(await findByRole('button', 'Discard: Email Address', element));
  (await save('d@example.com')).resolve({ ...ANA, version: '3', email: 'd@example.com' });
  await element.whenSettled();
  await click(getByRole('button', 'More actions', element));
  await click(await findByRole('menuitem', 'View Messages', element));
  await click(getByRole('button', 'More actions', element));
  await click(await findByRole('menuitem', 'Block', element));
  await confirmDelete(element);
  (await hand.next('delete')).resolve();
  await until(() => heard.some(({ type }) => type === 'contact-deleted'));
  return heard;
}

describe('the events', () => {
  it('bubble, cross shadow roots, and say the same in fields and in detail; requests can be cancelled', async () => {
    const heard = await journey();
    expect(heard.map((event) => event.type)).to.have.members([
      'contact-loaded',
      ...['save-contact', 'contact-conflicted', 'save-contact', 'contact-failed', 'save-contact', 'contact-saved'],
      ...['view-messages', 'contact-action', 'delete-contact', 'contact-deleted'],
    ]);
    const fields: Readonly<Record<string, readonly string[]>> = {
      'view-messages': ['contactId', 'contact'],
      'delete-contact': ['contactId', 'contact'],
      'save-contact': ['contactId', 'patch'],
      'contact-action': ['contactId', 'action'],
      'contact-loaded': ['contact'],
      'contact-saved': ['contact', 'patch', 'added', 'removed'],
      'contact-conflicted': ['contactId', 'field', 'mine', 'theirs'],
      'contact-deleted': ['contactId', 'mergedInto'],
      'contact-failed': ['contactId', 'operation', 'error'],
    };
    for (const event of heard) {
      const { type, bubbles, composed, cancelable, detail } = event;
      expect({ type, bubbles, composed, cancelable }).to.deep.equal({
        type,
        bubbles: true,
        composed: true,
        cancelable: REQUESTS.includes(type),
      });
      expect(Object.keys(detail), type).to.have.members([...(fields[type] ?? [])]);
      for (const [field, value] of Object.entries(detail)) expect(event, type).to.have.property(field, value);
    }
  });

  it('are of classes that a host can import', async () => {
    const classes = Object.values({ ...facts, ...edits, ...menu, ...rows });
    for (const event of await journey()) {
      expect(classes.filter((known) => event instanceof known)).to.have.length(1);
    }
  });

  it('come in order: what was asked before what became of it', async () => {
    const heard = (await journey()).map((event) => event.type);
    expect(heard.indexOf('save-contact')).to.be.below(heard.indexOf('contact-conflicted'));
    expect(heard.indexOf('delete-contact')).to.be.below(heard.indexOf('contact-deleted'));
    expect(heard[0]).to.equal('contact-loaded');
  });

  it('of failures carry a code, and nothing that is personal', async () => {
    const heard = record<PanelEvent>('contact-failed');
    const canary = 'canary@example.com';
    const element = await show(
      { ...ANA, email: canary, displayName: canary },
      {
        faults: ({ operation }) => (operation === 'save' ? new ContactError('unknown', { cause: 'x' }) : undefined),
      },
    );
    await element.edit('email');
    await fill(getByRole('textbox', 'Email Address', element), `new-${canary}`);
    await press('Enter');
    await until(() => heard.length === 1);
    const { error, ...rest } = heard[0]?.detail ?? {};
    expect(error).to.be.instanceOf(ContactError).and.have.property('code', 'unknown');
    expect(`${String(error)} ${JSON.stringify(error)} ${JSON.stringify(rest)}`).not.to.contain('canary');
  });

  it('of tags say which were added and removed', async () => {
    const element = await show();
    const heard = record<PanelEvent>('contact-saved');
    await click(getByRole('combobox', 'Tags', element));
    await until(() => getByRole('combobox', 'Tags', element).getAttribute('aria-controls'));
    await type('New,');
    await until(() => heard.length === 1);
    expect(heard[0]?.detail).to.have.deep.nested.property('added[0].name', 'New');
    expect(heard[0]?.detail).to.deep.include({ removed: [], patch: {} });
  });

  it('of other names stay inside', async () => {
    const leaked = record(...GENERIC);
    const direct: string[] = [];
    const element = await show(ANA, { tags: [{ id: 'k', name: 'Known' }] });
    const note = ({ type }: Event) => void direct.push(type);
    for (const name of GENERIC) element.addEventListener(name, note);
    await element.edit('email');
    await fill(getByRole('textbox', 'Email Address', element), 'bad');
    await press('Enter');
    await press('Escape');
    await click(getByRole('combobox', 'Tags', element));
    await until(() => getByRole('combobox', 'Tags', element).getAttribute('aria-expanded') === 'true');
    await type('x');
    await press('Backspace');
    await press('Escape');
    await click(getByRole('button', 'More actions', element));
    await click(await findByRole('menuitem', 'Delete Contact', element));
    await click(await findByRole('button', 'Cancel', element));
    const inside = leaked.filter((event) => event.composedPath().includes(element));
    expect(inside.map(({ type }) => type)).to.deep.equal([]);
    expect(direct).to.deep.equal([]);
  });
});
