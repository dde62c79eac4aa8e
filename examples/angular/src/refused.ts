import type { ContactDetailsElement } from './contact-details-element';

/** What the compiler refuses. */
export function refused(element: ContactDetailsElement): void {
  // @ts-expect-error An adapter is no number.
  element.adapter = 42;
}
