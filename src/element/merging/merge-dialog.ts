import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { MergeChoices } from '../../core/adapter.js';
import { startTimer, withTimeLimit } from '../../core/clock.js';
import { PRIMARY_KEYS } from '../../core/contact.js';
import type { Contact } from '../../core/contact.js';
import { displayName } from '../../core/display-name.js';
import { ContactError, isGone } from '../../core/error.js';
import { visibleContact } from '../../core/field-definition.js';
import { parseContact } from '../../core/parse.js';
import { randomId } from '../../core/random-id.js';
import { isolate } from '../../i18n/isolate.js';
import type { Change } from '../../store/change.js';
import { isSettled } from '../../store/contact-state.js';
import type { ContactStore } from '../../store/contact-store.js';
import { storeFor } from '../../store/store-registry.js';
import { ContactFailedEvent } from '../events.js';
import type { StyledPart } from '../lazy-part.js';
import { onPress } from '../panel.js';
import type { Panel } from '../panel.js';
import { ModalDialog } from '../popups/modal-dialog.js';
import type { DialogSubject } from '../popups/modal-dialog.js';
import { mergingStyles } from '../styles/merging-styles.js';
import { isTrusted } from '../trusted-press.js';
import type { View } from '../view.js';
import { choicesFor, comparisonOf, keptAtFirst } from './comparison.js';
import type { ComparedRow, Pair, Side } from './comparison.js';
import { DuplicateSearch } from './duplicate-search.js';
import { ContactMergedEvent, MergeContactEvent } from './merge-events.js';
import { renderComparison } from './render-comparison.js';

const TITLE_ID = 'merge-dialog-title';

/** What the person is asked about, from the choice of the other contact to the merge. */
interface Subject extends DialogSubject {
  readonly search: DuplicateSearch | undefined;
}

/** The other contact, and what has been read and chosen of both. */
interface Comparison {
  readonly otherId: string;
  readonly store: ContactStore;
  readonly pair?: Pair;
  /** What was compared before somebody changed it. */
  readonly before?: Pair | undefined;
  readonly chosen: ReadonlyMap<string, Side>;
}

/**
 * Makes one contact of two: has the person find the other one, lays both side by side, and asks whose values are kept. What was shown
 * is what is written: both versions go with the request, and where one of them is outdated, the person looks again.
 */
export class MergeDialog implements StyledPart {
  readonly styles = [mergingStyles];
  readonly #panel: Panel;
  readonly #dialog: ModalDialog<Subject>;
  #comparison: Comparison | undefined;
  /** The one whose merge is on its way. */
  #merging: Subject | undefined;
  /** What went wrong, in a sentence. */
  #problem = '';
  /** What the last request has asked for, and the key under which it is asked for again. */
  #intent: { readonly text: string; readonly key: string } | undefined;

