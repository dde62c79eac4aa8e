import { expect } from '@open-wc/testing';
import type { Permissions } from '../../src/core/permissions.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { focusedElement, getByRole, queryAllByRole, queryByRole } from '../support/find.js';
import { handAdapter } from '../support/hand-adapter.js';
import { until } from '../support/until.js';
import { click, press } from '../support/user.js';
import { ANA, expectAbsent, expectFocus, mount, openMenu, part, record, show, textOf } from './kit.js';
import type { Setting } from './kit.js';

const ACTIONS = [
  { id: 'block', label: 'Block', destructive: true },
  { id: 'export', label: 'Export vCard', disabled: true, reason: 'Not in your plan' },
];

function items(element: ContactDetails): readonly string[] {
  return queryAllByRole('menuitem', undefined, element).map(textOf);
}

async function openMenuOf(setting: Setting = {}): Promise<{ element: ContactDetails; menu: HTMLElement }> {
  const element = await show(ANA, setting);
  return { element, menu: await openMenu(element) };
}

function focusedText(): string {
  return textOf(focusedElement());
}

describe('the more-actions menu', () => {
  it('is closed until its button is pressed, and says so', async () => {
    const element = await show();
    const button = getByRole('button', 'More actions', element);
    expect(button.getAttribute('aria-haspopup')).to.equal('menu');
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    await openMenu(element);
    expect(button.getAttribute('aria-expanded')).to.equal('true');
  });

  it('takes no second click of a double click, which may have been meant for what stood there before', async () => {
    const { element, menu } = await openMenuOf({ properties: { actions: ACTIONS } });
    const chosen = record('contact-action', 'view-messages');
    for (const name of ['View Messages', 'Block', 'Delete Contact'])
      getByRole('menuitem', name, menu).dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
    await element.whenSettled();
    expect(chosen).to.deep.equal([]);
    expect(items(element)).to.have.length(4);
    expectAbsent('alertdialog', undefined, element);
  });

  it('sits at the top of the panel, and its list inside the window', async () => {
    const { element, menu } = await openMenuOf();
    const { top, bottom, left, right } = menu.getBoundingClientRect();
    expect(part(element, 'header').contains(part(element, 'menu-button'))).to.equal(true);
    await until(() => menu.getBoundingClientRect().right <= innerWidth);
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(innerHeight);
    expect(right - left).to.be.above(100);
  });

  it('holds what the person may do, and the actions of the host between', async () => {
    const { element } = await openMenuOf({ properties: { actions: ACTIONS } });
    expect(items(element)).to.deep.equal(['View Messages', 'Block', 'Export vCard Not in your plan', 'Delete Contact']);
  });

  const permissions: readonly [who: string, can: Permissions, shown: readonly string[]][] = [
    ['who may delete', { delete: true }, ['View Messages', 'Delete Contact']],
    ['of whom the source says nothing: that is no', {}, ['View Messages']],
    ['who may not delete', { delete: false }, ['View Messages']],
    ['who may export', { export: true, delete: true }, ['View Messages', 'Export Contact', 'Delete Contact']],
    ['who may block', { block: true, delete: true }, ['View Messages', 'Block Contact', 'Delete Contact']],
    ['who may block and nothing else', { block: true, viewMessages: false }, ['Block Contact']],
    ['who is told why they may not block', { blockReason: 'Ask a manager' }, ['View Messages', 'Block Contact Ask a manager']],
    ['who may export and nothing else', { export: true, viewMessages: false }, ['Export Contact']],
    [
      'who is told why not',
      { delete: false, deleteReason: 'Ask a manager' },
      ['View Messages', 'Delete Contact Ask a manager'],
    ],
    ['who may not see messages', { delete: true, viewMessages: false }, ['Delete Contact']],
  ];
  for (const [who, can, shown] of permissions) {
    it(`for one ${who}`, async () => {
      const { element } = await openMenuOf({ can });
      expect(items(element)).to.deep.equal(shown);
    });
  }

  it('is not there where it would be empty', async () => {
    const element = await show(ANA, { can: { viewMessages: false } });
    expectAbsent('button', 'More actions', element);
  });

  it('has no delete where the source has none, or the panel is read-only', async () => {
    const hand = handAdapter(['load']);
    const element = await mount({ adapter: hand.adapter, contactId: ANA.id });
    (await hand.next('load')).resolve({ contact: ANA, can: { delete: true } });
    await element.whenSettled();
    await openMenu(element);
    expect(items(element)).to.deep.equal(['View Messages']);
    const { element: other } = await openMenuOf({ properties: { readonly: true } });
    expect(items(other)).to.deep.equal(['View Messages']);
  });

  it('does nothing by an item that is disabled, and says that it is', async () => {
    const { element } = await openMenuOf({ can: { deleteReason: 'Ask a manager' }, properties: { actions: ACTIONS } });
    const events = record('contact-action', 'delete-contact');
    for (const name of [/^Export/, /^Delete/]) {
      const item = getByRole('menuitem', name, element);
      expect(item.getAttribute('aria-disabled')).to.equal('true');
      await click(item);
    }
    expect(events).to.have.length(0);
    expectAbsent('alertdialog', undefined, element);
  });
});

