import type {} from 'contact-details/react';
import { useState } from 'react';
import { adapter } from './contacts';

const ACTIONS = [{ id: 'call', label: 'Call' }];

export function App() {
  const [id, setId] = useState('c_1');
  const [isReadonly, setReadonly] = useState(false);
  const [isOpen, setOpen] = useState(true);
  const [events, setEvents] = useState<readonly string[]>([]);
  const tell = (event: string) => setEvents((earlier) => [...earlier, event]);

  return (
    <main>
      <button onClick={() => setId('c_1')}>First contact</button>
      <button onClick={() => setId('c_2')}>Second contact</button>
      <button onClick={() => setOpen(!isOpen)}>{isOpen ? 'Close' : 'Open'}</button>
      <label>
        <input type="checkbox" checked={isReadonly} onChange={() => setReadonly(!isReadonly)} />
        Read only
      </label>
      {isOpen && (
        <contact-details
          adapter={adapter}
          contactId={id}
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
    </main>
  );
}
