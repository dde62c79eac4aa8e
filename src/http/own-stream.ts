import type { Contact } from '../core/contact.js';
import type { Clock } from '../core/clock.js';
import type { Send } from './http-adapter.js';
import { inPlace } from './places.js';
import { reconnect } from './reconnect.js';

/** Follows one contact through a stream of its own: where browsers or servers cannot share one, and where it was refused. */
export function followAlone(
  send: Send,
  id: string,
  onChange: (contact: Contact) => void,
  signal: AbortSignal,
  after?: Clock,
): Promise<void> {
  let lastEventId = '';
  const stream = {
    path: ['contacts', id, 'events'],
    lastEventId: () => lastEventId,
    onEvent(event: { readonly id: string; readonly data: string }) {
      const contact = JSON.parse(event.data) as Contact;
      lastEventId = event.id;
      onChange(contact);
    },
  };
  return inPlace(signal, () => reconnect(stream, send, signal, after));
}
