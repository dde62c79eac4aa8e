import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

const REGIONAL_INDICATOR_A = 0x1f1e6;
let canDraw: boolean | undefined;

/**
 * The flag of a country (ISO 3166-1 alpha-2) beside its name, so only for the eye. Where the platform has no flag emoji
 * (Windows), the two letters in a frame.
 */
export function renderFlag(country: string): TemplateResult | typeof nothing {
  const code = country.toUpperCase();
  if (!/^[A-Z]{2}$/.test(code)) return nothing;
  canDraw ??= canDrawFlags();
  if (!canDraw) return html`<span class="flag letters" part="flag" aria-hidden="true">${code}</span>`;
  const flag = String.fromCodePoint(...[...code].map((letter) => REGIONAL_INDICATOR_A + letter.charCodeAt(0) - 65));
  return html`<span class="flag" part="flag" aria-hidden="true">${flag}</span>`;
}

/** Draws a flag in black: only a colour font leaves other colours behind. */
function canDrawFlags(): boolean {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 16;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return false;
  context.font = '14px sans-serif';
  context.fillText('🇪🇸', 0, 13);
  const { data } = context.getImageData(0, 0, 16, 16);
  return data.some((channel, index) => index % 4 < 3 && channel > 40);
}
