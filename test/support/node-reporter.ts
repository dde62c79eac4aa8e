import { inspect } from 'node:util';
import type { TestEvent } from 'node:test/reporters';

/** One thing that a test file has told while it ran. */
export type Told =
  | { readonly type: 'passed' | 'skipped'; readonly test: string }
  | { readonly type: 'failed'; readonly test: string; readonly reason: string }
  | { readonly type: 'figure'; readonly test: string; readonly text: string };

/** Writes what a test file tells as lines of JSON: a reporter for Node's test runner. */
export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  let lastTest = '';
  for await (const event of events) {
    const told = toldBy(event, lastTest);
    if (!told) continue;
    lastTest = told.test;
    yield `${JSON.stringify(told)}\n`;
  }
}

/** What an event tells. The suites around tests are left out; a diagnostic belongs to the test that ended before it. */
function toldBy(event: TestEvent, lastTest: string): Told | undefined {
  if (event.type === 'test:diagnostic') return { type: 'figure', test: lastTest, text: event.data.message };
  if (event.type !== 'test:pass' && event.type !== 'test:fail') return undefined;
  const { name: test, details } = event.data;
  if (details.type === 'suite') return undefined;
  if (event.type === 'test:fail') return { type: 'failed', test, reason: reasonOf(event.data.details.error) };
  return { type: (event.data.skip ?? event.data.todo) ? 'skipped' : 'passed', test };
}

/** The error that the test threw, rather than the runner's that wraps it. */
function reasonOf(error: Error): string {
  return inspect(error.cause instanceof Error ? error.cause : error, { depth: 3 });
}
