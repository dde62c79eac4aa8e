import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages.js';

/** Key of the contact's id among what can be copied; no field can have it. */
export const ID_KEY = '#id';

/** Before the place of a channel, this is the key of its handle. */
export const CHANNEL_KEY = '#channel-';

/** A code that a press copies: the contact's id, the handle of a channel. `isStop`: whether it is reached by Tab. */
export function copyable(
  key: string,
  label: string,
  text: string,
  copied: string | undefined,
  messages: Messages,
  isStop: boolean,
): TemplateResult {
  // prettier-ignore
  return html`<button type="button" class=${copied === key ? 'code icon icon-tick is-copied' : 'code'} name="copy" data-field=${key} tabindex=${isStop ? 0 : -1} aria-label=${messages.copy(`${label} ${text}`)}><bdi dir="ltr" .textContent=${text}></bdi></button>`;
}
