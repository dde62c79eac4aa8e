import { render } from 'lit';
import type { TemplateResult } from 'lit';
import { isHeldUp, isPending } from '../store/change.js';
import type { Change, FieldChange } from '../store/change.js';
import { getValue } from '../core/contact.js';
import type { FieldValue, Tag } from '../core/contact.js';
import type { EditQueue } from '../store/edit-queue.js';
import type { FieldDefinition } from '../core/field-definition.js';
import { isSameValue, toPatch } from '../core/merge-patch.js';
import type { ContactState } from '../store/contact-state.js';
import type { ContactStore } from '../store/contact-store.js';
import type { Action } from '../store/reduce.js';
import type { Undoable } from '../store/undo.js';
import { toEditView } from './edit-view.js';
import type { EditView } from './edit-view.js';
import { editAnnouncement } from './edit-announcement.js';
import { editFacts } from './edit-facts.js';
import { renderFieldEditor, renderNameEditor } from './editors.js';
import { OpenContactEvent, SaveContactEvent } from './editing-events.js';
import { definitionOf, isEditable, NAME_KEYS } from './definitions.js';
import { editingOf, loadEditing, typedOf, valueOf } from './field-editing.js';
import { focusControl } from './focus.js';
import { ImpliedValues } from './implied-value.js';
import type { Implied } from './implied-value.js';
import { LazyPart } from './lazy-part.js';
import { askBeforeLeaving } from './leaving.js';
import { renderNotice, renderSuggestion, renderUndo } from './notices.js';
import type { OptionSearch } from './option-search.js';
import type { Intent, Panel, View } from './panel.js';
import { complaintAbout } from './validation.js';

export { styles } from './editing-styles.js';

/** Opens, checks and commits the editors in the panel, and shows what became of each edit. */
export class Editing {
  readonly #panel: Panel;
  readonly #search: LazyPart<OptionSearch>;
  /** What is wrong with what is typed, by contact, editor and field. */
  readonly #complaintsOf = new WeakMap<ContactStore, Map<string, ReadonlyMap<string, string>>>();

  readonly #implied = new ImpliedValues();

  constructor(panel: Panel) {
    this.#panel = panel;
    this.#search = new LazyPart(panel, () => import('./option-search.js'));
  }

  get edits(): EditQueue {
    return this.#panel.store.edits;
  }

