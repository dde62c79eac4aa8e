import { autoUpdate, computePosition, flip, offset, shift } from '@floating-ui/dom';

/** Keeps an open popup beside what it belongs to, and inside the window, until the returned function is called. */
export function anchor(popup: HTMLElement, to: HTMLElement, placement: 'bottom-start' | 'bottom-end'): () => void {
  const middleware = [offset(6), flip({ padding: 8 }), shift({ padding: 8 })];
  return autoUpdate(to, popup, () => {
    void computePosition(to, popup, { strategy: 'fixed', placement, middleware }).then(({ x, y }) => {
      popup.style.left = `${x}px`;
      popup.style.top = `${y}px`;
    });
  });
}
