'use client';
import 'contact-details';

/** Has the browser register the element: an import in a server component never reaches it. */
export function Registration() {
  return null;
}
