import { css } from 'lit';

/** What everything that opens over the panel looks like. */
export const popupStyles = css`
  .popup {
    position: fixed;
    inset: auto;
    margin: 0;
    overflow: auto;
    max-block-size: var(--_available);
    padding: 4px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_background);
    color: var(--_color);
    box-shadow:
      0 8px 24px rgb(0 0 0 / 0.16),
      0 1px 4px rgb(0 0 0 / 0.12);
  }
`;
