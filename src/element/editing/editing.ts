import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { entriesOf, entryKey, entryPlaceOf, getValue, PRIMARY_KEYS } from '../../core/contact.js';
import type { EntryPlace, FieldValue, FieldValues, Tag } from '../../core/contact.js';
import type { EntryPatch } from '../../core/entries.js';
import type { FieldDefinition } from '../../core/field-definition.js';
import { isSameValue, toPatch } from '../../core/merge-patch.js';
import { ownValue } from '../../core/own-value.js';
import { plainText } from '../../fields/text.js';
import { editingOf, isChoice, loadEditing, typedOf, valueOf } from '../../fields/field-editing.js';
import { isHeldUp, isPending } from '../../store/change.js';
import type { Change, FieldChange } from '../../store/change.js';
import type { ContactState, Draft } from '../../store/contact-state.js';
import type { ContactStore } from '../../store/contact-store.js';
import type { Action } from '../../store/reduce.js';
import type { Undoable } from '../../store/undo.js';
import { announcementsFor, labelsOf } from '../announcements.js';
import { definitionOf, entryListOf, isEditable, NAME_KEYS } from '../definitions.js';
import { OpenContactEvent, SaveContactEvent } from './edit-requests.js';
import type { StyledPart } from '../lazy-part.js';
import type { Panel } from '../panel.js';
import { editingStyles, markShapes } from '../styles/editing-styles.js';
import type { View } from '../view.js';
import { choicesFor, knownOptions } from './choices.js';
import { renderEntryEditor, renderFieldEditor, renderNameEditor } from './editor.js';
import type { EditorHandlers } from './editor.js';
import { entryEdit, entryRemoval, isTaken, typedValue } from './entry-edits.js';
import { renderNotice, renderRefusal, renderSuggestion, renderUndo } from './notices.js';
import { RefusedChoices } from './refused-choices.js';
import { isQuiet, renderMark, renderSummary } from './unsaved.js';
import { SuggestedValues } from './suggested-values.js';
import type { SuggestedValue } from './suggested-values.js';
import { steerTags } from './tag-keys.js';
import { canCheck, complaintAbout, loadChecks } from './validation.js';

/** What editing adds to a field: its open editor, what is to be said of its last edit, and whether that is being saved. */
export interface EditedField {
  /** With what is to be said of edits that have no other place, and are none of what stands in it. */
  readonly editor: TemplateResult | undefined;
  readonly notes: TemplateResult | undefined;
  readonly isSaving: boolean;
}

/** What is wrong with what is typed in a field, in the words of a view; `undefined` where that is nothing in its language. */
type Complaint = (view: View) => string | undefined;

/** Complaints by the keys of their fields. */
type Complaints = ReadonlyMap<string, Complaint>;

/** Opens, checks and commits the editors in the panel, and shows what became of each edit. */
export class Editing implements StyledPart {
  readonly styles = [editingStyles, markShapes];
  readonly #panel: Panel;
  /** What is wrong with what is typed, by contact, editor and field, in the language that it is read in. */
  readonly #complaintsOf = new WeakMap<ContactStore, ReadonlyMap<string, Complaints>>();
  /** What is typed in fields that are searched and nothing has been chosen by, by contact and field. */
  readonly #unchosenOf = new WeakMap<ContactStore, Map<string, string>>();
  /** The types of fields whose editing is being loaded. */
  readonly #loading = new Set<string>();
  readonly #suggestions = new SuggestedValues();
  readonly #refusals = new RefusedChoices();
  /** Whether nobody can see that something can be undone, or somebody is about to undo it. */
  readonly #isUndoHeld = () =>
    this.#panel.host.ownerDocument.hidden || this.#panel.root.querySelector('.saved:is(:hover, :focus-within)') !== null;

  constructor(panel: Panel) {
    this.#panel = panel;
  }

