import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Handlers } from '../panel.js';
import type { View } from '../view.js';

/** The input that finds one of many fields by its label. */
export function fieldSearch({ messages }: View, on: Handlers, query: string): TemplateResult {
  const onKeydown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !query) return;
    event.preventDefault();
    on.findField('');
  };
  return html`<input
    type="search"
    class="find"
    part="find-field"
    autocomplete="off"
    enterkeyhint="search"
    data-1p-ignore
    data-bwignore
    data-form-type="other"
    data-lpignore="true"
    aria-label=${messages.findField}
    placeholder=${messages.findField}
    .value=${query}
    @input=${({ target }: Event) => on.findField((target as HTMLInputElement).value)}
    @keydown=${onKeydown}
  />`;
}
