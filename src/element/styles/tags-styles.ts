import { css } from 'lit';

/** The bottom of the panel. */
export const tagsStyles = css`
  .tags {
    padding-block-start: 12px;
  }
  .tags .label {
    display: block;
    margin-block-end: 6px;
  }
  .tag-box,
  .tags ul {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    align-items: center;
  }
  .tags ul {
    display: contents;
  }
  .tag {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    max-inline-size: 100%;
    min-block-size: 28px;
    padding-inline: 10px;
    border-radius: 14px;
    background: color-mix(in srgb, var(--_tag, var(--_muted)) 14%, var(--_background));
    box-shadow: inset 0 0 0 1px color-mix(in srgb, var(--_tag, var(--_muted)) 30%, transparent);
  }
  .tag.is-removable {
    padding-inline-end: 0;
  }
  .tag-name {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  /* What is clipped is a layer of the page, of which a page of a thousand panels has enough: a short name wraps where there is no room. */
  .is-removable .tag-name:not(.is-short) {
    overflow: clip;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .tag-remove {
    border-radius: 50%;
  }
  #tag-input {
    flex: 1 1 8em;
    min-inline-size: 8em;
  }
  @media (forced-colors: active) {
    .tag {
      border: 1px solid;
    }
  }
  @media (pointer: coarse) {
    .tag {
      min-block-size: 44px;
      border-radius: 22px;
    }
  }
`;
