import { css } from 'lit';

/** The top of the panel. */
export const headerStyles = css`
  .identity {
    display: flex;
    gap: 12px;
    align-items: start;
  }
  .identity .avatar::before {
    scale: 1.7;
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
    gap: 8px;
    align-items: center;
    min-block-size: 28px;
    padding-block: 3px;
  }
  .channel::before {
    color: var(--_muted);
  }
  .channel-name {
    flex: 1;
    min-inline-size: 0;
  }
  .handle,
  .channel-state,
  summary {
    color: var(--_muted);
  }
  .channel-state {
    text-align: end;
  }
  summary {
    padding-block: 4px;
    cursor: pointer;
  }
  @container (inline-size < 21.25rem) {
    .channel {
      flex-wrap: wrap;
      gap: 0 8px;
    }
    .channel-state {
      flex: 0 0 100%;
      padding-inline-start: 28px;
      text-align: start;
    }
  }
  @container (inline-size < 17.5rem) {
    /* The name needs the room. */
    .identity {
      --_avatar: min(var(--contact-details-avatar-size, 56px), 40px);
      gap: 8px;
    }
  }
  @media (pointer: coarse) {
    .channel,
    summary {
      min-block-size: 44px;
    }
  }
`;
