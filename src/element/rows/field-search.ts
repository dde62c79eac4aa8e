import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { FieldDefinition } from '../../core/field-definition.js';
import { foldText } from '../../core/fold-text.js';
import { labelOf } from '../definitions.js';
import type { Panel } from '../panel.js';
import type { View } from '../view.js';

/** Finds some of many fields by their labels: what is typed, and of which contact. */
export class FieldSearch {
  readonly #panel: Panel;
  #contactId = '';
  #query = '';

  constructor(panel: Panel) {
    this.#panel = panel;
  }

  /** What is looked for among the fields of the contact shown; empty where nothing is. */
  queryFor({ contact }: View): string {
    return contact.id === this.#contactId ? this.#query : '';
  }

  /** Whether a field is one of those looked for; where nothing is, all of them are. */
  isSought(definition: FieldDefinition, view: View): boolean {
    return foldText(labelOf(definition, view)).includes(foldText(this.queryFor(view)));
  }

  /** Says that no field is one of those looked for. */
  renderNone({ messages }: View): TemplateResult {
    return html`<p class="nothing">${messages.noFields}</p>`;
  }

  /** Leaves the fields that are looked for, and says how many these are. */
  async find(query: string): Promise<void> {
    const { host, root, view } = this.#panel;
    this.#contactId = view.contact.id;
    this.#query = query;
    host.requestUpdate();
    await host.updateComplete;
    const { length } = root.querySelectorAll('.field');
    const { fieldsLeft, noFields } = view.messages;
    this.#panel.announceSoon(query && (length ? fieldsLeft(length) : noFields));
  }
}
