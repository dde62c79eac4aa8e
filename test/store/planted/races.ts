import type { ContactAdapter } from '../../../src/core/adapter.js';
import { getValue } from '../../../src/core/contact.js';
import type { Contact } from '../../../src/core/contact.js';
import { ContactError, isGone } from '../../../src/core/error.js';
import { isOfSame, overlay } from '../../../src/store/change.js';
import type { Change, ChannelRemoval, EntryChange, FieldChange } from '../../../src/store/change.js';
import { ContactStore } from '../../../src/store/contact-store.js';
import { isWriting, withBase } from '../../../src/store/contact-state.js';
import type { ContactState, Draft } from '../../../src/store/contact-state.js';
import { nextTask } from '../../../src/store/next-task.js';
import type { Task } from '../../../src/store/next-task.js';
import { reduce } from '../../../src/store/reduce.js';
import { makeStore, onAction, withNextTask, withOptions, withReducer } from './planted-stores.js';
import type { Race } from './planted-stores.js';

/** Races that a store like this one could have. */
export const RACES: readonly Race[] = [
  {
    name: 'two writes of one contact are under way at once',
    makeStore: withNextTask((state) => nextTask(withChanges(state, (change) => change.status !== 'sending'))),
  },
  {
    name: 'the newest edit is sent first',
    makeStore: withNextTask((state) => nextTask({ ...state, changes: state.changes.toReversed() })),
  },
  {
    name: 'trying again takes a new idempotency key',
    makeStore: onAction('change-retried', (before, { id }, after) =>
      before.changes.some((change) => change.id === id && change.error) ? renamed(after, id, `${id}+`) : after,
    ),
  },
  {
    name: 'the key of a write that was sent is used for what is left of it',
    makeStore: withReducer((state, action) => {
      const after = reduce(state, action);
      if (action.type === 'change-retried') return after;
      return state.changes.reduce((renewed, { id }) => renamed(renewed, `${id}+`, id), after);
    }),
  },
  {
    name: 'a refused precondition is answered by overwriting',
    makeStore: onAction('change-refused', (before, action) =>
      reduce(
        mapFields(before, (change) => ({ ...change, baseValues: valuesOf(action.current, change) })),
        action,
      ),
    ),
  },
  {
    name: 'an edit goes over the newest version instead of what the person saw',
    makeStore: withNextTask((state, task) => {
      const change = task?.type === 'refuse' ? state.changes.find(({ id }) => id === task.id) : undefined;
      return change ? { type: 'send', change, version: state.base?.version } : task;
    }),
  },
  {
    name: 'an uncertain write goes again over the newest version',
    makeStore: withNextTask((state, task) => (task?.type === 'send' ? { ...task, version: state.base?.version } : task)),
  },
  {
    name: 'a change of another field is a conflict too',
    makeStore: onAction('change-refused', (_, { id, error }, after) =>
      mapFields(after, (change) => (change.id === id ? { ...change, status: 'conflict', error } : change)),
    ),
  },
  {
    name: 'a read drops the edits that wait',
    makeStore: onAction('loaded', (before, _, after) => (after.base === before.base ? after : { ...after, changes: [] })),
  },
  {
    name: 'what is being saved is not shown',
    makeStore: (...args) =>
      new (class extends ContactStore {
        override get contact() {
          const { base, changes } = this.state;
          const queued = changes.filter(({ status }) => status === 'queued');
          return base && overlay(base, queued);
        }
      })(...args),
  },
  {
    name: 'a read that began before a write replaces its answer',
    makeStore: onAction('loaded', (before, action) => reduce(withoutBase(before), action)),
  },
  {
    name: 'news is taken for what the contact is now',
    makeStore: onAction('received', (before, { contact }, after) =>
      after.unread.length > before.unread.length ? withBase(before, contact) : after,
    ),
  },
  {
    name: 'news during a write is forgotten',
    makeStore: withReducer((state, action) => {
      const after = reduce(state, action);
      return isWriting(state) && after.unread.length > state.unread.length ? { ...after, unread: state.unread } : after;
    }),
  },
  {
    name: 'news that leaves a gap is ignored',
    makeStore: onAction('received', (before, { contact }, after) =>
      Number(contact.version) > Number(before.base?.version) + 1 ? before : after,
    ),
  },
  {
    name: 'what the source does not say of the permission to delete is a yes',
    makeStore: onAction('loaded', (_, __, after) => ({ ...after, can: { delete: true, ...after.can } })),
  },
  {
    name: 'a read answers for the one that came after it',
    makeStore: (...args) =>
      new (class extends ContactStore {
        protected override isAwaited() {
          return true;
        }
      })(...args),
  },
  {
    name: 'the failure of one edit undoes the others',
    makeStore: onAction('change-failed', (before, action) =>
      reduce(
        withChanges(before, ({ id }) => id === action.id),
        action,
      ),
    ),
  },
  {
    name: 'an edit that failed is dropped',
    makeStore: onAction('change-failed', (_, action, after) => withChanges(after, ({ id }) => id !== action.id)),
  },
  {
    name: 'what comes back undoes a newer edit',
    makeStore: onAction(['change-refused', 'change-failed', 'change-postponed'], (before, action, after) => {
      if (after.phase !== 'ready') return after;
      const alone = reduce(
        withChanges(before, ({ id }) => id === action.id),
        action,
      );
      return { ...after, changes: before.changes.map((change) => (change.id === action.id ? alone.changes : change)).flat() };
    }),
  },
  {
    name: 'confirming twice saves twice',
    makeStore: onAction('change-made', (before, _, after) => ({ ...after, drafts: before.drafts })),
  },
  {
    name: 'pressing "try again" twice sends twice',
    makeStore: onAction('change-retried', (before, { id }, after) =>
      mapChanges(after, (change) => (change.id === id && isSending(before, id) ? { ...change, status: 'queued' } : change)),
    ),
  },
  editsOfTheFirstContact(),
  {
    name: 'an answer about another contact is taken',
    makeStore: (adapter, id, options) => makeStore(relabelling(adapter), id, options),
  },
  {
    name: 'pressing "delete" twice deletes twice',
    makeStore: onAction('delete-requested', (before, { id }, after) =>
      before.deletion && before.phase === 'ready' ? { ...after, deletion: { id, status: 'requested' } } : after,
    ),
  },
  {
    name: 'an edit of a deleted contact waits for ever',
    makeStore: withReducer((state, action) => {
      if (state.phase !== 'deleted' || action.type === 'loaded') return reduce(state, action);
      const after = reduce({ ...state, phase: 'ready' }, action);
      return after.phase === 'ready' ? { ...after, phase: 'deleted' } : after;
    }),
  },
  {
    name: 'a read that began before the delete brings the contact back',
    makeStore: onAction('loaded', (before, action) => reduce({ ...before, phase: 'ready' }, action)),
  },
  {
    name: "a value that may have been saved is taken for somebody else's",
    makeStore: onAction('change-made', (_, { change: made }, after) =>
      mapFields(after, (change) =>
        made.kind === 'fields' && change.id === made.id ? { ...change, seenValues: made.seenValues } : change,
      ),
    ),
  },
  {
    name: "a saved value is taken for somebody else's by the edits that wait",
    makeStore: onAction('change-saved', (before, _, after) => {
      const old = new Map<string, Draft>(before.drafts);
      for (const change of before.changes) if (change.kind === 'fields') old.set(change.id, change);
      const forget = <T extends Draft>(draft: T, key: string): T => ({
        ...draft,
        seenValues: old.get(key)?.seenValues ?? draft.seenValues,
      });
      const drafts = new Map([...after.drafts].map(([key, draft]) => [key, forget(draft, key)]));
      return mapFields({ ...after, drafts }, (change) => forget(change, change.id));
    }),
  },
  {
    name: 'the answer to an earlier attempt replaces what the contact is now',
    makeStore: withNextTask((_, task) =>
      task?.type === 'send' ? { ...task, change: { ...task.change, isUncertain: false } } : task,
    ),
  },
  {
    name: 'a write has no time limit',
    makeStore: withOptions(({ writeLimit = 0, ...options }) => ({ ...options, writeLimit: writeLimit * 2 })),
  },
  {
    name: 'what is tried again by itself takes a new key',
    makeStore: onAction(['changes-resumed', 'change-retried'], (before, _, after) =>
      before.changes
        .filter(({ status }) => status === 'waiting')
        .reduce((renewed, { id }) => renamed(renewed, id, `${id}+`), after),
    ),
  },
  {
    name: 'what was refused is tried again by itself',
    makeStore: onAction('change-failed', (before, { id, error }, after) =>
      error.code === 'forbidden' || error.code === 'invalid'
        ? reduce(before, { type: 'change-postponed', id, retryState: { failureCount: 1, error } })
        : after,
    ),
  },
  {
    name: 'the wait for a discarded edit goes on',
    makeStore: (adapter, id, options) => {
      let last: Task | undefined;
      const rule = (state: ContactState): Task | undefined => {
        const task = nextTask(state);
        if (state.changes.length || task) last = task;
        return task ?? (last?.type === 'wait' ? last : undefined);
      };
      return makeStore(adapter, id, { ...options, nextTask: rule });
    },
  },
  {
    name: 'the timer of a failed read outlives the panel',
    makeStore: (...args) =>
      new (class extends ContactStore {
        override get isWatched() {
          return true;
        }
      })(...args),
  },
  {
    name: 'the edits behind one that waits are sent before it',
    makeStore: withNextTask((state, task) =>
      task?.type === 'wait' ? (nextTask(withChanges(state, ({ status }) => status !== 'waiting')) ?? task) : task,
    ),
  },
  {
    name: 'the wish of the source to be left alone is ignored',
    makeStore: withReducer((state, action) =>
      reduce(
        state,
        action.type === 'change-postponed'
          ? { ...action, retryState: { ...action.retryState, error: new ContactError(action.retryState.error.code) } }
          : action,
      ),
    ),
  },
  {
    name: 'a sign of a connection ends a wait that the source has asked for',
    makeStore: onAction('loaded', (_, __, after) => reduce(after, { type: 'changes-resumed' })),
  },
  {
    name: 'who waits no longer still listens for a connection',
    makeStore: withOptions((options) => ({
      ...options,
      whenOnline: (callback) => {
        options.whenOnline?.(callback);
        return () => undefined;
      },
    })),
  },
  {
    name: 'the timer of what cannot be undone any more goes on',
    makeStore: withOptions((options) => ({
      ...options,
      clock: (milliseconds, callback) => {
        const stop = options.clock?.(milliseconds, callback);
        return () => (milliseconds === UNDO_STEP ? undefined : stop?.());
      },
    })),
  },
  {
    name: 'nothing wakes an edit that waits',
    makeStore: withNextTask((_, task) => (task?.type === 'wait' ? undefined : task)),
  },
  {
    name: 'a block that was refused stays shown',
    makeStore: (...args) =>
      new (class extends ContactStore {
        override get contact() {
          const { base, changes } = this.state;
          return base && overlay(base, changes.map(asIfPending));
        }
      })(...args),
  },
  {
    name: 'a contact whose block is on its way is taken for one that need not be unblocked',
    makeStore: onAction('change-made', (before, { change: made }, after) =>
      made.kind === 'unblock' && before.base?.isBlocked !== true && before.changes.some(isBlockOnItsWay)
        ? { ...after, changes: before.changes }
        : after,
    ),
  },
  {
    name: 'what another tab has unblocked stays blocked here',
    makeStore: onAction('loaded', (before, _, after) =>
      before.base?.isBlocked && after.base ? { ...after, base: { ...after.base, isBlocked: true } } : after,
    ),
  },
  {
    name: 'a removal of a channel that is refused passes for done',
    makeStore: onAction('change-failed', (before, { id, error }, after) =>
      before.changes.some((change) => change.id === id && change.kind === 'channel-removal') && !isGone(error)
        ? withChanges(after, (change) => change.id !== id)
        : after,
    ),
  },
  {
    name: 'a channel is removed wherever the source says that there is no such thing',
    makeStore: (adapter, id, options) => makeStore(removingWhatIsGone(adapter), id, options),
  },
  {
    name: 'a channel is removed twice by two presses',
    makeStore: onAction('change-made', (before, { change: made }, after) =>
      made.kind === 'channel-removal' && after.changes === before.changes && before.changes.some(isRemovalOf(made))
        ? { ...after, changes: [...after.changes, made] }
        : after,
    ),
  },
  {
    name: 'a change of an email address that is refused passes for done',
    makeStore: onAction('change-failed', (before, { id, error }, after) =>
      before.changes.some((change) => change.id === id && change.kind === 'entry') && !isGone(error)
        ? withChanges(after, (change) => change.id !== id)
        : after,
    ),
  },
  {
    name: 'an email address whose removal is on its way is taken for one that need not be added again',
    makeStore: onAction('change-made', (before, { change: made }, after) =>
      made.kind === 'entry' &&
      made.patch &&
      before.changes.some((change) => change.status === 'sending' && isEntryOf(made)(change))
        ? { ...after, changes: before.changes }
        : after,
    ),
  },
  {
    name: 'what brings back an email address goes under the key of its removal',
    makeStore: withReducer((state, action) => {
      if (action.type !== 'change-made' || action.change.kind !== 'entry') return reduce(state, action);
      const { change } = action;
      const removal = state.undoable.find((record) => record.kind === 'entry' && record.value === change.value);
      return reduce(state, removal ? { ...action, change: { ...change, id: removal.id } } : action);
    }),
  },
  editsThatFollow(),
  {
    name: 'the edits that wait are dropped with a contact that was merged',
    makeStore: withReducer((state, action) => {
      const after = reduce(state, action);
      const isMerged = after.phase === 'deleted' && after.loadError?.mergedInto;
      return isMerged ? withChanges(after, ({ status }) => status === 'sending') : after;
    }),
  },
  {
    name: 'a delete of a contact that was merged passes for done',
    makeStore: onAction('delete-failed', (before, { error }, after) =>
      error.mergedInto === undefined ? after : reduce(before, { type: 'deleted' }),
    ),
  },
  {
    name: 'where a contact has gone is forgotten when it cannot be read again',
    makeStore: onAction('load-failed', (before, { error }, after) =>
      before.phase === 'deleted' && after.phase === 'deleted' ? { ...after, loadError: error } : after,
    ),
  },
];

