import { expect } from '@open-wc/testing';
import { ContactError } from '../../src/core/error.js';
import type { ErrorCode } from '../../src/core/error.js';
import { messages } from '../support/messages.js';
import { findByRole, getByRole, queryAllByRole } from '../support/find.js';
import { handAdapter } from '../support/hand-adapter.js';
import { until } from '../support/until.js';
import { click, fill, press } from '../support/user.js';
import { ANA, expectAbsent, mount, panelText, part, record, says, show } from './kit.js';

const CODES = Object.keys(messages.errors) as readonly ErrorCode[];
const MISSING = ['not-found', 'gone'];
const STATES = ['loading', 'saving', 'editing', 'offline', 'failed', 'conflict', 'deleted', 'readonly'];

function statesOf(element: Element): readonly string[] {
  return STATES.filter((state) => element.matches(`:state(${state})`));
}

describe('a panel', () => {
  it('without a contact says so', async () => {
    const element = await mount();
    expect(panelText(element)).to.equal('No contact selected');
    expect(getByRole('group', 'Contact details', element)).to.exist;
  });

  it('that loses its contact says so, whatever was open', async () => {
    const element = await show();
    await click(getByRole('combobox', 'Tags', element));
    await until(() => getByRole('combobox', 'Tags', element).hasAttribute('aria-controls'));
    await click(getByRole('button', 'More actions', element));
    await findByRole('menu', undefined, element);
    element.contactId = undefined;
    await says(element, 'No contact selected');
    expect(panelText(element)).not.to.contain('Ana');
    element.contactId = ANA.id;
    await says(element, 'Ana García');
  });

  it('that is loading shows an outline, and says it to those who do not see it', async () => {
    const hand = handAdapter();
    const element = await mount({ adapter: hand.adapter, contactId: ANA.id });
    expect(part(element, 'skeleton')).to.exist;
    expect(panelText(element)).to.equal('Loading contact…');
    expect(part(element, 'panel').getAttribute('aria-busy')).to.equal('true');
    expect(statesOf(element)).to.deep.equal(['loading']);
    (await hand.next('load')).resolve({ contact: ANA });
    await element.whenSettled();
    expect(part(element, 'panel').hasAttribute('aria-busy')).to.equal(false);
    expect(statesOf(element)).to.deep.equal([]);
  });

  it('that only shows offers nothing to change', async () => {
    const element = await show(ANA, { properties: { readonly: true } });
    const names = queryAllByRole('button', undefined, element).map((button) => button.getAttribute('aria-label'));
    expect(names.filter((name) => !name?.startsWith('Copy '))).to.deep.equal(['More actions']);
    expectAbsent('combobox', undefined, element);
    expect(statesOf(element)).to.deep.equal(['readonly']);
    element.readonly = false;
    await element.updateComplete;
    expect(getByRole('button', 'Edit name', element)).to.exist;
    expect(statesOf(element)).to.deep.equal([]);
  });

  it('has custom states for editing and saving', async () => {
    const hand = handAdapter();
    const element = await mount({ adapter: hand.adapter, contactId: ANA.id });
    (await hand.next('load')).resolve({ contact: ANA });
    await element.whenSettled();
    await element.edit('email');
    expect(statesOf(element)).to.deep.equal(['editing']);
    await fill(getByRole('textbox', 'Email Address', element), 'new@example.com');
    await press('Enter');
    await hand.next('save');
    await until(() => statesOf(element).join() === 'saving');
  });

  it('has custom states for conflict, failure and no connection', async () => {
    const hand = handAdapter();
    const element = await mount({ adapter: hand.adapter, contactId: ANA.id });
    (await hand.next('load')).resolve({ contact: ANA });
    await element.whenSettled();
    const failures: readonly [ContactError, states: string][] = [
      [new ContactError('conflict', { current: { ...ANA, version: '2', email: 'theirs@example.com' } }), 'conflict'],
      [new ContactError('offline'), 'offline'],
      [new ContactError('invalid'), 'failed'],
    ];
    for (const [error, states] of failures) {
      await element.edit('phone');
      await fill(await findByRole('textbox', 'Phone Number', element), '+34 600 100 100');
      if (error.code === 'conflict') Object.assign(error, { current: { ...ANA, version: '2', phone: '+34 7' } });
      await press('Enter');
      (await hand.next('save')).reject(error);
      await until(() => statesOf(element).join() === states, states);
      await click(await findByRole('button', /^(Use theirs|Discard)/, element));
      for (const call of hand.calls.load) call.resolve({ contact: { ...ANA, version: '2', phone: '+34 7' } });
      await element.whenSettled();
    }
  });
});

