import { expect } from '@open-wc/testing';
import { ContactError } from '../../src/core/error.js';
import type { Persistence } from '../../src/store/saved-edits-format.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { findByRole, getByRole, queryByRole } from '../support/find.js';
import { handAdapter } from '../support/hand-adapter.js';
import { until } from '../support/until.js';
import { click, fill, press } from '../support/user.js';
import { ANA, BEN, mount, show } from './kit.js';

/** Whether the browser would ask before it leaves the page now. */
function asks(): boolean {
  return !dispatchEvent(new Event('beforeunload', { cancelable: true }));
}

/** Counts who listens for the page being left; what it answers ends that, too. */
function countListeners() {
  const listening = new Set<unknown>();
  const { addEventListener: add, removeEventListener: remove } = window;
  window.addEventListener = (name: string, listener: EventListenerOrEventListenerObject) => {
    if (name === 'beforeunload') listening.add(listener);
    add.call(window, name, listener);
  };
  window.removeEventListener = (name: string, listener: EventListenerOrEventListenerObject) => {
    if (name === 'beforeunload') listening.delete(listener);
    remove.call(window, name, listener);
  };
  return { listening, stop: () => void Object.assign(window, { addEventListener: add, removeEventListener: remove }) };
}

async function type(element: ContactDetails, text: string): Promise<void> {
  await click(getByRole('button', 'Edit Email Address', element));
  await fill(await findByRole('textbox', 'Email Address', element), text);
}

async function cancel(element: ContactDetails): Promise<void> {
  await click(getByRole('button', /^Cancel editing /, element));
  await until(() => !element.hasUnsavedEdits);
}

describe('leaving the page', () => {
  let listeners: ReturnType<typeof countListeners>;
  beforeEach(() => {
    listeners = countListeners();
  });
  afterEach(() => {
    listeners.stop();
    expect(listeners.listening.size, 'listeners that are left').to.equal(0);
  });

  it('goes unasked while nothing is typed, an open editor included, and nothing listens', async () => {
    const element = await show();
    await element.edit('email');
    expect(await findByRole('textbox', 'Email Address', element)).to.exist;
    expect(asks()).to.equal(false);
    expect(listeners.listening.size).to.equal(0);
  });

  it('is asked about from the first letter until what was typed is dropped', async () => {
    const element = await show();
    await type(element, 'new@example.com');
    expect(asks()).to.equal(true);
    await cancel(element);
    expect(asks()).to.equal(false);
  });

  it('is asked about until the edit is saved', async () => {
    const hand = handAdapter(['load', 'save']);
    const element = await mount({ adapter: hand.adapter, contactId: ANA.id });
    (await hand.next('load')).resolve({ contact: ANA });
    await element.whenSettled();
    await type(element, 'new@example.com');
    await press('Enter');
    const save = await hand.next('save');
    expect(asks()).to.equal(true);
    save.resolve({ ...ANA, version: '2', email: 'new@example.com' });
    await element.whenSettled();
    expect(asks()).to.equal(false);
  });

  it('is asked about as long as an edit that failed is neither saved nor discarded', async () => {
    const faults = ({ operation }: { operation: string }) => (operation === 'save' ? new ContactError('invalid') : undefined);
    const element = await show(ANA, { faults });
    await type(element, 'new@example.com');
    await press('Enter');
    const discard = await findByRole('button', 'Discard: Email Address', element);
    expect(asks()).to.equal(true);
    await click(discard);
    await until(() => !queryByRole('group', /wasn't saved/, element));
    expect(asks()).to.equal(false);
  });

  it('is asked about once for all contacts, shown or not', async () => {
    const element = await show(ANA, { others: [BEN] });
    await type(element, 'new@example.com');
    element.contactId = BEN.id;
    await findByRole('heading', 'Ben Okafor', element);
    await type(element, 'newer@example.com');
    expect(listeners.listening.size).to.equal(1);
    await cancel(element);
    expect(asks()).to.equal(true);
    element.remove();
    expect(asks()).to.equal(true);
    document.body.append(element);
    element.contactId = ANA.id;
    await findByRole('textbox', 'Email Address', element);
    await cancel(element);
    element.remove();
    expect(asks()).to.equal(false);
  });

  it('goes unasked where edits survive it, and is asked about where the place for them is full', async () => {
    let isFull = false;
    let saves = 0;
    const persistence: Persistence = {
      save: () => {
        saves++;
        return isFull ? Promise.reject(new Error('full')) : Promise.resolve();
      },
      restore: () => Promise.resolve(),
      clear: () => Promise.resolve(),
    };
    const element = await show(ANA, { properties: { persistence } });
    await type(element, 'new@example.com');
    await until(() => saves > 0);
    expect(element.hasUnsavedEdits).to.equal(true);
    expect(asks()).to.equal(false);
    isFull = true;
    await fill(await findByRole('textbox', 'Email Address', element), 'newer@example.com');
    await until(asks);
    await cancel(element);
    expect(asks()).to.equal(false);
  });
});
