import { FIELDS } from '../inner-events.js';
import type { Panel, Shortcut } from '../panel.js';

/** The controls that a key leads to, each by its key, and the text that says so. */
const CONTROLS = [
  { key: 'e', selector: '.name [name=edit]', text: 'editName' },
  { key: 't', selector: '#tag-input', text: 'addTag' },
  { key: 'm', selector: '#menu-button', text: 'moreActions' },
  { key: '/', selector: '.find', text: 'findField' },
] as const;

/**
 * The keys by which controls of the panel are reached from wherever the focus is in it: E edits the name, T goes to the tag field,
 * M opens the menu, / goes to the search for a field, ? shows which of them there are. Not where letters type or search, nor in
 * what the host has put into a slot. A key that is taken is prevented, so that the page does not hear of it.
 */
export function pressShortcut(event: KeyboardEvent, panel: Panel): void {
  const { altKey, ctrlKey, defaultPrevented, isComposing, metaKey, repeat } = event;
  const target = event.target as Element;
  const isOurs = !panel.host.noShortcuts && !panel.host.contains(target) && !target.closest(FIELDS);
  if (!isOurs || defaultPrevented || isComposing || altKey || ctrlKey || metaKey) return;
  const key = keyOf(event);
  const offered = CONTROLS.flatMap(({ selector, ...rest }) => {
    const control = panel.root.querySelector<HTMLElement>(selector);
    return control ? [{ ...rest, control }] : [];
  });
  const control = offered.find((each) => each.key === key)?.control;
  if (!control && !(key === '?' && offered.length)) return;
  event.preventDefault();
  // A key that is held does it once.
  if (repeat) return;
  if (!control) {
    const { messages } = panel.view;
    const shortcuts: Shortcut[] = offered.map((each) => ({ key: each.key.toUpperCase(), label: messages[each.text] }));
    panel.showShortcuts([...shortcuts, { key: '?', label: messages.shortcuts }]);
  } else if (control.matches('button')) control.click();
  else control.focus();
}

/** The key that is meant: on a keyboard of another script, the one in the same place. */
function keyOf({ code, key, shiftKey }: KeyboardEvent): string {
  if (key === '?' || key === '؟') return '?';
  if (key === '/') return key;
  if (shiftKey) return '';
  const isForeign = /^\p{L}$/u.test(key) && !/[a-z]/i.test(key);
  return isForeign ? code.replace(/^Key/, '').replace('Slash', '/').toLowerCase() : key.toLowerCase();
}
