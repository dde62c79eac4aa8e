/** The fields, a row each. */
export const fieldsStyles = /* css */ `
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
  .field {
    display: grid;
    grid-template-columns: minmax(0, 5fr) minmax(0, 8fr);
    gap: 0 12px;
    margin-inline: -8px;
    padding: 3px 8px;
    border-radius: var(--_radius);
  }
  .field > * {
    min-inline-size: 0;
  }
  dt {
    padding-block: 4px;
  }
  dd {
    display: flex;
    flex-wrap: wrap;
    gap: 0 4px;
    align-items: start;
  }
  .value {
    flex: 1;
    min-inline-size: 0;
    padding-block: 4px;
    white-space: pre-line;
  }
  .controls {
    display: flex;
    flex: none;
  }
  .reason {
    flex: 1 0 100%;
    color: var(--_muted);
  }
  .options {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    margin-block: -2px;
  }
  .value:has(.options) + .controls {
    display: none;
  }
  .options button {
    min-block-size: var(--_tap);
    padding: 2px 6px;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 0.75);
    background: none;
  }
  .options [aria-pressed='true'] {
    border-color: currentcolor;
    background: var(--_hover);
    font-weight: 600;
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
    dd {
      position: relative;
    }
    .pencil {
      opacity: 0;
      transition: opacity 0.1s;
    }
    dd > .controls {
      position: absolute;
      inset-block-start: 0;
      inset-inline-end: 0;
    }
    dd > .controls > .pencil {
      background: var(--_hover);
    }
    :is(.field, .name):hover .pencil,
    .controls:focus-within .pencil,
    .pencil:focus-visible {
      opacity: 1;
    }
  }
  @container (inline-size < 340px) {
    .field {
      grid-template-columns: minmax(0, 1fr);
    }
    dt {
      padding-block: 4px 0;
    }
  }
`;
