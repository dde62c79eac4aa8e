import type {} from 'contact-details/react';

/** What the compiler refuses. */
export function Refused() {
  // @ts-expect-error An adapter is no number.
  return <contact-details adapter={42} />;
}
