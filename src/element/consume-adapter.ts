import { ContextConsumer } from '@lit/context';
import type { ContactAdapter } from '../core/adapter.js';
import { contactAdapterContext } from './context.js';
import type { UpdatingElement } from './updating-element.js';

/** Asks the ancestors for an adapter, and again when another provider comes up or provides another one. */
export function consumeAdapter(host: UpdatingElement, onAdapter: (adapter: ContactAdapter | undefined) => void): void {
  new ContextConsumer(host, { context: contactAdapterContext, subscribe: true, callback: onAdapter });
}
