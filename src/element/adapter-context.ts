import { ContextEvent, createContext } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import type { ContactAdapter } from '../core/adapter.js';

/** The context by which an ancestor provides one adapter to many panels. Shared between copies of this package. */
export const contactAdapterContext = createContext<ContactAdapter | undefined>(Symbol.for('contact-details.adapter'));

/** What @lit/context announces a provider by; bubbles and crosses shadow roots. */
const PROVIDER_EVENT = 'context-provider';

/**
 * Asks the ancestors of an element for an adapter, and asks again when a provider comes up later (without a `ContextRoot`
 * nobody would remember the first request) or provides another one.
 */
export class AdapterConsumer implements ReactiveController {
  /** The adapter that an ancestor provides; `undefined` where none does. */
  adapter: ContactAdapter | undefined;
  readonly #host: LitElement;
  /** Where it listens: the host may be in another one already when it is told that it has left. */
  #document: Document | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#document = this.#host.ownerDocument;
    this.#document.addEventListener(PROVIDER_EVENT, this.#askAgain);
    this.#ask();
  }

  hostDisconnected(): void {
    this.#document?.removeEventListener(PROVIDER_EVENT, this.#askAgain);
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  readonly #askAgain = (event: Event): void => {
    if ('context' in event && event.context === contactAdapterContext) this.#ask();
  };

  #ask(): void {
    this.#host.dispatchEvent(new ContextEvent(contactAdapterContext, this.#host, this.#take, true));
  }

  readonly #take = (adapter: ContactAdapter | undefined, unsubscribe?: () => void): void => {
    // A nearer provider has come up.
    if (this.#unsubscribe !== unsubscribe) this.#unsubscribe?.();
    this.#unsubscribe = unsubscribe;
    this.adapter = adapter;
    this.#host.requestUpdate();
  };
}
