import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

/** A button with an icon, whose listener is that of the place it is in: `command-button` is its part. */
export function rowButton(
  command: string,
  icon: string,
  name: string,
  description: string | typeof nothing = nothing,
): TemplateResult {
  // prettier-ignore
  return html`<button type="button" class="quiet pencil icon icon-${icon}" part="${command}-button" name=${command} aria-label=${name} aria-description=${description}></button>`;
}
