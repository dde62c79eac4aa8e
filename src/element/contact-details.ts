import type { ContactAdapter } from '../core/adapter.js';
import type { Contact } from '../core/contact.js';
import { visibleContact } from '../core/field-definition.js';
import type { FieldDefinition } from '../core/field-definition.js';
import type { Persistence } from '../store/saved-edits-format.js';
import type { Permissions } from '../core/permissions.js';
import type { ContactState } from '../store/contact-state.js';
import type { ContactStore } from '../store/contact-store.js';
import type { Action } from '../store/reduce.js';
import { defineBuiltInFieldTypes } from '../fields/built-in.js';
import type { Messages, ReadingMessages } from '../i18n/messages.js';
import { abilitiesOf } from './abilities.js';
import { readingFacts } from './reading-facts.js';
import { definitionsFor } from './definitions.js';
import { toHeadingLevel } from './header.js';
import { LanguageController } from './language.js';
import { Parts } from './parts.js';
import type { PartsHost } from './parts.js';
import { PanelView } from './panel-view.js';
import type { PanelAction, View } from './panel.js';
import { SourceController } from './source.js';
import { updateStates } from './states.js';
import { readingStyles } from './styles.js';
import { UpdatingElement, toFlag, toText } from './updating-element.js';
import type { Properties } from './updating-element.js';

/**
 * Shows one contact, lets people edit it in place, and tells the page what they ask for.
 *
 * @summary The contact side panel of an inbox or CRM.
 * @tag contact-details
 * @attr {string} contact-id - id of the contact to show
 * @attr {string} src - base URL of the HTTP contract
 * @attr {boolean} readonly - show only
 * @attr {boolean} hide-empty - leave out fields without a value
 * @attr {number} [heading-level=2] - level of the name's heading, 1 to 6
 * @fires {ViewMessagesEvent} view-messages - the person asks for the contact's messages; the host goes there
 * @fires {SaveContactEvent} save-contact - the person has committed an edit; cancelable: a veto keeps the editor open
 * @fires {DeleteContactEvent} delete-contact - the person has confirmed the delete; cancelable: leaves it to the host
 * @fires {ContactActionEvent} contact-action - the person has chosen one of the host's own menu items
 * @fires {RevealFieldEvent} reveal-field - the person asks to see a masked value; the host decides
 * @fires {OpenContactEvent} open-contact - the person asks for another contact: the one that has a value already
 * @fires {GroupToggledEvent} group-toggled - a group of fields has been folded away or unfolded
 * @fires {ContactLoadedEvent} contact-loaded - a contact has been read and is shown
 * @fires {ContactSavedEvent} contact-saved - the source has confirmed an edit
 * @fires {ContactConflictedEvent} contact-conflicted - somebody else has changed the same field
 * @fires {ContactDeletedEvent} contact-deleted - the contact is deleted
 * @fires {ContactFailedEvent} contact-failed - something the person asked for has failed
 * @slot header - above everything
 * @slot before-fields - between the header and the fields
 * @slot after-fields - between the fields and the tags
 * @slot footer - below everything
 * @slot empty - in place of the contact while there is none to show
 * @csspart panel - the whole panel
 * @csspart header - its top
 * @csspart avatar - a picture, or the initials in its place
 * @csspart name - the name
 * @csspart country - the country beside the id
 * @csspart flag - a flag
 * @csspart id - the contact id
 * @csspart channels - all channels
 * @csspart channel - one channel
 * @csspart menu-button - the button of the more-actions menu
 * @csspart menu - the more-actions menu
 * @csspart menu-item - one of its items
 * @csspart dialog - the dialog that asks before deleting
 * @csspart delete-button - its destructive button
 * @csspart fields - all fields
 * @csspart find-field - the input that finds one of many fields
 * @csspart group - a group of fields
 * @csspart group-title - the title by which it folds
 * @csspart field - one field
 * @csspart label - a field's label
 * @csspart value - a field's value
 * @csspart link - a link to an email address, phone number or page
 * @csspart option - one of few options, which a press sets
 * @csspart copy-button - the button that copies a value
 * @csspart reveal-button - the button that asks to see a masked value
 * @csspart edit-button - a pencil
 * @csspart editor - an open editor
 * @csspart input - an editor's input
 * @csspart option-list - the list under a field that is searched
 * @csspart save-button - an editor's tick
 * @csspart cancel-button - an editor's cross
 * @csspart error - what is wrong with what was typed
 * @csspart tags - the tags and the field that adds one
 * @csspart tag - one tag
 * @csspart tag-remove - its remove button
 * @csspart tag-input - the field that adds tags
 * @csspart tag-list - the list of suggestions
 * @csspart tooltip - the description of a tag
 * @csspart notice - what became of an edit, or of a read, that failed
 * @csspart undo-button - the way back from what was just saved
 * @csspart button - a button with a text
 * @csspart placeholder - what stands in place of a contact
 * @csspart skeleton - the outline while the contact is being read
 * @cssprop [--contact-details-font=400 0.875rem/1.45 system-ui, sans-serif] - font of the panel
 * @cssprop [--contact-details-color=light-dark(#1b1f27, #e9ebf0)] - text
 * @cssprop [--contact-details-muted-color=light-dark(#5a6170, #a2a9b8)] - labels, icons, and what is less important
 * @cssprop [--contact-details-background=light-dark(#fff, #181b21)] - background of the panel and its popups
 * @cssprop [--contact-details-hover-background=light-dark(#f2f4f8, #232730)] - background under the pointer
 * @cssprop [--contact-details-border-color=light-dark(#e2e5eb, #2d323c)] - lines
 * @cssprop [--contact-details-accent-color=light-dark(#2457d6, #8fb0ff)] - links and the button that confirms
 * @cssprop [--contact-details-on-accent-color=light-dark(#fff, #0c1220)] - text on the accent colour
 * @cssprop [--contact-details-danger-color=light-dark(#b42318, #ff9a90)] - errors, and what deletes
 * @cssprop [--contact-details-focus-color=var(--contact-details-accent-color)] - focus rings
 * @cssprop [--contact-details-radius=8px] - roundness of controls
 * @cssprop [--contact-details-space=16px] - space around everything
 * @cssprop [--contact-details-avatar-size=56px] - size of the contact's picture
 * @cssState loading - the contact is being read
 * @cssState saving - an edit is on its way
 * @cssState editing - an editor is open
 * @cssState offline - something failed for want of a connection
 * @cssState failed - the contact could not be read, or an edit could not be saved
 * @cssState conflict - somebody else has changed the same field
 * @cssState deleted - the contact is deleted
 * @cssState readonly - the panel only shows
 */
