/** 128 random bits. `crypto.randomUUID` exists in secure contexts only, and panels also live on plain-HTTP intranets. */
export function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36).padStart(7, '0')).join('');
}
