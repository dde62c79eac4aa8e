import { memoryAdapter } from '../../src/memory/memory-adapter.js';
import type { Call, Fault, MemorySeed } from '../../src/memory/memory-adapter.js';
import type { ContactAdapter } from '../../src/core/adapter.js';
import type { EditQueue } from '../../src/store/edit-queue.js';
import { storeFor } from '../../src/store/store-registry.js';
import type { ContactDetails } from '../../src/element.js';

/** The network between the panels and their sources, as the gallery's controls set it. */
export interface Conditions {
  /** How long an answer takes, in milliseconds. */
  readonly latency: number;
  /** What goes wrong with a call that the state itself leaves alone. */
  fault(call: Call): Fault | undefined;
}

/** One state of the element: what the gallery shows in a card, and what the accessibility tests check. */
export interface GalleryState {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Makes the element; it comes into its state by itself once it is in the document. */
  create(conditions?: Conditions): ContactDetails;
}

/** What a state is made of. */
export interface StateSetup extends Pick<GalleryState, 'id' | 'title' | 'description'> {
  /** What the source holds; its first contact is shown. */
  readonly seed: MemorySeed;
  /** What goes wrong, by call. */
  readonly fault?: (call: Call) => Fault | undefined;
  /** How long answers take at least, in milliseconds. */
  readonly latency?: number;
  /** Whether no time passes: nothing expires, and nothing is tried again. */
  readonly isTimeless?: boolean;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Further properties and children, before the element is connected. */
  readonly prepare?: (element: ContactDetails) => void;
  /** Leads the loaded element into its state. */
  readonly arrange?: (scene: Scene) => void | Promise<void>;
}

/** A loaded element and what moves it. */
export interface Scene {
  readonly element: ContactDetails;
  /** The contact's edits, as if its reader had made them. */
  readonly edits: EditQueue;
  /** The source, as somebody else reaches it. */
  readonly adapter: Required<ContactAdapter>;
  readonly contactId: string;
}

const RELIABLE: Conditions = { latency: 0, fault: () => undefined };

/** A state of the element over a memory adapter. */
export function defineState({ id, title, description, ...setup }: StateSetup): GalleryState {
  return { id, title, description, create: (conditions = RELIABLE) => createPanel(setup, conditions) };
}

/** Does what moves the focus, which would scroll the page, while it cannot go anywhere: where everything is inert. */
export async function inPlace(element: ContactDetails, act: () => Promise<void>): Promise<void> {
  element.inert = true;
  await act();
  element.inert = false;
}

function createPanel(
  { seed, fault, latency = 0, isTimeless, attributes = {}, prepare, arrange }: Omit<StateSetup, 'id' | 'title' | 'description'>,
  conditions: Conditions,
): ContactDetails {
  const adapter = memoryAdapter(seed, {
    latency: Math.max(latency, conditions.latency),
    faults: (call) => fault?.(call) ?? conditions.fault(call),
  });
  const contactId = seed.contacts[0]?.id ?? 'c_nobody';
  // The first who asks for a store says what clock it has: here that is not the element.
  if (isTimeless) storeFor(adapter, contactId, { clock: () => () => undefined });
  const element = document.createElement('contact-details');
  element.adapter = adapter;
  element.contactId = contactId;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  prepare?.(element);
  const start = () => arrange?.({ element, adapter, contactId, edits: storeFor(adapter, contactId).edits });
  element.addEventListener('contact-loaded', () => void start(), { once: true });
  return element;
}