export class ContactDetails extends UpdatingElement implements PartsHost {
  /** @internal */
  static override readonly properties: Properties = {
    contactId: { name: 'contact-id', parse: toText },
    src: { name: 'src', parse: toText },
    adapter: undefined,
    contact: undefined,
    fields: undefined,
    can: undefined,
    readonly: { name: 'readonly', parse: toFlag },
    hideEmpty: { name: 'hide-empty', parse: toFlag },
    collapsedGroups: undefined,
    headingLevel: { name: 'heading-level', parse: toHeadingLevel },
    actions: undefined,
    messages: undefined,
    persistence: undefined,
  };

  /** @internal Makes an adapter of a `src`; set where the element is defined, so that the element itself knows no network. */
  static adapterFor: ((src: string) => ContactAdapter) | undefined;

  static {
    defineBuiltInFieldTypes();
  }

  /** Id of the contact to show; changing it switches. */
  declare contactId: string | undefined;
  /** Base URL of the HTTP contract. */
  declare src: string | undefined;
  /** Where contacts come from; wins over `src` and over an adapter that an ancestor provides. */
  declare adapter: ContactAdapter | undefined;
  /** Data mode: the contact itself, instead of an adapter. */
  declare contact: Contact | undefined;
  /** Data mode: the definitions of the contact's fields. */
  declare fields: readonly FieldDefinition[] | undefined;
  /** Data mode: what the person may do. */
  declare can: Permissions | undefined;
  /** Show only. */
  declare readonly: boolean;
  /** Leave out fields without a value. */
  declare hideEmpty: boolean;
  /** The groups of fields that are folded away, by name; the host may keep them, by the event `group-toggled`. */
  declare collapsedGroups: readonly string[];
  /** Level of the name's heading, 1 to 6. */
  declare headingLevel: number;
  /** Further items of the more-actions menu. */
  declare actions: readonly PanelAction[];
  /** Texts to use instead of the panel's own. */
  declare messages: Partial<Messages>;

  /** Where unsaved edits and drafts survive a reload; nowhere by default. Set it before the contact. */
  declare persistence: Persistence | undefined;

