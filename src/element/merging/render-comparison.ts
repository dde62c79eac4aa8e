import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Contact } from '../../core/contact.js';
import { displayName } from '../../core/display-name.js';
import { visibleContact } from '../../core/field-definition.js';
import { mergedContact } from '../../core/merged-contact.js';
import { avatar } from '../../fields/avatar.js';
import { tagFace } from '../reading/tag-face.js';
import type { View } from '../view.js';
import { comparisonOf, isOpen, keptAtFirst } from './comparison.js';
import type { ComparedRow, Pair, Side } from './comparison.js';

export interface ComparisonHandlers {
  /** Whose value is kept as things stand. */
  readonly sideOf: (row: ComparedRow) => Side;
  readonly onChoose: (row: ComparedRow, side: Side) => void;
}

const SIDES: readonly Side[] = ['this', 'other'];

/**
 * Two contacts side by side: what they differ in, with a choice each, then what stays as it is, then the tags of both, and that they will be blocked if either is. Where there is
 * no room for two columns, the choices stand below each other.
 */
export function renderComparison(
  pair: Pair,
  before: Pair | undefined,
  view: View,
  handlers: ComparisonHandlers,
): TemplateResult {
  const rows = comparisonOf(pair, view);
  const known = before && comparisonOf(before, view);
  const isChanged = (row: ComparedRow) => known !== undefined && !known.some((other) => saysTheSame(other, row));
  const kept = rows.filter((row) => !isOpen(row) && row.id !== 'picture');
  return html`<div class="comparison">
    <div class="sides heads" aria-hidden="true">
      ${SIDES.map((side) => renderHead(side === 'this' ? pair.contact : pair.other, side, pair, view))}
    </div>
    ${rows.filter(isOpen).map((row, index) => renderChoice(row, index, pair, isChanged(row), view, handlers))}
    ${kept.length ? renderKept(kept, view) : nothing} ${renderTags(pair, view)}
    ${pair.contact.isBlocked || pair.other.isBlocked ? html`<p class="further">${view.messages.staysBlocked}</p>` : nothing}
  </div>`;
}

function saysTheSame(one: ComparedRow, other: ComparedRow): boolean {
  const says = ({ further, texts }: ComparedRow) => SIDES.map((side) => [texts[side], ...further[side]].join());
  return one.id === other.id && says(one).join() === says(other).join();
}

function renderHead(contact: Contact, side: Side, { fields }: Pair, view: View): TemplateResult {
  const { avatarPaths, messages, valuesLang } = view;
  const shown = visibleContact(contact, fields);
  const name = displayName(shown);
  return html`<div class="head">
    ${avatar(shown.id, name, shown.avatarUrl, avatarPaths)}
    <span class="about">
      <bdi class="strong" lang=${name ? valuesLang : nothing}>${name || messages.unnamed}</bdi>
      <span class="whose">${whose(side, view)}</span>
    </span>
  </div>`;
}

function renderChoice(
  row: ComparedRow,
  index: number,
  pair: Pair,
  isChanged: boolean,
  view: View,
  { onChoose, sideOf }: ComparisonHandlers,
): TemplateResult {
  const { messages } = view;
  return html`<fieldset class="choice">
    <legend class="label">
      ${row.label}${isChanged ? html` <span class="changed">${messages.changedJustNow}</span>` : nothing}
    </legend>
    <div class="sides">
      ${SIDES.map(
        (side) =>
          html`<label class="side">
            <input type="radio" name="merge-${index}" .checked=${sideOf(row) === side} @change=${() => onChoose(row, side)} />
            <span class="about">
              ${renderSide(row, side, pair, view)}
              <span class="whose">${whose(side, view)}</span>
            </span>
          </label>`,
      )}
    </div>
    ${renderFurther(row.further[sideOf(row)], view)}
  </fieldset>`;
}

/** The further email addresses or phone numbers that are kept whatever is chosen. */
function renderFurther(further: readonly string[], { messages, valuesLang }: View): TemplateResult | typeof nothing {
  if (!further.length) return nothing;
  return html`<p class="further">
    ${messages.alsoKept} ${further.map((value) => html`<bdi lang=${valuesLang}>${value}</bdi> `)}
  </p>`;
}

/** What one contact says in a row. */
function renderSide({ id, texts }: ComparedRow, side: Side, pair: Pair, view: View): TemplateResult {
  const { avatarPaths, messages, valuesLang } = view;
  const text = texts[side];
  if (!text) return html`<span class="none">${messages.noValue}</span>`;
  if (id !== 'picture') return html`<bdi lang=${valuesLang}>${text}</bdi>`;
  const contact = visibleContact(side === 'this' ? pair.contact : pair.other, pair.fields);
  return avatar(contact.id, displayName(contact), text, avatarPaths);
}

function whose(side: Side, { messages }: View): string {
  return side === 'this' ? messages.thisContact : messages.otherContact;
}

/** What both say, and what is not for this person to choose: this contact's value stays, or the only one there is. */
function renderKept(rows: readonly ComparedRow[], view: View): TemplateResult {
  const { messages, valuesLang } = view;
  return html`<div class="kept">
    <h3 class="strong">${messages.staysAsIs}</h3>
    <dl>
      ${rows.map(
        (row) =>
          html`<div>
            <dt class="label">${row.label}</dt>
            <dd>
              <bdi lang=${valuesLang}>${row.texts[keptAtFirst(row)]}</bdi>${renderFurther(row.further[keptAtFirst(row)], view)}
            </dd>
          </div>`,
      )}
    </dl>
  </div>`;
}

function renderTags({ contact, other }: Pair, { messages, valuesLang }: View): TemplateResult | typeof nothing {
  const { tags = [] } = mergedContact(contact, other, {});
  if (!tags.length) return nothing;
  return html`<div class="joined-tags">
    <h3 class="strong">${messages.tagsOfBoth}</h3>
    <ul role="list">
      ${tags.map((tag) => {
        const { mark, style } = tagFace(tag);
        return html`<li class="united" .style=${style}>${mark}<bdi lang=${valuesLang} .textContent=${tag.name}></bdi></li>`;
      })}
    </ul>
  </div>`;
}
