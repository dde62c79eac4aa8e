import type { Mutation } from './mutant.js';

export interface Race extends Mutation {
  /** What goes wrong, as a sentence about the core that has it. */
  readonly name: string;
}

/** Races that a core like this one could have. */
export const RACES: readonly Race[] = [
  {
    name: 'two writes of one contact are under way at once',
    file: 'edit-queue.ts',
    find: `phase === 'ready' && !isWriting(state);
    const next = isFree ? changes.find(isPending) : undefined;`,
    replace: `phase === 'ready';
    const next = isFree ? changes.find((change) => change.status === 'queued') : undefined;`,
  },
  {
    name: 'the newest edit is sent first',
    file: 'edit-queue.ts',
    find: 'changes.find(isPending) : undefined;',
    replace: 'changes.findLast(isPending) : undefined;',
  },
  {
    name: 'trying again takes a new idempotency key',
    file: 'reduce-edit.ts',
    find: "= { ...change, status: 'queued' };\n  if",
    replace: "= { ...change, id: `${change.id}+`, status: 'queued' };\n  if",
  },
  {
    name: 'the key of a write that was sent is used for what is left of it',
    file: 'change.ts',
    find: 'isSent ? `${change.id}+` : change.id',
    replace: 'change.id',
  },
  {
    name: 'a refused precondition is answered by overwriting',
    file: 'reduce-edit.ts',
    find: "return isContested ? { ...queued, status: 'conflict', error } : queued;",
    replace: 'return isContested ? { ...queued, over: pickValues(current, queued.values) } : queued;',
  },
  {
    name: 'an edit goes over the newest version instead of what the person saw',
    file: 'edit-queue.ts',
    find: 'contestedFields(change, base).length',
    replace: 'false',
  },
  {
    name: 'an uncertain write goes again over the newest version',
    file: 'edit-queue.ts',
    find: 'sentVersion ?? base.version',
    replace: 'base.version',
  },
  {
    name: 'a change of another field is a conflict too',
    file: 'reduce-edit.ts',
    find: 'contestedFields(queued, current).length > 0',
    replace: 'true',
  },
  {
    name: 'a read drops the edits that wait',
    file: 'contact-state.ts',
    find: 'withBase(known, contact);',
    replace: 'withBase({ ...known, changes: [] }, contact);',
  },
  {
    name: 'what is being saved is not shown',
    file: 'change.ts',
    find: 'return changes.filter(isPending).reduce(',
    replace: "return changes.filter((change) => change.status === 'queued').reduce(",
  },
  {
    name: 'a read that began before a write replaces its answer',
    file: 'contact-state.ts',
    find: '(isWriting(state) || revision !== state.revision)',
    replace: 'false',
  },
  {
    name: 'news is taken for what the contact is now',
    file: 'contact-state.ts',
    find: 'hear(state, action.contact.version) : state',
    replace: 'withBase(state, action.contact) : state',
  },
  {
    name: 'news during a write is forgotten',
    file: 'contact-state.ts',
    find: 'return isKnown ? state :',
    replace: 'return isKnown || isWriting(state) ? state :',
  },
  {
    name: 'news that leaves a gap is ignored',
    file: 'contact-state.ts',
    find: 'return isKnown ? state :',
    replace: 'return isKnown || Number(version) > Number(state.base?.version) + 1 ? state :',
  },
  {
    name: 'what the source does not say of the permission to delete is a yes',
    file: 'contact-state.ts',
    find: 'isLoading: false, fields, can, ...(me',
    replace: 'isLoading: false, fields, can: { delete: true, ...can }, ...(me',
  },
  {
    name: 'a read answers for the one that came after it',
    file: 'contact-store.ts',
    find: 'if (this.#read !== read) return;',
    replace: '',
  },
  {
    name: 'the failure of one edit undoes the others',
    file: 'reduce-edit.ts',
    find: 'comeBack(state, action.id, (change) => failed',
    replace:
      'comeBack({ ...state, changes: state.changes.filter(({ id }) => id === action.id) }, action.id, (change) => failed',
  },
  {
    name: 'an edit that failed is dropped',
    file: 'reduce-edit.ts',
    find: 'comeBack(state, action.id, (change) => failed(change, action.error))',
    replace: '({ ...state, changes: state.changes.filter(({ id }) => id !== action.id) })',
  },
  {
    name: 'what comes back undoes a newer edit',
    file: 'reduce-edit.ts',
    find: 'changes: withoutReplaced(back.changes)',
    replace: 'changes: back.changes',
  },
  {
    name: 'confirming twice saves twice',
    file: 'reduce-edit.ts',
    find: '? closeDraft(state, change.editor) : state;',
    replace: '? state : state;',
  },
  {
    name: 'pressing "try again" twice sends twice',
    file: 'reduce-edit.ts',
    find: 'isPostponed ? resume(state) : ',
    replace: '',
  },
  {
    name: 'an edit is kept under the contact that was edited first',
    file: 'edit-queue.ts',
    find: `const edits = (store.layer = new EditQueue(store));
    edits.#keeper?.adopt({ withDrafts: true });`,
    replace: `const first = (EditQueue.first ??= new WeakMap());
    const edits = (store.layer = first.get(store.adapter) ?? new EditQueue(store));
    first.set(store.adapter, edits);`,
  },
  {
    name: 'an answer about another contact is taken',
    file: 'parse.ts',
    find: "return parsed?.id === id ? parsed : refuse('contact.id');",
    replace: "return parsed ?? refuse('contact');",
  },
  {
    name: 'pressing "delete" twice deletes twice',
    file: 'edit-queue.ts',
    find: "if (deletion && deletion.status !== 'failed') return;",
    replace: '',
  },
  {
    name: 'an edit of a deleted contact waits for ever',
    file: 'reduce-edit.ts',
    find: "if (phase === 'ready' || phase === 'loading') return state;",
    replace: "if (phase !== 'failed') return state;",
  },
  {
    name: 'a read that began before the delete brings the contact back',
    file: 'contact-state.ts',
    find: "if (isOutdated && state.phase === 'deleted') return { ...state, isLoading: false };",
    replace: '',
  },
  {
    name: "a value that may have been saved is taken for somebody else's",
    file: 'change.ts',
    find: 'const known = [...added.known, ...knownFrom(changes, Object.keys(added.values))];',
    replace: 'const known = added.known;',
  },
  {
    name: "a saved value is taken for somebody else's by the edits that wait",
    file: 'reduce-edit.ts',
    find: 'known: [...draft.known, ...own]',
    replace: 'known: draft.known',
  },
  {
    name: 'the answer to an earlier attempt replaces what the contact is now',
    file: 'edit-queue.ts',
    find: 'let isOlder = change.isUncertain;',
    replace: 'let isOlder = false;',
  },
  {
    name: 'a write has no time limit',
    file: 'edit-queue.ts',
    find: 'withTimeLimit(writeLimit, after,',
    replace: 'withTimeLimit(writeLimit * 2, after,',
  },
  {
    name: 'what is tried again by itself takes a new key',
    file: 'reduce-edit.ts',
    find: "change.status === 'waiting' ? ({ ...change, status",
    replace: "change.status === 'waiting' ? ({ ...change, id: `${change.id}+`, status",
  },
  {
    name: 'what was refused is tried again by itself',
    file: '../core/retry.ts',
    find: "'rate-limited'];",
    replace: "'rate-limited', 'forbidden', 'invalid'];",
  },
  {
    name: 'the wait for a discarded edit goes on',
    file: 'edit-queue.ts',
    find: 'const setback = next?.status',
    replace: 'if (!next) return;\n    const setback = next?.status',
  },
  {
    name: 'the timer of a failed read outlives the panel',
    file: 'contact-store.ts',
    find: 'this.#watchers > 0 ? setback : undefined',
    replace: 'setback',
  },
  {
    name: 'the edits behind one that waits are sent before it',
    file: 'edit-queue.ts',
    find: 'const next = isFree ? changes.find(isPending) : undefined;',
    replace:
      "const next = isFree ? (changes.find(({ status }) => status === 'queued') ?? changes.find(isPending)) : undefined;",
  },
  {
    name: 'the wish of the source to be left alone is ignored',
    file: '../core/retry.ts',
    find: 'return retryAfterOf(error) + SHORTEST_WAIT',
    replace: 'return SHORTEST_WAIT',
  },
  {
    name: 'a sign of a connection ends a wait that the source has asked for',
    file: 'wait.ts',
    find: "if (this.#setback?.error.code === 'offline') this",
    replace: 'this',
  },
  {
    name: 'who waits no longer still listens for a connection',
    file: 'wait.ts',
    find: 'stopListening?.();',
    replace: '',
  },
  {
    name: 'the timer of what cannot be undone any more goes on',
    file: 'undo.ts',
    find: 'stop();\n',
    replace: '\n',
  },
  {
    name: 'nothing wakes an edit that waits',
    file: 'edit-queue.ts',
    find: 'this.#wait.after(setback, ',
    replace: 'if (!setback) this.#wait.after(setback, ',
  },
];
