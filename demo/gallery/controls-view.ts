import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from '../shell/icons.js';
import type { IconName } from '../shell/icons.js';
import { currentTheme } from '../shell/theme.js';
import type { Theme } from '../shell/theme.js';
import { DIRECTIONS, FAILURES, LATENCIES, TEXT_SIZES, TOKENS, WIDTHS } from './settings.js';
import type { Choice, Settings } from './settings.js';
import { groups } from './states.js';

/** What the controls change. */
export interface ControlActions {
  onThemeChange(theme: Theme): void;
  onChange(changes: Partial<Settings>): void;
  onRestart(): void;
}

const themes: readonly (Choice<Theme> & { readonly icon: IconName })[] = [
  { value: 'light', label: 'Light', icon: 'sun' },
  { value: 'dark', label: 'Dark', icon: 'moon' },
  { value: 'system', label: 'Auto', icon: 'system' },
];

/** Everything that can be turned in the gallery, always in reach. */
export function renderControls(settings: Settings, isOpen: boolean, actions: ControlActions): TemplateResult {
  const { onChange } = actions;
  return html`<details class="controls" ?open=${isOpen}>
    <summary class="controls-summary">${icon('gallery')}<span>Controls</span>${icon('chevron')}</summary>
    <form class="controls-form" @submit=${(event: Event) => event.preventDefault()}>
      ${renderSegments('Theme', 'theme', themes, currentTheme(), actions.onThemeChange)}
      ${renderSegments('Tokens', 'tokens', TOKENS, settings.tokens, (tokens) => onChange({ tokens }))}
      ${renderSegments('Direction', 'dir', directionSigns, settings.dir, (dir) => onChange({ dir }))}
      ${renderSegments('Text size', 'text', TEXT_SIZES, settings.text, (text) => onChange({ text }))}
      ${renderWidth(settings.width, (width) => onChange({ width }))}
      ${renderSegments('Latency', 'latency', LATENCIES, settings.latency, (latency) => onChange({ latency }))}
      ${renderFailures(settings.failures, (failures) => onChange({ failures }))}
      <button type="button" class="button" @click=${actions.onRestart}>${icon('refresh')}Restart all panels</button>
    </form>
    <nav class="groups-nav" aria-label="Groups of states">
      ${groups.map(
        ({ id, title, states }) =>
          html`<a class="group-link" href="#${id}"><span>${title}</span><span class="count">${states.length}</span></a>`,
      )}
    </nav>
  </details>`;
}

const directionSigns = DIRECTIONS.map(({ value, label }) => ({ value, label: value.toUpperCase(), title: label }));

function renderSegments<Value extends string>(
  legend: string,
  name: string,
  choices: readonly (Choice<Value> & { readonly icon?: IconName; readonly title?: string })[],
  current: string,
  onChoice: (value: Value) => void,
): TemplateResult {
  return html`<fieldset class="control">
    <legend class="control-label">${legend}</legend>
    <div class="segments">
      ${choices.map(
        ({ value, label, icon: sign, title }) =>
          html`<label class="segment" title=${title ?? label}>
            <input
              type="radio"
              name=${name}
              aria-label=${title ?? label}
              .checked=${value === current}
              @change=${() => onChoice(value)}
            />
            <span>${sign ? icon(sign) : undefined}${label}</span>
          </label>`,
      )}
    </div>
  </fieldset>`;
}

function renderWidth(width: number, onWidth: (width: number) => void): TemplateResult {
  return html`<label class="control">
    <span class="control-label">Width <output class="control-value">${width} px</output></span>
    <input
      class="slider"
      type="range"
      min=${WIDTHS.least}
      max=${WIDTHS.most}
      step=${WIDTHS.step}
      .value=${String(width)}
      aria-valuetext="${width} pixels"
      @input=${({ target }: InputEvent) => onWidth((target as HTMLInputElement).valueAsNumber)}
    />
  </label>`;
}

function renderFailures(failures: string, onFailures: (failures: string) => void): TemplateResult {
  return html`<label class="control">
    <span class="control-label">Failures</span>
    <select class="select" @change=${({ target }: Event) => onFailures((target as HTMLSelectElement).value)}>
      ${FAILURES.map(({ value, label }) => html`<option value=${value} ?selected=${value === failures}>${label}</option>`)}
    </select>
  </label>`;
}
