import { expect } from '@open-wc/testing';
import { ContactStore } from '../../src/store/contact-store.js';
import type { Persistence } from '../../src/store/saved-edits-format.js';
import { clearLocalData, indexedDbPersistence } from '../../src/persistence/indexed-db.js';
import { handAdapter } from '../support/hand-adapter.js';
import { until } from '../support/until.js';

const CONTACT = { id: 'c_1', version: '1', firstName: 'Ana' };
const DRAFT = { values: { email: 'typed' }, baseValues: { email: '' }, seenValues: [] };
const RECORD = { changes: [], drafts: [['email', DRAFT]] };

/** What the page in the frame can do: save something for a principal. */
type Save = (principal: string, contactId: string, record: unknown) => Promise<void>;

/** Another page of the same origin; `leave` is its end. */
async function openPage(): Promise<{ readonly save: Save; readonly leave: () => void }> {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const inner: (Window & { saveEdits?: Save }) | null = frame.contentWindow;
  const script = frame.contentDocument?.createElement('script');
  if (!inner || !script) throw new Error('No frame');
  script.type = 'module';
  script.textContent = `import { indexedDbPersistence } from '${location.origin}/src/persistence/indexed-db.ts';
    window.saveEdits = (principal, id, record) => indexedDbPersistence({ principal }).save(id, record);`;
  frame.contentDocument?.body.append(script);
  await until(() => inner.saveEdits, 'the other page');
  return { save: (...args) => inner.saveEdits?.(...args) ?? Promise.reject(new Error('gone')), leave: () => frame.remove() };
}

/** Everything handed over so far. */
function handedOver(persistence: Persistence, contactId = 'c_1'): unknown[] {
  const taken: unknown[] = [];
  void persistence.restore(contactId, (edits) => {
    taken.push(edits);
    return Promise.resolve(undefined);
  });
  return taken;
}

/** Resolves when everything asked of the database before has been done. */
async function asked(persistence: Persistence): Promise<void> {
  await persistence.restore('nobody', () => Promise.resolve(undefined));
  await persistence.save('nobody', undefined);
}

