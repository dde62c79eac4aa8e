import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Tag } from '../../core/contact.js';
import { plainText } from '../../fields/text.js';
import { isolate } from '../../i18n/isolate.js';
import type { Combobox } from '../combobox/combobox.js';
import type { Editing } from '../editing/editing.js';
import { TAG_DRAFT } from '../panel.js';
import type { Handlers } from '../panel.js';
import type { View } from '../view.js';
import { tagFace } from './tag-face.js';

/** A name of at most so many letters is as good as never cut. */
const SHORT = 12;

/** The bottom of the panel: the tags, each with its remove button, and the field that adds one. */
export function tags(view: View, on: Handlers, editing: Editing | undefined, combobox: Combobox | undefined): TemplateResult {
  const { abilities, contact, messages } = view;
  const all = contact.tags ?? [];
  const stop = abilities.removeTags ? 0 : all.findIndex(({ description }) => description);
  return html`<div class="tags" part="tags" role="group" aria-labelledby="tags-label">
    ${abilities.addTags
      ? html`<label class="label" id="tags-label" for="tag-input">${messages.tags}</label>`
      : html`<span class="label" id="tags-label">${messages.tags}</span>`}
    <div class="tag-box" id="tag-box">
      ${all.length
        ? html`<ul role="list" aria-labelledby="tags-label" @click=${on.pressTag}>
            ${all.map((tag, index) => chip(tag, view, index === stop ? 0 : -1))}
          </ul>`
        : nothing}
      ${abilities.addTags ? keyed(combobox?.tagInput.used ?? 0, tagInput(view, on)) : nothing}
      ${abilities.addTags || all.length ? nothing : html`<span class="nothing">${messages.noTags}</span>`}
    </div>
    ${abilities.addTags
      ? html`<p class="problem" id="tag-hint" part="error">${combobox?.tagInput.hint ?? nothing}</p>`
      : nothing}
    ${editing?.renderTagNotices(view) ?? nothing}
  </div>`;
}

/** One tag. What can be done with tags, or read of them, is one tab stop; the arrows go from tag to tag. */
function chip(tag: Tag, { abilities, lang, messages, valuesLang }: View, tabIndex: number): TemplateResult {
  const { description, name } = tag;
  const { mark, style } = tagFace(tag);
  const isPlain = abilities.removeTags && !description && mark === nothing && valuesLang === nothing && name.length <= SHORT;
  // prettier-ignore
  if (isPlain) return html`<li class="tag is-removable" part="tag" .style=${style}><bdi class="tag-name is-short" .textContent=${name}></bdi><button type="button" class="tag-remove icon icon-remove" part="tag-remove" tabindex=${tabIndex} aria-label=${messages.removeTag(isolate(name, lang))}></button></li>`;
  // prettier-ignore
  return abilities.removeTags
    ? html`<li class="tag is-removable" part="tag" .style=${style}>${mark}<bdi class="tag-name" lang=${valuesLang} .textContent=${name}></bdi><button type="button" class="tag-remove icon icon-remove" part="tag-remove" tabindex=${tabIndex} aria-label=${messages.removeTag(isolate(name, lang))} aria-description=${description ?? nothing}></button></li>`
    : html`<li class="tag" part="tag" tabindex=${description ? tabIndex : nothing} aria-description=${description ?? nothing} .style=${style}>${mark}<bdi class="tag-name" lang=${valuesLang} .textContent=${name}></bdi></li>`;
}

/**
 * The field that adds tags, and the place of its suggestions. The input is tom-select's to steer once it is used; what is typed
 * before its code is there is a draft like any other.
 */
function tagInput({ messages, state, valuesLang }: View, on: Handlers): TemplateResult {
  const typed = plainText(state.drafts.get(TAG_DRAFT)?.values[TAG_DRAFT]);
  return html`<input
      id="tag-input"
      part="tag-input"
      role="combobox"
      aria-expanded="false"
      aria-autocomplete="list"
      aria-describedby="tag-hint"
      lang=${valuesLang}
      autocomplete="off"
      autocapitalize="off"
      enterkeyhint="done"
      spellcheck="false"
      data-1p-ignore
      data-bwignore
      data-form-type="other"
      data-lpignore="true"
      placeholder=${messages.addTag}
      .value=${typed}
      @input=${on.typeTag}
    />
    <div id="tag-popover" class="popup" part="tag-list" popover="manual" @mousedown=${keepFocus}></div>`;
}

/** A press on the list leaves the focus in the input. */
function keepFocus(event: Event): void {
  event.preventDefault();
}
