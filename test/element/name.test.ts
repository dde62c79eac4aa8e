import { expect } from '@open-wc/testing';
import type { Contact } from '../../src/core/contact.js';
import { getByRole } from '../support/find.js';
import { show, textOf } from './kit.js';

async function headingOf(contact: Partial<Contact>): Promise<string> {
  const element = await show(contact);
  return textOf(getByRole('heading', undefined, element));
}

describe('the name of a contact', () => {
  const cases: readonly [promise: string, contact: Partial<Contact>, heading: string][] = [
    ['is the first and the last name', { firstName: 'Ana', lastName: 'García', displayName: 'ana99' }, 'Ana García'],
    ['is the first name where there is no last', { firstName: 'Suharto', displayName: 'x' }, 'Suharto'],
    ['is the last name where there is no first', { lastName: 'Björk', displayName: 'x' }, 'Björk'],
    ["is the channel's display name where both are empty", { firstName: '', lastName: ' ', displayName: 'ana99' }, 'ana99'],
    ['is the phone number where there is no display name', { phone: '+34600111222', email: 'a@b.example' }, '+34600111222'],
    ['is the email address where there is no phone number', { email: 'ana@example.com' }, 'ana@example.com'],
    ['is "Unnamed contact" where there is nothing to go by', {}, 'Unnamed contact'],
    ['puts the family name first, unspaced, in Chinese', { firstName: '小明', lastName: '王' }, '王小明'],
    ['puts the family name first, unspaced, in Korean', { firstName: '민준', lastName: '김' }, '김민준'],
    ['puts the family name first in Hungarian', { firstName: 'Béla', lastName: 'Bartók', language: 'hu' }, 'Bartók Béla'],
    ['keeps an emoji of several code points whole', { firstName: '👩🏽‍🚀 Zoë' }, '👩🏽‍🚀 Zoë'],
  ];
  for (const [promise, contact, heading] of cases) {
    it(promise, async () => expect(await headingOf(contact)).to.equal(heading));
  }

  it('is a heading of level 2, or of the level the host asks for', async () => {
    expect(getByRole('heading', 'Ana', await show({ firstName: 'Ana' })).getAttribute('aria-level')).to.equal('2');
    const element = await show({ firstName: 'Ana' }, { attributes: { 'heading-level': '4' } });
    expect(getByRole('heading', 'Ana', element).getAttribute('aria-level')).to.equal('4');
  });

  it('names the whole panel', async () => {
    const element = await show({ firstName: 'Ana', lastName: 'García' });
    expect(getByRole('group', 'Ana García', element)).to.exist;
  });

  it('cannot turn around the text beside it: it is isolated', async () => {
    const element = await show({ firstName: '\u202eevil', lastName: 'رنا' });
    const heading = getByRole('heading', undefined, element);
    expect(getComputedStyle(heading).unicodeBidi).to.equal('isolate');
  });
});
