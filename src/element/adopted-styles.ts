import type { CSSResult } from 'lit';

/**
 * Gives a shadow root its styles. Sheets belong to the document they were made for: those of this one are shared by all panels,
 * and a panel in another window has its own.
 */
export function adoptStyles(root: ShadowRoot, styles: readonly CSSResult[]): void {
  const view = root.ownerDocument.defaultView;
  // Where nobody looks, such as in a template, nothing has styles.
  if (view) root.adoptedStyleSheets = styles.map((style) => sheetIn(view, style));
}

function sheetIn(view: Window & typeof globalThis, { cssText, styleSheet }: CSSResult): CSSStyleSheet {
  if (view === globalThis && styleSheet) return styleSheet;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(cssText);
  return sheet;
}
