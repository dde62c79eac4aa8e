import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { TemplateResult } from 'lit';
import type { Tag } from '../core/contact.js';
import { isolate } from '../i18n/isolate.js';
import { renderIcon } from './icons.js';
import type { View } from './panel.js';
import { tagColor } from './tag-color.js';

/** The bottom of the panel: the tags, each with its remove button, and the field that adds one. */
export function renderTags(view: View): TemplateResult {
  const { abilities, contact, editing, intents, messages } = view;
  const tags = contact.tags ?? [];
  return html`<section class="tags" part="tags" aria-labelledby="tags-label">
    <label class="label" id="tags-label" for=${abilities.addTags ? 'tag-input' : nothing}>${messages.tags}</label>
    <div class="tag-box" id="tag-box" @pointerenter=${abilities.addTags ? intents.onTagIntent : nothing}>
      ${tags.length
        ? renderChips(tags, view)
        : abilities.addTags
          ? nothing
          : html`<span class="nothing">${messages.noTags}</span>`}
      ${abilities.addTags
        ? html`<input
            id="tag-input"
            part="tag-input"
            type="text"
            role="combobox"
            aria-expanded="false"
            aria-autocomplete="list"
            aria-describedby="tag-hint"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            maxlength="1024"
            data-1p-ignore
            data-lpignore="true"
            placeholder=${messages.addTag}
            @focus=${intents.onTagIntent}
          />`
        : nothing}
    </div>
    <p class="problem" id="tag-hint" part="error"></p>
    ${abilities.addTags ? html`<div id="tag-popover" class="popup" part="tag-list" popover="manual"></div>` : nothing}
    ${editing?.renderTagNotices(view) ?? nothing}
  </section>`;
}

function renderChips(tags: readonly Tag[], view: View): TemplateResult {
  return html`<ul role="list" aria-labelledby="tags-label">
    ${repeat(
      tags,
      (tag) => tag.id || tag.name,
      (tag) => renderChip(tag, view),
    )}
  </ul>`;
}

function renderChip(tag: Tag, { abilities, intents, lang, messages }: View): TemplateResult {
  const color = tagColor(tag.color);
  return html`<li class="tag" part="tag" .style=${color ? `--_tag: ${color}` : ''} title=${tag.description ?? nothing}>
    ${tag.emoji ? html`<span aria-hidden="true">${tag.emoji}</span>` : nothing}
    <bdi class="tag-name">${tag.name}</bdi>
    ${abilities.removeTags
      ? html`<button
          type="button"
          class="tag-remove"
          part="tag-remove"
          aria-label=${messages.removeTag(isolate(tag.name, lang))}
          aria-description=${tag.description ?? nothing}
          @pointerenter=${intents.onEditIntent}
          @focus=${intents.onEditIntent}
          @click=${() => intents.onTagRemove(tag)}
        >
          ${renderIcon('remove')}
        </button>`
      : nothing}
  </li>`;
}
