import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { getValue } from '../../core/contact.js';
import type { FieldDefinition } from '../../core/field-definition.js';
import { groupOf, isEmpty } from '../definitions.js';
import type { EditedField, Editing } from '../editing/editing.js';
import type { Handlers } from '../panel.js';
import type { ActiveRows } from '../rows/active-rows.js';
import type { View } from '../view.js';
import { fieldRow } from './field-row.js';
import { fieldSearch, isSought } from './field-search.js';

/** What the panel remembers of the list beside the contact. */
export interface FieldListState {
  /** What is typed to find a field. */
  readonly query: string;
  /** The rows in use, once their code is there. */
  readonly rows: ActiveRows | undefined;
}

interface Row {
  readonly definition: FieldDefinition;
  readonly edited: EditedField | undefined;
}

/** From how many fields on there is a way to find one. */
const MANY = 20;

/** The fields, group by group, and where there are many of them a way to find one. */
export function fieldList(view: View, on: Handlers, editing: Editing | undefined, state: FieldListState): TemplateResult {
  const { definitions } = view;
  const hasSearch = definitions.length >= MANY;
  const isSearching = hasSearch && state.query !== '';
  const sought = isSearching ? definitions.filter((definition) => isSought(definition, state.query, view)) : definitions;
  const rows = sought.map((definition) => ({ definition, edited: editing?.renderField(definition, view) }));
  const groups = new Set(sought.map(groupOf));
  return html`<div
    class="fields"
    part="fields"
    @click=${on.pressField}
    @keydown=${on.pressKey}
    @pointerover=${on.enterRow}
    @pointerleave=${on.leaveRow}
    @focusin=${on.enterRow}
    @focusout=${on.leaveRow}
  >
    ${hasSearch ? fieldSearch(view, on, state.query, sought.length > 0) : nothing}
    ${[...groups].map((group) => {
      const ofGroup = rows.filter(({ definition }) => groupOf(definition) === group);
      return section(group, ofGroup, isSearching, view, on, state);
    })}
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
): TemplateResult | typeof nothing {
  const shown = rows.filter((row) => isShown(row, view));
  if (!shown.length) return nothing;
  const rendered = shown.map(({ definition, edited }) => {
    const { key } = definition;
    return fieldRow(definition, view, on, {
      edited,
      beside: state.rows?.renderBeside(definition, view) ?? nothing,
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
  return html`<details class="group" part="group" .open=${live(isOpen)} @toggle=${onToggle}>
    <summary part="group-title" @click=${onClick}>${group}</summary>
    ${list}
  </details>`;
}

function isShown({ definition, edited }: Row, { contact, hideEmpty }: View): boolean {
  return !hideEmpty || edited !== undefined || !isEmpty(getValue(contact, definition.key), definition);
}
