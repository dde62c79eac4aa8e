/**
 * The keys in a row whose value is at rest, and wherever else several controls are one tab stop. The arrows go to the control
 * beside, Home and End to the first and the last; F2 presses the pencil, and Ctrl or Cmd with C the button that copies.
 */
export function pressRowKey(event: KeyboardEvent, place: EventTarget | null): void {
  const { altKey, ctrlKey, key, metaKey, shiftKey } = event;
  const target = place as Element;
  const row = target.closest('form') ? null : target.closest('.field, .title, .channels, .add');
  if (!row || altKey || shiftKey) return;
  const controls = [...row.querySelectorAll<HTMLElement>('a, button')];
  const at = controls.findIndex((control) => control === target);
  const press = (name: string) => {
    const ofName = controls.filter((control) => control.matches(`[name=${name}]`));
    const button = ofName.find((control) => control === target) ?? ofName[0];
    if (!button) return;
    event.preventDefault();
    button.click();
  };
  if (ctrlKey || metaKey) {
    // Where text is selected, the browser copies that.
    if (key.toLowerCase() === 'c' && !String(row.ownerDocument.getSelection())) press('copy');
    return;
  }
  if (key === 'F2') press('edit');
  const forward = row.ownerDocument.defaultView?.getComputedStyle(row).direction === 'rtl' ? -1 : 1;
  const next = { ArrowLeft: at - forward, ArrowRight: at + forward, Home: 0, End: -1 }[key];
  if (next === undefined) return;
  event.preventDefault();
  controls.at(next % controls.length)?.focus();
}
