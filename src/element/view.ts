import { nothing } from 'lit';
import type { Contact } from '../core/contact.js';
import { visibleContact } from '../core/field-definition.js';
import type { FieldDefinition } from '../core/field-definition.js';
import { languageOfTexts } from '../i18n/languages.js';
import type { Messages } from '../i18n/messages.js';
import { areFormatsReady } from '../fields/formats.js';
import type { ContactState } from '../store/contact-state.js';
import type { ContactStore } from '../store/contact-store.js';
import { withEntryFields } from './entry-fields.js';
import type { RowDefinition } from './definitions.js';
import { abilitiesOf } from './abilities.js';
import type { Abilities } from './abilities.js';
import { definitionsFor } from './definitions.js';

/** An item of the more-actions menu that the host adds. */
export interface MenuItem {
  /** Comes back in the event `contact-action`. */
  readonly id: string;
  readonly label: string;
  /** The name of one of the panel's icons. */
  readonly icon?: string;
  readonly destructive?: boolean;
  readonly disabled?: boolean;
  /** Why it is disabled. */
  readonly reason?: string;
}

/** What the host says about how a contact is shown. */
export interface ViewProperties {
  readonly readonly: boolean;
  readonly hideEmpty: boolean;
  readonly foldEmpty: boolean;
  readonly headingLevel: number;
  readonly collapsedGroups: readonly string[];
  readonly actions: readonly MenuItem[];
  readonly avatarPaths: readonly string[] | undefined;
}

/** Everything that one drawing of a contact is made from, as plain data. */
export interface View extends Omit<ViewProperties, 'readonly'> {
  readonly state: ContactState;
  /** What the person should and may see of the contact. */
  readonly contact: Contact;
  /** All rows to show: pinned fields first, then group by group in the source's order. */
  readonly definitions: readonly RowDefinition[];
  readonly abilities: Abilities;
  readonly messages: Messages;
  /** BCP 47 tag of the reader's language. */
  readonly lang: string;
  /** BCP 47 tag of the language that the texts are in: the reader's, where the panel speaks it. */
  readonly textsLang: string;
  /** The `lang` of what stands among the texts and is not in their language: values, and what the source has named. */
  readonly valuesLang: string | symbol;
  /** Whether numbers, dates and names can be written in that language without holding up the page. */
  readonly areFormatsReady: boolean;
}

/** The view of a store's contact; `undefined` while there is none to show. */
export function viewOf(
  store: ContactStore | undefined,
  { actions, avatarPaths, collapsedGroups, foldEmpty, headingLevel, hideEmpty, readonly }: ViewProperties,
  messages: Messages,
  lang: string,
): View | undefined {
  const contact = store?.contact;
  if (!store || !contact) return undefined;
  const { adapter, state } = store;
  const textsLang = languageOfTexts(messages, lang);
  const visible = visibleContact(contact, state.fields);
  const abilities = abilitiesOf(adapter, state.can, readonly);
  const definitions = definitionsFor(state.fields, messages);
  return {
    state,
    contact: visible,
    definitions: withEntryFields(definitions, visible, state.drafts, abilities.editEntries, messages),
    abilities,
    messages,
    lang,
    textsLang,
    valuesLang: textsLang === lang ? nothing : lang,
    areFormatsReady: areFormatsReady(lang),
    headingLevel,
    hideEmpty,
    foldEmpty,
    collapsedGroups,
    actions,
    avatarPaths,
  };
}

/** The `lang` of a field's value; "yes", "no" and the usual statuses are words of the panel. */
export function langOf({ key, type }: FieldDefinition, { state, valuesLang }: View): View['valuesLang'] {
  if (valuesLang === nothing) return nothing;
  const isUsual = key === 'status' && !state.fields.some((field) => field.key === key && field.options);
  return isUsual || type === 'checkbox' ? nothing : valuesLang;
}
