import type { DuplicateReason } from '../core/adapter.js';
import type { Provenance, StandardKey } from '../core/contact.js';
import type { ErrorCode } from '../core/error.js';
import type { Complaint } from '../core/field-type.js';

/**
 * Every text that the panel says by itself. Texts with a place for data are functions; what they are given is already
 * isolated against text of another direction. Override single ones by the element's `messages` property.
 */
export interface Messages {
  /** BCP 47 tag of the language that these texts are in. */
  readonly lang: string;
  /** Beside the name. */
  readonly blocked: string;
  readonly unnamed: string;
  readonly contactId: string;
  readonly contactDetails: string;
  readonly noContact: string;
  readonly loading: string;
  readonly notFound: string;
  readonly deleted: string;
  /** In place of a contact that is part of another one, and the button that leads there. */
  readonly merged: string;
  readonly openMerged: string;
  readonly notUpdated: string;
  readonly partMissing: string;
  readonly tryAgain: string;
  readonly channels: string;
  readonly channelStates: Readonly<Record<'active' | 'inactive' | 'unavailable', string>>;
  readonly connectedSince: (date: string) => string;
  /** Opens the conversation on a channel; has the channel's name in it as it is. */
  readonly openChannel: (name: string) => string;
  /** Name of a button; has the channel's name in it as it is. */
  readonly removeChannel: (name: string) => string;
  readonly startConversation: string;
  readonly moreChannels: (count: number) => string;
  readonly fields: Readonly<Record<StandardKey, string>>;
  readonly statuses: Readonly<Record<string, string>>;
  /** Of what an email address or a phone number is, by the words that sources keep. */
  readonly entryLabels: Readonly<Record<string, string>>;
  /** Of the one of several that is used first. */
  readonly primary: string;
  readonly noValue: string;
  /** Of a field that has to have a value. */
  readonly required: string;
  readonly yes: string;
  readonly no: string;
  readonly hidden: string;
  readonly unassigned: string;
  readonly tags: string;
  readonly noTags: string;
  readonly addTag: string;
  readonly removeTag: (name: string) => string;
  readonly moreActions: string;
  readonly editName: string;
  readonly edit: (label: string) => string;
  readonly copy: (label: string) => string;
  /** Before the names of fields without a value, each a button. */
  readonly add: string;
  /** Name of such a button. */
  readonly addField: (label: string) => string;
  readonly reveal: (label: string) => string;
  readonly findField: string;
  readonly noFields: string;
  readonly fieldsLeft: (count: number) => string;
  readonly errors: Readonly<Record<ErrorCode, string>>;

  readonly name: string;
  readonly saveField: (label: string) => string;
  readonly copied: (label: string) => string;
  readonly copyFailed: (label: string) => string;
  /** Where a value comes from, by its source; has what that is called, where that is known. */
  readonly provenance: Readonly<Record<Provenance['source'], (by?: string) => string>>;
  /** The same, with how long ago: "3 days ago". */
  readonly provenanceSince: (from: string, ago: string) => string;
  readonly openContact: (name: string) => string;
  readonly keepEditing: string;
  readonly cancel: string;
  readonly cancelField: (label: string) => string;
  readonly saved: (label: string) => string;
  readonly undoShort: string;
  readonly undo: (what: string) => string;
  /** In the corner of the row that was saved, before the button that undoes it. */
  readonly savedShort: string;
  readonly waitingForConnection: string;
  /** For the whole panel: how many edits are not saved and of what, or how many wait for a connection; two at least. */
  readonly unsaved: (count: number, names: string) => string;
  readonly unsavedOffline: (count: number) => string;
  readonly tryingAgain: string;
  readonly discardAll: string;
  readonly notAdded: (name: string) => string;
  readonly notRemoved: (name: string) => string;
  /** Name of a button that says what to do, and not of what. */
  readonly buttonOf: (text: string, label: string) => string;
  readonly discard: string;
  readonly conflict: (theirs: string, by?: string) => string;
  readonly numberIsFrom: (country: string) => string;
  readonly suggests: (from: string, value: string) => string;
  readonly set: (label: string) => string;
  readonly ignore: string;
  readonly keepMine: (mine: string) => string;
  readonly useTheirs: string;
  readonly revealed: (label: string) => string;
  readonly fieldNotSaved: (label: string, value: string) => string;
  readonly undone: (label: string) => string;
  readonly canUndo: string;
  readonly fieldNotSavedYet: (label: string) => string;
  readonly notAddedYet: (name: string) => string;
  readonly notRemovedYet: (name: string) => string;
  readonly discarded: (label: string) => string;
  readonly fieldConflict: (label: string, theirs: string, by?: string) => string;
  readonly changeNotSaved: string;
  readonly takenBy: (name: string) => string;
  readonly complaint: (label: string, complaint: string) => string;
  readonly complaints: Readonly<Record<Complaint, string>>;
  readonly twoReadings: (whole: string, fraction: string) => string;
  readonly atLeast: (limit: string) => string;
  readonly atMost: (limit: string) => string;