const UNDO_STEP = 1_000;

/** The edits of a second contact go the way of the first. */
function editsOfTheFirstContact(): Race {
  const firstByAdapter = new WeakMap<ContactAdapter, ContactStore>();
  return {
    name: 'an edit is kept under the contact that was edited first',
    makeStore: (adapter, id, options) => {
      const store = makeStore(adapter, id, options);
      const first = firstByAdapter.get(adapter) ?? store;
      firstByAdapter.set(adapter, first);
      return Object.assign(store, { edits: first.edits });
    },
  };
}

/** Puts the id that was asked for onto whatever is answered, so that nobody can tell any more whose answer it is. */
function relabelling(adapter: ContactAdapter): ContactAdapter {
  const label = (id: string, answer: unknown): Contact => ({ ...Object(answer), id }) as Contact;
  return {
    ...adapter,
    load: async (id, options) => {
      const answer = await adapter.load(id, options);
      return { ...answer, contact: label(id, answer?.contact) };
    },
    save: async (id, patch, options) => label(id, await adapter.save?.(id, patch, options)),
  };
}

/** Takes "there is no such thing", said of a channel, for the answer that it is removed. */
function removingWhatIsGone(adapter: ContactAdapter): ContactAdapter {
  return {
    ...adapter,
    removeChannel: async (...call) => {
      try {
        return await adapter.removeChannel?.(...call);
      } catch (thrown) {
        if (!isGone(ContactError.from(thrown))) throw thrown;
        return undefined;
      }
    },
  };
}

