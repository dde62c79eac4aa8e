/** What takes the focus in a place of the panel, the first that is there. */
const TAKERS = [
  'form.editor [aria-invalid="true"]',
  'form.editor :is(input, textarea)',
  '[part~="edit-button"]',
  '[aria-pressed="true"]',
  '[part~="option"]',
  '#tag-input',
  '.channel button',
];

/** A place of the panel in which the focus stays when what had it is gone: a field by its key, the name, the channels, or the tags. */
export interface FocusPlace {
  readonly name: 'field' | 'title' | 'channels' | 'tags';
  readonly field?: string | undefined;
}

/** What has the focus in a panel before an update, and where that is. */
export interface Focused {
  readonly control: Element;
  readonly place: FocusPlace | undefined;
}

/** What has the focus in this panel; `undefined` where the focus is elsewhere. */
export function focusedIn({ activeElement }: ShadowRoot): Focused | undefined {
  return activeElement ? { control: activeElement, place: placeOf(activeElement) } : undefined;
}

/** Moves the focus on where an update has taken what had it: it must not fall back to the page. */
export function keepFocus(root: ShadowRoot, focused: Focused | undefined): void {
  if (!focused || root.activeElement || focused.control.isConnected) return;
  const isTagButton = focused.control.matches('[part~="tag-remove"]');
  const lastTag = isTagButton ? [...root.querySelectorAll<HTMLElement>('[part~="tag-remove"]')].at(-1) : undefined;
  if (lastTag) lastTag.focus();
  // After an undo the place itself has it: the same key, held or pressed again, must not open an editor.
  else if (focused.control.matches('.undo, [tabindex="-1"]')) focusItself(placeIn(root, focused.place));
  else focusPlace(root, focused.place);
}

/** Moves the focus to what a place is edited by, else to the panel. */
export function focusPlace(root: ShadowRoot, place: FocusPlace | undefined): void {
  const element = placeIn(root, place);
  const takers = element ? TAKERS.map((selector) => element.querySelector<HTMLElement>(selector)) : [];
  const folded = element?.matches('button') ? element : null;
  (takers.find((taker) => taker !== null) ?? folded ?? root.getElementById('panel'))?.focus();
}

function placeIn(root: ShadowRoot, place: FocusPlace | undefined): HTMLElement | undefined {
  const elements = place ? [...root.querySelectorAll<HTMLElement>(`.${place.name}, .add button`)] : [];
  return elements.find(({ dataset }) => dataset['field'] === place?.field);
}

function focusItself(element: HTMLElement | undefined): void {
  if (!element) return;
  element.tabIndex = -1;
  element.focus();
}

function placeOf(control: Element): FocusPlace | undefined {
  const field = control.closest<HTMLElement>('.field')?.dataset['field'];
  if (field !== undefined) return { name: 'field', field };
  if (control.closest('.title')) return { name: 'title' };
  if (control.closest('.channels')) return { name: 'channels' };
  return control.closest('.tags') ? { name: 'tags' } : undefined;
}
