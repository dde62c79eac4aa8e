import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Combobox } from '../combobox/combobox.js';
import type { Editing } from '../editing/editing.js';
import type { Handlers } from '../panel.js';
import type { Popups } from '../popups/popups.js';
import type { ActiveRows } from '../rows/active-rows.js';
import type { View } from '../view.js';
import { fieldList } from './field-list.js';
import { header } from './header.js';
import { tags } from './tags.js';

/** What the panel has beside the contact: the lazy parts that are loaded, and what is remembered of its reader. */
export interface BodyState {
  readonly editing?: Editing | undefined;
  readonly rows?: ActiveRows | undefined;
  readonly combobox?: Combobox | undefined;
  readonly popups?: Popups | undefined;
  /** What is to be known of the whole contact. */
  readonly notices?: unknown;
}

/** A contact from top to bottom. */
export function contactBody(
  view: View,
  on: Handlers,
  { combobox, editing, notices = nothing, popups, rows }: BodyState,
): TemplateResult {
  return html`${header(view, on, editing, popups, rows?.copied)} ${notices}
    <slot name="before-fields"></slot>
    ${fieldList(view, on, editing, { rows })}
    <slot name="after-fields"></slot>
    ${tags(view, on, editing, combobox)} ${editing?.renderSummary(view)} ${popups?.render(view) ?? nothing}`;
}
