import type { Contact } from '../core/contact.js';
import { expectEqual, expectThat } from './expect.js';
import { contractCase, writing } from './contract-case.js';
import type { ContractCase } from './contract-case.js';
import { ID } from './seed.js';

interface Watcher {
  readonly reports: readonly Contact[];
  /** Resolves with the first report, past or future, that is as wanted. */
  readonly first: (isWanted: (contact: Contact) => boolean) => Promise<Contact>;
  readonly onChange: (contact: Contact) => void;
}

function watcher(): Watcher {
  const reports: Contact[] = [];
  const waiting = new Set<() => void>();
  return {
    reports,
    first: (isWanted) =>
      new Promise((resolve) => {
        const check = (): void => {
          const found = reports.find(isWanted);
          if (!found) return;
          waiting.delete(check);
          resolve(found);
        };
        waiting.add(check);
        check();
      }),
    onChange(contact) {
      reports.push(contact);
      for (const check of [...waiting]) check();
    },
  };
}

/** What is true of live updates. They may come late, and more often than needed, but they do come. */
export const watching: readonly ContractCase[] = [
  contractCase('watch reports a change as the contact that save answered', ['watch', 'save'], async (adapter) => {
    const { first, onChange } = watcher();
    const stop = adapter.watch(ID.ana, onChange);
    const saved = await adapter.save(ID.ana, { firstName: 'Anna' }, writing());
    const reported = await first(({ firstName }) => firstName === 'Anna');
    expectEqual([reported.id, reported.lastName, reported.version], [ID.ana, 'Sousa', saved.version], 'what was reported');
    stop();
  }),
  contractCase('watch reports one change after another', ['watch', 'save'], async (adapter) => {
    const { first, onChange } = watcher();
    const stop = adapter.watch(ID.ana, onChange);
    for (const name of ['Anna', 'Anne', 'Änne']) {
      await adapter.save(ID.ana, { firstName: name }, writing());
      await first(({ firstName }) => firstName === name);
    }
    stop();
  }),
  contractCase('watch reports tags that come and go', ['watch', 'addTag'], async (adapter) => {
    const { first, onChange } = watcher();
    const stop = adapter.watch(ID.bo, onChange);
    await adapter.addTag(ID.bo, { id: ID.lead }, writing());
    await first(({ tags = [] }) => tags.some(({ id }) => id === ID.lead));
    stop();
  }),
  contractCase('watch reports the contact it was asked for and no other', ['watch', 'save'], async (adapter) => {
    const [ana, bo] = [watcher(), watcher()];
    const stops = [adapter.watch(ID.ana, ana.onChange), adapter.watch(ID.bo, bo.onChange)];
    await adapter.save(ID.bo, { firstName: 'Bodil' }, writing());
    await adapter.save(ID.ana, { firstName: 'Anna' }, writing());
    await Promise.all([ana.first(({ firstName }) => firstName === 'Anna'), bo.first(({ firstName }) => firstName === 'Bodil')]);
    expectThat(
      ana.reports.every(({ id }) => id === ID.ana),
      'expected reports of one contact only',
    );
    for (const stop of stops) stop();
  }),
  contractCase(
    'watch says nothing more once it was stopped, even twice, and others still hear',
    ['watch', 'save'],
    async (adapter) => {
      const [stopped, going] = [watcher(), watcher()];
      const stop = adapter.watch(ID.ana, stopped.onChange);
      const stopGoing = adapter.watch(ID.ana, going.onChange);
      stop();
      stop();
      await adapter.save(ID.ana, { firstName: 'Anna' }, writing());
      await going.first(({ firstName }) => firstName === 'Anna');
      expectEqual(stopped.reports, [], 'what the stopped one heard');
      stopGoing();
    },
  ),
  contractCase('watch bears a contact that does not exist', ['watch'], (adapter) => {
    adapter.watch(ID.missing, () => undefined)();
    return Promise.resolve();
  }),
];
