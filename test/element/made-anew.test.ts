import { expect } from '@open-wc/testing';
import { ContextProvider } from '@lit/context';
import type { ContactAdapter } from '../../src/core/adapter.js';
import type { Contact } from '../../src/core/contact.js';
import { contactAdapterContext } from '../../src/element/adapter-context.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { findByRole, getByRole } from '../support/find.js';
import { until } from '../support/until.js';
import { click, fill, press } from '../support/user.js';
import { ANA, BEN, fieldText, mount, panelText, record, says } from './kit.js';

const MINE = 'mine@example.com';

/** A page that makes everything anew each time it renders, as components do. */
function page(source: Contact = ANA) {
  const loads: string[] = [];
  const saves: unknown[] = [];
  const answer = async (id: string) => (loads.push(id), { contact: source });
  const write = async (patch: object) => (saves.push(patch), { ...source, ...patch });
  const adapter = (): ContactAdapter => ({ load: (id) => answer(id), save: (_, patch) => write(patch) });
  return { adapter, loads, saves };
}

async function typing(element: ContactDetails): Promise<HTMLInputElement> {
  await element.edit('email');
  const input = getByRole('textbox', 'Email Address', element) as HTMLInputElement;
  await fill(input, MINE);
  return input;
}

async function saveEmail(element: ContactDetails): Promise<void> {
  await typing(element);
  await press('Enter');
  await until(() => fieldText(element, 'Email Address')?.includes(MINE), 'the new address');
  await element.whenSettled();
}

describe('an adapter that is made anew each time the page renders', () => {
  it('reads the contact once, and keeps the open editor, which saves by the newest', async () => {
    const { adapter, loads, saves } = page();
    const element = await mount({ adapter: adapter(), contactId: ANA.id });
    await element.whenSettled();
    const input = await typing(element);
    for (let render = 0; render < 10; render++) {
      element.adapter = adapter();
      await element.updateComplete;
    }
    expect(input.isConnected && input.value).to.equal(MINE);
    expect(loads).to.deep.equal([ANA.id]);
    await press('Enter');
    await until(() => saves.length, 'the write');
    expect(saves).to.deep.equal([{ email: MINE }]);
  });

  it('does not loop where each answer makes the page render', async () => {
    const { adapter, loads } = page();
    const element = await mount();
    let renders = 0;
    element.addEventListener('contact-loaded', () => {
      renders++;
      element.adapter = adapter();
    });
    Object.assign(element, { adapter: adapter(), contactId: ANA.id });
    await says(element, 'Ana García');
    await element.whenSettled();
    expect([renders, loads.length]).to.deep.equal([1, 1]);
  });

  it('may come by the context', async () => {
    const { adapter, loads } = page();
    const host = document.createElement('div');
    document.body.append(host);
    const context = new ContextProvider(host, { context: contactAdapterContext, initialValue: adapter() });
    const element = document.createElement('contact-details');
    element.contactId = ANA.id;
    host.append(element);
    await says(element, 'Ana García');
    const input = await typing(element);
    context.setValue(adapter());
    await element.updateComplete;
    expect(input.isConnected && loads.length).to.equal(1);
    host.remove();
  });

  it('that reaches another source after all is read anew once it stays', async () => {
    const first = page();
    const second = page({ ...BEN, id: ANA.id });
    const now = Date.now;
    const element = await mount({ adapter: first.adapter(), contactId: ANA.id });
    await element.whenSettled();
    Date.now = () => now() + 60_000;
    try {
      element.adapter = second.adapter();
      await element.updateComplete;
    } finally {
      Date.now = now;
    }
    await until(() => panelText(element).includes('Ben Okafor'), 'the other contact', 10_000);
    expect(second.loads).to.deep.equal([ANA.id]);
  });

  it('whose functions are others is another source', async () => {
    const { adapter } = page();
    const element = await mount({ adapter: adapter(), contactId: ANA.id });
    await element.whenSettled();
    element.adapter = { load: async () => ({ contact: { ...BEN, id: ANA.id } }) };
    await says(element, 'Ben Okafor');
  });
});

describe('a contact that is made anew each time the page renders', () => {
  it('is told once, and does not loop where that makes the page render', async () => {
    const element = await mount();
    const loaded = record('contact-loaded');
    element.addEventListener('contact-loaded', () => (element.contact = { ...ANA }));
    element.contact = { ...ANA };
    await element.updateComplete;
    await element.whenSettled();
    expect(loaded).to.have.length(1);
  });

  it('keeps what was saved since, and what is being typed', async () => {
    const anew = () => ({ contact: { ...ANA }, fields: [], can: {} });
    const element = await mount(anew());
    await saveEmail(element);
    await element.edit('phone');
    const input = getByRole('textbox', 'Phone Number', element) as HTMLInputElement;
    Object.assign(element, anew());
    await element.updateComplete;
    expect(fieldText(element, 'Email Address')).to.contain(MINE);
    expect(input.isConnected).to.equal(true);
  });

  it('is shown where it says something else, such as what the page has taken from contact-saved', async () => {
    const element = await mount({ contact: { ...ANA } });
    element.addEventListener('contact-saved', ({ contact }) => (element.contact = { ...contact }));
    await saveEmail(element);
    expect(fieldText(element, 'Email Address')).to.contain(MINE);
    element.contact = { ...ANA, firstName: 'Anna' };
    await says(element, 'Anna García');
    expect(fieldText(element, 'Email Address')).to.equal(ANA.email);
  });
});

it('actions, messages and folded groups that are made anew leave an open menu and an open editor alone', async () => {
  const anew = () => ({ actions: [{ id: 'call', label: 'Call' }], messages: { noTags: 'Untagged' }, collapsedGroups: [] });
  const element = await mount({ contact: ANA, ...anew() });
  const input = await typing(element);
  await click(getByRole('button', 'More actions', element));
  const item = await findByRole('menuitem', 'Call', element);
  Object.assign(element, anew());
  await element.updateComplete;
  expect(item.isConnected && item.checkVisibility()).to.equal(true);
  expect(input.isConnected && input.value).to.equal(MINE);
});