  /** Opens the editor of a field, or of the `name`, and moves the focus into it; a field that has none stays as it is. */
  async open(key: string): Promise<void> {
    const keys = keysOf(key);
    const { store, view } = this.#panel;
    const definitions = keys.map((field) => definitionOf(field, view));
    if (!definitions.every((definition) => isEditable(definition, view))) return;
    await loadEditing(definitions);
    if (definitions.some(isSearched)) await this.#search.load();
    if (store !== this.#panel.store) return;
    const { changes, drafts } = store.state;
    const unsaved = changes.find((change) => change.kind === 'fields' && change.editor === key && change.status === 'failed');
    if (!drafts.has(key)) {
      const values = unsaved?.kind === 'fields' ? unsaved.values : {};
      const typed = definitions.map((definition) => {
        const value = Object.hasOwn(values, definition.key) ? values[definition.key] : getValue(view.contact, definition.key);
        return [definition.key, typedOf(definition, value ?? null)] as const;
      });
      this.edits.draft(key, Object.fromEntries(typed));
    }
    await this.#panel.updateComplete;
    this.#focusInput(key);
  }

  /** Draws the name's editor in place of the name, or what became of the last edit below it. */
  drawName(name: HTMLElement, place: HTMLElement, reading: View): void {
    const view = toEditView(reading);
    const draft = view.state.drafts.get('name');
    name.hidden = draft !== undefined;
    const problems = this.#problems(view, (change) => change.editor === 'name');
    if (draft) render(renderNameEditor(view, draft, this.#complaints.get('name'), this.#handlers('name')), place);
    else this.#drawNotices(problems, undoableIn('name', view.state), view, place, { part: 'editor', key: 'name' });
  }

  /** Draws a field's editor in place of its value, or what became of the last edit below it; true where it has drawn any. */
  drawField(row: HTMLElement, place: HTMLElement, definition: FieldDefinition, reading: View): boolean {
    const view = toEditView(reading);
    const { key } = definition;
    const { changes, drafts } = view.state;
    const draft = drafts.get(key);
    const problems = this.#problems(view, (change) => (change.editor ?? Object.keys(change.values)[0]) === key);
    const undoable = undoableIn(key, view.state);
    const isSaving = changes.some(
      (change) =>
        change.kind === 'fields' && isPending(change) && !isHeldUp(change, changes) && Object.hasOwn(change.values, key),
    );
    row.classList.toggle('is-open', draft !== undefined);
    row.classList.toggle('is-saving', isSaving);
    const implied = draft || problems.length ? undefined : this.#implied.of(this.#panel.store, definition, view);
    if (draft) render(renderFieldEditor(view, definition, draft, this.#complaints.get(key), this.#handlers(key)), place);
    else this.#drawNotices(problems, undoable, view, place, { part: 'editor', key }, implied);
    return draft !== undefined || isSaving || problems.length + undoable.length > 0 || implied !== undefined;
  }

  drawTagNotices(place: HTMLElement, reading: View): void {
    const view = toEditView(reading);
    const problems = view.state.changes.filter((change) => change.kind !== 'fields' && isShown(change, view.state));
    const undoable = view.state.undoable.filter(({ kind }) => kind === 'tag-removal');
    this.#drawNotices(problems, undoable, view, place, { part: 'tag-input', key: '' });
  }

  /** What can no longer be saved, because the contact is gone: still there to be read and copied. */
  drawUnsaved(place: HTMLElement, reading: View): void {
    const view = toEditView(reading);
    render(this.#renderNotices(view.state.changes, view), place);
  }

  /** Sets a value by one press, without an editor. */
  choose(key: string, value: FieldValue): void {
    const { contact, state } = this.#panel.view;
    const { definitions } = this.#panel.view;
    if (isSameValue(getValue(contact, key), value) || !isEditable(definitionOf(key, { definitions }), this.#panel.view)) return;
    const isVetoed = !this.#panel.dispatchEvent(
      new SaveContactEvent({ contactId: state.id, patch: toPatch({ [key]: value }) }),
    );
    if (!isVetoed) this.edits.edit({ [key]: value });
  }

  /** Takes a tag off; the focus goes on to the next tag, else the one before, else the tag field. */
  async removeTag(tag: Tag): Promise<void> {
    const { root } = this.#panel;
    const buttons = () => [...root.querySelectorAll<HTMLElement>('.tag-remove')];
    const index = buttons().findIndex((button) => button === root.activeElement);
    this.edits.removeTag(tag);
    await this.#panel.updateComplete;
    if (index < 0) return;
    const next = buttons()[index] ?? buttons()[index - 1];
    if (next) next.focus();
    else focusControl(root, { part: 'tag-input', key: '' });
  }

  /** Tells the page, and screen readers, what became of an edit. */
  onAction(store: ContactStore, action: Action, state: ContactState, previous: ContactState): void {
    askBeforeLeaving(store);
    for (const fact of editFacts(action, state, previous)) this.#panel.dispatchEvent(fact);
    if (store !== this.#panel.store || !state.base) return;
    const text = editAnnouncement(action, state, previous, toEditView(this.#panel.view));
    if (text !== undefined) this.#panel.announce(text);
  }

  #handlers(key: string) {
    return {
      onInput: (field: string, typed: FieldValue) => this.#keep(key, field, typed),
      onSearch: (definition: FieldDefinition, input: HTMLInputElement) =>
        this.#search.prefetch((search) => {
          if (!input.matches(':focus')) return;
          const value = this.#panel.store.state.drafts.get(key)?.values[definition.key] ?? null;
          search.start(input, { definition, value, choose: (chosen) => this.#keep(key, definition.key, chosen) });
        }),
      onSubmit: (isIncomplete: boolean) => this.#submit(key, isIncomplete),
      onCancel: () => this.#close(key, () => this.edits.cancelDraft(key)),
    };
  }

  #keep(key: string, field: string, typed: FieldValue): void {
    this.edits.draft(key, { ...this.#panel.store.state.drafts.get(key)?.values, [field]: typed });
  }

  #submit(key: string, isIncomplete: boolean): void {
    const { store, view } = this.#panel;
    const draft = store.state.drafts.get(key);
    const definitions = keysOf(key).map((field) => definitionOf(field, view));
    // An editor that was found open, and not opened here, may be confirmed before its checks have arrived.
    if (!definitions.every(editingOf)) return void loadEditing(definitions).then(() => this.#submit(key, isIncomplete));
    const wasOf = ({ key: field }: FieldDefinition) => draft?.baseValues[field] ?? null;
    const values = Object.fromEntries(
      definitions.map((definition) => {
        const { key: field } = definition;
        return [field, valueOf(definition, draft?.values[field] ?? null, wasOf(definition), view.contact)];
      }),
    );
    const complaints = definitions.flatMap((definition) => {
      const { messages } = toEditView(view);
      const complaint = isIncomplete
        ? messages.complaints[isSearched(definition) ? 'choice' : 'incomplete']
        : complaintAbout(definition, values[definition.key] ?? null, wasOf(definition), view.contact, messages);
      return complaint === undefined ? [] : [[definition.key, complaint] as const];
    });
    this.#complaints.set(key, new Map(complaints));
    if (complaints.length) return this.#showComplaints(key);
    const patch = toPatch(this.edits.changedValues(key, values));
    const isVetoed =
      Object.keys(patch).length > 0 && !this.#panel.dispatchEvent(new SaveContactEvent({ contactId: view.contact.id, patch }));
    if (!isVetoed) this.#close(key, () => this.edits.commit(key, values));
  }

  #showComplaints(key: string): void {
    this.#panel.requestUpdate();
    void this.#panel.updateComplete.then(() => this.#focusInput(key));
  }

  #close(key: string, close: () => void): void {
    this.#complaints.delete(key);
    close();
    void this.#panel.updateComplete.then(() => focusControl(this.#panel.root, { part: 'editor', key }));
  }

  /** The notice goes, with the button that was pressed: the focus moves on to what it was about. */
  #leaveNotice(change: Change, act: () => void): void {
    act();
    const intent: Intent =
      change.kind === 'fields'
        ? { part: 'editor', key: change.editor ?? Object.keys(change.values)[0] ?? '' }
        : { part: 'tag-input', key: '' };
    void this.#panel.updateComplete.then(() => focusControl(this.#panel.root, intent));
  }

  #focusInput(key: string): void {
    const controls = this.#panel.root.querySelectorAll<HTMLInputElement>('form.editor :is(input, select, textarea)');
    const inputs = [...controls].filter((input) => input.form?.dataset['editor'] === key);
    const target = inputs.find((input) => input.getAttribute('aria-invalid') === 'true') ?? inputs[0];
    target?.focus();
    if (target instanceof HTMLInputElement && target.getAttribute('aria-invalid') !== 'true') target.select();
  }

  get #complaints(): Map<string, ReadonlyMap<string, string>> {
    const { store } = this.#panel;
    const complaints = this.#complaintsOf.get(store) ?? new Map<string, ReadonlyMap<string, string>>();
    this.#complaintsOf.set(store, complaints);
    return complaints;
  }

  #problems({ state }: View, isHere: (change: FieldChange) => boolean): readonly FieldChange[] {
    return state.changes
      .filter((change) => change.kind === 'fields')
      .filter((change) => isShown(change, state) && isHere(change));
  }

  /** Notices go by themselves, too: where one had the focus, what it was about gets it. */
  #drawNotices(
    changes: readonly Change[],
    undoable: readonly Undoable[],
    view: EditView,
    place: HTMLElement,
    intent: Intent,
    implied?: Implied,
  ): void {
    const { root } = this.#panel;
    const hadFocus = place.contains(root.activeElement) && root.activeElement?.closest('.notice, .undo');
    const ways = undoable.map((record) => renderUndo(record, view, () => this.edits.undo(record.id)));
    const suggestion = implied && renderSuggestion(implied, view, (isWanted) => this.#answer(implied, isWanted, intent));
    render([this.#renderNotices(changes, view), ways, suggestion], place);
    if (hadFocus && !place.contains(root.activeElement)) focusControl(root, intent);
  }

  #answer(implied: Implied, isWanted: boolean, intent: Intent): void {
    if (isWanted) this.choose(implied.key, implied.value);
    else this.#implied.decline(this.#panel.store, implied);
    this.#panel.requestUpdate();
    void this.#panel.updateComplete.then(() => focusControl(this.#panel.root, intent));
  }

  #renderNotices(changes: readonly Change[], view: EditView): readonly TemplateResult[] {
    return changes.map((change) => this.#renderNotice(change, view));
  }

  #renderNotice(change: Change, view: EditView): TemplateResult {
    return renderNotice(change, view, {
      onRetry: () =>
        isPending(change) ? this.edits.retry(change.id) : this.#leaveNotice(change, () => this.edits.retry(change.id)),
      onDiscard: () => this.#leaveNotice(change, () => this.edits.discard(change.id)),
      onOpen: (contactId) => this.#panel.dispatchEvent(new OpenContactEvent({ contactId })),
      onEdit: change.kind === 'fields' && change.editor !== undefined ? () => void this.open(change.editor ?? '') : undefined,
    });
  }
}

function isSearched(definition: FieldDefinition): boolean {
  return editingOf(definition)?.input === 'search';
}

/** Whether there is something to say of the change. */
function isShown(change: Change, { changes }: ContactState): boolean {
  return change.status === 'failed' || change.status === 'conflict' || isHeldUp(change, changes);
}

/** What can be undone of the edits made in this editor, or of this field. */
function undoableIn(key: string, { undoable }: ContactState): readonly Undoable[] {
  return undoable.filter((record) => record.kind === 'fields' && (record.editor ?? Object.keys(record.before)[0]) === key);
}

function keysOf(key: string): readonly string[] {
  return key === 'name' ? NAME_KEYS : [key];
}

/** Makes the part; called when it has been loaded. */
export function create(panel: Panel): Editing {
  return new Editing(panel);
}
