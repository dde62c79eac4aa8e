import { css } from 'lit';

/** The ground of the panel: tokens, controls, focus. Tokens are read here, with their defaults, and declared nowhere. */
export const baseStyles = css`
  :host {
    display: block;
    contain: inline-size;
    /* How wide it is where the page lets its content decide, as a dialog does. */
    contain-intrinsic-inline-size: 320px;
    isolation: isolate;
    min-inline-size: 0;
    writing-mode: horizontal-tb !important;
    /* What em means in the panel: the reader's own size of text, whatever the page says of its root or of all elements. */
    font: medium system-ui !important;
  }
  /* A change in one panel is laid out and painted there, not in a thousand others. Slotted content of the host's may reach out of it. */
  :host(:empty) {
    contain: layout paint inline-size;
    overflow-clip-margin: 32px;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  .panel {
    /* What the page says of its own texts, and all that is inherited, ends here; but not how it is used, and the language. */
    all: initial;
    color-scheme: inherit;
    cursor: inherit;
    pointer-events: inherit;
    visibility: inherit;
    -webkit-locale: inherit;
    -webkit-text-size-adjust: 100%;
    -webkit-user-select: text;
    display: block;
    inline-size: 100%;
    --_color: var(--contact-details-color, light-dark(#1b1f27, #e9ebf0));
    --_muted: var(--contact-details-muted-color, light-dark(#5a6170, #a2a9b8));
    --_background: var(--contact-details-background, light-dark(#fff, #181b21));
    --_border: var(--contact-details-border-color, light-dark(#e2e5eb, #2d323c));
    /* The edges of controls, which must be seen; lines between things may be fainter. */
    --_edge: color-mix(in srgb, var(--_muted) 75%, var(--_background));
    --_accent: var(--contact-details-accent-color, light-dark(#2457d6, #8fb0ff));
    --_on-accent: var(--contact-details-on-accent-color, light-dark(#fff, #0c1220));
    --_danger: var(--contact-details-danger-color, light-dark(#b42318, #ff9a90));
    --_hover: var(--contact-details-hover-background, light-dark(#f2f4f8, #232730));
    --_radius: var(--contact-details-radius, 8px);
    --_space: var(--contact-details-space, 16px);
    --_avatar: var(--contact-details-avatar-size, 56px);
    --_tap: 28px;
    box-sizing: border-box;
    padding-block: var(--_space);
    font: var(--contact-details-font, 400 0.875em/1.45 system-ui, sans-serif);
    color: var(--_color);
    background: var(--_background);
    overflow-wrap: anywhere;
  }
  .panel > :not(slot, .hidden, .popup) {
    padding-inline: var(--_space);
  }
  :focus-visible {
    outline: 2px solid var(--contact-details-focus-color, var(--_accent));
    outline-offset: 1px;
  }
  * {
    box-sizing: border-box;
  }
  p,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ul {
    list-style: none;
  }
  /* A text in another script begins where the texts around it begin. */
  bdi {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  button {
    font: inherit;
    color: inherit;
    cursor: pointer;
  }
  a {
    color: var(--_accent);
    padding-block: 4px;
  }
  .quiet,
  .tag-remove {
    flex: none;
    inline-size: var(--_tap);
    block-size: var(--_tap);
    padding: calc((var(--_tap) - 20px) / 2);
    border: 0;
    border-radius: calc(var(--_radius) * 0.75);
    background: none;
    color: var(--_muted);
  }
  .quiet:hover,
  .tag-remove:hover {
    background: var(--_hover);
    color: var(--_color);
  }
  .button {
    min-block-size: 32px;
    padding: 4px 12px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_background);
    font-weight: 500;
  }
  .button:hover {
    background: var(--_hover);
  }
  /* What is typed in without an editor. */
  .find,
  #tag-input {
    min-block-size: 32px;
    padding: 0 8px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: none;
    font: inherit;
    color: inherit;
  }
  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .hidden {
    inline-size: 1px;
    block-size: 1px;
    margin-block-end: -1px;
    overflow: clip;
    color: transparent;
    white-space: nowrap;
  }
  .avatar {
    display: grid;
    flex: none;
    place-items: center;
    overflow: clip;
    inline-size: var(--_avatar);
    block-size: var(--_avatar);
    border-radius: 50%;
    color: #fff;
    font-size: calc(var(--_avatar) * 0.36);
    font-weight: 600;
    line-height: 1;
  }
  .avatar:has(img) {
    position: relative;
  }
  .avatar img {
    position: absolute;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .problem {
    color: var(--_danger);
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation-duration: 0s !important;
      transition: none !important;
    }
  }
  @media (pointer: coarse) {
    .panel {
      --_tap: 44px;
    }
    .button,
    .find,
    #tag-input {
      min-block-size: 44px;
    }
    .find,
    #tag-input {
      font-size: max(1em, 16px);
    }
  }
`;
