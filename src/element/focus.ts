/** Places of the panel in which the focus stays when what had it is gone. */
const PLACES = '.field, .title, .tags';

/** What takes the focus in such a place, the first that is there. */
const TAKERS = [
  'form.editor [aria-invalid="true"]',
  'form.editor :is(input, select, textarea)',
  '[part~="edit-button"]',
  '[aria-pressed="true"]',
  '[part~="option"]',
  '#tag-input',
];

/** Where the focus is in a panel, to be asked for before an update. */
export interface FocusedPlace {
  readonly control: Element;
  readonly place: Element | null;
  readonly isTagButton: boolean;
}

/** Where the focus is in this panel; `undefined` where it is elsewhere. */
export function focusedPlace({ activeElement }: ShadowRoot): FocusedPlace | undefined {
  if (!activeElement) return undefined;
  const isTagButton = activeElement.matches('.tag-remove');
  return { control: activeElement, place: activeElement.closest(PLACES), isTagButton };
}

/** Moves the focus on where the update has taken what had it: it must not fall back to the page. */
export function keepFocus(root: ShadowRoot, focused: FocusedPlace | undefined): void {
  if (!focused || root.activeElement || focused.control.isConnected) return;
  const lastTag = focused.isTagButton ? [...root.querySelectorAll<HTMLElement>('.tag-remove')].at(-1) : undefined;
  if (lastTag) lastTag.focus();
  else focusPlace(root, focused.place);
}

/** Moves the focus to what a place is edited by, else to the panel. */
export function focusPlace(root: ShadowRoot, place: Element | null | undefined): void {
  const takers = place?.isConnected ? TAKERS.map((selector) => place.querySelector<HTMLElement>(selector)) : [];
  (takers.find((taker) => taker !== null) ?? root.getElementById('panel'))?.focus();
}
