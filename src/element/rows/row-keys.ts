/**
 * The keys in a row whose value is at rest, or in the list of channels: what stands there is one tab stop. The arrows go to the
 * control beside, Home and End to the first and the last; F2 is the pencil, and Ctrl or Cmd with C the copy.
 */
export function pressRowKey(event: KeyboardEvent, row: Element, command: (name: 'edit' | 'copy') => void): void {
  const { altKey, ctrlKey, key, metaKey, shiftKey, target } = event;
  if (altKey || shiftKey) return;
  if (ctrlKey || metaKey) {
    // Where text is selected, the browser copies that.
    if (key.toLowerCase() === 'c' && !String(getSelection())) command('copy');
    return;
  }
  if (key === 'F2') command('edit');
  const controls = [...row.querySelectorAll<HTMLElement>('a, button')];
  const at = controls.findIndex((control) => control === target);
  const forward = getComputedStyle(row).direction === 'rtl' ? -1 : 1;
  const next = { ArrowLeft: at - forward, ArrowRight: at + forward, Home: 0, End: -1 }[key];
  if (next === undefined) return;
  event.preventDefault();
  controls.at(next % controls.length)?.focus();
}
