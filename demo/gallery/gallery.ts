import { html, render } from 'lit';
import type { ContactDetails } from 'contact-details';
import { copyText } from '../shell/copy.js';
import { chooseTheme } from '../shell/theme.js';
import { amend, readAddress } from '../shell/url.js';
import { renderGroup, renderHero } from './cards-view.js';
import type { CardActions } from './cards-view.js';
import { renderControls } from './controls-view.js';
import { addressOf, conditionsOf, settingsFrom } from './settings.js';
import type { Settings } from './settings.js';
import type { GalleryState } from './state.js';
import { groups, states } from './states.js';

/** From this width there is room for the controls beside the cards. */
const ROOMY = matchMedia('(width >= 64rem)');

const MARKUP = `<script type="module" src="contact-details.js"></script>
<contact-details src="/api" contact-id="c_2041"></contact-details>`;

/** Runs the gallery of states. */
export function startGallery(): void {
  const root = document.querySelector<HTMLElement>('#main');
  const [showpiece] = states;
  if (!root || !showpiece) throw new TypeError('The page has no #main, or the gallery no states');
  new Gallery(root, showpiece).start();
}

class Gallery {
  readonly #root: HTMLElement;
  readonly #showpiece: GalleryState;
  readonly #panels = new Map<GalleryState, ContactDetails>();
  #settings: Settings = settingsFrom(readAddress());

  constructor(root: HTMLElement, showpiece: GalleryState) {
    this.#root = root;
    this.#showpiece = showpiece;
  }

  start(): void {
    ROOMY.addEventListener('change', () => this.#update());
    addEventListener('themechange', () => this.#update());
    this.#update();
    if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }

  #update(): void {
    const { dir, text, tokens, width } = this.#settings;
    this.#root.dataset.text = text;
    this.#root.dataset.tokens = tokens;
    this.#root.style.setProperty('--panel-width', `${width}px`);
    const actions: CardActions = {
      dir,
      panelOf: (state) => this.#panelOf(state),
      onRestart: (state) => this.#restart([state]),
      onCopy: (markup) => void copyText(markup),
    };
    render(
      html`${renderControls(this.#settings, ROOMY.matches, {
          onThemeChange: chooseTheme,
          onChange: (changes) => this.#change(changes),
          onRestart: () => this.#restart(states),
        })}
        <div class="exhibition">
          ${renderHero(MARKUP, this.#panelOf(this.#showpiece), actions)}
          ${groups.map((group) =>
            renderGroup({ ...group, states: group.states.filter((state) => state !== this.#showpiece) }, actions),
          )}
        </div>`,
      this.#root,
    );
  }

  #panelOf(state: GalleryState): ContactDetails {
    const panel = this.#panels.get(state) ?? this.#createPanel(state);
    this.#panels.set(state, panel);
    return panel;
  }

  #createPanel(state: GalleryState): ContactDetails {
    const panel = state.create(conditionsOf(this.#settings));
    panel.headingLevel = state === this.#showpiece ? 2 : 4;
    return panel;
  }

  #restart(restarted: readonly GalleryState[]): void {
    for (const state of restarted) this.#panels.delete(state);
    this.#update();
  }

  #change(changes: Partial<Settings>): void {
    this.#settings = { ...this.#settings, ...changes };
    amend(addressOf(this.#settings));
    if ('latency' in changes || 'failures' in changes) this.#restart(states);
    else this.#update();
  }
}
