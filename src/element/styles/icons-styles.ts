import { css, unsafeCSS } from 'lit';
import { CHANNEL_ICONS, ICONS, PAINTED_ICONS } from '../reading/icons.js';

/** The shape that the pseudo-element of an icon is clipped to. The paths are constants of this package. */
const shapes = Object.entries({ ...ICONS, ...CHANNEL_ICONS })
  .map(([name, path]) => `.icon-${name}::before { clip-path: path(evenodd, '${path}'); }`)
  .join('');

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

/** One rule for each icon. */
export const iconShapes = unsafeCSS(shapes + paintings);