/** The edits of a contact that was merged are put on the one that it has become part of. */
function editsThatFollow(): Race {
  const storesByAdapter = new WeakMap<ContactAdapter, Map<string, ContactStore>>();
  return {
    name: 'an edit of a contact that was merged goes to the one that it has become part of',
    makeStore: (adapter, id, options) => {
      const store = makeStore(adapter, id, options);
      const stores = storesByAdapter.get(adapter) ?? new Map<string, ContactStore>();
      storesByAdapter.set(adapter, stores.set(id, store));
      store.subscribe(({ changes }, action) => {
        const change = changes.find(({ id: key }) => action.type === 'change-failed' && key === action.id);
        const target = change && stores.get(change.error?.mergedInto ?? '');
        target?.dispatch({ type: 'change-made', change: { ...change, status: 'queued' } as Change });
      });
      return store;
    },
  };
}

function isBlockOnItsWay({ kind, status }: Change): boolean {
  return kind === 'block' && status === 'sending';
}

/** A block that has failed, as if it still counted on being done. */
function asIfPending(change: Change): Change {
  return change.kind === 'block' && change.status === 'failed' ? { ...change, status: 'queued' } : change;
}

function isRemovalOf({ channel }: ChannelRemoval): (change: Change) => boolean {
  return (change) => change.kind === 'channel-removal' && change.channel.id === channel.id;
}

/** Whether a change is of the same entry. */
function isEntryOf(entry: EntryChange): (change: Change) => boolean {
  return (change) => change.kind === 'entry' && isOfSame(change, entry);
}

function isSending({ changes }: ContactState, id: string): boolean {
  return changes.some((change) => change.id === id && change.status === 'sending');
}

function withoutBase({ base: _, ...state }: ContactState): ContactState {
  return state;
}

function withChanges(state: ContactState, isWanted: (change: Change) => boolean): ContactState {
  return { ...state, changes: state.changes.filter(isWanted) };
}

function mapChanges(state: ContactState, update: (change: Change) => Change): ContactState {
  return { ...state, changes: state.changes.map(update) };
}

function mapFields(state: ContactState, update: (change: FieldChange) => FieldChange): ContactState {
  return mapChanges(state, (change) => (change.kind === 'fields' ? update(change) : change));
}

function renamed(state: ContactState, id: string, newId: string): ContactState {
  return mapChanges(state, (change) => (change.id === id ? { ...change, id: newId } : change));
}

function valuesOf(contact: Contact, { values }: FieldChange): FieldChange['values'] {
  return Object.fromEntries(Object.keys(values).map((key) => [key, getValue(contact, key)]));
}