  /** What the word is called that says what an email address or a phone number is for. */
  readonly entryLabel: string;
  readonly makePrimary: string;
  readonly remove: string;
  readonly removedShort: string;
  readonly entryAdded: (value: string) => string;
  readonly entryRemoved: (value: string) => string;
  readonly entryIsPrimary: (value: string) => string;
  readonly entryNotRemoved: (value: string) => string;
  readonly entryNotRemovedYet: (value: string) => string;
  readonly entryExists: string;

  readonly createTag: (name: string) => string;
  readonly tagAdded: (name: string) => string;
  readonly tagRemoved: (name: string) => string;
  readonly tagTooLong: (limit: number) => string;
  /** Where a contact has more tags than the host thinks good. */
  readonly tagsEnough: (limit: number) => string;
  readonly tagExists: (name: string) => string;
  readonly cannotCreateTags: string;
  readonly meant: (names: string) => string;
  readonly suggestions: (count: number) => string;
  readonly noSuggestions: string;
  readonly suggestionsFailed: string;
  readonly search: string;
  readonly searching: string;
  readonly noMatches: string;
  readonly assignToMe: string;

  readonly viewMessages: string;
  readonly blockContact: string;
  readonly unblockContact: string;
  readonly blockTitle: (name: string) => string;
  /** What blocking means. */
  readonly blockWarning: string;
  readonly contactBlocked: (name: string) => string;
  readonly contactUnblocked: (name: string) => string;
  readonly notBlocked: (name: string) => string;
  readonly notUnblocked: (name: string) => string;
  readonly notBlockedYet: (name: string) => string;
  readonly notUnblockedYet: (name: string) => string;
  /** On the button of the dialog. */
  readonly removeChannelShort: string;
  readonly removeChannelTitle: (channel: string) => string;
  /** What that means for the contact of this name: the history stays. */
  readonly removeChannelWarning: (name: string) => string;
  readonly channelRemoved: (name: string) => string;
  readonly channelNotRemoved: (name: string) => string;
  readonly channelNotRemovedYet: (name: string) => string;
  readonly exportContact: string;
  readonly mergeContact: string;
  readonly mergeWith: (name: string) => string;
  /** The dialog while the other contact is being found, and while both are compared. */
  readonly mergeWithTitle: (name: string) => string;
  readonly mergeTitle: (name: string, other: string) => string;
  readonly findContact: string;
  readonly maybeSame: string;
  readonly noDuplicates: string;
  readonly duplicateReasons: Readonly<Record<DuplicateReason, string>>;
  readonly mergeWarning: string;
  /** While edits are not saved yet that the comparison is to show. */
  readonly mergeWaits: string;
  readonly mergeChanged: string;
  readonly changedJustNow: string;
  readonly otherMissing: string;
  readonly picture: string;
  readonly thisContact: string;
  readonly otherContact: string;
  readonly staysAsIs: string;
  readonly tagsOfBoth: string;
  readonly back: string;
  readonly merge: string;
  readonly merging: string;
  readonly mergedWith: (name: string) => string;
  readonly deleteContact: string;
  readonly deleteTitle: (name: string) => string;
  readonly deleteWarning: string;
  /** The same, where it is known how many messages there are, and perhaps conversations. */
  readonly deleteWarningCounted: (messages: number, conversations?: number) => string;
  readonly deleting: string;
  /** What the list of keys is called, and what the key does that shows it. */
  readonly shortcuts: string;
}
