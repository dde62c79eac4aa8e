/** A broken promise. */
export class Violation extends Error {
  /** @param promise its number among the promises, such as `R4` */
  constructor(promise: string, detail: string) {
    super(`${promise} ${detail}`);
  }
}