  /** Opens the editor of a field, or of the `name`, and moves the focus into it; a field that has none stays as it is. */
  async open(key: string): Promise<void> {
    const { host, store, view } = this.#panel;
    const definitions = keysOf(key).map((field) => definitionOf(field, view));
    if (!definitions.every((definition) => isEditable(definition, view))) return;
    await Promise.all([loadEditing(definitions), loadChecks(definitions)]);
    if (definitions.some(isChoice)) await this.#panel.prepareSearch();
    if (!this.#panel.isShowing(store)) return;
    const { changes, drafts } = store.state;
    const unsaved = changes.find((change) => change.kind === 'fields' && change.editor === key && change.status === 'failed');
    if (!drafts.has(key)) {
      const values = unsaved?.kind === 'fields' ? unsaved.values : {};
      const typed = definitions.map((definition) => {
        const value = Object.hasOwn(values, definition.key) ? values[definition.key] : getValue(view.contact, definition.key);
        return [definition.key, typedOf(definition, value ?? null)] as const;
      });
      for (const field of keysOf(key)) this.#unchosenIn(store).delete(field);
      store.edits.draft(key, Object.fromEntries(typed));
    }
    await host.updateComplete;
    this.#focusInput(key);
  }

  /** The name's editor, or what became of its last edit, and of what else is changed in the header. */
  renderName(view: View): EditedField | undefined {
    const draft = view.state.drafts.get('name');
    const ofHeader = view.state.changes.filter((change) => isOfHeader(change) && isShown(change, view.state));
    const problems = [...problemsOf(view.state, (change) => change.editor === 'name'), ...ofHeader];
    const editor = draft && renderNameEditor(view, draft, this.#complaintTexts('name', view), this.#handlers('name'));
    return edited(editor, draft ? undefined : this.#renderNotes(problems, undoableIn('name', view.state), view), false);
  }

  /** A field's editor, or what became of its last edit; `undefined` for a field at rest. */
  renderField(definition: FieldDefinition, view: View): EditedField | undefined {
    const { key } = definition;
    const { changes, drafts } = view.state;
    const draft = drafts.get(key);
    const list = entryListOf(key);
    const ofEntries = changes.filter(
      (change) => change.kind === 'entry' && change.list === list && isShown(change, view.state),
    );
    const isSaving = changes.some((change) => isPending(change) && !isHeldUp(change, changes) && isAbout(change, key));
    if (draft) {
      this.#loadFor(definition);
      const handlers = this.#handlers(key);
      const place = entryPlaceOf(key);
      if (place) return edited(this.#renderEntryEditor(definition, place, draft, view), undefined, isSaving);
      const unchosen = this.#unchosenIn(this.#panel.store).get(key);
      const onAdd = this.#addingTo(definition, view);
      const editor = renderFieldEditor(
        view,
        definition,
        draft,
        this.#complaintTexts(key, view),
        { ...handlers, onAdd },
        unchosen,
      );
      const notes = this.#renderNotes(
        ofEntries.filter((change) => !isQuiet(change)),
        [],
        view,
      );
      return edited(notes ? html`${editor}${notes}` : editor, undefined, isSaving);
    }
    const problems = [
      ...problemsOf(view.state, (change) => (change.editor ?? Object.keys(change.values)[0]) === key),
      ...ofEntries,
    ];
    const suggested = problems.length ? undefined : this.#suggestions.of(this.#panel.store, key, view);
    const offer = suggested && renderSuggestion(suggested, view, (isWanted) => this.#answer(suggested, isWanted));
    const note = this.#renderRefusal(definition, view) ?? offer;
    const undoable = view.state.undoable.filter((record) => record.kind === 'entry' && record.list === list);
    const notes = this.#renderNotes(problems, [...undoableIn(key, view.state), ...undoable], view, note);
    return edited(undefined, notes, isSaving);
  }

  renderTagNotices(view: View): TemplateResult | undefined {
    const problems = view.state.changes.filter((change) => 'tag' in change && isShown(change, view.state));
    const undoable = view.state.undoable.filter(({ kind }) => kind === 'tag-removal');
    return this.#renderNotes(problems, undoable, view);
  }

  /** One line for all edits that are not saved and ask nothing of the person; `undefined` where there are none. */
  renderSummary(view: View): TemplateResult | undefined {
    const { edits } = this.#panel.store;
    const waiting = view.state.changes.filter((change) => isShown(change, view.state) && isQuiet(change));
    if (!waiting.length) return undefined;
    return renderSummary(waiting, view, {
      onRetry: () => waiting.forEach(({ id }) => edits.retry(id)),
      onDiscard: () => waiting.forEach(({ id }) => edits.discard(id)),
    });
  }

  /** What can no longer be saved, because the contact is gone: still there to be read and copied. */
  renderUnsaved(view: View): TemplateResult {
    return html`<div class="notices">${view.state.changes.map((change) => this.#renderNotice(change, view))}</div>`;
  }

  /** Tells screen readers what an action of the store means for the edits. */
  announce(action: Action, state: ContactState, previous: ContactState): void {
    announcementsFor(action, state, previous, this.#panel.view).forEach((text) => this.#panel.announce(text));
  }

  /** Sets a value by one press, without an editor. */
  choose(key: string, value: FieldValue): void {
    const { host, store, view } = this.#panel;
    this.#refusals.remove(store, key);
    host.requestUpdate();
    if (isSameValue(getValue(view.contact, key), value) || !isEditable(definitionOf(key, view), view)) return;
    const veto = this.#vetoOf({ [key]: value });
    if (!veto) return store.edits.edit({ [key]: value });
    if (veto.refusal) this.#refusals.add(store, key, { value, reason: veto.refusal });
    this.#panel.announce(`${view.messages.fieldNotSaved(labelsOf([key], view), '')} ${veto.refusal ?? ''}`.trim());
  }

  /** Asks the page for another contact: the one that has a value already, or that this one has become part of. */
  openContact(contactId: string): void {
    this.#panel.host.dispatchEvent(new OpenContactEvent({ contactId }));
  }

  /** Opens an empty editor for another email address or phone number. */
  async addEntry(key: string): Promise<void> {
    const { host, store, view } = this.#panel;
    const list = entryListOf(key);
    if (!list || !this.#addingTo(definitionOf(key, view), view)) return;
    const typed = store.state.drafts.get(key)?.values;
    // From the editor of the one there is, unless something is typed there that is not saved yet.
    if (typed && !Object.keys(store.edits.changedValues(key, typed)).length) store.edits.cancelDraft(key);
    const entry = entryKey(list, '');
    if (!store.state.drafts.has(entry)) store.edits.draft(entry, Object.fromEntries(keysOf(entry).map((each) => [each, ''])));
    await host.updateComplete;
    await this.open(entry);
  }

  /** Takes a tag off; the focus goes on to the next tag, else the one before, else the tag field. */
  removeTag(tag: Tag): void {
    this.#panel.store.edits.removeTag(tag);
  }

  steerTags(event: KeyboardEvent, target: EventTarget): void {
    steerTags(event, target, this.#panel.root);
  }

  #handlers(key: string): EditorHandlers {
    const { host, store } = this.#panel;
    return {
      onInput: (field, typed) => {
        this.#keep(store, key, field, typed);
        this.#mend(key, field);
      },
      onSearch: ({ key: field }, input) => {
        const value = ownValue(store.state.drafts.get(key)?.values ?? {}, field) ?? null;
        this.#panel.searchOptions(input, {
          key: field,
          value,
          isListed: knownOptions(definitionOf(field, this.#panel.view), this.#panel.view) !== undefined,
          choicesFor: (query, asking) => choicesFor(definitionOf(field, this.#panel.view), query, this.#panel, asking),
          unchosen: () => this.#unchosenIn(store).get(field) ?? '',
          keepUnchosen: (text) => void this.#unchosenIn(store).set(field, text.trim() && text),
          keep: (typed) => {
            this.#keep(store, key, field, typed);
            this.#mend(key, field);
          },
          choose: (chosen) => {
            this.#keep(store, key, field, chosen);
            // The source may answer after the person has gone on to another contact: there the choice is still a draft.
            if (this.#panel.isShowing(store)) this.#submit(key, false);
          },
        });
      },
      onSubmit: (isIncomplete) => this.#submit(key, isIncomplete),
      onCancel: () => {
        const place = entryPlaceOf(key);
        if (place) return this.#closeEntry(place, key);
        this.#complain(key, new Map());
        store.edits.cancelDraft(key);
        void host.updateComplete.then(() => this.#focusRow(key));
      },
    };
  }

  /** Adds another value of a field; `undefined` where it has none yet, or may have one only. */
  #addingTo(definition: FieldDefinition, view: View): (() => void) | undefined {
    const list = entryListOf(definition.key);
    const isAble =
      list && view.abilities.editEntries && isEditable(definition, view) && entriesOf(view.contact, list).length > 0;
    return isAble ? () => void this.addEntry(definition.key) : undefined;
  }

  #renderEntryEditor(definition: FieldDefinition, place: EntryPlace, draft: Draft, view: View): TemplateResult {
    const { key } = definition;
    return renderEntryEditor(view, definition, place, draft, this.#complaintTexts(key, view), {
      ...this.#handlers(key),
      onMakePrimary: () => this.#submit(key, false, { isPrimary: true }),
      onRemove: () => this.#removeEntry(place),
    });
  }

  /** Saves what stands in the editor of an entry; the focus goes to its row, or to that of the primary one. */
  #saveEntry(place: EntryPlace, typed: FieldValues, also: EntryPatch): void {
    const { store, view } = this.#panel;
    const { list } = place;
    const edit = entryEdit(place, typed, also, view);
    if (edit) store.edits.setEntry(edit);
    this.#closeEntry(place, place.value ? entryKey(list, typedValue(place, typed)) : PRIMARY_KEYS[list]);
  }

  #removeEntry(place: EntryPlace): void {
    const { store, view } = this.#panel;
    store.edits.setEntry(entryRemoval(place, view.contact));
    this.#closeEntry(place, PRIMARY_KEYS[place.list]);
  }

  /** Closes the editor of an entry; the focus goes to the row that is left. */
  #closeEntry({ list, value }: EntryPlace, next: string): void {
    const { host, store } = this.#panel;
    const key = entryKey(list, value);
    this.#complain(key, new Map());
    store.edits.cancelDraft(key);
    void host.updateComplete.then(() => {
      const field = this.#panel.view.definitions.some((definition) => definition.key === next) ? next : PRIMARY_KEYS[list];
      this.#panel.focusPlace({ name: 'field', field });
    });
  }

  /** Loads how a field is edited whose editor was found open, as after a reload, and not opened here. */
  #loadFor(definition: FieldDefinition): void {
    if (editingOf(definition) || this.#loading.has(definition.type)) return;
    this.#loading.add(definition.type);
    const onEnd = () => {
      this.#loading.delete(definition.type);
      if (editingOf(definition)) this.#panel.host.requestUpdate();
    };
    void loadEditing([definition]).then(onEnd, onEnd);
  }

  /** Keeps what is typed or chosen, unless it comes too late: the source may answer after the editor has been closed. */
  #keep(store: ContactStore, key: string, field: string, typed: FieldValue): void {
    const draft = store.state.drafts.get(key);
    if (draft) store.edits.draft(key, { ...draft.values, [field]: typed });
  }

  #unchosenIn(store: ContactStore): Map<string, string> {
    const unchosen = this.#unchosenOf.get(store) ?? new Map<string, string>();
    this.#unchosenOf.set(store, unchosen);
    return unchosen;
  }

  /** `also`: what is done to an entry beside what is typed. */
  #submit(key: string, isIncomplete: boolean, also: EntryPatch = {}): void {
    const { host, store, view } = this.#panel;
    const draft = store.state.drafts.get(key);
    if (!draft) return;
    const definitions = keysOf(key).map((field) => definitionOf(field, view));
    // An editor that was found open, and not opened here, may be confirmed before its checks have arrived.
    if (!definitions.every((definition) => editingOf(definition) && canCheck(definition))) {
      const loading = Promise.all([loadEditing(definitions), loadChecks(definitions)]);
      return void loading.then(() => this.#submit(key, isIncomplete, also));
    }
    const values = Object.fromEntries(definitions.map((definition) => [definition.key, valueIn(draft, definition, view)]));
    const complaints = definitions.map((definition) => {
      const isUnfinished = isIncomplete || Boolean(this.#unchosenIn(store).get(definition.key));
      const complaint: Complaint = (current) =>
        isUnfinished
          ? current.messages.complaints[isChoice(definition) ? 'choice' : 'incomplete']
          : complaintIn(draft, definition, current);
      return [definition.key, complaint] as const;
    });
    this.#complain(key, new Map(complaints));
    if (this.#complaintTexts(key, view).size) return this.#sayComplaints(key);
    const place = entryPlaceOf(key);
    if (place) return this.#saveEntry(place, values, also);
    const changed = store.edits.changedValues(key, values);
    const changedKeys = Object.keys(changed);
    const veto = changedKeys.length ? this.#vetoOf(changed) : undefined;
    if (veto) return this.#showVeto(key, changedKeys, draft, veto.refusal);
    keysOf(key).forEach((field) => this.#refusals.remove(store, field));
    store.edits.commit(key, values);
    void host.updateComplete.then(() => this.#focusRow(key));
  }

  /** Asks the page whether these values may be saved; answers the event where they may not. */
  #vetoOf(values: FieldValues): SaveContactEvent | undefined {
    const { host, store } = this.#panel;
    const event = new SaveContactEvent({ contactId: store.state.id, patch: toPatch(values) });
    return host.dispatchEvent(event) ? undefined : event;
  }

  /** What the page has refused stays in its editor; the reason stands at the first field until what was typed is changed. */
  #showVeto(key: string, changed: readonly string[], { values }: Draft, refusal = ''): void {
    const { view } = this.#panel;
    const [field = key] = changed;
    if (!refusal) return this.#panel.announce(view.messages.fieldNotSaved(labelsOf(changed, view), ''));
    const complaint: Complaint = ({ state }) => (state.drafts.get(key)?.values === values ? refusal : undefined);
    this.#complain(key, new Map([[field, complaint]]));
    this.#sayComplaints(key);
  }

  /** Shows and says what is wrong in an editor, and moves the focus there. */
  #sayComplaints(key: string): void {
    const { host, view } = this.#panel;
    const texts = [...this.#complaintTexts(key, view)];
    host.requestUpdate();
    this.#panel.announce(texts.map(([field, text]) => view.messages.complaint(labelsOf([field], view), text)).join(' '));
    void host.updateComplete.then(() => this.#focusInput(key));
  }

  /** Takes back what was wrong with a field once what is typed is right. */
  #mend(key: string, field: string): void {
    const { store, view } = this.#panel;
    const complaints = new Map(this.#complaintsOf.get(store)?.get(key));
    const isWrong = complaints.has(field) && complaintIn(store.state.drafts.get(key), definitionOf(field, view), view);
    if (isWrong || !complaints.delete(field)) return;
    this.#complain(key, complaints);
    this.#panel.host.requestUpdate();
  }

  /** Browsers in which buttons take no focus leave it nowhere when an editor is closed by its tick. */
  #focusRow(key: string): void {
    const { root } = this.#panel;
    if (!root.activeElement) this.#panel.focusPlace(key === 'name' ? { name: 'title' } : { name: 'field', field: key });
  }

  #focusInput(key: string): void {
    const controls = this.#panel.root.querySelectorAll<HTMLInputElement>('form.editor :is(input, textarea)');
    const inputs = [...controls].filter((input) => input.form?.dataset['editor'] === key);
    const target = inputs.find((input) => input.getAttribute('aria-invalid') === 'true') ?? inputs[0];
    target?.focus();
    if (target?.localName === 'input' && target.getAttribute('aria-invalid') !== 'true') target.select();
  }

  /** What is wrong with what is typed in an editor of the contact shown. */
  #complaintTexts(key: string, view: View): ReadonlyMap<string, string> {
    const complaints = [...(this.#complaintsOf.get(this.#panel.store)?.get(key) ?? [])];
    return new Map(
      complaints.flatMap(([field, complaint]) => {
        const text = complaint(view);
        return text === undefined ? [] : [[field, text]];
      }),
    );
  }

  #complain(key: string, complaints: Complaints): void {
    const { store } = this.#panel;
    this.#complaintsOf.set(store, new Map(this.#complaintsOf.get(store)).set(key, complaints));
  }

  /** What is to be said of the edits of a field, or of the tags; `undefined` where that is nothing. */
  #renderNotes(
    changes: readonly Change[],
    undoable: readonly Undoable[],
    view: View,
    note?: TemplateResult,
  ): TemplateResult | undefined {
    const last = undoable.at(-1);
    if (!changes.length && !last && !note) return undefined;
    if (last) this.#panel.store.edits.holdUndo(this.#isUndoHeld);
    const undo = last && renderUndo(last, view, () => this.#panel.store.edits.undo(last.id));
    const quiet = changes.filter(isQuiet);
    const asking = changes.filter((change) => !isQuiet(change));
    const mark = quiet.length ? renderMark(quiet, view, (change) => this.#renderNotice(change, view)) : nothing;
    if (!asking.length && !note) return html`${mark}${undo}`;
    return html`<div class="notes">${asking.map((change) => this.#renderNotice(change, view))}${note}</div>
      ${mark}${undo}`;
  }

  /** That the page has refused what was chosen here last, as long as it could still be chosen. */
  #renderRefusal(definition: FieldDefinition, view: View): TemplateResult | undefined {
    const { key } = definition;
    const { store } = this.#panel;
    const refused = this.#refusals.of(store, key);
    if (!refused || !isEditable(definition, view) || isSameValue(getValue(view.contact, key), refused.value)) return undefined;
    return renderRefusal(definition, refused, view, {
      onRetry: () => this.choose(key, refused.value),
      onDiscard: () => {
        this.#refusals.remove(store, key);
        this.#panel.host.requestUpdate();
      },
    });
  }

  #renderNotice(change: Change, view: View): TemplateResult {
    const { openMerge, store } = this.#panel;
    return renderNotice(change, view, {
      onRetry: () => store.edits.retry(change.id),
      onDiscard: () => store.edits.discard(change.id),
      onMerge: openMerge,
      onOpen: (contactId) => this.openContact(contactId),
      onEdit: change.kind === 'fields' && change.editor !== undefined ? () => void this.open(change.editor ?? '') : undefined,
    });
  }

  #answer(suggested: SuggestedValue, isWanted: boolean): void {
    if (isWanted) this.choose(suggested.key, suggested.value);
    else this.#suggestions.decline(this.#panel.store, suggested);
    this.#panel.host.requestUpdate();
  }
}

function edited(
  editor: TemplateResult | undefined,
  notes: TemplateResult | undefined,
  isSaving: boolean,
): EditedField | undefined {
  return editor || notes || isSaving ? { editor, notes, isSaving } : undefined;
}

/** What the field would be set to by what stands in its editor. */
function valueIn(draft: Draft | undefined, definition: FieldDefinition, { contact, lang }: View): FieldValue {
  const { key } = definition;
  const { baseValues = {}, values = {} } = draft ?? {};
  return valueOf(definition, ownValue(values, key) ?? null, ownValue(baseValues, key) ?? null, contact, lang);
}

/** What is wrong with that value. */
function complaintIn(draft: Draft | undefined, definition: FieldDefinition, view: View): string | undefined {
  const was = ownValue(draft?.baseValues ?? {}, definition.key) ?? null;
  const { contact, lang, messages } = view;
  const value = valueIn(draft, definition, view);
  const place = entryPlaceOf(definition.key);
  if (place?.member === 'value' && isTaken(plainText(value), place, contact)) return messages.entryExists;
  return complaintAbout(definition, value, was, contact, messages, lang);
}

/** Whether a change sets the field, or the entry, of that key. */
function isAbout(change: Change, key: string): boolean {
  if (change.kind === 'fields') return Object.hasOwn(change.values, key);
  return change.kind === 'entry' && key === entryKey(change.list, change.patch?.value ?? change.value);
}

/** Whether a change is of what the header shows beside the name: a block, a channel. */
function isOfHeader(change: Change): boolean {
  return change.kind !== 'fields' && !('tag' in change || 'list' in change);
}

function problemsOf(state: ContactState, isHere: (change: FieldChange) => boolean): readonly FieldChange[] {
  return state.changes
    .filter((change) => change.kind === 'fields')
    .filter((change) => isShown(change, state) && isHere(change));
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
  const place = entryPlaceOf(key);
  if (place) return [key, entryKey(place.list, place.value, 'label')];
  return key === 'name' ? NAME_KEYS : [key];
}
