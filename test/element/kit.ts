import { fixture } from '@open-wc/testing';
import { memoryAdapter } from '../../src/memory/memory-adapter.js';
import type { MemoryOptions, MemorySeed } from '../../src/memory/memory-adapter.js';
import type { Contact } from '../../src/core/contact.js';
import { define } from '../../src/define.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { prepareFormats } from '../../src/fields/formats.js';
import { loadReading } from '../../src/fields/phone.js';
import { findByRole, focusedElement, getByRole, queryAllByRole } from '../support/find.js';
import type { Name } from '../support/find.js';
import { click } from '../support/user.js';
import { sendCdp } from '../support/page.js';
import { until } from '../support/until.js';

define();

/** A contact with a value in every standard field. */
export const ANA: Contact = {
  id: 'c_1',
  version: '1',
  firstName: 'Ana',
  lastName: 'García',
  country: 'ES',
  language: 'es',
  email: 'ana@example.com',
  phone: '+34600111222',
  assignee: { id: 'u_1', name: 'Rui Costa' },
  status: 'open',
  channels: [{ id: 'ch_1', type: 'whatsapp', name: 'WhatsApp', state: 'active', connectedAt: '2024-03-01T12:00:00Z' }],
  tags: [
    { id: 't_vip', name: 'VIP' },
    { id: 't_lead', name: 'Lead' },
  ],
};

/** Another one, to switch to. */
export const BEN: Contact = {
  id: 'c_2',
  version: '1',
  firstName: 'Ben',
  lastName: 'Okafor',
  email: 'ben@example.com',
  tags: [],
};

type Properties = Partial<
  Pick<
    ContactDetails,
    | 'adapter'
    | 'contactId'
    | 'src'
    | 'contact'
    | 'fields'
    | 'can'
    | 'readonly'
    | 'hideEmpty'
    | 'foldEmpty'
    | 'noShortcuts'
    | 'collapsedGroups'
    | 'actions'
    | 'avatarPaths'
    | 'messages'
    | 'persistence'
  >
>;

/** Puts a panel into the page, where what comes when the page is idle is there already; it is taken out after the test. */
export async function mount(properties: Properties = {}, attributes: Readonly<Record<string, string>> = {}) {
  await Promise.all([prepareFormats(attributes['lang'] ?? 'en'), loadReading()]);
  const element = document.createElement('contact-details');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  Object.assign(element, properties);
  return fixture<ContactDetails>(element);
}

/** What a test may say about the source and the panel, beside the contact. */
export interface Setting extends Omit<MemorySeed, 'contacts'>, MemoryOptions {
  readonly others?: readonly Contact[];
  readonly properties?: Properties;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** Shows a contact from a source in memory, where the person may do everything unless the test says otherwise. */
export async function show(contact: Partial<Contact> = ANA, setting: Setting = {}): Promise<ContactDetails> {
  const { others = [], properties, attributes, latency = 0, faults, ...seed } = setting;
  const shown = { id: ANA.id, ...contact };
  const adapter = memoryAdapter(
    { can: { delete: true }, ...seed, contacts: [shown, ...others] },
    { latency, ...(faults && { faults }) },
  );
  const element = await mount({ adapter, contactId: shown.id, ...properties }, attributes);
  await element.whenSettled();
  return element;
}

/**
 * What the panel shows for a field: the text beside its label, without the way back that is there for some seconds after it
 * was saved. `undefined` where there is no such field.
 */
export function fieldText(element: Element, label: string): string | undefined {
  const row = fieldRow(element, label);
  return row && textWithout(row, (parent) => parent.closest('.saved') !== null);
}

/** The place of a field's value, editor and notices: what stands beside its label. */
export function fieldRow(element: Element, label: string): HTMLElement | undefined {
  const labelOf = (term: HTMLElement) => textWithout(term, (parent) => parent.matches('[role=img]'));
  const term = queryAllByRole('term', undefined, element).find((candidate) => labelOf(candidate) === label);
  return term?.nextElementSibling as HTMLElement | undefined;
}

/** A button that is there only while its row is in use: the row gets the focus, as by Tab. */
export async function buttonInUse(element: Element, label: string, name: Name): Promise<HTMLElement> {
  const stop = fieldRow(element, label)?.querySelector<HTMLElement>('a, button:not([tabindex="-1"])');
  stop?.focus();
  return findByRole('button', name, element);
}

/** The visible texts in a node, one space between them: how they are spaced is the style sheet's affair. */
export function textOf(node: Node | null | undefined): string {
  return textWithout(node, () => false);
}

/** The visible text of the panel, without what is only announced. */
export function panelText(element: Element): string {
  return textWithout(element.shadowRoot, (parent) => parent.closest('[role=status]') !== null);
}

/** Opens the more-actions menu by its button; answers with the menu, whose first item has the focus. */
export async function openMenu(element: ContactDetails): Promise<HTMLElement> {
  await click(getByRole('button', 'More actions', element));
  const menu = await findByRole('menu', 'More actions', element);
  await until(() => focusedElement() === queryAllByRole('menuitem', undefined, menu)[0], 'the focus on the first item');
  return menu;
}

/** What is written to the clipboard from now on, in this test; browsers under test have none that tests may read. */
export function watchClipboard(): string[] {
  const written: string[] = [];
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: { writeText: async (text: string) => void written.push(text) },
  });
  after(() => Reflect.deleteProperty(navigator, 'clipboard'));
  return written;
}

