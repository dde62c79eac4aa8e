import { expect } from '@open-wc/testing';
import { TOKENS } from '../../demo/gallery/settings.js';
import { expectAccessible } from '../support/axe.js';
import { until } from '../support/until.js';
import { claims } from './claims.js';
import { exhibit, linkStyles, stateOf, surround } from './kit.js';
import type { Exhibit } from './kit.js';

interface Manifest {
  readonly modules: readonly { readonly declarations: readonly { readonly cssProperties?: readonly { name: string }[] }[] }[];
}

/** Six panels at once are much to draw. */
const PATIENCE = 20_000;

/** States that between them use every token. */
const TELLING = ['full', 'editing-invalid', 'save-failed', 'conflict', 'tag-failed', 'loading'];
const themes = TOKENS.map(({ value }) => value).filter((value) => value !== 'default');
const PROPERTIES = ['color', 'background-color', 'border-top-color', 'border-top-left-radius', 'font', 'padding', 'width'];

function declaredTokens(theme: string): readonly string[] {
  return [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule): rule is CSSStyleRule => rule instanceof CSSStyleRule && rule.selectorText.includes(`"${theme}"`))
    .flatMap((rule) => [...rule.style])
    .filter((name) => name.startsWith('--contact-details-'));
}

async function documentedTokens(): Promise<readonly string[]> {
  const manifest = (await (await fetch('/custom-elements.json')).json()) as Manifest;
  return manifest.modules
    .flatMap(({ declarations }) => declarations)
    .flatMap(({ cssProperties = [] }) => cssProperties.map(({ name }) => name));
}

/** How everything in a panel is drawn. */
function look({ element }: Exhibit): string {
  const drawn = [...(element.shadowRoot?.querySelectorAll('*') ?? [])];
  return drawn
    .map((part) => {
      const style = getComputedStyle(part);
      return PROPERTIES.map((property) => style.getPropertyValue(property)).join();
    })
    .join('\n');
}

async function exhibitIn(theme: string, id: string): Promise<Exhibit & { readonly gallery: HTMLElement }> {
  const shown = await exhibit(stateOf(id));
  const gallery = document.createElement('div');
  gallery.className = 'gallery';
  gallery.dataset.tokens = theme;
  gallery.style.display = 'block';
  shown.stage.className = 'stage';
  document.body.append(gallery);
  gallery.append(shown.stage);
  await until(async () => {
    await claims[id]?.(shown.element);
    return true;
  }, id);
  return { ...shown, gallery };
}

describe('a theme of the gallery', function () {
  this.timeout(PATIENCE);
  let unlink: () => void;
  before(async () => {
    unlink = await linkStyles('tokens', 'gallery', 'themes');
  });
  after(() => unlink());

  for (const theme of themes) {
    describe(theme, () => {
      it('is made of documented tokens, each of which changes something', async () => {
        const tokens = declaredTokens(theme);
        expect(tokens).to.have.length.of.at.least(8);
        expect(await documentedTokens()).to.include.members([...tokens]);
        const exhibits = await Promise.all(TELLING.map((id) => exhibitIn(theme, id)));
        for (const shown of exhibits) await surround(shown, { scheme: 'dark', dir: 'ltr' });
        const themed = exhibits.map(look);
        const isUsed = (token: string) =>
          exhibits.some((shown, index) => {
            shown.stage.style.setProperty(token, 'initial');
            const plain = look(shown);
            shown.stage.style.removeProperty(token);
            return plain !== themed[index];
          });
        const idle = tokens.filter((token) => !isUsed(token));
        for (const { gallery } of exhibits) gallery.remove();
        expect(idle).to.deep.equal([]);
      });

      for (const id of TELLING) {
        it(`has contrast enough in ${id}, light and dark`, async () => {
          const shown = await exhibitIn(theme, id);
          for (const scheme of ['light', 'dark']) {
            await surround(shown, { scheme, dir: 'ltr' });
            await expectAccessible(shown.stage);
          }
          shown.gallery.remove();
        });
      }
    });
  }
});
