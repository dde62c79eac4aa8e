import { expect } from '@open-wc/testing';
import { accessibleElements, expectAccessible } from '../support/axe.js';
import { isChromium } from '../support/page.js';
import { withTouch } from './kit.js';
import { scenes } from './scenes.js';

const CONTROLS = ['button', 'link', 'textbox', 'combobox', 'menuitem', 'option'];

/** The controls that are smaller than that; for a mouse, links are as high as the line of text that they stand in. */
function smallTargets(within: Element, least: number): readonly string[] {
  return accessibleElements(within)
    .filter(({ role, element: { localName } }) => CONTROLS.includes(role) || localName === 'summary')
    .map(({ element: target, role, name }) => ({ role, name, box: target.getBoundingClientRect() }))
    .filter(({ box }) => box.height < least || box.width < least)
    .map(({ role, name, box }) => `${role} "${name}": ${box.width} × ${box.height}`);
}

for (const [scene, arrange] of Object.entries(scenes)) {
  describe(`the panel (${scene})`, () => {
    it('is accessible in light and dark, from left to right and from right to left; its controls have names of their own', async () => {
      const element = await arrange();
      const { body } = document;
      try {
        for (const colorScheme of ['light', 'dark']) {
          for (const dir of ['ltr', 'rtl']) {
            body.style.colorScheme = colorScheme;
            body.style.background = colorScheme === 'dark' ? '#000' : '#fff';
            body.dir = dir;
            await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
            await Promise.all(
              (element.shadowRoot?.getAnimations() ?? []).map((animation) => animation.finished.catch(() => undefined)),
            );
            await expectAccessible(element);
          }
        }
      } finally {
        body.removeAttribute('style');
        body.removeAttribute('dir');
      }
      const named = accessibleElements(element).filter(({ role }) => CONTROLS.includes(role));
      const names = named.map(({ role, name }) => `${role} "${name}"`);
      expect(names.filter((name) => name.endsWith('""'))).to.deep.equal([]);
      expect(names).to.have.length(new Set(names).size);
      expect(smallTargets(element, 24)).to.deep.equal([]);
    });
  });
}

if (isChromium) {
  describe('for fingers', () => {
    for (const [scene, arrange] of Object.entries(scenes)) {
      it(`targets are at least 44 px, links among them: ${scene}`, () =>
        withTouch(async () => void expect(smallTargets(await arrange(), 44)).to.deep.equal([])));
    }
  });
}
