import { css, html, nothing, render } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import type { ElementPart } from 'lit/directive.js';
import type { TemplateResult } from 'lit';

const REGIONAL_INDICATOR_A = 0x1f1e6;

let drawFlag: ((country: string) => unknown) | undefined;

/** A drawn flag is as high as its text, in a frame: a white or black field would else end nowhere on a page of that colour. */
export const flagStyles = css`
  /* Its letters have a direction of their own; the gap after it is on the side of the name. */
  .flag {
    direction: inherit;
    margin-inline-end: 6px;
  }
  .flag svg {
    inline-size: 1.5em;
    block-size: 1em;
    border-radius: 2px;
    outline: 1px solid color-mix(in srgb, currentcolor 30%, transparent);
    vertical-align: -0.2em;
  }
  .letters {
    padding: 1px 3px;
    border: 1px solid color-mix(in srgb, currentcolor 30%, transparent);
    border-radius: 3px;
    font-size: 0.75em;
    font-weight: 600;
  }
`;

/**
 * The flag of a country (ISO 3166-1 alpha-2), hidden from assistive technology, as the name is beside it; nothing for what is
 * no country code. Windows has no flag emoji (but Firefox brings its own): there, the flag is drawn, and its two letters
 * stand in a frame until the drawing is there. Its `dir` keeps its letters from deciding the direction of the name.
 */
export function flag(country: string): TemplateResult | typeof nothing {
  const code = country.toUpperCase();
  if (!/^[A-Z]{2}$/.test(code)) return nothing;
  const hasFlags = !/Windows(?!.*Firefox)/.test(globalThis.navigator?.userAgent);
  return hasFlags
    ? html`<span class="flag" part="flag" dir="ltr" aria-hidden="true">${emoji(code)}</span>`
    : html`<span class="flag" part="flag" dir="ltr" aria-hidden="true" ${drawing(code)}></span>`;
}

function emoji(code: string): string {
  return String.fromCodePoint(...[...code].map((letter) => REGIONAL_INDICATOR_A + letter.charCodeAt(0) - 65));
}

/** Renders the drawing of a flag into its element; its letters until that has been loaded, and where there is none. */
class Drawing extends Directive {
  #code = '';

  override render(code: string): string {
    return code;
  }

  override update({ element }: ElementPart, [code]: [string]): void {
    if (code === this.#code) return;
    this.#code = code;
    const draw = () => {
      if (code === this.#code) render(drawFlag?.(code) ?? html`<span class="letters">${code}</span>`, element as HTMLElement);
    };
    draw();
    if (!drawFlag) loadDrawings().then(draw, () => undefined);
  }
}

const drawing = directive(Drawing);

async function loadDrawings(): Promise<void> {
  drawFlag ??= (await import('./flag-drawing.js')).drawFlag;
}
