import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { StyledPart } from '../lazy-part.js';
import type { Panel } from '../panel.js';
import { popupStyles } from '../styles/popup-styles.js';
import { menuIconShapes, popupsStyles } from '../styles/popups-styles.js';
import type { View } from '../view.js';
import { ContactDownload } from './contact-download.js';
import { DeleteDialog } from './delete-dialog.js';
import { Menu } from './menu.js';
import { ShortcutList } from './shortcut-list.js';
import { Tooltip } from './tooltip.js';

/** What opens over the panel: the more-actions menu, the dialog it may lead to, the list of keys, the description of a tag, and where a value comes from. */
export class Popups implements StyledPart {
  readonly styles = [popupStyles, popupsStyles, menuIconShapes];
  readonly menu: Menu;
  readonly shortcutList: ShortcutList;
  readonly tooltip: Tooltip;
  readonly #dialog: DeleteDialog;
  readonly #download: ContactDownload;

  constructor(panel: Panel) {
    this.#dialog = new DeleteDialog(panel);
    this.#download = new ContactDownload(panel);
    this.menu = new Menu(panel, {
      onDelete: () => void this.#dialog.open(),
      onExport: () => void this.#download.start(),
    });
    this.shortcutList = new ShortcutList(panel);
    this.tooltip = new Tooltip(panel);
  }

  /** The menu and the dialog, each closed or open, and a file that is downloaded: they belong beside the menu's button. */
  renderMenu(view: View): TemplateResult {
    return html`${this.menu.render(view)} ${this.#dialog.render(view)} ${this.#download.render()}`;
  }

  /** What belongs to no button: the list of keys, and the description of a tag. */
  render({ messages }: View): TemplateResult {
    return html`${this.shortcutList.render(messages)} ${this.tooltip.render()}`;
  }
}
