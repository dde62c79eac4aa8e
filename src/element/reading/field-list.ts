import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { getValue } from '../../core/contact.js';
import { groupOf, isEditable, isEmpty, isPressable, labelOf } from '../definitions.js';
import type { EditedField, Editing } from '../editing/editing.js';
import type { RowDefinition } from '../definitions.js';
import type { Handlers } from '../panel.js';
import type { ActiveRows } from '../rows/active-rows.js';
import type { View } from '../view.js';
import { fieldRow } from './field-row.js';
import { fieldSearch } from './field-search.js';

/** What the panel remembers of the list beside the contact. */
export interface FieldListState {
  /** The rows in use, once their code is there. */
  readonly rows: ActiveRows | undefined;
}

interface Row {
  readonly definition: RowDefinition;
  readonly edited: EditedField | undefined;
}

/** More fields than these without a value are folded into one line, if the host wants that. */
const FEW = 4;

/** From how many fields on there is a way to find one. */
const MANY = 20;

/** The fields, group by group, and where there are many of them a way to find one. */
export function fieldList(view: View, on: Handlers, editing: Editing | undefined, state: FieldListState): TemplateResult {
  const hasSearch = view.definitions.length >= MANY;
  const search = hasSearch ? state.rows?.search : undefined;
  const query = search?.queryFor(view) ?? '';
  const sought = search ? view.definitions.filter((definition) => search.isSought(definition, view)) : view.definitions;
  const rows = sought
    .map((definition) => ({ definition, edited: editing?.renderField(definition, view) }))
    .filter((row) => isShown(row, view));
  const absent = view.foldEmpty && !query ? rows.filter((row) => isAbsent(row, view)) : [];
  const folded = absent.length > FEW ? absent : [];
  const unfolded = rows.filter((row) => !folded.includes(row));
  const groups = new Set(unfolded.map(({ definition }) => groupOf(definition)));
  return html`<div class="fields" part="fields" @click=${on.pressField}>
    ${hasSearch ? fieldSearch(view, on, query) : nothing} ${query && !rows.length ? search?.renderNone(view) : nothing}
    ${[...groups].map((group) => {
      const ofGroup = unfolded.filter(({ definition }) => groupOf(definition) === group);
      return section(group, ofGroup, query !== '', view, on, state);
    })}
    ${folded.length ? additions(folded, view) : nothing}
  </div>`;
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
  const rendered = rows.map(({ definition, edited }) => {
    const { key } = definition;
    return fieldRow(definition, view, {
      edited,
      beside: state.rows?.renderBeside(definition, view),
      provenance: state.rows?.provenanceOf(definition, view) ?? nothing,
      isCopied: state.rows?.copied === key,
    });
  });
  const list = html`<dl>${rendered}</dl>`;
  if (!group) return list;
  const isOpen = isSearching || !view.collapsedGroups.includes(group) || rows.some(({ edited }) => edited !== undefined);
  // The browser would toggle it now and say so later: what is drawn meanwhile would undo it.
  const onClick = (event: Event) => {
    event.preventDefault();
    on.toggleGroup(group, isOpen);
  };
  const onToggle = ({ currentTarget }: Event) => {
    const { open } = currentTarget as HTMLDetailsElement;
    // What the panel itself has set is known already; a page's search opens a group, too.
    if (open !== isOpen) on.toggleGroup(group, !open);
  };
  return html`<details class="group" part="group" .open=${isOpen} @toggle=${onToggle}>
    <summary part="group-title" lang=${view.valuesLang} @click=${onClick}>${group}</summary>
    ${list}
  </details>`;
}

/** The fields that are folded away for want of a value, each a word that opens its editor. Together they are one tab stop. */
function additions(rows: readonly Row[], view: View): TemplateResult {
  const { messages, valuesLang } = view;
  return html`<p class="add">
    ${messages.add}
    ${rows.map(({ definition }, index) => {
      const label = labelOf(definition, view);
      // prettier-ignore
      return html`<button type="button" name="edit" data-field=${definition.key} tabindex=${index ? -1 : 0} aria-label=${messages.addField(label)} lang=${definition.label ? valuesLang : nothing}>${label}</button>`;
    })}
  </p>`;
}

function isAbsent({ definition, edited }: Row, view: View): boolean {
  const isFree = !edited && isEditable(definition, view) && !isPressable(definition, view);
  return isFree && isEmpty(getValue(view.contact, definition.key), definition);
}

function isShown({ definition, edited }: Row, { contact, hideEmpty }: View): boolean {
  return !hideEmpty || edited !== undefined || !isEmpty(getValue(contact, definition.key), definition);
}
