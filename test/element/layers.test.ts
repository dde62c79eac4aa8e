import { expect } from '@open-wc/testing';
import type { FieldDefinition } from '../../src/core/field-definition.js';
import { isChromium, sendCdp } from '../support/page.js';
import { ANA, part, show } from './kit.js';

/** So many fields that there is a way to find one. */
const FIELDS: readonly FieldDefinition[] = Array.from({ length: 20 }, (_, index) => ({ key: `f${index}`, type: 'text' }));

const TYPES = ['whatsapp', 'email', 'pigeon'];

/** What makes of a box a layer of the page by itself: a value other than these. */
const PLAIN: readonly (readonly [keyof CSSStyleDeclaration, string])[] = [
  ['position', 'static'],
  ['opacity', '1'],
  ['transform', 'none'],
  ['filter', 'none'],
  ['clipPath', 'none'],
  ['isolation', 'auto'],
  ['mixBlendMode', 'normal'],
  ['willChange', 'auto'],
];

/** The boxes of a panel that are layers, in words: elements, and what stands before or after their text. */
function layersIn(root: ShadowRoot): readonly string[] {
  const elements = [...root.querySelectorAll('*')].filter((element) => element.checkVisibility());
  return elements.flatMap((element) =>
    ['', '::before', '::after'].flatMap((pseudo) => {
      const style = getComputedStyle(element, pseudo || null);
      const isThere = pseudo === '' || !['none', 'normal'].includes(style.content);
      const causes = isThere ? PLAIN.filter(([property, value]) => style[property] !== value) : [];
      return causes.map(([property]) => `${element.localName}.${element.classList.value}${pseudo}: ${String(property)}`);
    }),
  );
}

interface Node {
  readonly nodeId: number;
  readonly attributes?: readonly string[];
  readonly children?: readonly Node[];
  readonly shadowRoots?: readonly Node[];
}

/** How the browser lays out the cross that empties the search. */
async function displayOfCross(): Promise<string | undefined> {
  await sendCdp('DOM.enable');
  await sendCdp('CSS.enable');
  const { root } = await sendCdp<{ root: Node }>('DOM.getDocument', { depth: -1, pierce: true });
  const all = (node: Node): readonly Node[] => [node, ...[...(node.children ?? []), ...(node.shadowRoots ?? [])].flatMap(all)];
  const cross = all(root).find(({ attributes }) => attributes?.includes('-webkit-search-cancel-button'));
  const { computedStyle } = await sendCdp<{ computedStyle: readonly { name: string; value: string }[] }>(
    'CSS.getComputedStyleForNode',
    { nodeId: cross?.nodeId },
  );
  return computedStyle.find(({ name }) => name === 'display')?.value;
}

// Each frame of a page visits each layer, of every panel: a thousand panels with a few each make every edit slow.
describe('a panel at rest', () => {
  it('is no layer of the page anywhere inside', async () => {
    const channels = TYPES.map((type) => ({ id: type, type, name: type, state: 'active', handle: '@ana' }) as const);
    const element = await show({ ...ANA, channels }, { fields: FIELDS, can: { edit: true, editTags: true } });
    part(element, 'find-field');
    expect(element.shadowRoot && layersIn(element.shadowRoot)).to.deep.equal([]);
  });

  // Chromium makes the cross of an empty search transparent, which is a layer as well. No script of the page sees it.
  if (isChromium)
    it('has no cross in its search', async () => {
      const find = part(await show(ANA, { fields: FIELDS }), 'find-field') as HTMLInputElement;
      expect(await displayOfCross()).to.equal('none');
      find.value = 'a';
      expect(await displayOfCross()).not.to.equal('none');
    });
});
