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
  .field {
    display: flex;
    gap: 0 12px;
    margin-inline: -8px;
    padding: 3px 8px;
    border-radius: var(--_radius);
  }
  dt {
    flex: 5 1 0;
    min-inline-size: 0;
    padding-block: 4px;
  }
  dd {
    position: relative;
    flex: 8 1 0;
    min-inline-size: 0;
    display: flex;
    flex-wrap: wrap;
    gap: 0 4px;
    align-items: start;
  }
  .value {
    flex: 1;
    min-inline-size: 0;
    padding-block: 4px;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    white-space: pre-line;
  }
  .controls {
    display: flex;
    flex: none;
  }
  .is-copied {
    color: var(--_accent);
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
    /* An icon that is not seen is not there: each would be a layer of the page. */
    .pencil::before {
      content: none;
    }
    dd > .controls {
      position: absolute;
      inset-block-start: 0;
      inset-inline-end: 0;
    }
    :is(.field, .name):hover .pencil::before,
    :is(.controls, .name):focus-within .pencil::before {
      content: '';
    }
    .field:is(:hover, :focus-within) .pencil {
      background: var(--_hover);
    }
  }
  @container (inline-size < 340px) {
    .field {
      flex-direction: column;
    }
    .field > * {
      flex: none;
    }
    dt {
      padding-block: 4px 0;
    }
  }
  .find {
    inline-size: 100%;
    min-block-size: 32px;
    margin-block: 4px 8px;
    padding: 3px 8px;
    border: 1px solid var(--_muted);
    border-radius: calc(var(--_radius) * 0.75);
    background: none;
    font: inherit;
    color: inherit;
  }
  @media (pointer: coarse) {
    .find {
      min-block-size: 44px;
      font-size: max(1em, 16px);
    }
    .field dt,
    .value {
      padding-block: 12px;
    }
    @container (inline-size < 340px) {
      .field dt {
        padding-block: 8px 0;
      }
    }
  }
`;
