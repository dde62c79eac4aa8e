/** Where keys type, move, choose, remove, and search by letters. */
export const FIELDS = 'input,select,textarea,dialog,.menu,.tag';
const USED = /^(.$|Enter|Backspace|Delete|Arrow|Home|End|Page)/u;

/** What presses a button, a link, a row. */
const PRESSING = /^(Enter| )$/;

/** The keys, by their place on the keyboard, of whose press the page has not been told. */
const kept = new Set<string>();

/**
 * Keeps from the page what happens inside of a panel and would mean something else outside, where the panel is its target:
 * events of generic names, such as `input`; and keys that a control of the panel uses, as a page cannot see that somebody types
 * and would take a letter for one of its shortcuts. The release of a key goes where its press went. What happens in the host's
 * own content, in the slots, passes.
 */
export function keepInside(event: Event): void {
  const { code, currentTarget, target, type } = event as KeyboardEvent;
  // What was ours may be gone already: the key has closed an editor.
  const { host } = (currentTarget as Node).getRootNode() as ShadowRoot;
  if (host.contains(target as Node)) return;
  if (type === 'keydown') kept[isUsed(event as KeyboardEvent) ? 'add' : 'delete'](code);
  const isKept = type === 'keyup' ? kept.delete(code) : kept.has(code);
  // Only keys have a code.
  if (isKept || code === undefined) event.stopPropagation();
}

/** Whether what has the focus does something by this key: of itself, or by a listener that has prevented its default. */
function isUsed({ altKey, ctrlKey, defaultPrevented, isComposing, key, metaKey, target }: KeyboardEvent): boolean {
  if (defaultPrevented || isComposing) return true;
  // With Alt a Mac types other letters than those on the keys.
  const isCommand = ctrlKey || metaKey ? /^[^acvxyz]$/i.test(key) : altKey && /^[a-z0-9]$/i.test(key);
  return ((target as Element).closest(FIELDS) ? USED : PRESSING).test(key) && !isCommand;
}
