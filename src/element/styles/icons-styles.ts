import { css, unsafeCSS } from 'lit';
import { ICONS, PAINTED_ICONS } from '../reading/icons.js';

/** Clips the pseudo-element of each icon to its shape. The paths are constants of this package. */
export function shapesOf(icons: Readonly<Record<string, string>>): string {
  return Object.entries(icons)
    .map(([name, path]) => `.icon-${name}::before { clip-path: path(evenodd, '${path}'); }`)
    .join('');
}

const paintings = Object.entries(PAINTED_ICONS)
  .map(([name, background]) => `.icon-${name}::before { background: ${background}; }`)
  .join('');

/** Icons without a node of their own: a square in the colour of the text, clipped to a shape. */
export const iconsStyles = css`
  .icon::before {
    content: '';
    display: block;
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    background: currentcolor;
  }
  @media (forced-colors: active) {
    /* A background would become that of the page, on which nothing of it is seen. */
    .icon::before {
      color: CanvasText;
      forced-color-adjust: none;
    }
    button.icon::before {
      color: ButtonText;
    }
  }
`;

/** One rule for each icon at rest and in an editor. */
export const iconShapes = unsafeCSS(shapesOf(ICONS) + paintings);
