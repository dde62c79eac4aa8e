/** 128 random bits. `crypto.randomUUID` exists in secure contexts only, and panels also live on plain-HTTP intranets. */
export function randomId(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36).padStart(7, '0')).join('');
}
