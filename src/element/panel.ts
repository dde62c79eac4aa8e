import type { ReactiveControllerHost } from 'lit';
import type { Contact } from '../core/contact.js';
import type { FieldDefinition } from '../core/field-definition.js';
import type { ContactState } from '../store/contact-state.js';
import type { ContactStore } from '../store/contact-store.js';
import type { ReadingMessages } from '../i18n/messages.js';
import type { Abilities } from './abilities.js';
import type { Editing } from './editing.js';
import type { FieldFind } from './field-find.js';
import type { Menu } from './menu.js';

/** A menu item of the host's own. */
export interface PanelAction {
  readonly id: string;
  readonly label: string;
  /** The name of one of the panel's icons. */
  readonly icon?: string;
  readonly destructive?: boolean;
  readonly disabled?: boolean;
  /** Why it is disabled. */
  readonly reason?: string;
}

/** Everything one drawing of a contact is made from. */
export interface View {
  readonly state: ContactState;
  /** What the person should and may see of the contact. */
  readonly contact: Contact;
  readonly definitions: readonly FieldDefinition[];
  readonly abilities: Abilities;
  readonly messages: ReadingMessages;
  /** BCP 47 tag of the reader's language. */
  readonly lang: string;
  readonly headingLevel: number;
  readonly hideEmpty: boolean;
  /** The groups of fields that are folded away. */
  readonly collapsedGroups: readonly string[];
  readonly actions: readonly PanelAction[];
  /** Whether the code for what the person asked for could not be loaded. */
  readonly isPartMissing: boolean;
  /** The editors, once they are loaded. */
  readonly editing: Editing | undefined;
  /** The way to find a field, where there are many and it is loaded. */
  readonly find: FieldFind | undefined;
  /** The more-actions menu, once it is loaded. */
  readonly menu: Menu | undefined;
}

/**
 * What a control of the reading view leads to: something to do with a field (by key), one of its options, the menu, a tag or
 * its removal (by index), the tag field.
 */
export interface Intent {
  readonly part: 'editor' | 'copy' | 'reveal' | 'option' | 'menu' | 'tag' | 'tag-remove' | 'tag-input' | 'reload';
  readonly key: string;
  /** With `option`: which one. */
  readonly value?: string;
}

/** What the lazily loaded parts may use of the element. */
export interface Panel extends ReactiveControllerHost, EventTarget {
  readonly root: ShadowRoot;
  readonly store: ContactStore;
  readonly view: View;
  /** Says a text to screen readers, once. */
  announce(text: string): void;
}
