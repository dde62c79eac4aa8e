import { css } from 'lit';
import { popupStyles } from './popup-styles.js';

/** What only a tag's description needs. */
export const styles = css`
  ${popupStyles}
  .tooltip {
    max-inline-size: min(18rem, calc(100vi - 16px));
    padding: 6px 10px;
    font-size: 0.9286em;
  }
`;
