import { expect } from '@open-wc/testing';
import type { Contact } from '../../src/core/contact.js';
import { ContactError } from '../../src/core/error.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { findByRole, getByRole } from '../support/find.js';
import { handAdapter } from '../support/hand-adapter.js';
import { nextEvent, until } from '../support/until.js';
import { click, fill, press } from '../support/user.js';
import { ANA, BEN, expectAbsent, fieldText, mount, panelText, part, record, show, textOf } from './kit.js';

/** Numbers from 0 to 1 that are the same in every run: mulberry32. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function contactOf(id: string): Contact {
  return { id, version: '1', firstName: `Name of ${id}`, email: `${id}@example.com`, tags: [{ id, name: `Tag of ${id}` }] };
}

describe('switching the contact', () => {
  for (const seed of [1, 2, 3]) {
    it(`50 times, while loads settle in any order, never shows one contact as another (seed ${seed})`, async () => {
      const random = seededRandom(seed);
      const ids = Array.from({ length: 20 }, (_, index) => `c_${index}`);
      const hand = handAdapter(['load']);
      const element = await mount({ adapter: hand.adapter });
      const open = new Set<number>();
      for (let step = 0; step < 50; step++) {
        const id = ids[Math.floor(random() * ids.length)] ?? '';
        element.contactId = id;
        await element.updateComplete;
        for (const index of hand.calls.load.keys()) open.add(index);
        for (const index of [...open].filter(() => random() < 0.3)) {
          open.delete(index);
          const call = hand.calls.load[index];
          const asked = call?.arguments[0] ?? '';
          if (random() < 0.2) call?.reject(new ContactError('unavailable'));
          else call?.resolve({ contact: contactOf(asked) });
        }
        await element.updateComplete;
        const others = (panelText(element).match(/c_\d+/g) ?? []).filter((shown) => shown !== id);
        expect(others, `step ${step}: ${id}`).to.deep.equal([]);
      }
    });
  }

  it('shows the skeleton of the new one, and nothing of the old one, until it is there', async () => {
    const hand = handAdapter(['load']);
    const element = await mount({ adapter: hand.adapter, contactId: ANA.id });
    (await hand.next('load')).resolve({ contact: ANA });
    await element.whenSettled();
    element.contactId = BEN.id;
    await element.updateComplete;
    expect(part(element, 'skeleton')).to.exist;
    expect(panelText(element)).not.to.contain('Ana');
    (await hand.next('load')).resolve({ contact: BEN });
    await element.whenSettled();
    expect(textOf(getByRole('heading', undefined, element))).to.equal('Ben Okafor');
  });

  it('shows a contact that is known at once, and reads it anew', async () => {
    const hand = handAdapter(['load']);
    const element = await mount({ adapter: hand.adapter, contactId: ANA.id });
    (await hand.next('load')).resolve({ contact: ANA });
    await element.whenSettled();
    element.contactId = BEN.id;
    (await hand.next('load')).resolve({ contact: BEN });
    await element.whenSettled();
    element.contactId = ANA.id;
    await element.updateComplete;
    expect(panelText(element)).to.contain('Ana García');
    (await hand.next('load')).resolve({ contact: { ...ANA, version: '2', firstName: 'Anna' } });
    await element.whenSettled();
    expect(panelText(element)).to.contain('Anna García');
  });
});

describe('what is typed', () => {
  async function typeInto(element: ContactDetails, text: string): Promise<void> {
    await click(getByRole('button', 'Edit Email Address', element));
    await fill(await findByRole('textbox', 'Email Address', element), text);
  }

  it('stays with its contact, and is there again when one comes back', async () => {
    const element = await show(ANA, { others: [BEN] });
    await typeInto(element, 'draft@example.com');
    element.contactId = BEN.id;
    await element.whenSettled();
    expectAbsent('textbox', 'Email Address', element);
    expect(fieldText(element, 'Email Address')).to.equal('ben@example.com');
    element.contactId = ANA.id;
    await element.whenSettled();
    const input = (await findByRole('textbox', 'Email Address', element)) as HTMLInputElement;
    expect(input.value).to.equal('draft@example.com');
  });

  it('and confirmed is saved to the contact it was typed in, whatever is shown by then', async () => {
    const hand = handAdapter(['load', 'save']);
    const element = await mount({ adapter: hand.adapter, contactId: ANA.id });
    (await hand.next('load')).resolve({ contact: ANA });
    await element.whenSettled();
    await typeInto(element, 'new@example.com');
    await press('Enter');
    const save = await hand.next('save');
    element.contactId = BEN.id;
    (await hand.next('load')).resolve({ contact: BEN });
    const saved = nextEvent(element, 'contact-saved');
    save.resolve({ ...ANA, version: '2', email: 'new@example.com' });
    expect(save.arguments[0]).to.equal(ANA.id);
    expect(await saved).to.have.nested.property('contact.id', ANA.id);
    await element.whenSettled();
    expect(fieldText(element, 'Email Address')).to.equal('ben@example.com');
    expect(hand.calls.save).to.have.length(1);
  });

  it('and failed after a switch is told to the page, and waits with its contact', async () => {
    const hand = handAdapter(['load', 'save']);
    const element = await mount({ adapter: hand.adapter, contactId: ANA.id });
    (await hand.next('load')).resolve({ contact: ANA });
    await element.whenSettled();
    await typeInto(element, 'new@example.com');
    await press('Enter');
    const save = await hand.next('save');
    element.contactId = BEN.id;
    (await hand.next('load')).resolve({ contact: BEN });
    await element.whenSettled();
    const failures = record('contact-failed');
    save.reject(new ContactError('invalid'));
    await until(() => failures.length === 1);
    expect(failures[0]).to.include({ contactId: ANA.id, operation: 'save' });
    expect(panelText(element)).not.to.contain("wasn't saved");
    element.contactId = ANA.id;
    (await hand.next('load')).resolve({ contact: ANA });
    await findByRole('group', "Email Address wasn't saved: new@example.com.", element);
  });

  it('outlives the element: taken out, moved and put back, it is still there', async () => {
    const element = await show();
    const home = element.parentElement as HTMLElement;
    await typeInto(element, 'draft@example.com');
    const elsewhere = document.createElement('section');
    document.body.append(elsewhere);
    elsewhere.append(element);
    await element.whenSettled();
    expect(((await findByRole('textbox', 'Email Address', element)) as HTMLInputElement).value).to.equal('draft@example.com');
    element.remove();
    await Promise.resolve();
    home.append(element);
    elsewhere.remove();
    await element.whenSettled();
    const input = (await findByRole('textbox', 'Email Address', element)) as HTMLInputElement;
    expect(input.value).to.equal('draft@example.com');
  });

  it('is there for another panel of the same contact', async () => {
    const element = await show();
    await typeInto(element, 'draft@example.com');
    const { adapter } = element;
    element.remove();
    const other = await mount({ ...(adapter && { adapter }), contactId: ANA.id });
    const input = (await findByRole('textbox', 'Email Address', other)) as HTMLInputElement;
    expect(input.value).to.equal('draft@example.com');
  });
});

describe('a panel that is taken out of the page', () => {
  const stages = ['loading', 'ready', 'editing', 'menu', 'dialog', 'tag field', 'saving'] as const;
  for (const stage of stages) {
    it(`while ${stage}, and put back, works on`, async () => {
      const hand = handAdapter();
      const element = await mount({ adapter: hand.adapter, contactId: ANA.id });
      const home = element.parentElement as HTMLElement;
      const snapshot = { contact: ANA, can: { delete: true } };
      if (stage !== 'loading') {
        (await hand.next('load')).resolve(snapshot);
        await element.whenSettled();
      }
      if (stage === 'editing' || stage === 'saving') {
        await element.edit('email');
        await fill(await findByRole('textbox', 'Email Address', element), 'new@example.com');
        if (stage === 'saving') await press('Enter');
      }
      if (stage === 'menu' || stage === 'dialog') {
        await click(getByRole('button', 'More actions', element));
        const item = await findByRole('menuitem', 'Delete Contact', element);
        if (stage === 'dialog') await click(item);
      }
      if (stage === 'tag field') await click(getByRole('combobox', 'Tags', element));
      element.remove();
      await Promise.resolve();
      if (stage === 'saving') (await hand.next('save')).resolve({ ...ANA, version: '2', email: 'new@example.com' });
      home.append(element);
      for (const call of hand.calls.load) call.resolve(snapshot);
      await until(() => panelText(element).includes('Ana García'));
      for (const role of ['menu', 'listbox', 'alertdialog']) {
        expectAbsent(role, undefined, element);
      }
      await click(getByRole('button', 'More actions', element));
      await findByRole('menu', undefined, element);
    });
  }

  it('stops watching, and watches again when it is back', async () => {
    const hand = handAdapter(['load', 'watch']);
    const element = await mount({ adapter: hand.adapter, contactId: ANA.id });
    const home = element.parentElement as HTMLElement;
    expect(hand.watched()).to.deep.equal(['c_1']);
    element.remove();
    await until(() => hand.watched().length === 0, 'the watching to stop');
    home.append(element);
    await until(() => hand.watched().join() === 'c_1', 'the watching to go on');
  });
});
