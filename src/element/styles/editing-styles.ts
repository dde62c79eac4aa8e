import { css } from 'lit';

/** Open editors, and what is said of the last edit. */
export const editingStyles = css`
  .editor,
  .notes {
    flex: 1 0 100%;
    min-inline-size: 0;
  }
  .editor {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    align-items: start;
  }
  .editor > .problem,
  .editor > .help {
    flex: 1 0 100%;
  }
  .name-parts {
    display: grid;
    flex: 1 1 10rem;
    gap: 8px;
    grid-template-columns: repeat(auto-fit, minmax(min(8rem, 100%), 1fr));
  }
  .editor .label {
    display: block;
    font-size: 0.8571em;
  }
  .editor > :is(input, select, textarea) {
    flex: 1;
    min-inline-size: 6rem;
  }
  .name-parts input {
    inline-size: 100%;
  }
  .editor > :is(input, select, textarea),
  .name-parts input {
    min-block-size: 32px;
    padding: 3px 8px;
    border: 1px solid var(--_muted);
    border-radius: calc(var(--_radius) * 0.75);
    background: var(--_background);
    font: inherit;
    color: inherit;
  }
  .editor textarea {
    resize: vertical;
  }
  .editor :is(input, select, textarea):focus-visible {
    border-color: transparent;
    outline-offset: -1px;
  }
  .editor [aria-invalid] {
    border-color: var(--_danger);
  }
  .editor > textarea {
    flex-basis: 100%;
  }
  .editor > [type='datetime-local'] {
    min-inline-size: min(13rem, 100%);
  }
  .choices {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    gap: 4px 16px;
    min-inline-size: 6rem;
    padding-block: 4px;
  }
  .choice {
    display: flex;
    gap: 6px;
    align-items: center;
    min-block-size: 24px;
  }
  .choice input {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--_accent);
  }
  .editor-buttons {
    display: flex;
    gap: 4px;
    padding-block-start: 2px;
  }
  .name-parts + .editor-buttons {
    align-self: end;
    padding-block-end: 2px;
  }
  .confirm {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .confirm:hover {
    background: color-mix(in srgb, var(--_accent) 85%, var(--_color));
    color: var(--_on-accent);
  }
  .is-open dt {
    padding-block-start: 6px;
  }
  .name + .editor {
    margin-block-end: 8px;
  }
  .is-saving .value::after,
  .is-saving .options::after {
    content: ' …' / '';
    align-self: center;
  }
  .notice.is-quiet {
    border-color: var(--_muted);
    background: var(--_hover);
  }
  .notice strong {
    display: block;
    font-weight: 600;
  }
  .undo {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    min-block-size: var(--_tap);
    margin-inline-start: -8px;
    padding: 2px 8px;
    border: 0;
    border-radius: calc(var(--_radius) * 0.75);
    background: none;
    color: var(--_muted);
    font-size: 0.9286em;
    text-align: start;
  }
  .undo:hover {
    background: var(--_hover);
    color: var(--_color);
  }
  .undo::before {
    scale: 0.8;
  }
  .problem,
  .help {
    font-size: 0.9286em;
  }
  .help {
    color: var(--_muted);
  }
  .editor > .help:empty {
    margin-block-start: -4px;
  }
  @media (pointer: coarse) {
    .editor > :is(input, select, textarea),
    .name-parts input,
    .choice {
      min-block-size: 44px;
    }
    .editor .editor-buttons {
      padding-block: 0;
    }
  }
  /* An editor wants more room: the label stands above it sooner than above a value. */
  .is-open dt {
    flex-basis: 9.8em;
  }
  .is-open dd {
    flex-basis: 15.6em;
  }
`;
