import type { ContactAdapter } from '../../src/core/adapter.js';
import type { Contact } from '../../src/core/contact.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { CAN, FIELDS } from './contacts.js';
import type { Floor } from './floor.js';

/** A panel in the page, and how to show another contact in it. */
export interface MountedPanel {
  /** Resolves when the DOM says what the first contact says. */
  readonly ready: Promise<unknown>;
  /** Resolves when the DOM says what this contact says. */
  show(contact: Contact): Promise<unknown>;
}

/** A way to build a panel; all of them are compared. */
export type Subject = (stage: Element, contact: Contact) => MountedPanel;

/** The element, given contacts by its properties. */
export const element: Subject = (stage, contact) => {
  const host = document.createElement('contact-details');
  const show = (shown: Contact) => {
    host.contact = shown;
    return host.updateComplete;
  };
  host.fields = FIELDS;
  host.can = CAN;
  host.contact = contact;
  stage.append(host);
  return { ready: host.updateComplete, show };
};

/** The element over an adapter that answers at once: reading, checking and keeping the contact included. */
export function elementOverAdapter(contacts: readonly Contact[]): Subject {
  const byId = new Map(contacts.map((contact) => [contact.id, contact]));
  const adapter: ContactAdapter = {
    load: async (id) => ({ contact: byId.get(id) ?? missing(id), fields: FIELDS, can: CAN }),
  };
  return (stage, contact) => {
    const host = document.createElement('contact-details');
    host.adapter = adapter;
    stage.append(host);
    return { ready: load(host, contact), show: (shown) => load(host, shown) };
  };
}

async function load(host: ContactDetails, { id }: Contact): Promise<void> {
  const loaded = new Promise((resolve) => host.addEventListener('contact-loaded', resolve, { once: true }));
  host.contactId = id;
  await loaded;
  await host.updateComplete;
}

/** Hand-written DOM of the same markup. */
export function handWritten(floor: Floor): Subject {
  return (stage, contact) => {
    const { host, show } = floor.create(contact);
    stage.append(host);
    return { ready: Promise.resolve(), show: async (shown) => show(shown) };
  };
}

function missing(id: string): never {
  throw new Error(`There is no contact ${id}`);
}