  constructor(panel: Panel) {
    this.#panel = panel;
    this.#dialog = new ModalDialog(panel, {
      id: 'merge-dialog',
      fallbackId: 'menu-button',
      isBusy: () => this.#isMerging,
      onDismiss: ({ search }) => {
        search?.stop();
        this.#comparison = this.#intent = undefined;
      },
    });
  }

  /** Opens the dialog over the comparison with another contact; without one, over the search for it. */
  async open(otherId?: string): Promise<void> {
    if (this.#dialog.isOpen) return;
    const { store } = this.#panel;
    const search = otherId === undefined ? new DuplicateSearch(this.#panel, (id) => this.#compareWith(id)) : undefined;
    this.#problem = '';
    const opened = this.#dialog.open({ store, search }, TITLE_ID);
    if (otherId !== undefined) this.#compareWith(otherId);
    await opened;
  }

  render(view: View): TemplateResult | typeof nothing {
    const describedBy = this.#comparison ? 'merge-warning' : undefined;
    return this.#dialog.render({ className: 'dialog merge', describedBy }, (subject) => this.#renderSubject(subject, view));
  }

  #renderSubject(subject: Subject, view: View): TemplateResult {
    return html`<h2 id=${TITLE_ID} tabindex="-1">${this.#titleIn(view)}</h2>
      ${this.#comparison ? this.#renderComparison(view) : subject.search?.render(view)}
      <p class="problem" role="alert">${this.#problem || nothing}</p>
      <div class="buttons">${this.#renderButtons(view, subject)}</div>`;
  }

  #titleIn({ contact, lang, messages }: View): string {
    const nameOf = (some: Contact) => isolate(displayName(some) || messages.unnamed, lang);
    const { pair } = this.#comparison ?? {};
    return pair
      ? messages.mergeTitle(nameOf(contact), nameOf(visibleContact(pair.other, pair.fields)))
      : messages.mergeWithTitle(nameOf(contact));
  }

  #renderComparison(view: View): TemplateResult {
    const { messages } = view;
    const { before, pair } = this.#comparison ?? {};
    const isWaiting = !pair && !this.#problem && !this.#isSettled;
    return html`<p id="merge-warning">${messages.mergeWarning}</p>
      ${pair
        ? renderComparison(pair, before, view, { sideOf: this.#sideOf, onChoose: this.#onChoose })
        : html`<p class="outcome" role="status">
            ${this.#problem ? nothing : isWaiting ? messages.mergeWaits : messages.loading}
          </p>`}`;
  }

  #renderButtons({ messages }: View, { search }: Subject): TemplateResult {
    const isBusy = this.#isMerging;
    const { pair, otherId } = this.#comparison ?? {};
    const button = (text: string, act: () => void) =>
      html`<button type="button" class="button" part="button" ?disabled=${isBusy} @click=${onPress(act)}>${text}</button>`;
    return html`${search && this.#comparison ? button(messages.back, () => this.#goBack()) : nothing}
    ${button(messages.cancel, () => this.#dialog.close())}
    ${otherId !== undefined && !pair && this.#problem ? button(messages.tryAgain, () => this.#compareWith(otherId)) : nothing}
    ${pair
      ? html`<button
          type="button"
          id="merge-confirm"
          class="button confirm"
          part="button"
          aria-disabled=${isBusy ? 'true' : nothing}
          @click=${this.#onConfirm}
        >
          ${isBusy ? messages.merging : messages.merge}
        </button>`
      : nothing}`;
  }

  get #isMerging(): boolean {
    return this.#merging !== undefined && this.#merging === this.#subject;
  }

  get #subject(): Subject | undefined {
    return this.#dialog.subject;
  }

  /** Whether no edit of either contact is still on its way: what is compared is what the source has after it. */
  get #isSettled(): boolean {
    const stores = [this.#subject?.store, this.#comparison?.store];
    return stores.every((store) => !store || isSettled(store.state));
  }

  #compareWith(otherId: string): void {
    const { store } = this.#subject ?? this.#panel;
    this.#comparison = { otherId, store: storeFor(store.adapter, otherId, store.options), chosen: new Map() };
    this.#problem = '';
    void this.#read();
    void this.#panel.host.updateComplete.then(() => this.#focusTitle());
  }

  #goBack(): void {
    this.#comparison = undefined;
    this.#problem = '';
    this.#panel.host.requestUpdate();
    void this.#panel.host.updateComplete.then(() => this.#focusTitle());
  }

  /** Reads both contacts, once the edits of both are saved. */
  async #read(): Promise<void> {
    const { host } = this.#panel;
    const comparison = this.#comparison;
    const store = this.#subject?.store;
    if (!comparison || !store) return;
    const isWanted = () => this.#subject?.store === store && this.#comparison === comparison;
    host.requestUpdate();
    await Promise.all([store.whenSettled(), comparison.store.whenSettled()]);
    if (!isWanted()) return;
    host.requestUpdate();
    try {
      const [own, { contact: other }] = await Promise.all([store.read(), comparison.store.read()]);
      if (!isWanted()) return;
      const { pair: before } = comparison;
      this.#comparison = { ...comparison, before, pair: { contact: own.contact, other, fields: own.fields ?? [] } };
      if (before) this.#problem = this.#panel.view.messages.mergeChanged;
    } catch (thrown) {
      if (isWanted()) this.#explain(ContactError.from(thrown));
    }
    host.requestUpdate();
  }

  /** Whose value of a row is kept: the one chosen; at first the one that the person wanted to save, if the other contact has it. */
  readonly #sideOf = (row: ComparedRow): Side => {
    const isRefused = this.#refused.flatMap(keysOf).some((key) => row.keys.includes(key));
    return this.#comparison?.chosen.get(row.id) ?? (isRefused ? 'other' : keptAtFirst(row));
  };

  /** The edits that were refused because the other contact has their value. */
  get #refused(): readonly Change[] {
    const isOfOther = ({ error }: Change) => error?.code === 'duplicate' && error.existing?.id === this.#comparison?.otherId;
    return (this.#subject?.store.state.changes ?? []).filter(isOfOther);
  }

  readonly #onChoose = (row: ComparedRow, side: Side): void => {
    const comparison = this.#comparison;
    if (!comparison || this.#isMerging) return;
    this.#comparison = { ...comparison, chosen: new Map(comparison.chosen).set(row.id, side) };
    this.#panel.host.requestUpdate();
  };

  readonly #onConfirm = (event: MouseEvent): void => {
    const { pair, otherId } = this.#comparison ?? {};
    const { view } = this.#panel;
    const isDeliberate = isTrusted(event) && event.detail < 2;
    if (!isDeliberate || this.#isMerging || !pair || otherId === undefined || !view.abilities.merge) return;
    const choices = choicesFor(comparisonOf(pair, view), this.#sideOf);
    const { contact } = view;
    const request = new MergeContactEvent({ contactId: contact.id, contact, otherId, choices });
    if (this.#panel.host.dispatchEvent(request)) void this.#merge(pair, choices);
    else this.#dialog.close();
  };

  async #merge(pair: Pair, choices: MergeChoices): Promise<void> {
    const { host } = this.#panel;
    const subject = this.#subject;
    if (!subject) return;
    const { store } = subject;
    const refused = this.#refused.map(({ id }) => id);
    this.#merging = subject;
    this.#problem = '';
    host.requestUpdate();
    try {
      const answer = await this.#send(store, pair, choices);
      // What was refused has been decided here.
      refused.forEach((id) => store.edits.discard(id));
      await store.load();
      this.#merging = undefined;
      const contact = answer ? parseContact(answer, pair.contact.id) : (store.state.base ?? pair.contact);
      this.#onMerged(store, visibleContact(contact, pair.fields), visibleContact(pair.other, pair.fields));
    } catch (thrown) {
      const error = ContactError.from(thrown);
      if (error.code !== 'conflict') {
        host.dispatchEvent(new ContactFailedEvent({ contactId: pair.contact.id, operation: 'merge', error }));
      }
      if (this.#subject === subject) await this.#afterFailure(error);
      this.#merging = undefined;
    }
    host.requestUpdate();
  }

  async #send({ adapter, options }: ContactStore, { contact, other }: Pair, choices: MergeChoices): Promise<Contact | void> {
    const { clock = startTimer, createId = randomId, writeLimit = 15_000 } = options;
    const text = JSON.stringify([contact.id, contact.version, other.id, other.version, choices]);
    // Asking again for the same is one wish.
    const { key } = (this.#intent = this.#intent?.text === text ? this.#intent : { text, key: createId() });
    const versions = {
      ...(contact.version === undefined ? {} : { version: contact.version }),
      ...(other.version === undefined ? {} : { otherVersion: other.version }),
    };
    return withTimeLimit(writeLimit, clock, new AbortController(), async (signal) => {
      if (!adapter.merge) throw new ContactError('forbidden', { message: 'The adapter has no such method' });
      return adapter.merge(contact.id, other.id, choices, { key, signal, ...versions });
    });
  }

  #onMerged(store: ContactStore, contact: Contact, other: Contact): void {
    const { host, view } = this.#panel;
    const otherStore = this.#comparison?.store;
    // What is shown or typed of the other contact elsewhere in the page is told where it has gone.
    if (otherStore?.isObserved || otherStore?.hasUnsavedEdits) void otherStore.load();
    if (this.#panel.isShowing(store)) {
      const name = displayName(other) || view.messages.unnamed;
      this.#panel.announce(view.messages.mergedWith(isolate(name, view.lang)));
    }
    if (this.#subject?.store === store) this.#dialog.close();
    host.dispatchEvent(new ContactMergedEvent({ contactId: contact.id, contact, otherId: other.id }));
  }

  /**
   * After a conflict both are read again, for the person to look at; without the other contact, another one is to be found. Whatever else
   * went wrong, the merge may have been done: the panel reads what the source has.
   */
  async #afterFailure(error: ContactError): Promise<void> {
    if (error.code === 'conflict') return this.#read();
    this.#explain(error);
    if (!isGone(error)) void this.#subject?.store.load();
  }

  #explain(error: ContactError): void {
    const { messages } = this.#panel.view;
    const { code, fields } = error;
    // If it is the contact of the panel that is gone, the panel says so in place of the dialog.
    if (isGone(error)) void this.#subject?.store.load();
    const isOtherMissing = isGone(error) || fields.some(({ pointer }) => pointer === '/other');
    this.#problem = isOtherMissing ? messages.otherMissing : messages.errors[code];
  }

  #focusTitle(): void {
    this.#panel.root.getElementById(TITLE_ID)?.focus();
  }
}

/** The fields whose values a change was to set: of an email address or a phone number, the field that has the primary one. */
function keysOf(change: Change): readonly string[] {
  if (change.kind === 'fields') return Object.keys(change.values);
  return change.kind === 'entry' ? [PRIMARY_KEYS[change.list]] : [];
}
