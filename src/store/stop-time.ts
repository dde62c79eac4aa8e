import type { ContactAdapter } from '../core/adapter.js';
import { storeFor } from './store-registry.js';

/**
 * Stops time for one contact of an adapter: nothing expires and nothing is tried again. For galleries and screenshots; to be
 * called before anything shows the contact.
 */
export function stopTime(adapter: ContactAdapter, contactId: string): void {
  storeFor(adapter, contactId, { clock: () => () => undefined });
}
