import type { ContactStore } from '../store/contact-store.js';

/** The custom states that `contact-details:state(…)` selects by. */
export type PanelState =
  | 'loading'
  | 'saving'
  | 'editing'
  | 'offline'
  | 'failed'
  | 'conflict'
  | 'deleted'
  | 'readonly'
  | 'blocked';

/** Makes the element's custom states say what the contact's state is. */
export function updateCustomStates(states: Set<string>, store: ContactStore | undefined, isReadonly: boolean): void {
  const state = store?.state;
  const changes = state?.changes ?? [];
  const errors = [
    state?.loadError,
    state?.deletion?.error,
    ...changes.flatMap(({ error, retryState }) => [error, retryState?.error]),
  ];
  const is: Readonly<Record<PanelState, boolean>> = {
    loading: state?.isLoading === true,
    saving: changes.some(({ status }) => status === 'sending') || state?.deletion?.status === 'sending',
    editing: (state?.drafts.size ?? 0) > 0,
    offline: errors.some((error) => error?.code === 'offline'),
    failed:
      state?.phase === 'failed' || state?.deletion?.status === 'failed' || changes.some(({ status }) => status === 'failed'),
    conflict: changes.some(({ status }) => status === 'conflict'),
    deleted: state?.phase === 'deleted',
    readonly: isReadonly,
    blocked: store?.contact?.isBlocked === true,
  };
  for (const [name, isSet] of Object.entries(is)) states[isSet ? 'add' : 'delete'](name);
}
