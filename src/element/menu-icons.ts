import { html } from 'lit';
import type { TemplateResult } from 'lit';

const PATHS = {
  messages: 'M3 4h14v9.5H8.5L5 16.5v-3H3zM6.5 7.5h7M6.5 10.5h4.5',
  trash: 'M4 6h12M8 6V4h4v2M5.5 6l.8 10.5h7.4L14.5 6M8.5 9v5M11.5 9v5',
} as const;

/** The icons that only the menu needs, drawn like those of `icons.ts`. */
export function renderMenuIcon(name: keyof typeof PATHS): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d=${PATHS[name]} /></svg>`;
}
