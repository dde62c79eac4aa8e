import { accessibleElements } from './axe.js';
import { until } from './until.js';

/** An accessible name: the whole of it, or a pattern it matches. */
export type Name = string | RegExp;

/**
 * The elements of a role (and name), as assistive technology sees them, inside `within` and all open shadow roots below it.
 * Hidden ones are not found.
 */
export function queryAllByRole(role: string, name?: Name, within: Element = document.body): readonly HTMLElement[] {
  return accessibleElements(within)
    .filter((found) => found.role === role && isNamed(found.name, name))
    .map((found) => found.element);
}

/** The one element of that role (and name), or `undefined`. More than one is an error. */
export function queryByRole(role: string, name?: Name, within: Element = document.body): HTMLElement | undefined {
  const found = queryAllByRole(role, name, within);
  if (found.length > 1) throw new Error(`There are ${found.length} of ${describe(role, name)}`);
  return found[0];
}

/** The one element of that role (and name). None is an error that says what there is instead. */
export function getByRole(role: string, name?: Name, within: Element = document.body): HTMLElement {
  const found = queryByRole(role, name, within);
  if (found) return found;
  const others = accessibleElements(within).map((other) => `  ${describe(other.role, other.name)}`);
  throw new Error(`There is no ${describe(role, name)}. There is:\n${others.join('\n') || '  nothing'}`);
}

/** The one element of that role (and name), once it is there. */
export function findByRole(role: string, name?: Name, within: Element = document.body): Promise<HTMLElement> {
  return until(() => getByRole(role, name, within), describe(role, name));
}

/** The element that has the focus, in whatever shadow root. `null` when none has (the body does not count). */
export function focusedElement(): Element | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused === document.body ? null : focused;
}

/** The texts that `aria-describedby` and `aria-errormessage` of an element refer to, joined with a space. */
export function descriptionOf(element: Element): string {
  const root = element.getRootNode() as Document | ShadowRoot;
  return ['aria-describedby', 'aria-errormessage']
    .flatMap((attribute) => (element.getAttribute(attribute) ?? '').split(/\s+/))
    .map((id) => root.getElementById(id)?.textContent?.trim())
    .filter(Boolean)
    .join(' ');
}

function isNamed(actual: string, wanted: Name | undefined): boolean {
  if (wanted === undefined) return true;
  return typeof wanted === 'string' ? actual === wanted : wanted.test(actual);
}

function describe(role: string, name: Name | undefined): string {
  return name === undefined ? role : `${role} ${typeof name === 'string' ? `"${name}"` : String(name)}`;
}