/** What was announced to screen readers last. */
export function announced(element: Element): string {
  return textOf(element.shadowRoot?.querySelector('[role=status]')?.lastElementChild);
}

/** Every text that is announced to screen readers from now on, in order, as they hear it: what is added to the live region. */
export function listen(element: Element): readonly string[] {
  const said: string[] = [];
  const hear = (records: readonly MutationRecord[]) =>
    records.forEach(({ addedNodes, target, type }) => {
      if (type === 'characterData') said.push(textOf(target));
      for (const node of addedNodes) if (textOf(node)) said.push(textOf(node));
    });
  const region = getByRole('status', undefined, element);
  new MutationObserver(hear).observe(region, { childList: true, characterData: true, subtree: true });
  return said;
}

/** The elements of a part, by the name under which a page's style sheet reaches them. */
export function parts(element: Element, name: string): readonly HTMLElement[] {
  return [...(element.shadowRoot?.querySelectorAll<HTMLElement>(`[part~="${name}"]`) ?? [])];
}

/** The one element of a part. */
export function part(element: Element, name: string): HTMLElement {
  const [found, ...others] = parts(element, name);
  if (!found || others.length) throw new Error(`There are ${others.length + (found ? 1 : 0)} of the part ${name}`);
  return found;
}

/** The shape of the icon that an element has; `none` where it has none. */
export function iconOf(element: Element): string {
  return getComputedStyle(element, '::before').clipPath;
}

/** The notice of an edit that waits: it shows when somebody goes to the mark of its place. */
export async function openNotice(element: Element, name: Name): Promise<HTMLElement> {
  (await findByRole('button', name, element)).focus();
  return findByRole('group', name, element);
}

/** Fails if there is such an element, by role and accessible name. */
export function expectAbsent(role: string, name: Name | undefined, within: Element): void {
  const found = queryAllByRole(role, name, within).map(nameOf);
  if (found.length) throw new Error(`There is ${found.join(', ')}`);
}

/** Fails unless the element has the focus, saying which one has it instead. Chai would write out both, which takes for ever. */
export function expectFocus(element: Element): void {
  const focused = focusedElement();
  if (focused !== element) throw new Error(`The focus is not on ${nameOf(element)} but on ${nameOf(focused)}`);
}

function nameOf(element: Element | null): string {
  return element ? `<${element.localName}> "${element.getAttribute('aria-label') ?? textOf(element)}"` : 'nothing';
}

/** A row of the list once it stays where it is: a list that gets shorter is placed anew, a frame later. */
export async function rowAtRest(name: string | RegExp, element: Element): Promise<HTMLElement> {
  let before: number | undefined;
  return until(() => {
    const row = getByRole('option', name, element);
    const { top } = row.getBoundingClientRect();
    const isAtRest = top === before;
    before = top;
    return isAtRest && row;
  }, 'the row to be at rest');
}

/** Resolves when the panel says that text. */
export async function says(element: Element, text: string | RegExp): Promise<void> {
  await until(
    () => (typeof text === 'string' ? panelText(element).includes(text) : text.test(panelText(element))),
    String(text),
  );
}

/** Enters a text as one key does. What follows from it without a frame or a timer has followed. */
export async function enter(input: HTMLInputElement, text: string): Promise<void> {
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

/** Every event of these names that reaches the page from now on, in order. */
export function record<E extends Event = Event>(...names: readonly string[]): E[] {
  const events: E[] = [];
  const listener = (event: Event) => void events.push(event as E);
  for (const name of names) document.addEventListener(name, listener);
  stops.push(() => names.forEach((name) => document.removeEventListener(name, listener)));
  return events;
}

/** Runs a test as on a device with fingers and without a mouse. Chromium only. */
export async function withTouch(test: () => Promise<void>): Promise<void> {
  await sendCdp('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 });
  try {
    await test();
  } finally {
    await sendCdp('Emulation.setTouchEmulationEnabled', { enabled: false });
  }
}

function textWithout(node: Node | null | undefined, isExcluded: (parent: Element) => boolean): string {
  if (!node) return '';
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode()) {
    const { parentElement: parent, textContent } = walker.currentNode;
    // After a place where a line may break, the same word goes on.
    const space = parent?.matches('.break') ? '' : ' ';
    if (parent?.checkVisibility({ visibilityProperty: true }) && !isExcluded(parent)) texts.push(`${space}${textContent}`);
  }
  return texts.join('').replace(/\s+/g, ' ').trim();
}

const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));
