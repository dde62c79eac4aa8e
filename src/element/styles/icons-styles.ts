import { css, unsafeCSS } from 'lit';
import type { CSSResult } from 'lit';
import { CHANNEL_ICONS, ICONS } from '../reading/icons.js';

/** One rule for each icon: the shape that its pseudo-element is clipped to. The paths are constants of this package. */
export function iconShapes(icons: Readonly<Record<string, string>>): CSSResult {
  const rules = Object.entries(icons).map(([name, path]) => `.icon-${name}::before { clip-path: path(evenodd, '${path}'); }`);
  return unsafeCSS(rules.join('\n'));
}

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
    /* Only a system colour stays: any other one becomes that of the page, on which nothing of it is seen. */
    .icon::before {
      background: CanvasText;
    }
    button.icon::before {
      background: ButtonText;
    }
  }
  ${iconShapes({ ...ICONS, ...CHANNEL_ICONS })}
`;
