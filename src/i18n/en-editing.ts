import type { AllMessages, EditingMessages, Messages } from './messages.js';

/** What is said of edits, in English. */
const english: EditingMessages = {
  revealed: (label) => `${label} is now visible.`,
  fieldNotSaved: (label, value) => `${label} wasn't saved${value && `: ${value}`}.`,
  undone: (label) => `Change to ${label} undone.`,
  canUndo: 'You can undo this.',
  fieldNotSavedYet: (label) => `${label} isn't saved yet.`,
  tryingAgain: "We'll keep trying.",
  notAddedYet: (name) => `Tag ${name} isn't added yet.`,
  notRemovedYet: (name) => `Tag ${name} isn't removed yet.`,
  discarded: (label) => `Change to ${label} discarded.`,
  fieldConflict: (label, theirs, by = 'Somebody else') =>
    theirs ? `${by} changed ${label} to ${theirs}.` : `${by} cleared ${label}.`,
  changeNotSaved: "Your change isn't saved.",
  takenBy: (name) => `${name} already has this value.`,
  complaint: (label, complaint) => `${label}: ${complaint}`,
  complaints: {
    required: 'Enter a value.',
    email: 'Enter an email address, like name@example.com.',
    phone: 'Enter a phone number with country code, like +60 12 345 6789.',
    phoneCountryCode: "This country code doesn't exist. Check the digits after the +.",
    phoneTooShort: 'This number is too short.',
    phoneTooLong: 'This number is too long.',
    phoneLength: 'Check the number of digits.',
    pattern: 'Check the format.',
    url: 'Enter a full web address, like https://example.com.',
    number: 'Enter a number, like 1234.5.',
    incomplete: 'Enter a complete date or time that exists.',
    choice: 'Choose an option from the list.',
    tooLong: 'This is too long.',
  },
  twoReadings: (whole, fraction) => `This could mean ${whole} or ${fraction}. Enter one of them.`,
  atLeast: (limit) => `Must be at least ${limit}.`,
  atMost: (limit) => `Must be at most ${limit}.`,
};

/** All texts: what is said of edits is English where the language of the texts has nothing for it. */
export function withEditingMessages(messages: Messages): AllMessages {
  return { ...english, ...messages };
}
