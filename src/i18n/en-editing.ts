import type { EditingMessages } from './messages.js';

/** English, for editing: comes with the editors. */
export const messages: EditingMessages = {
  save: 'Save',
  cancel: 'Cancel',
  saved: (label) => `${label} saved`,
  notSaved: (what) => `Not saved: ${what}`,
  notAdded: (name) => `Tag ${name} was not added`,
  notRemoved: (name) => `Tag ${name} was not removed`,
  editAgain: 'Edit',
  discard: 'Discard',
  conflict: (theirs) => `Somebody else changed this to ${theirs}`,
  keepMine: (mine) => `Keep ${mine}`,
  useTheirs: 'Use theirs',
  complaints: {
    required: 'This field needs a value.',
    email: 'Enter an address like name@example.com.',
    phone: 'Enter a number with country code, like +60 12 345 6789.',
    pattern: 'This does not have the expected form.',
    tooLong: 'This is too long.',
  },

  createTag: (name) => `Create tag ${name}`,
  tagAdded: (name) => `Tag ${name} added`,
  tagRemoved: (name) => `Tag ${name} removed`,
  tagTooLong: (limit) => `A tag can have ${limit} characters at most.`,
  tagExists: (name) => `The contact has the tag ${name} already.`,
  cannotCreateTags: 'You can only choose from existing tags.',
  suggestions: (count) => (count === 1 ? '1 suggestion' : `${count} suggestions`),
  noSuggestions: 'No matching tags',
  suggestionsFailed: 'Suggestions are not available right now.',

  viewMessages: 'View Messages',
  deleteContact: 'Delete Contact',
  deleteTitle: (name) => `Delete ${name}?`,
  deleteWarning: 'All messages with this contact are deleted too. This cannot be undone.',
  deleteConfirm: 'Delete contact',
  deleting: 'Deleting…',
};
