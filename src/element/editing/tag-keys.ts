/**
 * Steers the tags and the field that adds one by keys: arrows, Home and End go from tag to tag and on into the field, Delete and
 * Backspace take a tag off, and whatever else is typed on a tag goes to the field. At the start of the field, Backspace and
 * the arrow that points back lead to the last tag; they delete nothing.
 */
export function steerTags(event: KeyboardEvent, target: EventTarget, root: ShadowRoot): void {
  const { key } = event;
  const tags = [...root.querySelectorAll<HTMLElement>('.tag-remove, .tag[tabindex]')];
  const input = root.getElementById('tag-input') as HTMLInputElement | null;
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (target === input && input) {
    if (!isLeaving(event, input)) return;
    event.preventDefault();
    return tags.at(-1)?.focus();
  }
  const at = tags.indexOf(target as HTMLElement);
  const to = at < 0 ? undefined : placeOf(key, at, tags);
  if (to !== undefined) {
    event.preventDefault();
    (tags[to] ?? (to < 0 ? tags[0] : input))?.focus();
  } else if (key === 'Delete' || key === 'Backspace') {
    event.preventDefault();
    // A key that is held takes one off, not all.
    if (!event.repeat) tags[at]?.click();
  } else if (key.length === 1 && key !== ' ') {
    // The letter follows the focus.
    input?.focus();
  }
}

function placeOf(key: string, at: number, tags: readonly HTMLElement[]): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return tags.length - 1;
  const step = stepOf(key, tags[at]);
  return step && at + step;
}

/** Whether a key leads out of the field, to the tags before it. */
function isLeaving({ key }: KeyboardEvent, input: HTMLInputElement): boolean {
  const { selectionEnd, selectionStart, value } = input;
  const isAtStart = selectionStart === 0 && selectionEnd === 0;
  return isAtStart && (key === 'Backspace' ? !value : stepOf(key, input) === -1);
}

/** Where an arrow points in the direction in which the tags are read. */
function stepOf(key: string, element: Element | undefined): 1 | -1 | undefined {
  if (!element || (key !== 'ArrowLeft' && key !== 'ArrowRight')) return undefined;
  const isForward =
    (key === 'ArrowRight') === (element.ownerDocument.defaultView?.getComputedStyle(element).direction !== 'rtl');
  return isForward ? 1 : -1;
}