describe('a contact that cannot be read', () => {
  for (const code of CODES.filter((known) => !MISSING.includes(known))) {
    it(`is explained, and can be tried again: ${code}`, async () => {
      const fault = { isOn: true };
      const failures = record('contact-failed');
      const element = await show(ANA, {
        faults: ({ operation }) => (operation === 'load' && fault.isOn ? new ContactError(code) : undefined),
      });
      expect(panelText(element)).to.contain(messages.errors[code]);
      expect(statesOf(element)).to.include('failed');
      expect(failures[0]).to.include({ contactId: 'c_1', operation: 'load' });
      fault.isOn = false;
      await click(getByRole('button', 'Try again', element));
      await says(element, 'Ana García');
      expect(panelText(element)).not.to.contain(messages.errors[code]);
      expect(statesOf(element)).to.deep.equal([]);
    });
  }

  for (const code of MISSING as readonly ErrorCode[]) {
    it(`because there is none offers nothing: ${code}`, async () => {
      const element = await show(ANA, { faults: () => new ContactError(code) });
      expect(panelText(element)).to.contain(messages.notFound);
      expectAbsent('button', undefined, element);
    });
  }

  it('because the answer makes no sense is explained too', async () => {
    const hand = handAdapter();
    const element = await mount({ adapter: hand.adapter, contactId: ANA.id });
    (await hand.next('load')).resolve({ contact: { id: 'someone else' } });
    await says(element, messages.errors['invalid-data']);
  });

  it('because the source throws at once is explained too', async () => {
    const element = await mount({
      adapter: {
        load: () => {
          throw new Error('canary');
        },
      },
      contactId: ANA.id,
    });
    await says(element, messages.errors.unknown);
    expect(panelText(element)).not.to.contain('canary');
  });
});

describe('a contact that could be read before', () => {
  it('stays, with a word that it may be old and a way to try again', async () => {
    const fault = { isOn: false };
    const element = await show(ANA, { faults: () => (fault.isOn ? new ContactError('offline') : undefined) });
    fault.isOn = true;
    await element.refresh();
    expect(panelText(element)).to.contain('Ana García').and.to.contain(messages.notUpdated);
    expect(statesOf(element)).to.deep.equal(['offline']);
    fault.isOn = false;
    await click(getByRole('button', 'Try again', element));
    await until(() => !panelText(element).includes(messages.notUpdated));
  });

  it('is taken away from one who may not see it any more', async () => {
    const fault = { isOn: false };
    const element = await show(ANA, { faults: () => (fault.isOn ? new ContactError('forbidden') : undefined) });
    fault.isOn = true;
    await element.refresh();
    expect(panelText(element)).not.to.contain('Ana');
  });

  it('and is gone now says that it was deleted, and keeps what could not be saved', async () => {
    const hand = handAdapter();
    const element = await mount({ adapter: hand.adapter, contactId: ANA.id });
    (await hand.next('load')).resolve({ contact: ANA });
    await element.whenSettled();
    await element.edit('email');
    await fill(getByRole('textbox', 'Email Address', element), 'new@example.com');
    await press('Enter');
    (await hand.next('save')).reject(new ContactError('gone'));
    await says(element, 'This contact was deleted.');
    expect(statesOf(element)).to.include('deleted');
    await findByRole('group', "Email Address wasn't saved: new@example.com.", element);
    await click(getByRole('button', 'Discard: Email Address', element));
    await until(() => !panelText(element).includes('new@example.com'));
  });

  it('is refreshed by what the source says of itself', async () => {
    const hand = handAdapter();
    const element = await mount({ adapter: hand.adapter, contactId: ANA.id });
    (await hand.next('load')).resolve({ contact: ANA });
    await element.whenSettled();
    hand.announce({ ...ANA, version: '2', firstName: 'Anna' });
    (await hand.next('load')).resolve({ contact: { ...ANA, version: '2', firstName: 'Anna' } });
    await says(element, 'Anna García');
  });
});
