import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { getValue } from '../../core/contact.js';
import type { FieldDefinition } from '../../core/field-definition.js';
import { groupOf } from '../definitions.js';
import type { EditedField, Editing } from '../editing/editing.js';
import type { Handlers } from '../panel.js';
import type { View } from '../view.js';
import { fieldRow, isEmpty } from './field-row.js';
import { fieldSearch, isSought } from './field-search.js';

/** What the panel remembers of the list beside the contact. */
export interface FieldListState {
  /** What is typed to find a field. */
  readonly query: string;
  /** Key of the field whose value has just been copied. */
  readonly copied: string | undefined;
}

interface Row {
  readonly definition: FieldDefinition;
  readonly edited: EditedField | undefined;
}

/** From how many fields on there is a way to find one. */
const MANY = 20;

/** The fields, group by group, and where there are many of them a way to find one. */
export function fieldList(view: View, on: Handlers, editing: Editing | undefined, state: FieldListState): TemplateResult {
  const hasSearch = view.definitions.length >= MANY;
  const query = hasSearch ? state.query : '';
  const rows = rowsFor(query, view, editing);
  const groups = new Set(rows.map(({ definition }) => groupOf(definition)));
  return html`<div
    class="fields"
    part="fields"
    @click=${on.pressField}
    @pointerover=${on.hintEditing}
    @focusin=${on.hintEditing}
  >
    ${hasSearch ? fieldSearch(view, on, query, rows.length > 0) : nothing}
    ${[...groups].map((group) => {
      const ofGroup = rows.filter(({ definition }) => groupOf(definition) === group);
      return section(group, ofGroup, query !== '', view, on, state);
    })}
  </div>`;
}

/** The fields there are to see of those that are looked for. */
export function rowsFor(query: string, view: View, editing: Editing | undefined): readonly Row[] {
  return view.definitions
    .filter((definition) => isSought(definition, query, view))
    .map((definition) => ({ definition, edited: editing?.renderField(definition, view) }))
    .filter((row) => isShown(row, view));
}

/** One group of fields under its title, by which it folds; without a title, just the fields. */
function section(
  group: string,
  rows: readonly Row[],
  isSearching: boolean,
  view: View,
  on: Handlers,
  state: FieldListState,
): TemplateResult {
  const rendered = rows.map(({ definition, edited }) =>
    fieldRow(definition, view, on, edited, state.copied === definition.key),
  );
  const list = html`<dl>${rendered}</dl>`;
  if (!group) return list;
  const isOpen = isSearching || !view.collapsedGroups.includes(group) || rows.some(({ edited }) => edited !== undefined);
  const onToggle = ({ currentTarget }: Event) => {
    const { open } = currentTarget as HTMLDetailsElement;
    // What the panel itself has set is known already.
    if (open !== isOpen) on.toggleGroup(group, !open);
  };
  return html`<details class="group" part="group" .open=${live(isOpen)} @toggle=${onToggle}>
    <summary part="group-title">${group}</summary>
    ${list}
  </details>`;
}

function isShown({ definition, edited }: Row, { contact, hideEmpty }: View): boolean {
  return !hideEmpty || edited !== undefined || !isEmpty(getValue(contact, definition.key), definition);
}
