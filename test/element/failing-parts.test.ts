import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/memory/memory-adapter.js';
import type { Operation } from '../../src/memory/memory-adapter.js';
import { ContactError } from '../../src/core/error.js';
import { messages } from '../support/messages.js';
import { findByRole, getByRole, queryByRole } from '../support/find.js';
import { until } from '../support/until.js';
import { click, fill, press } from '../support/user.js';
import { ANA, fieldText, mount, panelText } from './kit.js';

const PARTS = ['suggestTags', 'suggestOptions', 'picture', 'permissions'] as const;
type Part = (typeof PARTS)[number];

/** Every set of parts that may fail together, none and all included. */
const SETS: readonly (readonly Part[])[] = Array.from({ length: 2 ** PARTS.length }, (_, bits) =>
  PARTS.filter((_part, index) => bits & (1 << index)),
);

function isPart(operation: Operation): operation is 'suggestTags' | 'suggestOptions' {
  return operation === 'suggestTags' || operation === 'suggestOptions';
}

describe('a panel of which parts fail', () => {
  for (const failing of SETS) {
    it(`goes on without ${failing.join(', ') || 'none of them'}`, async () => {
      const fails = (part: Part): boolean => failing.includes(part);
      const avatarUrl = fails('picture')
        ? `${location.origin}/no-such-picture.png`
        : 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
      const adapter = memoryAdapter(
        { contacts: [{ ...ANA, avatarUrl }], ...(fails('permissions') ? {} : { can: { delete: true } }) },
        {
          latency: 0,
          faults: ({ operation }) => (isPart(operation) && fails(operation) ? new ContactError('unavailable') : undefined),
        },
      );
      const element = await mount({ adapter, contactId: ANA.id, avatarPaths: ['/no-such-picture.png'] });
      await element.whenSettled();
      expect(panelText(element)).to.contain('Ana García');

      await click(getByRole('button', 'Edit Email Address', element));
      await fill(await findByRole('textbox', 'Email Address', element), 'new@example.com');
      await press('Enter');
      await until(() => fieldText(element, 'Email Address') === 'new@example.com', 'the edit to be saved');

      await fill(getByRole('combobox', 'Tags', element), 'Fresh');
      if (fails('suggestTags')) {
        await until(() => panelText(element).includes(messages.suggestionsFailed), 'what is missing to be said');
      }
      await press('Escape');
      await click(getByRole('button', 'Remove tag VIP', element));
      await until(() => !queryByRole('button', 'Remove tag VIP', element), 'the tag to be gone');

      await click(getByRole('button', 'More actions', element));
      await findByRole('menuitem', 'View Messages', element);
      const mayDelete = queryByRole('menuitem', 'Delete Contact', element)?.getAttribute('aria-disabled') !== 'true';
      expect(mayDelete && queryByRole('menuitem', 'Delete Contact', element) !== undefined).to.equal(!fails('permissions'));
      await element.whenSettled();
    });
  }
});
