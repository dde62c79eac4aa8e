import type { Contact } from '../../src/core/contact.js';

/** A place in the panel that differs between contacts: a text node, or an attribute of an element. */
interface Slot {
  readonly path: readonly number[];
  /** The attribute; `undefined` for the text of a text node. */
  readonly attribute: string | undefined;
}

/** A hand-written panel in the page. */
export interface FloorPanel {
  readonly host: HTMLElement;
  show(contact: Contact): void;
}

/** The fastest thing that plain DOM calls can do for this markup. */
export interface Floor {
  create(contact: Contact): FloorPanel;
}

/**
 * Makes the floor that the element is measured against: the element's own markup, as somebody would write it by hand who
 * knows every text before. A template is cloned for each panel, the nodes that change are kept, and showing a contact sets
 * those of them that differ. It formats nothing, checks nothing and knows no states: nothing real can be much faster.
 * @param rendered an element that shows each of the contacts
 */
export function createFloor(rendered: ReadonlyMap<Contact, HTMLElement>): Floor {
  const shapes = new Map([...rendered].map(([contact, host]) => [contact, shapeOf(host)]));
  const [[model, firstHost] = missing()] = rendered;
  const template = shapes.get(model) ?? missing();
  const slots = findSlots(template, [...shapes.values()]);
  const texts = new Map([...shapes].map(([contact, shape]) => [contact, slots.map((slot) => read(shape, slot))]));
  const buttons = [...template.querySelectorAll('button')].map((button) => pathOf(button, template));
  const sheets = firstHost.shadowRoot?.adoptedStyleSheets ?? [];

  return {
    create(contact) {
      const host = document.createElement('div');
      const root = host.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = sheets;
      root.append(template.cloneNode(true));
      for (const path of buttons) follow(root, path).addEventListener('click', ignore);
      const nodes = slots.map(({ path }) => follow(root, path));
      let current = texts.get(model) ?? missing();
      const show = (shown: Contact) => {
        const next = texts.get(shown) ?? missing();
        for (const [index, text] of next.entries()) {
          if (text !== current[index]) write(nodes[index] ?? missing(), slots[index]?.attribute, text);
        }
        current = next;
      };
      show(contact);
      return { host, show };
    },
  };
}

/** The element's markup without what its renderer needs: no markers, no white space between blocks. */
function shapeOf({ shadowRoot }: HTMLElement): DocumentFragment {
  const shape = document.createDocumentFragment();
  shape.append(...[...(shadowRoot?.childNodes ?? [])].map((node) => node.cloneNode(true)));
  const walker = document.createTreeWalker(shape, NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_TEXT);
  const superfluous: ChildNode[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as CharacterData;
    if (node.nodeType === Node.COMMENT_NODE || /^\s*\n\s*$/.test(node.data)) superfluous.push(node);
  }
  for (const node of superfluous) node.remove();
  shape.normalize();
  return shape;
}

function findSlots(model: Node, others: readonly Node[], path: readonly number[] = []): readonly Slot[] {
  const peers = others.map((other) => follow(other, path));
  const node = follow(model, path);
  if (peers.some((peer) => peer.nodeName !== node.nodeName || peer.childNodes.length !== node.childNodes.length)) {
    throw new Error(`The contacts of the benchmark do not have one shape, at <${node.nodeName}>`);
  }
  const names = node instanceof Element ? node.getAttributeNames() : [undefined];
  const own = names.map((attribute): Slot => ({ path, attribute }));
  const isDifferent = (slot: Slot) => new Set([model, ...others].map((shape) => read(shape, slot))).size > 1;
  return [
    ...own.filter(isDifferent),
    ...[...node.childNodes].flatMap((_, index) => findSlots(model, others, [...path, index])),
  ];
}

function read(shape: Node, { path, attribute }: Slot): string {
  const node = follow(shape, path);
  if (attribute !== undefined) return (node as Element).getAttribute(attribute) ?? '';
  return node instanceof CharacterData ? node.data : '';
}

function write(node: Node, attribute: string | undefined, text: string): void {
  if (attribute === undefined) (node as CharacterData).data = text;
  else (node as Element).setAttribute(attribute, text);
}

function follow(root: Node, path: readonly number[]): Node {
  return path.reduce((node, index) => node.childNodes[index] ?? missing(), root);
}

function pathOf(node: Node, root: Node): readonly number[] {
  if (node === root || !node.parentNode) return [];
  return [...pathOf(node.parentNode, root), [...node.parentNode.childNodes].indexOf(node as ChildNode)];
}

function ignore(): void {
  // A hand-written panel would listen too.
}

function missing(): never {
  throw new Error('The floor has no such contact or node');
}
