import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ContactDetails } from 'contact-details';
import { icon } from '../shell/icons.js';
import type { GalleryState } from './state.js';
import type { StateGroup } from './states.js';

/** How the cards show their panels, and what can be done with them. */
export interface CardActions {
  /** The direction around the panels. */
  readonly dir: string;
  /** The element shown for a state; the same one until it is restarted. */
  panelOf(state: GalleryState): ContactDetails;
  onRestart(state: GalleryState): void;
  onCopy(markup: string): void;
}

/** One group of states, side by side. */
export function renderGroup({ id, title, description, states }: StateGroup, actions: CardActions): TemplateResult {
  return html`<section class="group" id=${id} aria-labelledby="${id}-title">
    <header class="group-head">
      <h2 class="group-title" id="${id}-title">${title}</h2>
      <p class="group-text">${description}</p>
    </header>
    <div class="cards">${states.map((state) => renderCard(state, actions))}</div>
  </section>`;
}

function renderCard(state: GalleryState, actions: CardActions): TemplateResult {
  const { id, title, description } = state;
  const panel = actions.panelOf(state);
  return html`<article class="card" id="state-${id}" aria-labelledby="state-${id}-title">
    <header class="card-head">
      <div class="card-text">
        <h3 class="card-title" id="state-${id}-title">${title}</h3>
        <p class="card-description">${description}</p>
      </div>
      <button
        type="button"
        class="icon-button"
        aria-label="Restart “${title}”"
        title="Restart"
        @click=${() => actions.onRestart(state)}
      >
        ${icon('refresh')}
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label="Copy the markup of “${title}”"
        title="Copy the markup"
        @click=${() => actions.onCopy(markupOf(panel))}
      >
        ${icon('copy')}
      </button>
    </header>
    <div class="stage" dir=${actions.dir}>${panel}</div>
  </article>`;
}

/** The first thing people see: what the element is, the line that makes one, and one that works. */
export function renderHero(markup: string, panel: HTMLElement, { dir, onCopy }: CardActions): TemplateResult {
  return html`<section class="hero" aria-labelledby="hero-title">
    <div class="hero-text">
      <h1 class="hero-title" id="hero-title">The contact panel of an inbox, as one HTML element.</h1>
      <p class="hero-lede">
        Shows who is writing and lets people edit it in place: with any framework or none, on any backend, in the strictest
        page. Below is every state it can be in. All of it works; the data lives in this page’s memory.
      </p>
      <figure class="code">
        <figcaption class="visually-hidden">How to use it</figcaption>
        <pre class="code-lines" tabindex="0"><code translate="no" dir="ltr">${renderMarkup(markup)}</code></pre>
        <button type="button" class="icon-button" aria-label="Copy this markup" title="Copy" @click=${() => onCopy(markup)}>
          ${icon('copy')}
        </button>
      </figure>
    </div>
    <div class="hero-stage"><div class="stage" dir=${dir}>${panel}</div></div>
  </section>`;
}

/** HTML as text, its names and values told apart. */
function renderMarkup(markup: string): readonly TemplateResult[] {
  const pieces = markup.split(/(<\/?[\w-]+|"[^"]*"|[\w-]+(?==))/u);
  return pieces.map((piece) => {
    const kind = piece.startsWith('<')
      ? 'code-tag'
      : piece.startsWith('"')
        ? 'code-value'
        : /^[\w-]+$/u.test(piece)
          ? 'code-name'
          : '';
    return kind ? html`<span class=${kind}>${piece}</span>` : html`${piece || nothing}`;
  });
}

/** The markup that makes an element like this one on a page whose server speaks the HTTP contract. */
function markupOf(panel: ContactDetails): string {
  const attributes = [...panel.attributes].filter(({ name }) => !['class', 'src', 'contact-id'].includes(name));
  const id = panel.contactId ? ` contact-id="${panel.contactId}"` : '';
  const others = attributes.map(({ name, value }) => (value ? ` ${name}="${value}"` : ` ${name}`)).join('');
  return `<contact-details src="/api"${id}${others}></contact-details>`;
}
