import { css } from 'lit';

/** Room for fingers; last, because it is about everything before it. */
export const touchStyles = css`
  @media (pointer: coarse) {
    .panel {
      --_tap: 44px;
    }
    .button,
    .find,
    #tag-input,
    .tag,
    .channel,
    summary {
      min-block-size: 44px;
    }
    .tag {
      border-radius: 22px;
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
