import { ContactError } from '../core/error.js';
import type { ErrorCode } from '../core/error.js';

/** Fails with this sentence unless it is true. */
export function expectThat(isTrue: boolean, sentence: string): asserts isTrue {
  if (!isTrue) throw new Error(sentence);
}

/** Fails unless both are the same value, the order of an object's members aside. */
export function expectEqual(actual: unknown, expected: unknown, what: string): void {
  const [found, wanted] = [describe(actual), describe(expected)];
  expectThat(found === wanted, `${what}: expected ${wanted}, found ${found}`);
}

/** Fails unless the promise rejects with a `ContactError` of one of these codes; answers that error. */
export async function expectFailure(promise: Promise<unknown>, ...codes: readonly ErrorCode[]): Promise<ContactError> {
  const outcome = await promise.then(
    (answer: unknown) => ({ answer }),
    (thrown: unknown) => ({ thrown }),
  );
  const wanted = `expected a ContactError of code ${codes.join(' or ')}`;
  if (!('thrown' in outcome)) throw new Error(`${wanted}, but it answered ${describe(outcome.answer)}`);
  const { thrown } = outcome;
  expectThat(thrown instanceof Error && thrown.name === 'ContactError', `${wanted}, but it failed with ${String(thrown)}`);
  const error = ContactError.from(thrown);
  expectThat(codes.includes(error.code), `${wanted}, found ${error.code}`);
  return error;
}

/** Fails if a call that was aborted claims to have failed for another reason: an abort is not an error. */
export async function expectSilence(promise: Promise<unknown>): Promise<void> {
  const thrown: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const isFailure = thrown instanceof Error && thrown.name === 'ContactError';
  expectThat(!isFailure, `expected an aborted call to pass on the abort, but it failed with ${String(thrown)}`);
}

function describe(value: unknown): string {
  const text = JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
  return text ?? String(value);
}
