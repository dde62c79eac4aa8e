import { expect } from '@open-wc/testing';
import { findByRole, getByRole } from '../support/find.js';
import { handAdapter } from '../support/hand-adapter.js';
import { until } from '../support/until.js';
import { click, fill } from '../support/user.js';
import { ANA, expectFocus, fieldText, mount } from './kit.js';

const TYPED = 'typed@example.com';

describe('news of a contact that is being edited', () => {
  for (const [what, change] of [
    ['the field itself', { email: 'theirs@example.com' }],
    ['other fields and tags', { phone: '+34600999888', firstName: 'Anouk', tags: [] }],
    ['the field, which is empty now', { email: '' }],
  ] as const) {
    it(`changes ${what} and leaves the editor, what was typed, the caret and the focus alone`, async () => {
      const hand = handAdapter(['load', 'save', 'watch']);
      const element = await mount({ adapter: hand.adapter, contactId: ANA.id });
      (await hand.next('load')).resolve({ contact: ANA });
      await element.whenSettled();
      await click(getByRole('button', 'Edit Email Address', element));
      const input = (await findByRole('textbox', 'Email Address', element)) as HTMLInputElement;
      await fill(input, TYPED);
      const { x, y } = input.getBoundingClientRect();

      const edit = { source: 'person', by: 'Olga', at: '2026-11-20T12:00:00Z' } as const;
      const contact = { ...ANA, ...change, version: '2', provenance: { email: edit } };
      hand.announce({ id: ANA.id, version: '2' });
      (await hand.next('load')).resolve({ contact });
      await element.whenSettled();
      if ('phone' in change)
        await until(() => fieldText(element, 'Phone Number')?.includes('99 98'), 'the other field to change');

      expectFocus(input);
      expect(input.isConnected && input.value).to.equal(TYPED);
      if (!('tags' in change)) expect([input.getBoundingClientRect().x, input.getBoundingClientRect().y]).to.deep.equal([x, y]);
      // An older version that comes late is read again, and what is read is what counts.
      hand.announce({ id: ANA.id, version: '1' });
      (await hand.next('load')).resolve({ contact });
      await element.whenSettled();
      expect(input.value).to.equal(TYPED);
    });
  }
});
