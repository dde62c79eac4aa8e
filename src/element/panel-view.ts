import type { ContactState } from '../store/contact-state.js';
import { make, setAttribute } from '../fields/make.js';
import type { ReadingMessages } from '../i18n/messages.js';
import { intentOf } from './controls.js';
import { Drawn } from './drawn.js';
import { FieldList } from './field-list.js';
import { Header } from './header.js';
import type { Intent, View } from './panel.js';
import { makeFailure, makeNotice, makePlaceholder, makeSkeleton } from './placeholders.js';
import { Tags } from './tags.js';

/** What the panel does about the use of its controls. */
export interface IntentHandlers {
  /** The pointer or the focus is on the control: a press may follow. */
  readonly onHint: (intent: Intent) => void;
  readonly onPress: (intent: Intent) => void;
  /** A group of fields has been folded away or unfolded. */
  readonly onFold: (group: string, isCollapsed: boolean) => void;
}

/**
 * The whole panel, made once and patched in place: switching to another contact changes texts, not elements. What only
 * editing needs is drawn by editing, into places kept for it.
 */
export class PanelView {
  readonly element: HTMLElement;
  readonly #status = make('div', { id: 'status', class: 'hidden', role: 'status' });
  readonly #content = make('div', { class: 'content' });
  readonly #empty = make('slot', { name: 'empty' });
  readonly #notices = make('div', { class: 'notices' });
  readonly #unsaved = make('div', { class: 'notices' });
  readonly #header = new Header();
  readonly #menu = make('div', { class: 'popups' });
  readonly #fields: FieldList;
  readonly #tags = new Tags();
  readonly #contact: readonly Node[];
  readonly #drawn = new Drawn();
  readonly #drawnNotices = new Drawn();

  constructor({ onFold, onHint, onPress }: IntentHandlers) {
    this.#fields = new FieldList(onFold);
    this.#contact = [
      this.#header.element,
      this.#menu,
      this.#notices,
      make('slot', { name: 'before-fields' }),
      this.#fields.element,
      make('slot', { name: 'after-fields' }),
      this.#tags.element,
    ];
    const parts = [make('slot', { name: 'header' }), this.#content, make('slot', { name: 'footer' }), this.#status];
    this.element = make('div', { id: 'panel', class: 'panel', part: 'panel', role: 'group', tabindex: '-1' }, ...parts);
    // Events of generic names are the panel's own affair: `input` and its like would cross the shadow root.
    for (const type of ['input', 'beforeinput', 'change'])
      this.element.addEventListener(type, (event) => event.stopPropagation());
    for (const type of ['pointerover', 'focusin']) this.element.addEventListener(type, (event) => tell(event, onHint));
    this.element.addEventListener('click', (event) => {
      // The second click of a double click would hit what has moved under the pointer meanwhile.
      if (event.detail < 2) tell(event, onPress);
    });
  }

  /** Draws the state of things: the contact, or what stands in its place. */
  update(state: ContactState | undefined, view: View | undefined, messages: ReadingMessages): void {
    const isShown = view !== undefined && state?.phase === 'ready';
    setAttribute(this.element, 'aria-busy', state?.isLoading ? 'true' : undefined);
    setAttribute(this.element, 'aria-label', isShown ? undefined : messages.contactDetails);
    setAttribute(this.element, 'aria-labelledby', isShown ? 'name' : undefined);
    if (isShown) this.#updateContact(view);
    else if (view) view.editing?.drawUnsaved(this.#unsaved, view);
    if (!this.#drawn.isOutdated([state?.phase, isShown], isShown || state?.loadError, isShown || messages)) return;
    this.#replace(this.#content, isShown ? this.#contact : this.#makeAbsence(state, messages));
  }

  /** Says a text to screen readers; the same text again is said again. */
  announce(text: string): void {
    this.#status.replaceChildren(text);
  }

  #updateContact(view: View): void {
    const { isPartMissing, menu, messages, state } = view;
    this.#header.update(view);
    menu?.draw(this.#menu, view);
    this.#fields.update(view);
    this.#tags.update(view);
    const { loadError } = state;
    if (!this.#drawnNotices.isOutdated(isPartMissing, loadError, messages)) return;
    this.#replace(this.#notices, [
      ...(loadError ? [makeNotice(`${messages.notUpdated} ${messages.errors[loadError.code]}`, messages.tryAgain)] : []),
      ...(isPartMissing ? [makeNotice(messages.errors.unavailable)] : []),
    ]);
  }

  /** Where what had the focus goes, the panel gets it: it must not fall back to the page. */
  #replace(place: HTMLElement, nodes: readonly Node[]): void {
    const { activeElement } = this.element.getRootNode() as ShadowRoot;
    const hadFocus = place.contains(activeElement);
    place.replaceChildren(...nodes);
    if (hadFocus) this.element.focus();
  }

  #makeAbsence(state: ContactState | undefined, messages: ReadingMessages): readonly Node[] {
    this.#empty.replaceChildren(makePlaceholder(messages.noContact));
    if (!state) return [this.#empty];
    if (state.phase === 'deleted') return [makePlaceholder(messages.deleted), this.#unsaved];
    return [state.phase === 'failed' && state.loadError ? makeFailure(state.loadError, messages) : makeSkeleton(messages)];
  }
}

function tell(event: Event, listener: (intent: Intent) => void): void {
  const intent = intentOf(event);
  if (intent) listener(intent);
}
