import type {} from 'contact-details/solid';
import { createSignal, For, Show } from 'solid-js';
import { adapter } from './contacts';

const ACTIONS = [{ id: 'call', label: 'Call' }];

export function App() {
  const [id, setId] = createSignal('c_1');
  const [isReadonly, setReadonly] = createSignal(false);
  const [isOpen, setOpen] = createSignal(true);
  const [events, setEvents] = createSignal<readonly string[]>([]);
  const tell = (event: string) => setEvents((earlier) => [...earlier, event]);

  return (
    <main>
      <button onClick={() => setId('c_1')}>First contact</button>
      <button onClick={() => setId('c_2')}>Second contact</button>
      <button onClick={() => setOpen(!isOpen())}>{isOpen() ? 'Close' : 'Open'}</button>
      <label>
        <input type="checkbox" checked={isReadonly()} onChange={() => setReadonly(!isReadonly())} />
        Read only
      </label>
      <Show when={isOpen()}>
        <contact-details
          adapter={adapter}
          contact-id={id()}
          readonly={isReadonly()}
          actions={ACTIONS}
          on:view-messages={(event) => tell(`view-messages ${event.contactId}`)}
          on:contact-action={(event) => tell(`contact-action ${event.contactId} ${event.action}`)}
          on:contact-saved={(event) => tell(`contact-saved ${event.contact.id}`)}
          on:delete-contact={(event) => tell(`delete-contact ${event.contactId}`)}
          on:contact-deleted={(event) => tell(`contact-deleted ${event.contactId}`)}
        />
      </Show>
      <ol aria-label="Events">
        <For each={events()}>{(event) => <li>{event}</li>}</For>
      </ol>
    </main>
  );
}
