import type { ContactAdapter, ContactSnapshot } from '../core/adapter.js';
import type { ViewProperties } from '../element/view.js';
import type { Messages } from '../i18n/messages.js';

/** What a panel is drawn from on a server: what `load` answers, and the properties of the element. */
export interface RenderContactOptions extends Omit<ContactSnapshot, 'odd'>, Partial<ViewProperties> {
  /** Base URL of the HTTP contract, for the browser: the attribute `src`. */
  readonly src?: string;
  /** The adapter that the page gives the element, if it gives one. It is not called: its methods say what is offered. */
  readonly adapter?: ContactAdapter;
  /** BCP 47 tag of the page's language at this place: the attribute `lang`. English without it. */
  readonly lang?: string;
  /** Texts to use instead of the panel's own. The page gives the element the same. */
  readonly messages?: Partial<Messages>;
  /** The nonce of the page's `style-src`, without which a strict policy blocks the styles until the script is there. */
  readonly nonce?: string;
}
