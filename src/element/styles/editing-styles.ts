import { css, unsafeCSS } from 'lit';
import { shapesOf } from './icons-styles.js';

/** A clock, and a triangle with an exclamation mark; they come with the code that shows them. */
export const markShapes = unsafeCSS(
  shapesOf({
    waiting:
      'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 1 0 0-15zM10 4a6 6 0 1 1 0 12 6 6 0 1 1 0-12zM9.25 6v4.5l3 2.4.95-1.15-2.45-1.95v-3.8z',
    failed: 'M10 2.5l8 14.5h-16zM10 5.6l-5.5 9.9h11zM9.25 8.5h1.5v3.8h-1.5zM9.25 13.2h1.5v1.5h-1.5z',
  }),
);

/** Open editors, and what is said of the last edit. */
export const editingStyles = css`
  .notes {
    flex: 1 0 100%;
    min-inline-size: 0;
  }
  /* A notice is as wide as its row: where that has two columns, it begins under the label. */
  .field:has(.notes) {
    container-type: inline-size;
  }
  .field .notes {
    --_label: clamp(0px, (100cqi - 18.2em - 12px) * 999, 62.5% + 12px);
    flex-basis: calc(100% + var(--_label));
    margin-inline-start: calc(-1 * var(--_label));
  }
  /* An editor lies over the value, which keeps its place: nothing below moves. */
  .is-open dd {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .is-open dd > * {
    grid-area: 1 / 1;
  }
  .is-open dd > :not(.editor, .notes),
  .is-open :is(.name, .facts) {
    visibility: hidden;
  }
  .is-open dd > .notes {
    grid-row: 2;
  }
  .editor {
    --_least: 80px;
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
    flex: 1 1 13.7em;
    gap: 4px 8px;
    grid-template-columns: repeat(auto-fit, minmax(min(6.3em, 100%), 1fr));
  }
  .editor .label {
    display: block;
    font-size: 0.8571em;
  }
  .editor > :is(input, textarea) {
    flex: 1 1 var(--_least);
    min-inline-size: 0;
  }
  /* An address needs its line; what it is for stands below. */
  .editor > input:has(~ input) {
    flex-basis: 100%;
  }
  .editor:has(> input ~ input) {
    row-gap: 4px;
  }
  .editor-notes .button {
    margin-block-start: 4px;
  }
  /* Under it opens its list, which would cover buttons that lie there. */
  .editor > [role='combobox'] {
    flex-basis: 60px;
  }
  .editor > [type='date'] {
    flex-basis: 7.5em;
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
  .editor > :is(input, textarea),
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
  .editor :is(input, textarea):focus-visible {
    border-color: transparent;
    outline-offset: -1px;
    /* Over the buttons that have wrapped below it. */
    z-index: 1;
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
    min-inline-size: 6.9em;
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
  /* The control says itself that it is required: here the mark is for the eyes only. */
  .is-open:has(:required, [aria-required='true']) dt::after,
  .name-parts > :has(:required, [aria-required='true']) .label::after {
    content: '\\a0*' / '';
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
  /* The edits that wait: a line at the end of the panel that stays in sight, and a mark in each place. */
  .summary {
    position: sticky;
    inset-block-end: 0;
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: center;
    justify-content: space-between;
    margin-block-start: 12px;
    padding-block: 8px;
    border-block-start: 1px solid var(--_border);
    background: var(--_background);
  }
  /* What has the focus is scrolled to where that line does not cover it. */
  .fields:has(~ .summary) :is(a, button, input, textarea),
  .tags:has(~ .summary) :is(a, button, input) {
    scroll-margin-block-end: 120px;
  }
  .summary p {
    flex: 1 1 12em;
  }
  .summary .buttons {
    margin: 0;
  }
  .unsaved {
    display: contents;
  }
  /* At the end of the label, or of its line: it covers no value. */
  .mark {
    position: absolute;
    inset-block-start: 3px;
    inset-inline: min(
        100% - 8px - var(--_tap),
        max((100% - 28px) * 5 / 13 + 8px - var(--_tap) / 2, (18.2em + 28px - 100%) * 999)
      )
      auto;
    background: var(--_background) content-box;
  }
  .field:hover .mark {
    background: var(--_hover) content-box;
  }
  .mark.icon-failed {
    color: var(--_danger);
  }
  .title .mark {
    inset-block: auto calc(0.65em - var(--_tap) / 2);
    inset-inline: auto 0;
  }
  .tags .mark {
    inset-block-start: calc(22px - var(--_tap) / 2);
    inset-inline: auto var(--_space);
  }
  .tags > .unsaved ~ .saved {
    margin-inline-end: var(--_tap);
  }
  /* Over what comes next, and only for who goes to the mark: it would be in the way of the next row. */
  .details {
    position: absolute;
    z-index: 3;
    inset-block-start: 100%;
    inset-inline: 0;
    visibility: hidden;
    background: var(--_background);
    border-radius: var(--_radius);
    box-shadow: 0 4px 16px rgb(0 0 0 / 0.16);
  }
  .tags .details {
    inset-inline: var(--_space);
  }
  .unsaved:is(:hover, :focus-within) .details {
    visibility: visible;
  }
  .details .notice {
    margin: 0;
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
  /* Over the end of the value, beside the controls of its row. */
  dd:has(> .value ~ .saved) {
    position: relative;
  }
  .saved {
    position: absolute;
    display: flex;
    align-items: center;
    max-inline-size: 100%;
    block-size: var(--_tap);
    padding-inline-start: 8px;
    border-radius: calc(var(--_radius) * 0.75);
    /* One line high, which is less than a finger needs. */
    background: linear-gradient(var(--_ground, var(--_background)) 0 0) 0 / 100% calc(1lh + 4px) no-repeat;
    color: var(--_muted);
    font-size: 0.9286em;
    white-space: nowrap;
  }
  /* It covers the end of the value, and of that nothing is left beside it; the buttons of the row stand on it. */
  dd > .saved {
    inset-block-start: 0;
    inset-inline-end: 0;
    padding-inline-end: calc(var(--_tap) * 2);
    pointer-events: none;
  }
  .saved > .undo {
    pointer-events: auto;
  }
  dd:has(> .saved) > .pencil {
    position: relative;
    z-index: 1;
  }
  /* Where the value is a row of options, over the label: all of them can still be pressed. */
  .options ~ .saved {
    inset-block-start: 3px;
    inset-inline: 0 auto;
    padding-inline-end: 0;
    max-inline-size: min(100%, max(38.5% + 8px, (24.9em - 100%) * 999));
  }
  .title > .saved {
    inset-block: auto calc(0.65em - var(--_tap) / 2);
    inset-inline: -8px auto;
  }
  .tags > .saved {
    inset-block-start: calc(22px - var(--_tap) / 2);
    inset-inline-end: var(--_space);
    max-inline-size: 80%;
  }
  .saved > span::after {
    content: ' ·' / '';
  }
  .undo {
    display: flex;
    gap: 6px;
    align-items: center;
    min-inline-size: var(--_tap);
    block-size: 100%;
    padding: 0 8px;
    border: 0;
    border-radius: inherit;
    background: none;
    color: var(--_accent);
    font-weight: 500;
  }
  .undo span {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .undo:hover {
    text-decoration: underline;
  }
  .field:hover .saved {
    --_ground: var(--_hover);
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
    dd > .saved {
      padding-inline-end: calc(var(--_tap) - 12px);
    }
  }
  @media (pointer: coarse) {
    .editor {
      --_least: 120px;
    }
    .editor > :is(input, textarea),
    .name-parts input,
    .choice {
      min-block-size: 44px;
      font-size: max(1em, 16px);
    }
  }
`;
