import { css } from 'lit';

/** What stands in place of a contact, and notices. */
export const placeholdersStyles = css`
  .notice {
    flex: 1 0 100%;
    margin-block: 4px;
    padding: 8px 12px;
    border-inline-start: 3px solid var(--_danger);
    background: color-mix(in srgb, var(--_danger) 8%, var(--_background));
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-block-start: 6px;
  }
  .placeholder {
    display: grid;
    justify-items: center;
    gap: 12px;
    padding-block: 48px;
    color: var(--_muted);
    text-align: center;
  }
  .bone {
    display: block;
    block-size: 14px;
    margin-block: 12px;
    border-radius: 7px;
    background: var(--_hover);
    /* Seen with forced colours, which have no backgrounds. */
    outline: 1px solid transparent;
    outline-offset: -1px;
  }
  .avatar.bone {
    block-size: var(--_avatar);
    margin: 0;
    border-radius: 50%;
  }
  .bone.short {
    inline-size: 55%;
  }
  .skeleton {
    animation: appear 0.3s 0.15s both;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
`;
