import { css } from 'lit';

/** Open editors, and what is said of the last edit. */
export const editingStyles = css`
  .notes {
    flex: 1 0 100%;
    min-inline-size: 0;
  }
  /* An editor lies over the value, which keeps its place: nothing below moves. */
  .is-open dd {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .is-open dd > * {
    grid-area: 1 / 1;
  }
  .is-open dd > :not(.editor),
  .is-open :is(.name, .facts) {
    visibility: hidden;
  }
  .editor {
    --_least: 100px;
    position: relative;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    gap: 0 4px;
    align-items: start;
    align-content: start;
    align-self: start;
    min-inline-size: 0;
    scroll-margin-block: 8px calc(var(--_tap) + 8px);
  }
  .editor:focus-within {
    z-index: 2;
  }
  /* Of an editor of one line, all but that line lies over the rows below: the buttons where they find no room, and the help. */
  .editor.is-one-line {
    block-size: max(var(--_tap), 1lh + 8px);
  }
  /* What is typed stands where the value stood. */
  .is-open dd > .editor {
    margin-inline-start: -8px;
  }
  .editor-notes {
    flex: 1 0 100%;
  }
  .is-one-line .help:not(:empty) {
    margin-block-start: 2px;
    padding: 4px 8px;
    border-radius: calc(var(--_radius) * 0.75);
    background: var(--_background);
    box-shadow:
      0 2px 8px rgb(0 0 0 / 0.16),
      0 0 0 1px var(--_border);
  }
  .name-parts {
    display: grid;
    flex: 1 1 12rem;
    gap: 4px 8px;
    grid-template-columns: repeat(auto-fit, minmax(min(5.5rem, 100%), 1fr));
  }
  .editor .label {
    display: block;
    font-size: 0.8571em;
  }
  .editor > :is(input, select, textarea) {
    flex: 1 1 var(--_least);
    min-inline-size: 0;
  }
  /* Under it opens its list, which would cover buttons that lie there. */
  .editor > [role='combobox'] {
    flex-basis: 60px;
  }
  .editor > [type='date'] {
    flex-basis: 8.5em;
  }
  .editor > [type='datetime-local'] {
    flex-basis: 13.5em;
  }
  .unit {
    align-self: center;
    color: var(--_muted);
  }
  .name-parts input {
    inline-size: 100%;
  }
  .editor > :is(input, select, textarea),
  .name-parts input {
    block-size: calc(1lh + 8px);
    min-block-size: var(--_tap);
    padding: 3px 7px;
    border: 1px solid var(--_muted);
    border-radius: calc(var(--_radius) * 0.75);
    background: var(--_background);
    font: inherit;
    color: inherit;
  }
  .editor textarea {
    block-size: auto;
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
    margin-inline-start: auto;
  }
  .editor-buttons .quiet:not(.confirm, :hover) {
    background: var(--_background);
  }
  .name-parts + .editor-buttons {
    align-self: end;
  }
  .confirm {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .confirm:hover {
    background: color-mix(in srgb, var(--_accent) 85%, var(--_color));
    color: var(--_on-accent);
  }
  @media (forced-colors: active) {
    .confirm,
    .confirm:hover {
      background: Highlight;
      forced-color-adjust: none;
    }
    .confirm.icon::before {
      background: HighlightText;
    }
  }
  /* The name's editor is a card over the top of the panel. */
  .identity.is-open {
    position: relative;
  }
  .is-open > .title {
    position: static;
  }
  .title > .editor {
    position: absolute;
    z-index: 1;
    inset-block-start: -8px;
    inset-inline: -8px calc(var(--_tap) + 4px);
    align-content: center;
    min-block-size: calc(100% + 16px);
    gap: 4px;
    padding: 4px 8px 8px;
    border-radius: var(--_radius);
    background: var(--_background);
    box-shadow:
      0 2px 8px rgb(0 0 0 / 0.16),
      0 0 0 1px var(--_border);
  }
  /* What is said of an edit that goes well stands over the label, and moves nothing. */
  .is-saving dt::after {
    content: ' …' / '';
    position: absolute;
  }
  .notice.is-quiet {
    border-color: var(--_muted);
    background: var(--_hover);
  }
  .notice strong {
    display: block;
    font-weight: 600;
  }
  .field,
  .title,
  .tags {
    position: relative;
  }
  .undo {
    position: absolute;
    display: flex;
    gap: 6px;
    align-items: center;
    max-inline-size: 80%;
    block-size: var(--_tap);
    padding: 0 8px;
    border: 0;
    border-radius: calc(var(--_radius) * 0.75);
    background: var(--_background);
    color: var(--_accent);
    font-size: 0.9286em;
    text-align: start;
  }
  /* Over the label, which stands beside the value, or has a line of its own where the panel is too narrow for that. */
  dd > .undo {
    inset-block-start: 3px;
    inset-inline-start: 0;
    max-inline-size: min(100%, max(38.5% + 8px, (24.9em - 100%) * 999));
  }
  .title > .undo {
    inset-block: auto calc(0.65em - var(--_tap) / 2);
    inset-inline: -8px auto;
  }
  .tags > .undo {
    inset-block-start: calc(22px - var(--_tap) / 2);
    inset-inline-end: var(--_space);
  }
  .undo span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .undo:hover,
  .field:hover .undo {
    background: var(--_hover);
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
  .by-touch {
    display: none;
  }
  @media (hover: none) {
    .by-touch {
      display: block;
    }
    .is-open dd > .value {
      margin-inline-end: calc(var(--_tap) - 12px);
    }
  }
  @media (pointer: coarse) {
    .editor {
      --_least: 120px;
    }
    .editor > :is(input, select, textarea),
    .name-parts input,
    .choice {
      min-block-size: 44px;
      font-size: max(1em, 16px);
    }
  }
`;
