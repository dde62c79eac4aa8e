import { linearTest } from '../core/linear-test.js';
import { matchesPattern as matches } from '../core/pattern.js';

/** Whether a text matches the pattern of a field definition, as the panel understands patterns; it never takes long. */
export function matchesPattern(text: string, pattern: string): boolean {
  return matches(text, pattern, linearTest);
}
