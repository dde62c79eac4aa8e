import { executeServerCommand, sendKeys, sendMouse } from '@web/test-runner-commands';
import { sendCdp } from './page.js';
import { until } from './until.js';

type Point = [x: number, y: number];

/**
 * Clicks the middle of an element, once it is where a click reaches it: the pointer is there before, since some of what can
 * be pressed is only there under it. The events are trusted ones.
 * @param limit for how many milliseconds to wait for that, where it is known to be in vain
 */
export async function click(element: Element, limit?: number): Promise<void> {
  await approach(element);
  await sendMouse({ type: 'click', position: await reachablePoint(element, limit) });
}

/** Moves the pointer onto an element. */
export async function hover(element: Element): Promise<void> {
  await approach(element);
  await sendMouse({ type: 'move', position: await reachablePoint(element) });
}

/** Moves the pointer into the page's corner, away from everything. */
export async function unhover(): Promise<void> {
  await sendMouse({ type: 'move', position: [0, 0] });
}

/** Presses a key, or several together (`Enter`, `Shift+Tab`, `Control+a`, `+`), by their DOM names. */
export async function press(keys: string): Promise<void> {
  await executeServerCommand('press-keys', keys === '+' ? [keys] : keys.split('+'));
}

/** Types into whatever has the focus, key by key. */
export async function type(text: string): Promise<void> {
  await sendKeys({ type: text });
}

/** Clicks into a text control and replaces its text. */
export async function fill(control: Element, text: string): Promise<void> {
  await click(control);
  await press('Control+a');
  await (text ? type(text) : press('Delete'));
}

/** Touches the middle of an element. Chromium only. */
export async function tap(element: Element): Promise<void> {
  const [x, y] = await reachablePoint(element);
  await sendCdp('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  await sendCdp('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

/** Shows a text as being composed by an input method, before it is committed. End it with `commitText`. Chromium only. */
export async function compose(text: string): Promise<void> {
  await sendCdp('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
}

/** Ends a composition with its final text. Chromium only. */
export async function commitText(text: string): Promise<void> {
  await sendCdp('Input.insertText', { text });
}

/** Moves the pointer to where the element is, whatever covers it there. */
async function approach(element: Element): Promise<void> {
  element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  const { height, width } = element.getBoundingClientRect();
  if (height > 0 && width > 0) await sendMouse({ type: 'move', position: middleOf(element) });
}

/**
 * The middle of an element, once a pointer there would hit the element and nothing that covers it. What had to be scrolled is
 * looked at again in the next frame: a browser that was about to show the caret scrolls back.
 */
async function reachablePoint(element: Element, limit?: number): Promise<Point> {
  const probe = (): Point => {
    if (isScrolledIntoView(element)) throw new Error('it is being scrolled');
    const point = middleOf(element);
    const hit = deepElementAt(point);
    if (!isInside(hit, element)) throw new Error(`<${hit?.localName ?? 'nothing'}> is in the way`);
    return point;
  };
  return until(probe, `<${element.localName}> to be where a pointer reaches it`, limit);
}

/** Whether the element was somewhere else before it was scrolled into view. */
function isScrolledIntoView(element: Element): boolean {
  const before = element.getBoundingClientRect();
  element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  const { left, top } = element.getBoundingClientRect();
  return left !== before.left || top !== before.top;
}

function middleOf(element: Element): Point {
  const { left, top, width, height } = element.getBoundingClientRect();
  if (width === 0 || height === 0) throw new Error('it has no size');
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
}

function deepElementAt([x, y]: Point): Element | null {
  let hit: Element | null = null;
  let inner = document.elementFromPoint(x, y);
  while (inner && inner !== hit) {
    hit = inner;
    inner = hit.shadowRoot?.elementFromPoint(x, y) ?? null;
  }
  return hit;
}

function isInside(node: Node | null, container: Element): boolean {
  for (let at = node; at; at = at.parentNode ?? (at instanceof ShadowRoot ? at.host : null)) {
    if (at === container) return true;
  }
  return false;
}
