import type { GalleryState } from '../../demo/gallery/state.js';
import { states } from '../../demo/gallery/states.js';
import { define } from '../../src/define.js';
import type { ContactDetails } from '../../src/element/contact-details.js';
import { textOf } from '../element/kit.js';
import { nextEvent } from '../support/until.js';

define();

/** How the page around a panel may be: light or dark, and either direction. */
export const SURROUNDINGS = ['light', 'dark'].flatMap((scheme) => ['ltr', 'rtl'].map((dir) => ({ scheme, dir })));

/** A state of the gallery by its id. */
export function stateOf(id: string): GalleryState {
  const state = states.find((candidate) => candidate.id === id);
  if (!state) throw new TypeError(`The gallery has no state ${id}`);
  return state;
}

/** A panel in a state. */
export interface Exhibit {
  /** The page's part around the panel. */
  readonly stage: HTMLElement;
  readonly element: ContactDetails;
}

/** Shows a state 320 CSS pixels wide, the gallery's usual. Who calls it removes the stage. */
export async function exhibit(state: GalleryState): Promise<Exhibit> {
  const stage = document.createElement('div');
  const element = state.create();
  stage.style.inlineSize = '320px';
  stage.append(element);
  document.body.append(stage);
  await element.updateComplete;
  return { stage, element };
}

/** Makes the surroundings light or dark and gives them a direction. Transitions are over at once. */
export async function surround({ stage, element }: Exhibit, { scheme, dir }: { scheme: string; dir: string }): Promise<void> {
  stage.dir = dir;
  stage.style.colorScheme = scheme;
  stage.style.background = 'Canvas';
  await element.updateComplete;
  for (const animation of document.getAnimations()) {
    if (animation.effect?.getComputedTiming().endTime === Infinity) animation.cancel();
    else animation.finish();
  }
}

/** Elements that are drawn past the sides of the stage, or have text that is; described for an error message. */
export function overflowing({ stage, element }: Exhibit): readonly string[] {
  const { left, right } = stage.getBoundingClientRect();
  return [...drawn(element)]
    .filter((candidate) =>
      boxesOf(candidate).some((box) => box.width > 0 && (box.left < left - 0.5 || box.right > right + 0.5)),
    )
    .map(describe);
}

const CONTROLS = 'a[href], button, input, select, textarea, summary, [role=button], [tabindex]:not([tabindex="-1"])';

/**
 * Visible controls that are less than so many CSS pixels wide or high; described for an error message. A label around a
 * control is part of the target (WCAG 2.2, 2.5.8): a press on it is one on the control.
 */
export function smallTargets({ element }: Exhibit, least = 24): readonly string[] {
  return [...drawn(element)]
    .filter((candidate) => candidate.matches(CONTROLS))
    .filter((candidate) => {
      const { width, height } = (candidate.closest('label') ?? candidate).getBoundingClientRect();
      return width < least || height < least;
    })
    .map(describe);
}

/** Everything visible in an element and its shadow root, except what a clipping box may cut. */
function* drawn(within: Element): Generator<Element> {
  const children = [...(within.shadowRoot?.children ?? []), ...within.children];
  for (const child of children) {
    if (!child.checkVisibility({ visibilityProperty: true })) continue;
    if (isVisuallyHidden(child)) continue;
    yield child;
    if (isOpen(child)) yield* drawn(child);
  }
}

function isOpen(element: Element): boolean {
  return getComputedStyle(element).overflowX === 'visible';
}

/** The box of an element, and those of the texts directly in it unless they may be cut. */
function boxesOf(element: Element): readonly DOMRect[] {
  const box = element.getBoundingClientRect();
  if (!isOpen(element)) return [box];
  const texts = [...element.childNodes].filter((node) => node instanceof Text);
  return [box, ...texts.flatMap(textBoxes)];
}

function textBoxes(text: Text): readonly DOMRect[] {
  const range = document.createRange();
  range.selectNodeContents(text);
  return [...range.getClientRects()];
}

function isVisuallyHidden(element: Element): boolean {
  return element.matches('.hidden');
}

function describe(element: Element): string {
  const { width, height } = element.getBoundingClientRect();
  const names = [...element.classList].map((name) => `.${name}`).join('');
  const label = element.getAttribute('aria-label') ?? textOf(element).slice(0, 40);
  return `${element.localName}${names} "${label}" ${Math.round(width)} × ${Math.round(height)}`;
}

/** Links style sheets of the demo by name, and resolves when they apply; what it answers takes them away. */
export async function linkStyles(...names: readonly string[]): Promise<() => void> {
  const links = names.map((name) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = new URL(`../../demo/styles/${name}.css`, import.meta.url).href;
    return link;
  });
  const loads = links.map((link) => nextEvent(link, 'load'));
  document.head.append(...links);
  await Promise.all(loads);
  return () => links.forEach((link) => link.remove());
}
