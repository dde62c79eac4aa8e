/**
 * Keeps an editor in view while one of its controls has the focus: the keyboard of a touch screen comes after the focus, and
 * covers what it is to be typed into, or the buttons below that.
 */
export function keepInView({ currentTarget, target }: Event): void {
  const editor = currentTarget as Element;
  const onResize = () => editor.scrollIntoView({ block: 'nearest' });
  visualViewport?.addEventListener('resize', onResize);
  target?.addEventListener('focusout', () => visualViewport?.removeEventListener('resize', onResize), { once: true });
}
