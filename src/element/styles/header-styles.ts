import { css } from 'lit';

/** The top of the panel. */
export const headerStyles = css`
  /* In a narrow panel the name needs the room. */
  .identity {
    display: flex;
    column-gap: clamp(8px, 100% - 200px, 12px);
    align-items: start;
  }
  .identity .avatar::before {
    scale: 1.7;
  }
  .identity .avatar {
    inline-size: clamp(min(36px, var(--_avatar)), 100% - 192px, var(--_avatar));
    block-size: auto;
    aspect-ratio: 1;
  }
  .title {
    flex: 1;
    min-inline-size: 0;
  }
  .name {
    display: flex;
    gap: 4px;
    align-items: start;
  }
  #name {
    font-size: 1.1875em;
    font-weight: 600;
    line-height: 1.3;
    padding-block: 2px;
  }
  .blocked {
    padding-inline: 6px;
    border: 1px solid;
    border-radius: var(--_radius);
    color: var(--_danger);
  }
  .code {
    display: inline-flex;
    align-items: center;
    min-inline-size: var(--_tap);
    margin-block: -3px;
    padding: 3px 0;
    border: 0;
    background: none;
    color: inherit;
    text-align: start;
    cursor: copy;
  }
  .use {
    color: var(--_accent);
    cursor: pointer;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    color: var(--_muted);
    font-size: 0.9286em;
  }
  .channels {
    margin-block-start: 12px;
    font-size: 0.9286em;
  }
  .channel {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    align-items: center;
    min-block-size: 28px;
    padding-block: 3px;
    color: var(--_muted);
  }
  /* Over the end of its row, as the pencils are; a finger finds it beside that. */
  .channel:has(.pencil) {
    position: relative;
  }
  .channel > .pencil {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
  }
  .channel-name {
    flex: 1 1 9em;
    color: var(--_color);
    min-inline-size: 0;
  }
  .handle,
  summary {
    color: var(--_muted);
  }
  /* Below the name, where there is no room beside it, and then behind the icon. */
  .channel-state {
    margin-inline-start: 28px;
  }
  summary {
    padding-block: 4px;
    cursor: pointer;
  }
  @media (hover: none) {
    .channel:has(.pencil) {
      padding-inline-end: 32px;
    }
  }
  @media (pointer: coarse) {
    .channel,
    summary,
    .channel .code {
      min-block-size: 44px;
    }
    .channel .code {
      margin-block: -8px;
    }
    /* Round the line that the name stands in. */
    .name .pencil,
    #menu-button {
      margin-block: -8px;
    }
    .facts .code {
      padding-block: 13px;
      margin-block: -13px;
    }
  }
`;
