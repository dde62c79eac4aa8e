import type { FieldDefinition } from '../core/field-definition.js';
import { make, setText } from '../fields/make.js';
import { groupOf } from './definitions.js';
import { FieldRow } from './field-row.js';
import type { View } from './panel.js';
import { Rows } from './rows.js';

/** The fields, group by group, and where there are many of them a way to find one. */
export class FieldList {
  readonly element: HTMLElement;
  /** Where the way to find a field is drawn. */
  readonly #find = make('div');
  readonly #groups = make('div');
  readonly #sections: Rows<Section, View>;

  constructor(onFold: (group: string, isCollapsed: boolean) => void) {
    this.element = make('div', { class: 'fields', part: 'fields' }, this.#find, this.#groups);
    this.#sections = new Rows(this.#groups, () => new FieldSection(onFold));
  }

  update(view: View): void {
    const { definitions, find } = view;
    this.#find.hidden = !find;
    find?.draw(this.#find, view);
    const sought = find?.isSearching ? definitions.filter((definition) => find.isSought(definition, view)) : definitions;
    const sections = [...new Set(sought.map(groupOf))].map((group) => ({
      group,
      fields: sought.filter((field) => groupOf(field) === group),
      isSought: find?.isSearching ?? false,
    }));
    this.#sections.update(sections, view);
  }
}

interface Section {
  /** Its title; an empty text for the fields above all groups. */
  readonly group: string;
  readonly fields: readonly FieldDefinition[];
  /** Whether its fields are what somebody looks for. */
  readonly isSought: boolean;
}

/** One group of fields under its title, by which it folds. */
class FieldSection {
  readonly element: HTMLElement;
  readonly #title = make('summary', { part: 'group-title' });
  readonly #details = make('details', { class: 'group', part: 'group' }, this.#title);
  readonly #list = make('dl');
  readonly #rows: FieldRow[] = [];
  readonly #drawnRows = new Rows<FieldDefinition, View>(this.#list, (index) => (this.#rows[index] = new FieldRow()));
  #isOpen = true;

  constructor(onFold: (group: string, isCollapsed: boolean) => void) {
    this.element = make('div', {}, this.#details);
    this.#details.addEventListener('toggle', () => {
      const { open } = this.#details;
      // Only what a person did is told: what the panel sets it knows.
      if (open !== this.#isOpen) onFold(this.#title.textContent ?? '', !open);
    });
  }

  update({ group, fields, isSought }: Section, view: View): void {
    setText(this.#title, group);
    this.#drawnRows.update(fields, view);
    const rows = this.#rows.slice(0, fields.length);
    this.#isOpen = isSought || !view.collapsedGroups.includes(group) || rows.some(({ isBusy }) => isBusy);
    this.#details.open = this.#isOpen;
    this.#details.hidden = !group;
    this.element.hidden = rows.every(({ element }) => element.hidden);
    const place = group ? this.#details : this.element;
    if (this.#list.parentNode !== place) place.append(this.#list);
  }
}
