import type { ContactError } from './error.js';
import type { Mistake } from './lessons.js';

const told = new Set<string>();

// Lit creates its policy before any line of the panel can run: where that is forbidden, this is the only thing that is heard of it.
globalThis.document?.addEventListener('securitypolicyviolation', ({ sample }) => {
  if (sample === 'lit-html') teach('policy-blocked');
});

/**
 * Tells the host of a mistake of its own, once in this page, in the console. The text is loaded only then; without it, the
 * code alone is said.
 * @param place a path, the name of a method or a type: never a value
 */
export function teach(mistake: Mistake, place = '', error?: ContactError): void {
  const cause = (error?.cause ?? error) as Partial<Error> | undefined;
  const { size } = told;
  // The fourth of a list is the same mistake as the third.
  if (told.add(`${mistake} ${place} ${cause?.message}`.replace(/\d+/g, '')).size === size) return;
  import('./lessons.js')
    .then(({ tell }) => tell(mistake, place, error))
    .catch(() => console.warn('contact-details:', mistake, place));
}
