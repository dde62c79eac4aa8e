import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { keepInside } from '../inner-events.js';

/** What the panel says of itself, whatever it shows. */
export interface FrameState {
  readonly isLoading: boolean;
  /** BCP 47 tag of the language that the texts are in, where the page around is in another one. */
  readonly lang: string | symbol;
  /** What names the panel where no contact does. */
  readonly label: string | symbol;
  /** What screen readers are told. */
  readonly said: unknown;
  /** Called when the pointer or the focus enters something. */
  readonly onHint?: (event: Event) => void;
  readonly onKey?: (event: KeyboardEvent) => void;
}

/** The panel around a contact, or around what stands in its place. */
export function frame(content: TemplateResult, { isLoading, label, lang, said, onHint, onKey }: FrameState): TemplateResult {
  return html`<div
    id="panel"
    class="panel"
    part="panel"
    role="group"
    tabindex="-1"
    lang=${lang}
    aria-busy=${isLoading ? 'true' : nothing}
    aria-label=${label}
    aria-labelledby=${label === nothing ? 'name' : nothing}
    @pointerover=${onHint}
    @focusin=${onHint}
    @beforeinput=${keepInside}
    @input=${keepInside}
    @change=${keepInside}
    @keydown=${onKey}
    @keypress=${keepInside}
    @keyup=${keepInside}
  >
    <slot name="header"></slot>
    ${content}
    <slot name="footer"></slot>
    <div id="status" class="hidden" role="status" aria-atomic="false">${said}</div>
  </div>`;
}