describe('the keys of the more-actions menu', () => {
  it('Enter, Space and click open it with the focus on its first item', async () => {
    const element = await show();
    for (const key of ['Enter', ' ']) {
      getByRole('button', 'More actions', element).focus();
      await press(key);
      await until(() => focusedText() === 'View Messages', `${key} to open the menu`);
      await press('Escape');
      await until(() => focusedElement() === getByRole('button', 'More actions', element));
    }
  });

  for (const [key, item] of [
    ['ArrowDown', 'View Messages'],
    ['ArrowUp', 'Delete Contact'],
  ] as const) {
    it(`${key} opens it on that item`, async () => {
      const element = await show();
      getByRole('button', 'More actions', element).focus();
      await press(key);
      await until(() => focusedText() === item, 'the menu');
      await press('Escape');
      expectFocus(getByRole('button', 'More actions', element));
    });
  }

  it('arrows go round, Home and End to the ends, letters to what begins with them', async () => {
    await openMenuOf({ properties: { actions: ACTIONS } });
    const keys: readonly [key: string, item: string][] = [
      ['ArrowDown', 'Block'],
      ['End', 'Delete Contact'],
      ['ArrowDown', 'View Messages'],
      ['ArrowUp', 'Delete Contact'],
      ['Home', 'View Messages'],
      ['d', 'Delete Contact'],
      ['b', 'Block'],
    ];
    for (const [key, item] of keys) {
      await press(key);
      expect(focusedText(), key).to.equal(item);
    }
  });

  it('Escape closes it, gives the focus back and is not heard outside', async () => {
    const { element } = await openMenuOf();
    const keys = record('keydown');
    await press('Escape');
    expectFocus(getByRole('button', 'More actions', element));
    expectAbsent('menu', undefined, element);
    expect(keys).to.have.length(0);
  });

  it('Tab closes it and goes on', async () => {
    const { element } = await openMenuOf();
    await press('Tab');
    expectAbsent('menu', undefined, element);
    expect(focusedElement() !== null).to.equal(true);
    expect(getByRole('button', 'More actions', element).getAttribute('aria-expanded')).to.equal('false');
  });

  it('a second press of the button closes it, a third opens it', async () => {
    const { element } = await openMenuOf();
    const button = getByRole('button', 'More actions', element);
    await click(button);
    await until(() => !queryByRole('menu', undefined, element), 'the menu to close');
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    await openMenu(element);
  });

  it('a press elsewhere closes it', async () => {
    const { element } = await openMenuOf();
    await click(part(element, 'id'));
    await until(() => !queryByRole('menu', undefined, element), 'the menu to close');
    expect(getByRole('button', 'More actions', element).getAttribute('aria-expanded')).to.equal('false');
    await openMenu(element);
  });
});

describe('an item of the more-actions menu', () => {
  it('asks the host for the messages', async () => {
    const { element } = await openMenuOf();
    const events = record('view-messages');
    await press('Enter');
    expect(events).to.have.length(1);
    expect(events[0]).to.include({ contactId: 'c_1', cancelable: true });
    expect(events[0]).to.have.nested.property('contact.firstName', 'Ana');
    expectFocus(getByRole('button', 'More actions', element));
  });

  it("tells the host of its own actions, by the action's id", async () => {
    const { element } = await openMenuOf({ properties: { actions: ACTIONS } });
    const events = record('contact-action');
    await click(getByRole('menuitem', 'Block', element));
    expect(events).to.have.length(1);
    expect(events[0]).to.include({ contactId: 'c_1', action: 'block' });
    expectAbsent('menu', undefined, element);
  });

  it('comes and goes with the actions of the host', async () => {
    const element = await show();
    element.actions = ACTIONS;
    await openMenu(element);
    expect(items(element)).to.include('Block');
    element.actions = [];
    await until(() => !items(element).includes('Block'));
  });
});
