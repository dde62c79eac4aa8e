import { html } from 'lit';
import type { TemplateResult } from 'lit';

const PATHS = {
  tick: 'M4 10.5l4 4 8-9',
  cross: 'M5 5l10 10M15 5L5 15',
  undo: 'M7 4L3.5 7.5 7 11M4 7.5h8a4 4 0 010 8H8',
} as const;

/** The icons that only editing needs, drawn like those of `icons.ts`. */
export function renderEditIcon(name: keyof typeof PATHS): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d=${PATHS[name]} /></svg>`;
}
