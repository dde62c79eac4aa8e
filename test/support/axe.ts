import 'axe-core/axe.min.js';
import type * as Axe from 'axe-core';

/** The part of axe's own toolbox that its types leave out. */
interface Toolbox {
  readonly commons: {
    readonly aria: { getRole(node: Axe.VirtualNode): string | null };
    readonly dom: { isVisibleToScreenReaders(node: Axe.VirtualNode): boolean };
    readonly text: { accessibleText(element: Element): string };
  };
  readonly utils: { getNodeFromTree(element: Element): Axe.VirtualNode };
}

/** axe-core registers itself on the window: it is no module. */
const { axe } = globalThis as unknown as { readonly axe: typeof Axe };
const { commons, utils } = axe as unknown as Toolbox;

const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** Best practices for whole pages: a panel on its own has no landmarks and no main heading. */
const PAGE_RULES = ['region', 'page-has-heading-one', 'landmark-one-main', 'heading-order'];

/**
 * Checks an element, everything in its shadow roots included, against every WCAG 2.2 A and AA rule and the best practices
 * of axe; target size and colour contrast are on. Throws with one line for each fault.
 * @param disabledRules rules to leave out, each for a reason worth a comment where it is done
 */
export async function expectAccessible(element: Element = document.body, disabledRules: readonly string[] = []): Promise<void> {
  const disabled = [...PAGE_RULES, ...disabledRules].map((rule): [string, { enabled: boolean }] => [rule, { enabled: false }]);
  const { violations } = await axe.run(element, {
    runOnly: LEVELS,
    rules: { 'target-size': { enabled: true }, ...Object.fromEntries(disabled) },
    resultTypes: ['violations'],
  });
  const lines = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, html, any }) =>
        `${id}: ${help}\n    at ${target.flat().join(' >> ')}\n    ${html}\n    ${any[0]?.message ?? ''}`,
    ),
  );
  if (lines.length) throw new Error(`Not accessible (${lines.length}):\n${lines.join('\n')}`);
}

/** What assistive technology is told about an element. */
export interface Accessible {
  readonly element: HTMLElement;
  readonly role: string;
  readonly name: string;
}

/**
 * Everything that has a role of its own and is not hidden from assistive technology, inside an element and all open
 * shadow roots below it, in document order.
 */
export function accessibleElements(within: Element): readonly Accessible[] {
  axe.setup(document.documentElement);
  try {
    return [...descendants(utils.getNodeFromTree(within))]
      .filter((node) => commons.dom.isVisibleToScreenReaders(node))
      .map((node) => ({ element: node.actualNode as HTMLElement, role: commons.aria.getRole(node) }))
      .filter((found): found is Accessible => found.role !== null && found.role !== 'none' && found.role !== 'presentation')
      .map((found) => ({ ...found, name: commons.text.accessibleText(found.element) }));
  } finally {
    axe.teardown();
  }
}

function* descendants(node: Axe.VirtualNode): Generator<Axe.VirtualNode> {
  for (const child of node.children ?? []) {
    if (child.actualNode instanceof Element) yield child;
    yield* descendants(child);
  }
}
