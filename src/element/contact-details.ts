import { html, LitElement, nothing } from 'lit';
import type { CSSResult, PropertyDeclaration, PropertyDeclarations, TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { ContactAdapter } from '../core/adapter.js';
import { startTimer } from '../core/clock.js';
import type { Contact } from '../core/contact.js';
import type { FieldDefinition } from '../core/field-definition.js';
import { ContactError } from '../core/error.js';
import { ownValue } from '../core/own-value.js';
import type { Permissions } from '../core/permissions.js';
import { teach } from '../core/teach.js';
import { defineBuiltInFieldTypes } from '../fields/built-in.js';
import { languageOfTexts } from '../i18n/languages.js';
import type { Messages } from '../i18n/messages.js';
import { loadMissing, makeFormats, prepareFormats } from '../fields/formats.js';
import type { ContactState } from '../store/contact-state.js';
import type { ContactStore } from '../store/contact-store.js';
import { loadSending } from '../store/edit-queue.js';
import type { Action } from '../store/reduce.js';
import type { Persistence } from '../store/saved-edits-format.js';
import { adoptStyles } from './adopted-styles.js';
import { updateCustomStates } from './custom-states.js';
import { eventsFor } from './event-map.js';
import { GroupToggledEvent } from './events.js';
import { keyAt } from './definitions.js';
import type { ContactDetailsEventMap, ContactFailedEvent } from './events.js';
import { keepInside } from './inner-events.js';
import { LanguageController } from './language-controller.js';
import { LazyPart } from './lazy-part.js';
import type { StyledPart } from './lazy-part.js';
import { askBeforeLeaving } from './leave-guard.js';
import { TAG_DRAFT } from './panel.js';
import type { Handlers, Panel } from './panel.js';
import { contactBody } from './reading/contact-body.js';
import { frame } from './reading/frame.js';
import { failure, failureText, notice, placeholder, reloadButton, skeleton } from './reading/placeholders.js';
import { SourceController } from './source-controller.js';
import { flagStyles } from '../fields/flag.js';
import { linkStyles } from '../fields/link.js';
import { baseStyles } from './styles/base-styles.js';
import { fieldsStyles } from './styles/fields-styles.js';
import { headerStyles } from './styles/header-styles.js';
import { iconShapes, iconsStyles } from './styles/icons-styles.js';
import { placeholdersStyles } from './styles/placeholders-styles.js';
import { tagsStyles } from './styles/tags-styles.js';
import { viewOf } from './view.js';
import type { MenuItem, View } from './view.js';

/** How long typing must pause before what has been found is said, in milliseconds. */
const PAUSE = 1_000;

/** What a property is where it is not given: `undefined` and `null` mean that, too. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  readonly: false,
  hideEmpty: false,
  foldEmpty: false,
  noShortcuts: false,
  headingLevel: 2,
  collapsedGroups: [],
  actions: [],
  messages: {},
};

/**
 * Shows one contact, lets people edit it in place, and tells the page what they ask for.
 *
 * @summary The contact side panel of an inbox or CRM.
 * @tag contact-details
 * @fires {ViewMessagesEvent} view-messages - the person asks for the contact's messages; the host goes there
 * @fires {SaveContactEvent} save-contact - the person has committed an edit; cancelable: a veto keeps the editor open, `refuse(message)` says why
 * @fires {DeleteContactEvent} delete-contact - the person has confirmed the delete; cancelable: leaves it to the host
 * @fires {BlockContactEvent} block-contact - the person has confirmed that the contact is to be blocked, or unblocks them; cancelable: leaves it to the host
 * @fires {RemoveChannelEvent} remove-channel - the person has confirmed that a channel is to be removed; cancelable: leaves it to the host
 * @fires {MergeContactEvent} merge-contact - the person has confirmed a merge; cancelable: leaves it to the host
 * @fires {ExportContactEvent} export-contact - the person wants the contact as a file; cancelable: by default a vCard is downloaded
 * @fires {ContactActionEvent} contact-action - the person has chosen one of the host's own menu items
 * @fires {RevealFieldEvent} reveal-field - the person asks to see a masked value; the host decides
 * @fires {OpenChannelEvent} open-channel - the person asks for the conversation on an active channel; the host goes there
 * @fires {StartConversationEvent} start-conversation - the person wants to send a first message by an inactive channel; the host goes there
 * @fires {OpenContactEvent} open-contact - the person asks for another contact: the one that has a value already
 * @fires {GroupToggledEvent} group-toggled - a group of fields has been folded away or unfolded
 * @fires {ContactLoadedEvent} contact-loaded - a contact has been read and is shown
 * @fires {ContactSavedEvent} contact-saved - the source has confirmed an edit
 * @fires {ContactConflictedEvent} contact-conflicted - somebody else has changed the same field
 * @fires {ContactDeletedEvent} contact-deleted - the contact is deleted, or part of another one: then `mergedInto` says of which
 * @fires {ContactMergedEvent} contact-merged - another contact has become part of this one
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
 * @csspart blocked - beside the name, that the contact is blocked
 * @csspart country - the country beside the id
 * @csspart flag - a flag
 * @csspart id - the contact id
 * @csspart channels - all channels
 * @csspart channel - one channel
 * @csspart remove-channel-button - the button that removes a channel
 * @csspart menu-button - the button of the more-actions menu
 * @csspart menu - the more-actions menu
 * @csspart menu-item - one of its items
 * @csspart dialog - the dialog that asks before deleting, blocking, merging and removing a channel
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
 * @csspart add-button - the button that adds another email address or phone number
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
 * @csspart shortcuts - the list of the keys that do something in the panel
 * @csspart tooltip - the description of a tag, its name in full where that is cut, and where a value comes from
 * @csspart notice - what became of an edit, or of a read, that failed
 * @csspart unsaved-mark - the mark of a field whose last edit is not saved
 * @csspart undo-button - the way back from what was just saved
 * @csspart button - a button with a text
 * @csspart placeholder - what stands in place of a contact
 * @csspart skeleton - the outline while the contact is being read
 * @cssprop [--contact-details-font=400 0.875em/1.45 system-ui, sans-serif] - font of the panel
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
 * @cssState blocked - the contact is blocked
 */
export class ContactDetails extends LitElement {
  static override readonly properties: PropertyDeclarations = {
    contactId: { attribute: 'contact-id' },
    src: {},
    adapter: { attribute: false },
    contact: { attribute: false },
    fields: { attribute: false },
    can: { attribute: false },
    readonly: {},
    hideEmpty: { attribute: 'hide-empty' },
    foldEmpty: { attribute: 'fold-empty' },
    noShortcuts: { attribute: 'no-shortcuts' },
    tagLimit: { attribute: 'tag-limit' },
    contactHref: { attribute: 'contact-href' },
    collapsedGroups: { attribute: false },
    headingLevel: { attribute: 'heading-level' },
    actions: { attribute: false },
    avatarPaths: { attribute: false },
    messages: { attribute: false },
    persistence: { attribute: false },
  };

  /** What a contact that is read looks like; the parts that are loaded later bring their own. */
  static override readonly styles = [
    baseStyles,
    iconsStyles,
    iconShapes,
    headerStyles,
    flagStyles,
    linkStyles,
    fieldsStyles,
    tagsStyles,
    placeholdersStyles,
  ];

  static {
    defineBuiltInFieldTypes();
  }

  /** Id of the contact to show; changing it switches. */
  declare contactId: string | undefined;
  /** Base URL of the HTTP contract. */
  declare src: string | undefined;
  /** Where contacts come from; wins over `src` and over an adapter that an ancestor provides. */
  declare adapter: ContactAdapter | undefined;
  /** The contact itself, given by the host instead of an adapter. */
  declare contact: Contact | undefined;
  /** The definitions of a given contact's fields. To change them, give another array. */
  declare fields: readonly FieldDefinition[] | undefined;
  /** What the person may do with a given contact. */
  declare can: Permissions | undefined;
  /** Show only. */
  declare readonly: boolean;
  /** Leave out fields without a value. */
  declare hideEmpty: boolean;
  /** Fold more than four fields without a value, which the person may fill in, into one line that offers them. */
  declare foldEmpty: boolean;
  /** Let no single letter do anything in the panel: `E`, `T`, `M`, `/` and `?` are the page's. */
  declare noShortcuts: boolean;
  /** The groups of fields that are folded away, by name; the host may keep them, by the event `group-toggled`. */
  declare collapsedGroups: readonly string[];
  /** Level of the name's heading, 1 to 6. */
  declare headingLevel: number;
  /** Further items of the more-actions menu. */
  declare actions: readonly MenuItem[];
  /** The paths of the page's own origin that pictures may be asked for, each with all below it: `/avatars`; none by default. */
  declare avatarPaths: readonly string[] | undefined;
  /** How many tags are enough: above it the field says so, and still takes more; no limit by default. */
  declare tagLimit: number | undefined;
  /** The address of a contact in the page's own app, as a URI template (RFC 6570, level 1): `/contacts/{id}`. The menu copies it. */
  declare contactHref: string | undefined;
  /** Texts to use instead of the panel's own. */
  declare messages: Partial<Messages>;
  /** Where unsaved edits and drafts survive a reload; nowhere by default. Set it before the contact. */
  declare persistence: Persistence | undefined;

  /** DOMs of unit tests have no custom states. */
  readonly #states: Set<string> = this.attachInternals?.().states ?? new Set();
  readonly #language = new LanguageController(this);
  readonly #source = new SourceController(this, (...action) => this.#onAction(...action));
  readonly #panel = ContactDetails.#panelOf(this);
  readonly #on = this.#makeHandlers();
  readonly #editing = this.#lazyPart(async () => new (await import('./editing/editing.js')).Editing(this.#panel));
  readonly #rows = this.#lazyPart(async () => new (await import('./rows/active-rows.js')).ActiveRows(this.#panel));
  readonly #combobox = this.#lazyPart(async () => new (await import('./combobox/combobox.js')).Combobox(this.#panel));
  readonly #popups = this.#lazyPart(async () => new (await import('./popups/popups.js')).Popups(this.#panel));
  /** The styles of all that has been loaded. */
  #styles: readonly CSSResult[] = ContactDetails.styles;
  /** What screen readers are told of a contact: texts that come within a second stand side by side, so that none replaces another. */
  #said: { readonly contactId: string; readonly texts: string[]; until: number } = { contactId: '', texts: [], until: 0 };
  /** Gives up what was to be said once typing pauses. */
  #stopPause: (() => void) | undefined;
  /** Why the panel could not be drawn. */
  #problem: ContactError | undefined;
  /** Whether the code for what the person asked for last could not be loaded. */
  #isPartMissing = false;

  constructor() {
    super();
    Object.assign(this, DEFAULTS);
  }

  protected static override getPropertyDescriptor(
    name: PropertyKey,
    key: string | symbol,
    options: PropertyDeclaration,
  ): PropertyDescriptor | undefined {
    const descriptor = super.getPropertyDescriptor(name, key, options);
    return {
      ...descriptor,
      set(this: ContactDetails, value: unknown) {
        descriptor?.set?.call(this, meant(String(name), value));
      },
    };
  }

  /** A property's name is an attribute too, which HTML writes in small letters: so frameworks send properties from a server. */
  static override get observedAttributes(): string[] {
    return super.observedAttributes.flatMap((name) => [name, name.replace('-', '')]);
  }

  override attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    super.attributeChangedCallback(name.replace(/\B(id|empty|level|limit|href|shortcuts)$/, '-$1'), before, value);
  }

  override connectedCallback(): void {
    const connect = () => super.connectedCallback();
    // What a server has drawn is shown until the panel can draw the same.
    if (this.renderRoot || !this.dataset['drawn']) connect();
    else {
      const preparation = { language: this.#language, source: this.#source, makeFormats, connect };
      import('./server-drawn.js').then(({ takeOver }) => takeOver(this, preparation), connect);
    }
  }

  protected override createRenderRoot(): ShadowRoot {
    const root = this.attachShadow(LitElement.shadowRootOptions);
    adoptStyles(root, this.#styles);
    return root;
  }

  /** Styles belong to the document they were made for: in another one the panel takes them anew. */
  adoptedCallback(): void {
    if (this.shadowRoot) adoptStyles(this.shadowRoot, this.#styles);
  }

  /** Draws the panel, or in its place that this has failed. */
  protected override update(changed: Map<PropertyKey, unknown>): void {
    this.#problem = this.#source.problem;
    try {
      this.#draw(changed);
    } catch (error) {
      this.#problem = ContactError.from(error);
      super.update(changed);
    }
    if (this.#problem) teach('failure', 'update', this.#problem);
    updateCustomStates(this.#states, this.#source.store, this.readonly);
  }

  #draw(changed: Map<PropertyKey, unknown>): void {
    const { store } = this.#source;
    // Drafts and unsaved changes outlive the element: one that finds some needs the code that shows them.
    if (store && store.state.drafts.size + store.state.changes.length > 0) this.#editing.prefetch();
    const focused = this.shadowRoot?.activeElement;
    const keepFocus = this.#rows.current?.rememberFocus();
    super.update(changed);
    keepFocus?.();
    if (focused && !this.shadowRoot?.activeElement) this.shadowRoot?.getElementById('panel')?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopPause?.();
  }

  /** Reads the contact anew; resolves when it is shown, or the failure is. */
  async refresh(): Promise<void> {
    this.requestUpdate();
    await this.#source.store?.load();
    await this.updateComplete;
  }

  /** Opens the editor of a field by its key, or the editor of the name by `name`. An unknown key is a `TypeError`. */
  async edit(fieldKey: string): Promise<void> {
    if (this.isConnected) await this.updateComplete;
    const view = this.#view;
    if (!view) return;
    if (fieldKey !== 'name' && !view.definitions.some(({ key }) => key === fieldKey)) throw new TypeError('No such field');
    if (!view.abilities.edit) return;
    // The focus goes back to the row by it.
    this.#rows.prefetch();
    await this.#use(this.#editing, (editing) => editing.open(fieldKey));
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

  protected override updated(): void {
    loadMissing()?.then(
      () => this.requestUpdate(),
      () => undefined,
    );
  }

  protected override render(): TemplateResult {
    const problem = this.#problem;
    const state = this.#source.store?.state;
    const view = problem ? undefined : this.#view;
    const messages = this.#messages;
    const textsLang = languageOfTexts(messages, this.#language.lang);
    const isShown = view !== undefined && state?.phase === 'ready';
    const content = isShown
      ? this.#renderContact(view)
      : problem
        ? failure(problem, messages, this.#on)
        : this.#renderAbsence(state, view);
    return frame(content, {
      isLoading: state?.isLoading === true,
      label: isShown ? nothing : messages.contactDetails,
      lang: textsLang === this.#language.lang ? nothing : textsLang,
      said: keyed(
        this.#said,
        this.#said.texts.map((text) => html`<p>${text}</p>`),
      ),
      onHint: this.#onHint,
      onKey: this.#onKey,
    });
  }

  #renderContact(view: View): TemplateResult {
    const { loadError } = view.state;
    const { messages } = view;
    // Each row tells it, and marks what was suggested.
    if (view.contact.provenance) this.#rows.prefetch();
    if (!view.areFormatsReady) void prepareFormats(view.lang).then(() => this.requestUpdate());
    return contactBody(view, this.#on, {
      editing: this.#editing.current,
      rows: this.#rows.current,
      combobox: this.#combobox.current,
      popups: this.#popups.current,
      notices: [
        loadError && notice(failureText(loadError, messages, true), reloadButton(messages, this.#on)),
        this.#isPartMissing && notice(messages.partMissing),
      ].filter(Boolean),
    });
  }

  /** What stands in place of a contact. */
  #renderAbsence(state: ContactState | undefined, view: View | undefined): TemplateResult {
    const messages = this.#messages;
    // While the contact is being read there is time for what would hold it up later.
    void prepareFormats(this.#language.lang);
    if (!state) return html`<slot name="empty">${placeholder(messages.noContact)}</slot>`;
    if (state.phase === 'deleted') {
      const unsaved = view && this.#editing.current?.renderUnsaved(view);
      const { loadError } = state;
      const reason = loadError?.mergedInto ? failure(loadError, messages, this.#on) : placeholder(messages.deleted);
      return html`${reason}${unsaved ?? nothing}`;
    }
    return state.phase === 'failed' && state.loadError ? failure(state.loadError, messages, this.#on) : skeleton(messages);
  }

  get #messages(): Messages {
    return this.#language.textsWith(this.messages);
  }

  get #view(): View | undefined {
    return viewOf(this.#source.store, this, this.#messages, this.#language.lang);
  }

  #announce(text: string): void {
    this.#stopPause?.();
    const contactId = this.#source.store?.state.id ?? '';
    // A list of its own is drawn anew: the same text again is said again.
    if (Date.now() > this.#said.until || contactId !== this.#said.contactId) this.#said = { contactId, texts: [], until: 0 };
    this.#said.texts.push(text);
    this.#said.until = Date.now() + 1_000;
    this.requestUpdate();
  }

  #announceSoon(text: string): void {
    this.#stopPause?.();
    this.#stopPause = startTimer(PAUSE, () => this.#announce(text));
  }

  #onAction(store: ContactStore, state: ContactState, action: Action, previous: ContactState): void {
    askBeforeLeaving(store);
    if (store === this.#source.store) {
      this.requestUpdate();
      this.#announceAction(action, state, previous);
    }
    for (const event of eventsFor(action, state, previous)) {
      this.dispatchEvent(event);
      if (event.type === 'contact-failed') this.#explain(event as ContactFailedEvent);
    }
  }

  /** Tells the host of a failure that may be a mistake of its own. */
  #explain({ error, operation }: ContactFailedEvent): void {
    if (error.code === 'unknown' || error.code === 'invalid-data') teach('failure', operation, error);
  }

  #announceAction(action: Action, state: ContactState, previous: ContactState): void {
    const messages = this.#messages;
    const isMended = previous.loadError !== undefined && !state.loadError;
    if (state.id !== this.#said.contactId || isMended) this.#said = { contactId: state.id, texts: [], until: 0 };
    const isEdited = state.changes.length + previous.changes.length > 0;
    const isGone = state.phase === 'deleted' && previous.phase !== 'deleted';
    if (isGone && !isEdited) return this.#announce(state.loadError?.mergedInto ? messages.merged : messages.deleted);
    if (action.type === 'load-failed' && state.loadError !== previous.loadError && !isGone)
      return this.#announce(failureText(action.error, messages, state.base !== undefined));
    if (isEdited || this.#editing.current)
      this.#editing.prefetch((editing) => this.#view && editing.announce(action, state, previous));
  }

  /** What an element is for its lazily loaded parts. */
  static #panelOf(host: ContactDetails): Panel {
    return {
      host,
      get root() {
        return host.shadowRoot ?? noContact();
      },
      get store() {
        return host.#source.store ?? noContact();
      },
      get view() {
        return host.#view ?? noContact();
      },
      isShowing: (some) => some !== undefined && some === host.#source.store,
      announce: (text) => host.#announce(text),
      announceSoon: (text) => host.#announceSoon(text),
      focusPlace: (place) => host.#rows.prefetch((rows) => rows.focusPlace(place)),
      showShortcuts: (shortcuts) => void host.#use(host.#popups, (popups) => popups.shortcutList.toggle(shortcuts)),
      addEntry: (key) => host.#use(host.#editing, (editing) => editing.addEntry(key)),
      askToRemove: (channel) => void host.#use(host.#popups, (popups) => popups.askToRemove(channel)),
      lazyPart: (create) => host.#lazyPart(create),
      openMerge: (otherId) => void host.#use(host.#popups, (popups) => popups.merge(otherId)),
      copy: (text, label, onEnd) => void host.#use(host.#rows, async (rows) => onEnd((await rows.copy(text, label)).said)),
      showTooltip: (...what) => host.#popups.prefetch(({ tooltip }) => void tooltip.show(...what)),
      prepareSearch: () => host.#combobox.load(),
      searchOptions: (input, target) => host.#combobox.prefetch(({ optionSearch }) => optionSearch.start(input, target)),
    };
  }

  #makeHandlers(): Handlers {
    return {
      reload: () => void this.refresh(),
      openContact: (contactId) => void this.#use(this.#editing, (editing) => editing.openContact(contactId)),
      edit: (key) => void this.edit(key),
      pressField: (event) => this.#pressField(event),
      toggleGroup: (group, isCollapsed) => this.#toggleGroup(group, isCollapsed),
      findField: (query) => void this.#use(this.#rows, ({ search }) => search.find(query)),
      pressTag: (event) => this.#pressTag(event),
      useMenu: (event) => void this.#use(this.#popups, ({ menu }) => menu.use(event)),
      typeTag: ({ target }) => this.#keepTag((target as HTMLInputElement).value),
    };
  }

  #pressField({ detail, target }: MouseEvent): void {
    // The second click of a double click would hit what has moved under the pointer meanwhile.
    if (detail > 1) return;
    const pressed = target as Element;
    const button = pressed.closest('button');
    if (button) return this.#command(button.name, keyAt(button), button.value);
    // A press that has selected text is none on what it ended at.
    const isFree = !pressed.closest('a, .notes') && !String(this.ownerDocument.getSelection());
    if (isFree && pressed.closest('[data-field]')?.querySelector('[name=edit]')) this.#command('edit', keyAt(target));
  }

  #command(command: string, key = '', value = ''): void {
    if (command === 'edit') void this.edit(key);
    else if (command === 'choose') void this.#use(this.#editing, (editing) => editing.choose(key, value));
    else if (command) void this.#use(this.#rows, (rows) => rows.obey(command, key));
  }

  /** The pointer or the focus is in the panel: what can be done there is loaded. */
  #onHint(event: Event): void {
    const { target, type } = event;
    const { id } = target as Element;
    // What a host has put in a slot is its own.
    if (this.contains(target as Node)) return;
    const isRow = keyAt(target) !== undefined;
    if (isRow || type === 'focusin') this.#rows.prefetch();
    if (isRow && this.#view?.abilities.edit) this.#editing.prefetch();
    if (id === 'menu-button') this.#popups.prefetch();
    if (id === 'tag-input') void this.#use(this.#combobox, ({ tagInput }) => tagInput.update());
    this.#hintTag(event as PointerEvent);
  }

  /** A key counts once the code is there that it is for. */
  #onKey(event: KeyboardEvent): void {
    const target = event.target as HTMLInputElement;
    if (!this.#rows.current) this.#rows.prefetch((rows) => rows.press(event, target));
    if (target.closest('#tag-box')) {
      // Until the list is there, Enter stands as a break after what it has ended. While something is composed it has another code.
      if (event.keyCode === 13 && target.value && !this.#combobox.current) this.#keepTag((target.value += '\t'));
      void this.#use(this.#editing, (editing) => editing.steerTags(event, target));
    }
    keepInside(event);
  }

  #pressTag({ detail, target }: MouseEvent): void {
    const at = detail < 2 ? [...this.renderRoot.querySelectorAll('.tag-remove')].indexOf(target as Element) : -1;
    const tag = this.#panel.view.contact.tags?.[at];
    // Which tag is in that place may change while the code is being loaded.
    if (tag) void this.#use(this.#editing, (editing) => editing.removeTag(tag));
  }

  #lazyPart<Part extends StyledPart>(create: () => Promise<Part>): LazyPart<Part> {
    const load = async () => (await Promise.all([create(), this.#language.complete(), loadSending()]))[0];
    return new LazyPart(load, ({ styles: late }) => {
      this.#styles = [...this.#styles, ...late];
      adoptStyles(this.renderRoot as ShadowRoot, this.#styles);
      this.requestUpdate();
    });
  }

  /** Loads a part and uses it. What cannot be loaded is said. */
  async #use<Part extends StyledPart>(lazy: LazyPart<Part>, use: (part: Part) => void | Promise<void>): Promise<void> {
    try {
      await use(lazy.current ?? (await lazy.load()));
      this.#isPartMissing = false;
    } catch {
      this.#isPartMissing = true;
      this.#announce(this.#messages.partMissing);
    }
    this.requestUpdate();
  }

  #toggleGroup(group: string, isCollapsed: boolean): void {
    const others = this.collapsedGroups.filter((other) => other !== group);
    this.collapsedGroups = isCollapsed ? [...others, group] : others;
    this.dispatchEvent(new GroupToggledEvent({ group, isCollapsed }));
  }

  #keepTag(text: string): void {
    const { edits } = this.#panel.store;
    if (text) edits.draft(TAG_DRAFT, { [TAG_DRAFT]: text });
    else edits.cancelDraft(TAG_DRAFT);
  }

  /** The pointer or the focus is on a tag: what is not seen of it is shown, and the code that removes it is loaded. */
  #hintTag({ pointerType, target }: PointerEvent): void {
    const chip = (target as Element).closest<HTMLElement>('.tag');
    if (!chip) return;
    if (this.#panel.view.abilities.removeTags) this.#editing.prefetch();
    this.#popups.prefetch(({ tooltip }) => void tooltip.showTag(chip, pointerType));
  }
}

/** What a property is meant to be that is given as this, by a page, a framework or an attribute. */
function meant(name: string, value: unknown): unknown {
  const byDefault = ownValue(DEFAULTS, name);
  if (value === undefined || value === null) return byDefault;
  if (name === 'contactId' && typeof value === 'number') return String(value);
  if (name === 'headingLevel') return headingLevel(value);
  if (byDefault !== false || typeof value !== 'string') return value;
  // A flag is set by being there, as in HTML, whatever it says.
  if (/^(false|no|off|0)$/i.test(value)) teach('flag-says-false', name);
  return true;
}

/** A heading's level; 2 where this is none. */
function headingLevel(value: unknown): number {
  const level = Number(value);
  if (/^[1-6]$/.test(String(level))) return level;
  teach('heading-level');
  return 2;
}

function noContact(): never {
  throw new TypeError('No contact');
}

declare global {
  /** All of its events bubble and leave shadow roots: they are heard at any element, at the document and at the window. */
  interface GlobalEventHandlersEventMap extends ContactDetailsEventMap {}
}
