import { expect } from '@open-wc/testing';
import { states } from '../../demo/gallery/states.js';
import { expectAccessible } from '../support/axe.js';
import { until } from '../support/until.js';
import { claims } from './claims.js';
import { exhibit, overflowing, smallTargets, surround, SURROUNDINGS } from './kit.js';
import type { Exhibit } from './kit.js';

/** States that take their time by themselves. */
const PATIENCE = 20_000;

/** The narrowest page of WCAG's reflow, and a narrower one. */
const WIDTHS = [320, 280];

describe('the gallery', () => {
  it('has a claim for every state, and a state for every claim', () => {
    expect(states.map(({ id }) => id)).to.have.members(Object.keys(claims));
  });

  for (const state of states) {
    describe(`state “${state.title}” (${state.id})`, function () {
      this.timeout(PATIENCE);
      let shown: Exhibit;

      before(async () => {
        shown = await exhibit(state);
      });
      after(() => shown.stage.remove());

      it('is what its card says', async () => {
        const claim = claims[state.id];
        if (state.id === 'slow') return claim?.(shown.element);
        await until(async () => {
          await claim?.(shown.element);
          return true;
        }, state.description);
      });

      for (const surroundings of SURROUNDINGS) {
        const { scheme, dir } = surroundings;
        it(`is accessible, ${scheme} and ${dir}`, async () => {
          await surround(shown, surroundings);
          // The line of edits that wait stays in sight: scrolled to the end, it stands over no row.
          shown.stage.scrollIntoView({ block: 'end' });
          await expectAccessible(shown.stage);
        });
      }

      for (const width of WIDTHS) {
        it(`fits into ${width} pixels in both directions`, async () => {
          shown.stage.style.inlineSize = `${width}px`;
          for (const dir of ['ltr', 'rtl']) {
            await surround(shown, { scheme: 'light', dir });
            expect(overflowing(shown), dir).to.deep.equal([]);
          }
        });

        it(`has no target under 24 × 24 pixels at ${width} pixels`, () => {
          shown.stage.style.inlineSize = `${width}px`;
          expect(smallTargets(shown)).to.deep.equal([]);
        });
      }
    });
  }
});
