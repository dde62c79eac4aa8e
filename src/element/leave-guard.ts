import type { ContactStore } from '../store/contact-store.js';

const unsaved = new Set<ContactStore>();

/**
 * Lets the browser ask before the page is left, as long as the contact has edits that would be gone with it. While there are
 * none nothing listens, so that the page may go into the back/forward cache.
 */
export function askBeforeLeaving(store: ContactStore): void {
  if (unsaved.has(store) || !store.hasUnsavedEdits) return;
  unsaved.add(store);
  addEventListener('beforeunload', ask);
  const stop = store.subscribe(() => {
    if (store.hasUnsavedEdits) return;
    stop();
    unsaved.delete(store);
    if (!unsaved.size) removeEventListener('beforeunload', ask);
  });
}

function ask(event: BeforeUnloadEvent): void {
  if ([...unsaved].some(({ canRestoreEdits }) => !canRestoreEdits)) event.preventDefault();
}
