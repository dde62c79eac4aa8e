import type { ContactAdapter, ContactDetails } from 'contact-details';
import { memoryAdapter } from 'contact-details/adapters/memory.js';
import type { Call, Fault, MemorySeed } from 'contact-details/adapters/memory.js';
import { stopTime } from 'contact-details/testing.js';
import { Reader } from './reader.js';

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
  /** Who looks at it, and edits. */
  readonly reader: Reader;
  /** The source, as somebody else reaches it. */
  readonly adapter: Required<ContactAdapter>;
  readonly contactId: string;
}

const RELIABLE: Conditions = { latency: 0, fault: () => undefined };

/** A state of the element over a memory adapter. */
export function defineState({ id, title, description, ...setup }: StateSetup): GalleryState {
  return { id, title, description, create: (conditions = RELIABLE) => createPanel(setup, conditions) };
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
  if (isTimeless) stopTime(adapter, contactId);
  const element = document.createElement('contact-details');
  element.adapter = adapter;
  element.avatarPaths = ['/avatars'];
  element.contactId = contactId;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  prepare?.(element);
  if (!arrange) return element;
  const reader = new Reader(element);
  const start = (): Promise<void> => reader.withoutFocus(() => arrange({ element, adapter, contactId, reader }));
  // A panel that was taken away in the middle of it comes into no state.
  const report = (error: unknown): void => void (element.isConnected && reportError(error));
  element.addEventListener('contact-loaded', () => void start().catch(report), { once: true });
  return element;
}
