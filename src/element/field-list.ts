import type { FieldDefinition } from '../core/fields.js';
import { fold } from '../core/fold.js';
import { make, setAttribute, setText } from '../fields/make.js';
import { groupOf, labelOf } from './definitions.js';
import { FieldRow } from './field-row.js';
import type { View } from './panel.js';
import { Rows } from './rows.js';

/** From how many fields on there is a way to find one. */
const MANY = 20;

/** The fields, group by group, and where there are many of them an input that finds one. */
export class FieldList {
  readonly element: HTMLElement;
  readonly #find = make('input', { type: 'search', class: 'find', part: 'find-field', autocomplete: 'off' });
  readonly #none = make('p', { class: 'nothing', 'aria-live': 'polite' });
  readonly #groups = make('div');
  readonly #sections = new Rows(this.#groups, () => new FieldSection((group, isCollapsed) => this.#onFold(group, isCollapsed)));
  readonly #onFold: (group: string, isCollapsed: boolean) => void;
  #view: View | undefined;

  constructor(onFold: (group: string, isCollapsed: boolean) => void) {
    this.#onFold = onFold;
    this.element = make('div', { class: 'fields', part: 'fields' }, this.#find, this.#groups, this.#none);
    this.#find.addEventListener('input', () => this.#view && this.update(this.#view));
    this.#find.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !this.#find.value) return;
      event.preventDefault();
      event.stopPropagation();
      this.#find.value = '';
      if (this.#view) this.update(this.#view);
    });
  }

  update(view: View): void {
    const { definitions, messages } = view;
    if (this.#view?.contact.id !== view.contact.id) this.#find.value = '';
    this.#view = view;
    this.#find.hidden = definitions.length < MANY;
    setAttribute(this.#find, 'aria-label', messages.findField);
    setAttribute(this.#find, 'placeholder', messages.findField);
    const query = fold(this.#find.value);
    const sought = definitions.filter((definition) => fold(labelOf(definition, view)).includes(query));
    const groups = [...new Set(sought.map(groupOf))];
    const sections = groups.map((group) => ({
      group,
      fields: sought.filter((field) => groupOf(field) === group),
      isSought: query !== '',
    }));
    this.#sections.update(sections, view);
    setText(this.#none, sought.length ? '' : messages.noFields);
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
