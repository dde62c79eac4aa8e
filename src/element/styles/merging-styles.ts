import { css } from 'lit';

/** The dialog that makes one contact of two; what all dialogs look like is there already. */
export const mergingStyles = css`
  .dialog.merge {
    display: flex;
    flex-direction: column;
    container-type: inline-size;
    inline-size: min(46em, calc(100vi - 32px));
    max-inline-size: none;
    max-block-size: calc(100dvb - 32px);
    padding: 0;
    overflow: auto;
  }
  .dialog.merge:not([open]) {
    display: none;
  }
  .merge > * {
    padding-inline: 24px;
  }
  .merge > h2 {
    padding-block-start: 24px;
    outline: 0;
  }
  .merge > .buttons {
    position: sticky;
    inset-block-end: 0;
    flex-wrap: wrap;
    margin: 16px 0 0;
    padding-block: 16px;
    border-block-start: 1px solid var(--_border);
    background: var(--_background);
  }
  .merge .confirm {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .merge .confirm:hover {
    background: color-mix(in srgb, var(--_accent) 85%, var(--_color));
  }
  .merge .confirm[aria-disabled] {
    opacity: 0.6;
    cursor: default;
  }
  .merge .strong {
    font-weight: 600;
  }
  .merge h3 {
    margin: 0 0 6px;
    font-size: 1em;
  }
  .merge .search {
    display: block;
  }
  .merge .find {
    inline-size: 100%;
  }
  .merge .outcome {
    margin-block: 12px 4px;
    color: var(--_muted);
  }
  .merge .candidate {
    display: flex;
    gap: 12px;
    align-items: center;
    inline-size: 100%;
    min-block-size: 44px;
    margin-block-start: 4px;
    padding: 8px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: none;
    text-align: start;
  }
  .merge .candidate:hover {
    background: var(--_hover);
  }
  .merge .about {
    display: block;
    flex: 1;
    min-inline-size: 0;
  }
  .merge .about > * {
    display: block;
  }
  .merge .about > .avatar {
    display: grid;
  }
  .merge .avatar {
    --_avatar: 36px;
  }
  .merge .further {
    margin: 4px 0 0;
  }
  .merge .further bdi {
    display: block;
  }
  .merge :is(.whose, .reasons, .changed, .none, .further) {
    color: var(--_muted);
    font-size: 0.9286em;
  }
  .merge .changed {
    color: var(--_danger);
  }
  .merge :is(.choice, .kept, .joined-tags) {
    min-inline-size: 0;
    margin: 16px 0 0;
    padding: 0;
    border: 0;
  }
  .merge legend {
    padding: 0;
    margin-block-end: 4px;
  }
  .merge .sides {
    display: grid;
    gap: 6px;
  }
  .merge .heads {
    margin-block-start: 16px;
  }
  .merge .head {
    display: flex;
    gap: 10px;
    align-items: center;
  }
  .merge .side {
    display: flex;
    gap: 8px;
    align-items: start;
    min-block-size: 36px;
    padding: 7px 10px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .merge .side:hover {
    background: var(--_hover);
  }
  .merge .side:has(:checked) {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .merge .side input {
    flex: none;
    margin: 3px 0 0;
    accent-color: var(--_accent);
  }
  .merge .kept dl {
    display: grid;
    gap: 8px 16px;
  }
  .merge .joined-tags ul {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .merge .united {
    display: inline-flex;
    gap: 4px;
    align-items: center;
    min-block-size: 28px;
    padding-inline: 10px;
    border-radius: 14px;
    background: color-mix(in srgb, var(--_tag, var(--_muted)) 14%, var(--_background));
    box-shadow: inset 0 0 0 1px color-mix(in srgb, var(--_tag, var(--_muted)) 30%, transparent);
  }
  @container (inline-size >= 30em) {
    .merge .sides,
    .merge .kept dl {
      grid-template-columns: 1fr 1fr;
    }
    /* The columns say whose it is; it is still read aloud. */
    .merge .side .whose {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: clip;
      color: transparent;
      white-space: nowrap;
    }
    .merge .side {
      position: relative;
    }
  }
  @media (pointer: coarse) {
    .merge .side {
      min-block-size: 44px;
    }
  }
`;
