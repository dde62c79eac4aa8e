import { html, nothing } from 'lit';
import type { Tag } from '../../core/contact.js';
import { ownValue } from '../../core/own-value.js';

const PALETTE: Readonly<Record<string, string>> = {
  gray: '#6b7280',
  red: '#dc2626',
  orange: '#ea580c',
  amber: '#d97706',
  yellow: '#ca8a04',
  green: '#16a34a',
  teal: '#0d9488',
  blue: '#2563eb',
  indigo: '#4f46e5',
  purple: '#9333ea',
  pink: '#db2777',
};

/** How a tag looks, wherever it is shown: its emoji, and its colour as a style. */
export function tagFace({ color, emoji }: Tag): { readonly mark: unknown; readonly style: unknown } {
  const css = tagColor(color);
  return {
    mark: emoji ? html`<span aria-hidden="true" .textContent=${emoji}></span>` : nothing,
    style: css === undefined ? nothing : `--_tag: ${css}`,
  };
}

/** The colour of a tag as CSS, if it is a palette name or `#rrggbb`; anything else is not let near a style. */
function tagColor(color: string | undefined): string | undefined {
  if (color === undefined) return undefined;
  if (/^#[\da-f]{6}$/i.test(color)) return color;
  return ownValue(PALETTE, color);
}
