'use client';
import 'contact-details';
import type {} from 'contact-details/react';
import { useState, useSyncExternalStore } from 'react';

const ACTIONS = [{ id: 'call', label: 'Call' }];
const unchanging = () => () => undefined;

export function Side({ firstId, secondId }: { firstId: string; secondId: string }) {
  const [id, setId] = useState(firstId);
  const [isReadonly, setReadonly] = useState(false);
  const [isOpen, setOpen] = useState(true);
  const [events, setEvents] = useState<readonly string[]>([]);
  // An element that came from the server gets neither properties nor handlers from React: this one is made in the browser.
  const isInBrowser = useSyncExternalStore(
    unchanging,
    () => true,
    () => false,
  );
  const tell = (event: string) => setEvents((earlier) => [...earlier, event]);

  return (
    <>
      <button onClick={() => setId(firstId)}>First contact</button>
      <button onClick={() => setId(secondId)}>Second contact</button>
      <button onClick={() => setOpen(!isOpen)}>{isOpen ? 'Close' : 'Open'}</button>
      <label>
        <input type="checkbox" checked={isReadonly} onChange={() => setReadonly(!isReadonly)} />
        Read only
      </label>
      {isInBrowser && isOpen && (
        <contact-details
          src="/api"
          contact-id={id}
          readonly={isReadonly}
          actions={ACTIONS}
          onview-messages={(event) => tell(`view-messages ${event.contactId}`)}
          oncontact-action={(event) => tell(`contact-action ${event.contactId} ${event.action}`)}
          oncontact-saved={(event) => tell(`contact-saved ${event.contact.id}`)}
          ondelete-contact={(event) => tell(`delete-contact ${event.contactId}`)}
          oncontact-deleted={(event) => tell(`contact-deleted ${event.contactId}`)}
        />
      )}
      <ol aria-label="Events">
        {events.map((event, index) => (
          <li key={index}>{event}</li>
        ))}
      </ol>
    </>
  );
}
