import { ContactError } from '../../../src/core/error.js';
import { define } from '../../../src/define.js';
import type { ContactDetails } from '../../../src/element/contact-details.js';
import { hostilePanel, OUTCOMES, TYPE_KEYS } from './hostile-contact.js';

define();

/** Looks at the panel in the state of that name. */
export type Look = (state: string, roots: readonly ParentNode[]) => void;

const SUGGESTED = ['a person', 'a country', 'a language'];
const LIMIT = 10_000;

/** Leads a panel in which every text is this one through all its states. */
export async function walk(text: string, look: Look): Promise<void> {
  const panel = await shown(Object.assign(document.createElement('contact-details'), hostilePanel(text)));
  const { element, find, findAll, send, state } = steps(panel, look);
  try {
    await state('view', () => findAll('[part~=tag-name], .tag-name').length === 2);

    find('[part=tag] .tag-remove').focus();
    find('[part=tag]').dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true, pointerType: 'mouse' }));
    await state('tooltip', () => findAll('#tooltip:popover-open').length);
    find('[part=tag] .tag-remove').blur();

    const edited = ['name', 'email', 'phone', 'country', 'language', 'assignee', text, 'strict', ...TYPE_KEYS];
    // Out of reach of the focus: each editor would take it, and each list would open.
    element.inert = true;
    await Promise.all(edited.map((key) => element.edit(key)));
    element.inert = false;
    await state('editors of every type', () => findAll('[part=editor]').length === edited.length);
    for (const key of SUGGESTED) {
      const input = find<HTMLInputElement>(`[data-editor="${key}"] input`);
      input.focus();
      type(input, '');
      await state(`search in ${key}`, () => findAll('[role=option]').length);
      type(input, text);
      await state(`search in ${key} for the text`, () => findAll('[role=listbox]').length);
      input.blur();
    }

    for (const input of findAll<HTMLInputElement>('[part=editor] :is(input:not([type=checkbox]), textarea)')) type(input, text);
    element.inert = true;
    for (const form of findAll<HTMLFormElement>('form')) form.requestSubmit();
    await soon(() => findAll('form [part=error]').length, 'complaint');
    element.inert = false;
    await state('complaint', () => true);
    for (const button of findAll('[part=cancel-button]')) button.click();
    await state('editors closed', () => !findAll('[part=editor]').length);

    const outcomes = OUTCOMES.filter((each) => each !== 'postponed');
    await send(outcomes, `${text} mine`);
    const isShown = (key: string) => find(`[data-field=${key}]`).querySelector('[part=notice], [part=undo-button]') !== null;
    await state(`edits that are ${outcomes.join(', ')}`, () => outcomes.every(isShown));
    await state('announcement', () => find('[role=status]').textContent.includes(text.trim()));

    const field = find<HTMLInputElement>('#tag-input');
    field.focus();
    type(field, text.slice(0, 20));
    await state('suggestions', () => findAll('#tag-popover [role=option]').length);
    type(field, 'a new one');
    await state('a tag to create', () => findAll('#tag-popover [role=option]').length);
    const notices = findAll('[part=tags] [part=notice]').length;
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 13, bubbles: true, composed: true }));
    await state('a tag that is not added', () => findAll('[part=tags] [part=notice]').length > notices);
    field.blur();
    find('[part=tag] .tag-remove').click();
    await state('a tag that is not removed', () => findAll('[part=tags] [part=notice]').length > notices + 1);

    await send(['postponed'], `${text} mine`);
    const waiting = () => find('[data-field=postponed]').querySelector('[part=notice]');
    await state('an edit that waits for the connection', waiting);
    // Discarded: the edits of hundreds of panels would be tried again for as long as the page is there. Not while it is being sent.
    const discard = () => waiting()?.querySelector<HTMLButtonElement>('button:last-of-type:enabled');
    (await soon(discard, 'the button that discards it')).click();
    await soon(() => !waiting(), 'the edit to be discarded');

    const search = find<HTMLInputElement>('[part=find-field]');
    type(search, text);
    await state('search for a field', () => true);
    type(search, `no field is called ${text}`);
    await state('no field found', () => !findAll('[part=field]').length);
    type(search, '');

    find('.channels summary').click();
    find('[part=remove-channel-button]').click();
    await state('question about a channel', () => findAll('#dialog[open]').length);
    find('#dialog-cancel').click();

    const choose = async (item: string) => {
      await soon(() => !findAll('[part=dialog]').length, 'the dialog to close');
      find('#menu-button').click();
      await state('menu', () => findAll('[part=menu-item]').length > 4);
      find(`[part=menu-item]${item}`).click();
    };
    await choose('.destructive');
    await state('question about deleting', () => findAll('#dialog[open]').length);
    find('#dialog-cancel').click();
    await choose('.icon-block');
    await state('question about blocking', () => findAll('#dialog[open]').length);
    find('#dialog-cancel').click();

    await choose('.icon-merge');
    await state('contacts that may be the same', () => findAll('#merge-dialog[open] .candidate').length);
    find('.candidate').click();
    await state('two contacts side by side', () => findAll('#merge-dialog fieldset').length > 2);
    find('#merge-dialog fieldset label:last-of-type input').click();
    await state('the value of the other contact', () => true);
    find('#merge-dialog .buttons button').click();
    await soon(() => findAll('#merge-search').length, 'the search for another contact');
    type(find<HTMLInputElement>('#merge-search'), `nobody is called ${text}`);
    await state('no contact found', () => findAll('#merge-search').length && !findAll('.candidate').length);
    find<HTMLDialogElement>('#merge-dialog').close();
    await soon(() => !findAll('[part=dialog]').length, 'the dialog to close');
  } finally {
    element.remove();
  }
  await walkPastFailures(text, look);
}

