import { expect } from '@open-wc/testing';
import { clearLocalData, indexedDbPersistence } from '../../src/persistence/indexed-db.js';
import type { Persistence } from '../../src/store/saved-edits-format.js';
import { handAdapter } from '../support/hand-adapter.js';
import { findByRole } from '../support/find.js';
import { until } from '../support/until.js';
import { ANA, mount, show } from '../element/kit.js';

/** A place in which a page that is gone has left a draft. */
function left(): Persistence {
  const draft = { values: { email: 'typed@example.com' }, baseValues: { email: ANA.email }, seenValues: [] };
  return {
    save: () => Promise.resolve(),
    restore: async (_, take) => void (await take({ changes: [], drafts: [['email', draft]] })),
    clear: () => Promise.resolve(),
  };
}

describe('a panel', () => {
  it('opens the editor again in which something was typed before the reload', async () => {
    const hand = handAdapter();
    const element = await mount({ adapter: hand.adapter, contactId: ANA.id, persistence: left() });
    (await hand.next('load')).resolve({ contact: ANA });
    const input = (await findByRole('textbox', 'Email Address', element)) as HTMLInputElement;
    expect(input.value).to.equal('typed@example.com');
  });

  it('stores nothing in the browser unless it is told to', async () => {
    await clearLocalData();
    const element = await show();
    await element.edit('email');
    const taken: unknown[] = [];
    await indexedDbPersistence({ principal: '' }).restore(ANA.id, (edits) => Promise.resolve(void taken.push(edits)));
    expect(taken).to.deep.equal([]);
    await until(() => [localStorage.length, sessionStorage.length].join() === '0,0');
  });
});
