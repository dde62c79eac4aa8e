import { css } from 'lit';

/** What is seen of a row only while it is in use. */
export const activeRowsStyles = css`
  .is-copied {
    color: var(--_accent);
  }
  /* Beside the pencil, over the end of the value. */
  .pencil.beside {
    margin-inline: calc(-2 * var(--_tap)) var(--_tap);
  }
  .icon-plus::before {
    clip-path: path('M9.25 4h1.5v5.25h5.25v1.5h-5.25v5.25h-1.5v-5.25h-5.25v-1.5h5.25z');
  }
  .pencil.is-second {
    margin-inline: calc(-3 * var(--_tap)) calc(2 * var(--_tap));
  }
  /* What undoes an edit stands there, for some seconds. */
  dd:has(> .saved) > .is-second {
    display: none;
  }
  /* A row has one button where a finger presses it. */
  @media (hover: none) {
    .pencil.beside {
      display: none;
    }
  }
  /* Suggested by a language model, and changed by nobody since. */
  .value:has(+ .suggested)::after {
    content: ' ✦' / '';
    color: var(--_accent);
  }
  .code:hover {
    color: var(--_color);
    text-decoration: underline dotted;
  }
  /* The tick behind what has been copied takes no room. */
  .code::before {
    order: 1;
    margin-inline-end: -20px;
    scale: 0.8;
  }
`;
