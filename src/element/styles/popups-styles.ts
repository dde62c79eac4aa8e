import { css, unsafeCSS } from 'lit';
import { MENU_ICONS } from '../popups/menu-icons.js';
import { shapesOf } from './icons-styles.js';

/** The menu, the dialog and the tooltip. */
export const popupsStyles = css`
  .menu {
    min-inline-size: 200px;
    max-inline-size: min(320px, calc(100vi - 16px));
  }
  .item {
    display: flex;
    gap: 10px;
    align-items: center;
    inline-size: 100%;
    min-block-size: 36px;
    padding: 6px 10px;
    border: 0;
    border-radius: calc(var(--_radius) * 0.75);
    background: none;
    text-align: start;
  }
  .item:is(:hover, :focus-visible) {
    background: var(--_hover);
  }
  .item:focus-visible {
    outline-offset: -2px;
  }
  .item::before {
    color: var(--_muted);
  }
  .item.destructive,
  .item.destructive::before {
    color: var(--_danger);
  }
  .item[aria-disabled] {
    color: var(--_muted);
    cursor: default;
  }
  .item[aria-disabled]::before {
    color: inherit;
  }
  .item .reason {
    display: block;
    font-size: 0.9286em;
  }
  .dialog {
    max-inline-size: min(29.7em, calc(100vi - 32px));
    padding: 24px;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_background);
    color: var(--_color);
    box-shadow: 0 24px 64px rgb(0 0 0 / 0.3);
  }
  .dialog::backdrop {
    background: rgb(10 14 24 / 0.5);
  }
  .dialog h2 {
    margin: 0 0 8px;
    font-size: 1.1875em;
    line-height: 1.3;
  }
  .dialog .problem:empty {
    display: none;
  }
  .dialog .problem {
    margin-block-start: 12px;
  }
  .dialog .buttons {
    justify-content: end;
    gap: 8px;
    margin-block-start: 24px;
  }
  .button.destructive {
    border-color: transparent;
    background: light-dark(#b42318, #c8372b);
    color: #fff;
  }
  .button.destructive:hover {
    background: light-dark(#912018, #b42318);
  }
  .button.destructive[aria-disabled] {
    opacity: 0.6;
    cursor: default;
  }
  .dialog[open] {
    animation: rise 0.15s;
  }
  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 8px;
    }
  }
  @media (pointer: coarse) {
    .item {
      min-block-size: 44px;
    }
  }
  .shortcuts {
    padding: 12px 16px;
  }
  .shortcuts li {
    display: flex;
    gap: 12px;
    align-items: baseline;
    margin-block-start: 6px;
  }
  kbd {
    display: inline-block;
    min-inline-size: 24px;
    padding: 1px 6px;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) / 2);
    font: inherit;
    font-size: 0.9286em;
    text-align: center;
  }
  .tooltip {
    max-inline-size: min(20.6em, calc(100vi - 16px));
    padding: 6px 10px;
    font-size: 0.9286em;
    overflow-wrap: anywhere;
  }
  .tooltip .full-name {
    display: block;
    font-weight: 500;
  }
`;

export const menuIconShapes = unsafeCSS(shapesOf(MENU_ICONS));
