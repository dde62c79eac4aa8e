import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { startTimer } from '../../core/clock.js';
import type { Channel } from '../../core/contact.js';
import type { LazyPart, StyledPart } from '../lazy-part.js';
import type { MergeDialog } from '../merging/merge-dialog.js';
import type { Panel } from '../panel.js';
import { popupStyles } from '../styles/popup-styles.js';
import { menuIconShapes, popupsStyles } from '../styles/popups-styles.js';
import type { View } from '../view.js';
import { blockQuestion, setBlocked } from './blocking.js';
import { channelQuestion } from './channel-question.js';
import { ConfirmDialog } from './confirm-dialog.js';
import { ContactDownload } from './contact-download.js';
import { deleteQuestion } from './delete-question.js';
import { Menu } from './menu.js';
import { ShortcutList } from './shortcut-list.js';
import { Tooltip } from './tooltip.js';

/** How long it is seen that the link has been copied, in milliseconds. */
const COPIED_TIME = 2_000;

/** What opens over the panel: the more-actions menu, the dialog it may lead to, the list of keys, the description of a tag, and where a value comes from. */
export class Popups implements StyledPart {
  readonly styles = [popupStyles, popupsStyles, menuIconShapes];
  readonly menu: Menu;
  readonly shortcutList: ShortcutList;
  readonly tooltip: Tooltip;
  readonly #dialog: ConfirmDialog;
  readonly #download: ContactDownload;
  readonly #merging: LazyPart<MergeDialog>;

  constructor(panel: Panel) {
    this.#dialog = new ConfirmDialog(panel);
    this.#download = new ContactDownload(panel);
    this.#merging = panel.lazyPart(async () => new (await import('../merging/merge-dialog.js')).MergeDialog(panel));
    this.menu = new Menu(panel, {
      onCopyLink: (href) => this.#copyLink(panel, href),
      onBlock: () => void this.#dialog.open(blockQuestion),
      onUnblock: () => setBlocked(panel, false),
      onDelete: () => void this.#dialog.open(deleteQuestion),
      onExport: () => void this.#download.start(),
      onMerge: () => panel.openMerge(),
    });
    this.shortcutList = new ShortcutList(panel);
    this.tooltip = new Tooltip(panel);
  }

  /** Asks whether a channel is to be removed. */
  askToRemove(channel: Channel): void {
    void this.#dialog.open(channelQuestion(channel));
  }

  /** Opens the dialog that makes one contact of this one and another. */
  async merge(otherId?: string): Promise<void> {
    await (await this.#merging.load()).open(otherId);
  }

  /** Copies the link to the contact; that it is copied is seen over the menu's button, which has the focus, for a moment. */
  #copyLink(panel: Panel, href: string): void {
    panel.copy(href, panel.view.messages.link, (said) => {
      const button = panel.root.getElementById('menu-button');
      let isNew = true;
      if (button) void this.tooltip.show(button, () => (isNew ? said : undefined));
      startTimer(COPIED_TIME, () => {
        isNew = false;
        panel.host.requestUpdate();
      });
    });
  }

  /** The menu and the dialog, each closed or open, and a file that is downloaded: they belong beside the menu's button. */
  renderMenu(view: View): TemplateResult {
    return html`${this.menu.render(view)} ${this.#dialog.render(view)} ${this.#download.render()}`;
  }

  /** What belongs to no button: the list of keys, the description of a tag, and the dialog that merges. */
  render(view: View): TemplateResult {
    return html`${this.shortcutList.render(view.messages)} ${this.tooltip.render()}
    ${this.#merging.current?.render(view) ?? nothing}`;
  }
}
