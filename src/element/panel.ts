import type { ReactiveControllerHost } from 'lit';
import type { Channel, FieldValue } from '../core/contact.js';
import type { ContactStore } from '../store/contact-store.js';
import type { FocusPlace } from './focus.js';
import type { LazyPart, StyledPart } from './lazy-part.js';
import type { View } from './view.js';

/** Key of the draft that keeps what is typed in the tag field; no field can have it. */
export const TAG_DRAFT = '#tag';

/** A key that does something in the panel, and what. */
export interface Shortcut {
  readonly key: string;
  readonly label: string;
}

/** What the lazily loaded parts may use of the panel they belong to. */
export interface Panel {
  readonly host: ReactiveControllerHost &
    HTMLElement & { readonly noShortcuts: boolean; readonly tagLimit: number | undefined };
  readonly root: ShadowRoot;
  /** The store of the contact shown. Throws a `TypeError` while there is none. */
  readonly store: ContactStore;
  /** Whether the contact of a store is the one that is shown now. */
  isShowing(store: ContactStore | undefined): boolean;
  /** What is drawn of that contact, as of now. Throws a `TypeError` while there is none. */
  readonly view: View;
  /** Says a text to screen readers, once. */
  announce(text: string): void;
  /** Says it once nothing new is to be said for a while: what follows from each key is said when typing pauses. */
  announceSoon(text: string): void;
  /** Moves the focus to what a place is edited by. */
  focusPlace(place: FocusPlace): void;
  /** Shows which keys do something in the panel, or closes that list. */
  showShortcuts(shortcuts: readonly Shortcut[]): void;
  /** Asks whether a channel is to be removed from the contact. */
  askToRemove(channel: Channel): void;
  /** Makes a part of a part, whose code is loaded later still. */
  lazyPart<Part extends StyledPart>(create: () => Promise<Part>): LazyPart<Part>;
  /** Opens the dialog that makes one contact of this one and another, which is yet to be found where no id is given. */
  openMerge(otherId?: string): void;
  /** Opens an empty editor for another value of the field of this key. */
  addEntry(key: string): Promise<void>;
  /** Shows a text over a place that the pointer or the focus is on, for as long as it says something; screen readers know it already. */
  showTooltip(place: HTMLElement, text: () => string | undefined): void;
  /** Loads what `searchOptions` needs; a field that is searched is not opened before. */
  prepareSearch(): Promise<unknown>;
  /** Connects an input that has the focus to the suggestions for its field. */
  searchOptions(input: HTMLInputElement, target: SearchTarget): void;
}

/** A row of the list of a field that is searched: what it says, and the value it means. */
export interface Choice {
  readonly label: string;
  /** What tells it from others of that label, or explains it. */
  readonly description?: string | undefined;
  readonly value: FieldValue;
}

/** The field that is searched in an input, what it can be set to, and who is told what becomes of it. */
export interface SearchTarget {
  readonly key: string;
  /** What is chosen now. */
  readonly value: FieldValue;
  /** Whether the choices are the field's own, and not searched in the source. */
  readonly isListed: boolean;
  readonly choicesFor: (
    query: string,
    asking: { readonly limit: number; readonly signal: AbortSignal },
  ) => Promise<readonly Choice[]>;
  /** What is typed and means no value, as nothing has been chosen by it; empty otherwise. */
  readonly unchosen: () => string;
  readonly keepUnchosen: (text: string) => void;
  /** Keeps a value that was typed; the editor stays open. */
  readonly keep: (value: FieldValue) => void;
  /** Takes a value that was chosen: it is saved. */
  readonly choose: (value: FieldValue) => void;
}

/** What the controls of the panel do: one object for all templates. */
export interface Handlers {
  readonly reload: () => void;
  /** Asks the page for another contact. */
  readonly openContact: (contactId: string) => void;
  readonly edit: (key: string) => void;
  /**
   * A press in a place that knows by `data-field` what it is of: on a button whose `name` is a command, or on what is edited by
   * the button beside it.
   */
  readonly pressField: (event: MouseEvent) => void;
  readonly toggleGroup: (group: string, isCollapsed: boolean) => void;
  readonly findField: (query: string) => void;
  /** A press in the list of tags: on the button that removes one. */
  readonly pressTag: (event: MouseEvent) => void;
  /** A press or a key on the menu's button. */
  readonly useMenu: (event: KeyboardEvent | MouseEvent) => void;
  readonly typeTag: (event: InputEvent) => void;
}

/** A listener for presses. The second click of a double click would hit what has moved under the pointer meanwhile. */
export function onPress(act: () => void): (event: MouseEvent) => void {
  return ({ detail }) => {
    if (detail < 2) act();
  };
}
