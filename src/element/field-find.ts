import { css, html, nothing, render } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FieldDefinition } from '../core/field-definition.js';
import { foldText } from '../core/fold-text.js';
import { labelOf } from './definitions.js';
import { toEditView } from './edit-view.js';
import type { Panel, View } from './panel.js';

export const styles = css`
  .find {
    inline-size: 100%;
    min-block-size: 32px;
    margin-block: 4px 8px;
    padding: 3px 8px;
    border: 1px solid var(--_muted);
    border-radius: calc(var(--_radius) * 0.75);
    background: none;
    font: inherit;
    color: inherit;
  }
  @media (pointer: coarse) {
    .find {
      min-block-size: 44px;
    }
  }
`;

/** Finds one of many fields by its label. */
export class FieldFind {
  readonly #panel: Panel;
  #contactId = '';
  #query = '';

  constructor(panel: Panel) {
    this.#panel = panel;
  }

  /** Whether somebody looks for a field. */
  get isSearching(): boolean {
    return this.#query !== '';
  }

  /** Whether it is one of those looked for. */
  isSought(definition: FieldDefinition, view: View): boolean {
    return foldText(labelOf(definition, view)).includes(foldText(this.#query));
  }

  /** Draws the input; another contact's fields are not looked for by what was typed before. */
  draw(place: HTMLElement, reading: View): void {
    const view = toEditView(reading);
    const { contact, definitions, messages } = view;
    if (contact.id !== this.#contactId) this.#query = '';
    this.#contactId = contact.id;
    const isFound = definitions.some((definition) => this.isSought(definition, view));
    render(
      html`<input
          type="search"
          class="find"
          part="find-field"
          autocomplete="off"
          aria-label=${messages.findField}
          placeholder=${messages.findField}
          .value=${live(this.#query)}
          @input=${({ target }: Event) => this.#search((target as HTMLInputElement).value)}
          @keydown=${(event: KeyboardEvent) => this.#onKeydown(event)}
        />
        <p class="nothing" aria-live="polite">${isFound ? nothing : messages.noFields}</p>`,
      place,
    );
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.isSearching) return;
    event.preventDefault();
    event.stopPropagation();
    this.#search('');
  }

  #search(query: string): void {
    this.#query = query;
    this.#panel.requestUpdate();
  }
}

/** Makes the part; called when it has been loaded. */
export function create(panel: Panel): FieldFind {
  return new FieldFind(panel);
}