  /** @internal */
  readonly root = this.attachShadow({ mode: 'open' });
  readonly #internals = this.attachInternals();
  readonly #language = new LanguageController(this);
  readonly #source = new SourceController(this, (store, state, action, previous) =>
    this.#onAction(store, state, action, previous),
  );
  readonly #parts = new Parts(this);
  readonly #panelView = new PanelView({
    onHint: (intent) => this.#parts.hint(intent),
    onPress: (intent) => void this.#parts.press(intent),
    onFold: (group, isCollapsed) => void this.#parts.fold(group, isCollapsed),
  });

  constructor() {
    super();
    this.readonly = false;
    this.hideEmpty = false;
    this.headingLevel = 2;
    this.collapsedGroups = [];
    this.actions = [];
    this.messages = {};
    this.root.adoptedStyleSheets.push(readingStyles());
    this.root.append(this.#panelView.element);
    this.upgradeProperties();
  }

  /** Reads the contact anew; resolves when it is shown, or the failure is. */
  async refresh(): Promise<void> {
    await this.#source.store?.load();
    await this.updateComplete;
  }

  /** Opens the editor of a field by its key, or the editor of the name by `name`. An unknown key is a `TypeError`. */
  async edit(fieldKey: string): Promise<void> {
    const view = this.#view();
    if (!view) return;
    if (fieldKey !== 'name' && !view.definitions.some(({ key }) => key === fieldKey)) throw new TypeError('No such field');
    if (view.abilities.edit) await this.#parts.use(this.#parts.editing, (editing) => editing.open(fieldKey));
  }

  /** Whether anything typed or committed is not with the source yet. */
  get hasUnsavedEdits(): boolean {
    return this.#source.store?.hasUnsavedEdits ?? false;
  }

  /** Resolves when nothing is under way and nothing is waiting to be sent. */
  async whenSettled(): Promise<void> {
    await this.updateComplete;
    await this.#source.store?.whenSettled();
    await this.updateComplete;
  }

  /** @internal For the parts, which exist only while a contact is shown. */
  get store(): ContactStore {
    return this.#source.store ?? missing();
  }

  /** @internal */
  get view(): View {
    return this.#view() ?? missing();
  }

  /** @internal */
  announce(text: string): void {
    this.#panelView.announce(text);
  }

  /** @internal */
  adapterFor(src: string): ContactAdapter {
    const make = ContactDetails.adapterFor;
    if (!make) throw new TypeError('src needs define()');
    return make(src);
  }

  /** @internal */
  protected override update(changed: ReadonlySet<string>): void {
    if (changed.has('contact') || changed.has('fields') || changed.has('can')) this.#source.showData();
    const state = this.#source.store?.state;
    // Drafts and unsaved changes outlive the element: one that finds some needs the code that shows them.
    if (state && state.drafts.size + state.changes.length > 0) this.#parts.editing.prefetch();
    this.#panelView.update(state, this.#view(), this.#texts);
    this.#parts.tagInput.current?.update();
    updateStates(this.#internals.states, state, this.readonly);
  }

  get #texts(): ReadingMessages {
    return this.#language.textsWith(this.messages);
  }

  #view(): View | undefined {
    const { store } = this.#source;
    const contact = store?.contact;
    if (!store || !contact) return undefined;
    const { state, adapter } = store;
    const definitions = definitionsFor(state.fields, this.#texts);
    return {
      state,
      contact: visibleContact(contact, state.fields),
      messages: this.#texts,
      definitions,
      abilities: abilitiesOf(adapter, state.can, this.readonly),
      lang: this.#language.lang,
      headingLevel: this.headingLevel,
      hideEmpty: this.hideEmpty,
      collapsedGroups: this.collapsedGroups,
      actions: this.actions,
      isPartMissing: this.#parts.isMissing,
      editing: this.#parts.editing.current,
      menu: this.#parts.menu.current,
      find: this.#parts.find(definitions),
    };
  }

  #onAction(store: ContactStore, state: ContactState, action: Action, previous: ContactState): void {
    if (store === this.#source.store) {
      this.requestUpdate();
      if (action.type === 'loaded') this.announce('');
      if (action.type === 'load-failed' && state.loadError !== previous.loadError)
        this.announce(this.#texts.errors[action.error.code]);
      else if (state.phase === 'deleted' && previous.phase !== 'deleted') this.announce(this.#texts.deleted);
    }
    this.#parts.editing.current?.onAction(store, action, state, previous);
    for (const fact of readingFacts(action, state, previous)) this.dispatchEvent(fact);
  }
}

function missing(): never {
  throw new TypeError('No contact');
}
