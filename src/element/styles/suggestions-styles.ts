import { css } from 'lit';

/** The lists of suggestions. */
export const suggestionsStyles = css`
  /* The list scrolls, not what is around it: assistive technology expects it of the list a combobox controls. */
  [role='listbox'] {
    overflow: auto;
    max-block-size: min(calc(var(--_available, 100vb) - 10px), 24em);
  }
  [role='listbox']:empty,
  .note:empty {
    display: none;
  }
  .note {
    margin: 0;
    padding: 6px 10px;
    color: var(--_muted);
  }
  .option,
  .create {
    min-block-size: 32px;
    padding: 6px 10px;
    border-radius: calc(var(--_radius) * 0.75);
    cursor: pointer;
  }
  .create {
    position: sticky;
    inset-block-end: 0;
    background: var(--_background);
    color: var(--_accent);
    font-weight: 500;
  }
  .option .tag {
    min-block-size: 24px;
  }
  .option .help {
    display: block;
    color: var(--_muted);
    font-size: 0.9286em;
  }
  .question {
    color: var(--_muted);
    font-size: 0.9286em;
  }
  .question .tag {
    margin-inline: 4px;
  }
  [aria-current] {
    font-weight: 600;
  }
  :is(.option, .create):hover {
    background: var(--_hover);
  }
  .active {
    outline: 2px solid transparent;
    outline-offset: -2px;
    background: var(--_hover);
  }
  @media (pointer: coarse) {
    .option,
    .create {
      min-block-size: 44px;
      padding-block: 12px;
    }
  }
`;
