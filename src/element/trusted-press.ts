/** Whether a test acts in place of a person. */
let isActing = false;

/** Whether an event comes from a person, and not from a script of the page. */
export function isTrusted(event: Event): boolean {
  return event.isTrusted || isActing;
}

/** Has what a function presses count as pressed by a person. For `contact-details/testing.js`. */
export function actAsPerson(act: () => void): void {
  isActing = true;
  try {
    act();
  } finally {
    isActing = false;
  }
}
