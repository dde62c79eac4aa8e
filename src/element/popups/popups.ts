import type { Panel } from '../panel.js';
import { Menu } from './menu.js';
import { Tooltip } from './tooltip.js';

/** What opens over the panel: the more-actions menu with its dialog, and the description of a tag. */
export class Popups {
  readonly menu: Menu;
  readonly tooltip: Tooltip;

  constructor(panel: Panel) {
    this.menu = new Menu(panel);
    this.tooltip = new Tooltip(panel);
  }
}