/** Without a contact, and with one that cannot be read. */
async function walkPastFailures(text: string, look: Look): Promise<void> {
  const { messages } = hostilePanel(text);
  const load = () => Promise.reject(new ContactError('unavailable', { message: text }));
  const unread = { adapter: { load }, contactId: text, messages };
  for (const [name, properties] of Object.entries({ 'no contact': { messages }, 'a contact that cannot be read': unread })) {
    const element = Object.assign(document.createElement('contact-details'), properties);
    document.body.append(element);
    const { findAll, state } = steps(element, look);
    await state(name, () => findAll('[part=placeholder]').length);
    element.remove();
  }
}

/** A panel in the page, with its contact. */
async function shown(element: ContactDetails): Promise<ContactDetails> {
  document.body.append(element);
  await element.whenSettled();
  return element;
}

/** What is done with a panel, and found in it: by parts, since each of its words is the text. */
function steps(element: ContactDetails, look: Look) {
  const root = element.shadowRoot ?? element;
  const findAll = <E extends HTMLElement = HTMLElement>(selector: string) => [...root.querySelectorAll<E>(selector)];
  const find = <E extends HTMLElement = HTMLElement>(selector: string) => {
    const found = root.querySelector<E>(selector);
    if (!found) throw new Error(`There is no ${selector}`);
    return found;
  };
  const editor = (key: string) => findAll<HTMLFormElement>('[part=editor]').find(({ dataset }) => dataset['editor'] === key);
  const send = async (keys: readonly string[], text: string) => {
    await Promise.all(keys.map((key) => element.edit(key)));
    for (const key of keys) {
      const form = await soon(() => editor(key), `the editor of ${key}`);
      const [input] = form.querySelectorAll('input');
      if (input) type(input, text);
      form.requestSubmit();
    }
  };
  /** Waits for what makes the state, then looks at it. */
  const state = async (name: string, isReached: () => unknown) => {
    await soon(isReached, name);
    look(name, [root, document]);
  };
  return { element, find, findAll, send, state };
}

function type(input: HTMLInputElement, text: string): void {
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** Waits until the probe answers something truthy, turn by turn of the event loop: there are too many states to wait for frames. */
async function soon<T>(probe: () => T, what: string): Promise<Exclude<T, undefined | null | false | 0>> {
  const end = performance.now() + LIMIT;
  for (;;) {
    const answer = probe();
    if (answer) return answer as Exclude<T, undefined | null | false | 0>;
    if (performance.now() > end) throw new Error(`Waited ${LIMIT} ms for: ${what}`);
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(undefined);
    });
  }
}
