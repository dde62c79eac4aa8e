import { expect } from '@open-wc/testing';
import { backgroundOf, contrast, parentOf } from '../support/contrast.js';
import { expectAccessible } from '../support/axe.js';
import { getByRole } from '../support/find.js';
import { emulateMedia, isChromium } from '../support/page.js';
import { scenes } from './scenes.js';

/** The least contrast of what tells a control or a state (WCAG 2.2, 1.4.11). */
const LEAST = 3;

/** The edges of controls and the shapes of icons that are hard to see, in words. */
function hardToSee(root: ShadowRoot): readonly string[] {
  const all = [...root.querySelectorAll('*')].filter((element) => element.checkVisibility({ visibilityProperty: true }));
  return [...all.flatMap(faintEdge), ...all.flatMap(faintIcon)];
}

function faintEdge(element: Element): readonly string[] {
  const { borderTopColor, borderTopStyle, borderTopWidth } = getComputedStyle(element);
  const isControl = element.matches('button, input, select, textarea') && element !== element.getRootNode();
  if (!isControl || borderTopStyle === 'none' || borderTopWidth === '0px' || isFilled(element)) return [];
  return judge(`the edge of ${nameOf(element)}`, contrast(borderTopColor, backgroundOf(parentOf(element))));
}

/** Whether a control stands out by what fills it, and needs no edge; or has the focus, whose ring is its edge. */
function isFilled(element: Element): boolean {
  const { backgroundColor, outlineStyle } = getComputedStyle(element);
  return outlineStyle === 'solid' || contrast(backgroundColor, backgroundOf(parentOf(element))) >= LEAST;
}

function faintIcon(element: Element): readonly string[] {
  if (element.localName === 'svg')
    return judge('a drawn icon', contrast(getComputedStyle(element).fill, backgroundOf(element)));
  const { backgroundColor, clipPath, content } = getComputedStyle(element, '::before');
  const isDrawn = element.matches('.icon') && content !== 'none' && clipPath !== 'none';
  return isDrawn ? judge(`the icon of ${nameOf(element)}`, contrast(backgroundColor, backgroundOf(element))) : [];
}

function judge(what: string, actual: number): readonly string[] {
  return actual < LEAST ? [`${what}: ${actual.toFixed(2)}`] : [];
}

function nameOf(element: Element): string {
  const name = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
  return `<${element.localName} class="${element.className}"> ${name.slice(0, 30)}`;
}

const MODES = [
  ['light', {}],
  ['dark', { 'prefers-color-scheme': 'dark' }],
  ['forced light', { 'forced-colors': 'active' }],
  ['forced dark', { 'forced-colors': 'active', 'prefers-color-scheme': 'dark' }],
] as const;

if (isChromium)
  for (const [mode, features] of MODES)
    describe(`in ${mode} colours`, () => {
      before(async () => {
        document.documentElement.style.colorScheme = 'light dark';
        await emulateMedia(features);
      });
      after(async () => {
        document.documentElement.style.removeProperty('color-scheme');
        await emulateMedia({});
      });

      for (const [scene, arrange] of Object.entries(scenes))
        it(`edges of controls and icons are plain: ${scene}`, async () => {
          const element = await arrange();
          const animations = element.shadowRoot?.getAnimations() ?? [];
          await Promise.all(animations.map((animation) => animation.finished.catch(() => undefined)));
          if (element.shadowRoot) expect(hardToSee(element.shadowRoot)).to.deep.equal([]);
          if (mode.startsWith('forced'))
            for (const dir of ['ltr', 'rtl']) {
              document.body.dir = dir;
              await expectAccessible(element);
            }
          document.body.removeAttribute('dir');
        });

      it('the option that is pressed is told by more than the weight of its letters', async () => {
        const element = await scenes['a contact']?.();
        if (!element) throw new Error('There is no such scene');
        const pressed = getByRole('button', 'Open', element);
        const other = getByRole('button', 'Closed', element);
        expect(pressed.getAttribute('aria-pressed')).to.equal('true');
        const [one, two] = [pressed, other].map((button) => getComputedStyle(button));
        const edge = contrast(one?.borderTopColor ?? '', backgroundOf(parentOf(pressed)));
        const otherEdge = contrast(two?.borderTopColor ?? '', backgroundOf(parentOf(other)));
        const isFilled = contrast(one?.backgroundColor ?? '', backgroundOf(other)) >= LEAST;
        expect(isFilled || edge / otherEdge >= 1.5, `${edge} beside ${otherEdge}`).to.equal(true);
      });
    });
