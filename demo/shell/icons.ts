import { html, svg } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';

const shapes = {
  inbox: svg`<path d="M3 13h5l1.5 3h5L16 13h5M5.5 5h13L21 13v6H3v-6z"/>`,
  contacts: svg`<circle cx="9" cy="8" r="3.5"/><path d="M2.5 20c.6-4 3-6 6.5-6s5.9 2 6.5 6M16 4.9a3.5 3.5 0 0 1 0 6.2M18.5 14.6c1.7.9 2.7 2.7 3 5.4"/>`,
  colleague: svg`<circle cx="9.5" cy="8" r="3.5"/><path d="M3 20c.6-4 3-6 6.5-6 1 0 1.9.2 2.7.5M13.5 20.5l.6-2.6 5.200-5.200a1.4 1.4 0 0 1 2 2l-5.200 5.200z"/>`,
  gallery: svg`<rect x="3" y="3" width="7.5" height="10" rx="1.5"/><rect x="13.5" y="3" width="7.5" height="6" rx="1.5"/><rect x="3" y="16" width="7.5" height="5" rx="1.5"/><rect x="13.5" y="12" width="7.5" height="9" rx="1.5"/>`,
  'server-rendered': svg`<rect x="3.5" y="4" width="17" height="6.5" rx="1.5"/><rect x="3.5" y="13.5" width="17" height="6.5" rx="1.5"/><path d="M7 7.25h.01M7 16.75h.01" stroke-width="2.25"/>`,
  search: svg`<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>`,
  close: svg`<path d="M6 6l12 12M18 6 6 18"/>`,
  back: svg`<path d="M19 12H5m6-6-6 6 6 6"/>`,
  chevron: svg`<path d="m7 10 5 5 5-5"/>`,
  next: svg`<path d="m9 6 6 6-6 6"/>`,
  previous: svg`<path d="m15 6-6 6 6 6"/>`,
  more: svg`<path d="M12 5.5v.01M12 12v.01M12 18.5v.01" stroke-width="2.75"/>`,
  panel: svg`<rect x="3" y="4" width="18" height="16" rx="2.5"/><path d="M14.5 4v16"/>`,
  message: svg`<path d="M4 5h16v11H10l-4.5 4v-4H4z"/>`,
  trash: svg`<path d="M4 6.5h16M9 6V4h6v2M6 6.5 7 20h10l1-13.5M10 10.5v5.5M14 10.5v5.5"/>`,
  send: svg`<path d="M4 12 20 4l-5 16-3.5-6.5zM11.5 13.5 20 4"/>`,
  sun: svg`<circle cx="12" cy="12" r="4"/><path d="M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4"/>`,
  moon: svg`<path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z"/>`,
  system: svg`<rect x="3" y="4" width="18" height="12" rx="2"/><path d="M8.5 20h7M12 16v4"/>`,
  check: svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`,
  copy: svg`<rect x="8.5" y="8.5" width="12" height="12" rx="2"/><path d="M15.5 8.5v-3a2 2 0 0 0-2-2h-8a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2h3"/>`,
  refresh: svg`<path d="M20 12a8 8 0 1 1-2.5-5.8M20 3.5V8h-4.5"/>`,
  up: svg`<path d="M12 19V5m-6 6 6-6 6 6"/>`,
  down: svg`<path d="M12 5v14m-6-6 6 6 6-6"/>`,
  warning: svg`<path d="M12 4 2.5 20h19zM12 10v4.5M12 17.2v.01"/>`,
} satisfies Record<string, SVGTemplateResult>;

const directional = new Set<IconName>(['back', 'next', 'previous', 'send', 'panel']);

export type IconName = keyof typeof shapes;

/** A decorative icon the size of the text around it; icons that point somewhere are mirrored right to left. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class=${directional.has(name) ? 'icon is-directional' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
    ${shapes[name]}
  </svg>`;
}