describe('edits saved in the database', () => {
  beforeEach(clearLocalData);

  it('are handed over when their page is gone, once', async () => {
    const page = await openPage();
    await page.save('u_1', 'c_1', RECORD);
    page.leave();
    const persistence = indexedDbPersistence({ principal: 'u_1' });
    const taken = handedOver(persistence);
    await until(() => taken.length === 1, 'the edits');
    expect(taken).to.deep.equal([RECORD]);
    await asked(persistence);
    await until(async () => {
      const again = handedOver(indexedDbPersistence({ principal: 'u_1' }));
      await asked(persistence);
      return again.length === 0;
    });
  });

  it('are left alone while their page lives, and handed over when it goes', async () => {
    const page = await openPage();
    await page.save('u_1', 'c_1', RECORD);
    const persistence = indexedDbPersistence({ principal: 'u_1' });
    const taken = handedOver(persistence);
    await asked(persistence);
    expect(taken).to.deep.equal([]);
    page.leave();
    await until(() => taken.length === 1, 'the edits');
  });

  it('are told of when their page goes, though it began to save them only later', async () => {
    const found = new Set<string>();
    indexedDbPersistence({ principal: 'u_1' }).onPageGone?.((contactId) => found.add(contactId));
    const [page, other] = [await openPage(), await openPage()];
    await page.save('u_1', 'c_1', RECORD);
    await other.save('u_2', 'c_3', RECORD);
    await page.save('u_1', 'c_2', RECORD);
    await other.save('u_1', 'c_4', RECORD);
    page.leave();
    await until(() => found.size === 2, 'news of the page that is gone');
    expect([...found].toSorted()).to.deep.equal(['c_1', 'c_2']);
    other.leave();
    await until(() => found.has('c_4'), 'news of the other page');
    expect(found.has('c_3')).to.equal(false);
  });

  it('that are not all taken are left for the next', async () => {
    const page = await openPage();
    await page.save('u_1', 'c_1', RECORD);
    page.leave();
    const rest = { changes: [], drafts: [['phone', DRAFT]] };
    await indexedDbPersistence({ principal: 'u_1' }).restore('c_1', () => Promise.resolve(rest));
    const taken = handedOver(indexedDbPersistence({ principal: 'u_1' }));
    await until(() => taken.length === 1, 'the rest');
    expect(taken).to.deep.equal([rest]);
  });

  it('are those of one principal and one contact', async () => {
    const page = await openPage();
    await page.save('u_1', 'c_1', RECORD);
    page.leave();
    const other = indexedDbPersistence({ principal: 'u_2' });
    const taken = [...handedOver(other), ...handedOver(indexedDbPersistence({ principal: 'u_1' }), 'c_2')];
    await asked(other);
    expect(taken).to.deep.equal([]);
  });

  it('are forgotten after their lifetime', async () => {
    const page = await openPage();
    await page.save('u_1', 'c_1', RECORD);
    page.leave();
    const late = indexedDbPersistence({ principal: 'u_1', lifetime: -1 });
    expect(handedOver(late)).to.deep.equal([]);
    await asked(late);
    const taken = handedOver(indexedDbPersistence({ principal: 'u_1' }));
    await asked(late);
    expect(taken).to.deep.equal([]);
  });

  it('are forgotten by clear(), of this principal, and by clearLocalData(), of all', async () => {
    const page = await openPage();
    await page.save('u_1', 'c_1', RECORD);
    await page.save('u_2', 'c_1', RECORD);
    await indexedDbPersistence({ principal: 'u_1' }).clear();
    page.leave();
    const first = handedOver(indexedDbPersistence({ principal: 'u_1' }));
    const second = handedOver(indexedDbPersistence({ principal: 'u_2' }));
    await until(() => second.length === 1, 'the edits of the other');
    expect(first).to.deep.equal([]);
  });

  it('are sent with their old key by the store that takes them over', async () => {
    const page = await openPage();
    const change = { kind: 'fields', id: 'old key', status: 'sending', values: { firstName: 'Anna' } };
    await page.save('u_1', 'c_1', { changes: [{ ...change, baseValues: { firstName: 'Ana' }, seenValues: [] }], drafts: [] });
    page.leave();
    const hand = handAdapter();
    const store = new ContactStore(hand.adapter, 'c_1', { persistence: indexedDbPersistence({ principal: 'u_1' }) });
    void store.load();
    (await hand.next('load')).resolve({ contact: CONTACT });
    const [, patch, { key }] = (await hand.next('save')).arguments;
    expect([patch, key]).to.deep.equal([{ firstName: 'Anna' }, 'old key']);
  });

  it('that are garbage are thrown away', async () => {
    const page = await openPage();
    await page.save('u_1', 'c_1', { changes: 'garbage' });
    page.leave();
    const hand = handAdapter();
    const persistence = indexedDbPersistence({ principal: 'u_1' });
    const store = new ContactStore(hand.adapter, 'c_1', { persistence });
    void store.load();
    await until(async () => {
      const left = handedOver(indexedDbPersistence({ principal: 'u_1' }));
      await asked(persistence);
      return left.length === 0;
    });
    expect(store.hasUnsavedEdits).to.equal(false);
  });

  it('hold no lock once there are none, so that the page may be kept for the "back" button', async () => {
    const persistence = indexedDbPersistence({ principal: 'u_1' });
    const held = async () => (await navigator.locks.query()).held?.map(({ name }) => name) ?? [];
    const others = await held();
    await persistence.save('c_1', RECORD);
    const own = (await held()).find((name) => !others.includes(name));
    expect(own).to.match(/^contact-details/);
    await persistence.save('c_1', undefined);
    await until(async () => !(await held()).includes(own));
  });
});
