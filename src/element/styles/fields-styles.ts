import { css } from 'lit';

/** The fields, a row each. */
export const fieldsStyles = css`
  .nothing,
  .label,
  dt {
    color: var(--_muted);
  }
  dd .avatar {
    --_avatar: 24px;
    display: inline-grid;
    margin-inline-end: 6px;
    vertical-align: middle;
  }
  .fields {
    margin-block-start: 12px;
    padding-block: 8px;
    border-block: 1px solid var(--_border);
  }
  /* Where a panel is too narrow for two columns of these widths, the label stands above the value. */
  .field {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    margin-inline: -8px;
    padding: 3px 8px;
    border-radius: var(--_radius);
  }
  dt {
    flex: 5 1 7em;
    min-inline-size: 0;
    padding-block-start: 4px;
  }
  dd {
    flex: 8 1 11.2em;
    min-inline-size: 0;
    min-block-size: var(--_tap);
    display: flex;
    flex-wrap: wrap;
    align-items: start;
  }
  .value {
    flex: 1 1 1em;
    min-inline-size: 0;
    padding-block: 4px;
    white-space: pre-line;
    unicode-bidi: plaintext;
  }
  /* A picture or a flag stands where lines begin, whatever the direction of the name after it. */
  .value:has(> .flag, > .avatar) {
    direction: inherit;
    unicode-bidi: isolate;
  }
  .reason {
    flex: 1 0 100%;
    color: var(--_muted);
  }
  .options {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  .options > button {
    min-block-size: var(--_tap);
    padding: 2px 6px;
    border: 1px solid var(--_edge);
    border-radius: calc(var(--_radius) * 0.75);
    background: none;
  }
  .options > [aria-pressed='true'] {
    border-color: currentcolor;
    background: var(--_hover);
    font-weight: 600;
  }
  @media (forced-colors: active) {
    .options > [aria-pressed='true'] {
      background: SelectedItem;
      color: SelectedItemText;
      forced-color-adjust: none;
    }
  }
  .add {
    padding-block: 4px;
    color: var(--_muted);
  }
  .add button {
    min-block-size: var(--_tap);
    padding: 0;
    padding-inline-end: 8px;
    border: 0;
    background: none;
    color: var(--_accent);
  }
  .group summary {
    margin-block-start: 8px;
    font-weight: 600;
    font-size: 0.9286em;
  }
  @media (hover: hover) {
    .field:hover {
      background: var(--_hover);
    }
    /* An icon that is not seen is not there: each would be a layer of the page. */
    .pencil::before {
      content: none;
    }
    /* They take no room from the value, and no press: they are shown over its end. */
    .pencil {
      margin-inline-start: calc(-1 * var(--_tap));
      pointer-events: none;
    }
    :is(.field:hover > dd, .field:focus-within > dd, .name:hover, .name:focus-within, .channel:hover, .channel:focus-within)
      > .pencil {
      background: var(--_hover);
      pointer-events: auto;
    }
    :is(.field:hover > dd, .field:focus-within > dd, .name:hover, .name:focus-within, .channel:hover, .channel:focus-within)
      > .pencil::before {
      content: '';
    }
    .value > a {
      display: inline-block;
      margin-block: -4px;
    }
    /*
     * A link ends before the pencil: neither takes the other's presses. A phone number, which gets its spaces late, needs its
     * whole line: it would wrap then, and move what stands below.
     */
    .value > a:not([href^='tel:']) {
      max-inline-size: calc(100% - var(--_tap));
    }
    /* Its outline is over the button beside it. */
    .pencil:focus-visible {
      z-index: 1;
    }
  }
  @media (hover: none) {
    .pencil {
      margin-inline-end: -12px;
    }
  }
  .find {
    inline-size: 100%;
    margin-block: 4px 8px;
  }
  /* A cross that is not seen is not there, either. */
  .find:placeholder-shown::-webkit-search-cancel-button {
    display: none;
  }
  @media (pointer: coarse) {
    .field dt {
      padding-block-start: 12px;
    }
    .value,
    .value a {
      padding-block: 12px;
    }
    .value a {
      display: inline-block;
      margin-block: -12px;
    }
  }
`;
