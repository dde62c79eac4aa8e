import { ContextConsumer } from '@lit/context';
import type { ContactAdapter } from '../core/adapter.js';
import { contactAdapterContext } from './context.js';
import type { UpdatingElement } from './updating-element.js';

/** What @lit/context announces a provider by; bubbles and crosses shadow roots. */
const PROVIDER_EVENT = 'context-provider';

/**
 * Asks the ancestors for an adapter, and asks again when a provider comes up later (without a `ContextRoot` nobody would
 * remember the first request) or provides another one.
 */
export function consumeAdapter(host: UpdatingElement, onAdapter: (adapter: ContactAdapter | undefined) => void): void {
  const callback = onAdapter;
  const consumer = new ContextConsumer(host, { context: contactAdapterContext, subscribe: true, callback });
  const askAgain = (event: Event) => {
    if ('context' in event && event.context === contactAdapterContext) consumer.hostConnected();
  };
  host.addController({
    hostConnected: () => document.addEventListener(PROVIDER_EVENT, askAgain),
    hostDisconnected: () => document.removeEventListener(PROVIDER_EVENT, askAgain),
  });
}
