import { expect } from '@open-wc/testing';
import { EditQueue } from '../../src/store/edit-queue.js';
import { ContactStore } from '../../src/store/contact-store.js';
import type { Persistence } from '../../src/store/saved-edits-format.js';
import { clearLocalData, indexedDbPersistence } from '../../src/persistence/indexed-db.js';
import { handAdapter } from '../support/hand-adapter.js';
import { until } from '../support/until.js';

const CONTACT = { id: 'c_1', version: '1', firstName: 'Ana' };
const DRAFT = { values: { email: 'typed' }, over: { email: '' }, known: [] };
const RECORD = { changes: [], drafts: [['email', DRAFT]] };

/** What the page in the frame can do: keep something for a principal. */
type Keep = (principal: string, contactId: string, record: unknown) => Promise<void>;

/** Another page of the same origin; `leave` is its end. */
async function openPage(): Promise<{ readonly keep: Keep; readonly leave: () => void }> {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const inner: (Window & { keep?: Keep }) | null = frame.contentWindow;
  const script = frame.contentDocument?.createElement('script');
  if (!inner || !script) throw new Error('No frame');
  script.type = 'module';
  script.textContent = `import { indexedDbPersistence } from '${location.origin}/src/persistence/indexed-db.ts';
    window.keep = (principal, id, record) => indexedDbPersistence({ principal }).save(id, record);`;
  frame.contentDocument?.body.append(script);
  await until(() => inner.keep, 'the other page');
  return { keep: (...args) => inner.keep?.(...args) ?? Promise.reject(new Error('gone')), leave: () => frame.remove() };
}

/** Everything handed over so far. */
function adopted(persistence: Persistence, contactId = 'c_1'): unknown[] {
  const taken: unknown[] = [];
  void persistence.adopt(contactId, (edits) => {
    taken.push(edits);
    return Promise.resolve(undefined);
  });
  return taken;
}

/** Resolves when everything asked of the database before has been done. */
async function asked(persistence: Persistence): Promise<void> {
  await persistence.adopt('nobody', () => Promise.resolve(undefined));
  await persistence.save('nobody', undefined);
}

describe('edits kept in the database', () => {
  beforeEach(clearLocalData);

  it('are handed over when their page is gone, once', async () => {
    const page = await openPage();
    await page.keep('u_1', 'c_1', RECORD);
    page.leave();
    const persistence = indexedDbPersistence({ principal: 'u_1' });
    const taken = adopted(persistence);
    await until(() => taken.length === 1, 'the edits');
    expect(taken).to.deep.equal([RECORD]);
    await asked(persistence);
    await until(async () => {
      const again = adopted(indexedDbPersistence({ principal: 'u_1' }));
      await asked(persistence);
      return again.length === 0;
    });
  });

  it('are left alone while their page lives, and handed over when it goes', async () => {
    const page = await openPage();
    await page.keep('u_1', 'c_1', RECORD);
    const persistence = indexedDbPersistence({ principal: 'u_1' });
    const taken = adopted(persistence);
    await asked(persistence);
    expect(taken).to.deep.equal([]);
    page.leave();
    await until(() => taken.length === 1, 'the edits');
  });

  it('are told of when their page goes, though it began to keep them only later', async () => {
    const found = new Set<string>();
    indexedDbPersistence({ principal: 'u_1' }).onLeft?.((contactId) => found.add(contactId));
    const [page, other] = [await openPage(), await openPage()];
    await page.keep('u_1', 'c_1', RECORD);
    await other.keep('u_2', 'c_3', RECORD);
    await page.keep('u_1', 'c_2', RECORD);
    await other.keep('u_1', 'c_4', RECORD);
    page.leave();
    await until(() => found.size === 2, 'news of what was left');
    expect([...found].toSorted()).to.deep.equal(['c_1', 'c_2']);
    other.leave();
    await until(() => found.has('c_4'), 'news of the other page');
    expect(found.has('c_3')).to.equal(false);
  });

  it('that are not all taken are left for the next', async () => {
    const page = await openPage();
    await page.keep('u_1', 'c_1', RECORD);
    page.leave();
    const rest = { changes: [], drafts: [['phone', DRAFT]] };
    await indexedDbPersistence({ principal: 'u_1' }).adopt('c_1', () => Promise.resolve(rest));
    const taken = adopted(indexedDbPersistence({ principal: 'u_1' }));
    await until(() => taken.length === 1, 'the rest');
    expect(taken).to.deep.equal([rest]);
  });

  it('are those of one principal and one contact', async () => {
    const page = await openPage();
    await page.keep('u_1', 'c_1', RECORD);
    page.leave();
    const other = indexedDbPersistence({ principal: 'u_2' });
    const taken = [...adopted(other), ...adopted(indexedDbPersistence({ principal: 'u_1' }), 'c_2')];
    await asked(other);
    expect(taken).to.deep.equal([]);
  });

  it('are forgotten after their lifetime', async () => {
    const page = await openPage();
    await page.keep('u_1', 'c_1', RECORD);
    page.leave();
    const late = indexedDbPersistence({ principal: 'u_1', lifetime: -1 });
    expect(adopted(late)).to.deep.equal([]);
    await asked(late);
    const taken = adopted(indexedDbPersistence({ principal: 'u_1' }));
    await asked(late);
    expect(taken).to.deep.equal([]);
  });

  it('are forgotten by clear(), of this principal, and by clearLocalData(), of all', async () => {
    const page = await openPage();
    await page.keep('u_1', 'c_1', RECORD);
    await page.keep('u_2', 'c_1', RECORD);
    await indexedDbPersistence({ principal: 'u_1' }).clear();
    page.leave();
    const first = adopted(indexedDbPersistence({ principal: 'u_1' }));
    const second = adopted(indexedDbPersistence({ principal: 'u_2' }));
    await until(() => second.length === 1, 'the edits of the other');
    expect(first).to.deep.equal([]);
  });

  it('are sent with their old key by the store that takes them over', async () => {
    const page = await openPage();
    const change = { kind: 'fields', id: 'old key', status: 'sending', values: { firstName: 'Anna' } };
    await page.keep('u_1', 'c_1', { changes: [{ ...change, over: { firstName: 'Ana' }, known: [] }], drafts: [] });
    page.leave();
    const hand = handAdapter();
    const store = new ContactStore(hand.adapter, 'c_1', { persistence: indexedDbPersistence({ principal: 'u_1' }) });
    EditQueue.of(store);
    void store.load();
    (await hand.next('load')).resolve({ contact: CONTACT });
    const [, patch, { key }] = (await hand.next('save')).arguments;
    expect([patch, key]).to.deep.equal([{ firstName: 'Anna' }, 'old key']);
  });

  it('that are garbage are thrown away', async () => {
    const page = await openPage();
    await page.keep('u_1', 'c_1', { changes: 'garbage' });
    page.leave();
    const hand = handAdapter();
    const persistence = indexedDbPersistence({ principal: 'u_1' });
    const store = new ContactStore(hand.adapter, 'c_1', { persistence });
    EditQueue.of(store);
    await until(async () => {
      const left = adopted(indexedDbPersistence({ principal: 'u_1' }));
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
