/** One promise of reliability, and what keeps it. */
export interface ReliabilityPromise {
  readonly id: string;
  readonly promise: string;
  /** The test files that would fail if it were broken. */
  readonly files: readonly string[];
  /** What of it is not kept, or kept and not proven. */
  readonly open?: string;
}

const SCHED = 'test/store/sched.test.ts';
const FAULTS = 'test/reference-server/faults.test.ts';

/** What the panel promises when things go wrong. `npm run reliability` makes `docs/reliability.md` of it, and of real runs. */
export const PROMISES: readonly ReliabilityPromise[] = [
  {
    id: 'R1',
    promise: 'Every committed edit ends as saved, replaced by its author, kept as failed, or shown as a conflict',
    files: [SCHED, FAULTS, 'test/store/edits.test.ts', 'test/element/unsaved.test.ts'],
    open: '`npm test` runs 10,000 schedules, continuous integration 100,000; 1,000,000 are a matter of `npm run soak`',
  },
  {
    id: 'R2',
    promise: 'Never one contact under the id of another; an edit goes to the contact that it was typed in',
    files: [SCHED, 'test/element/switching.test.ts'],
  },
  {
    id: 'R3',
    promise: 'A pending edit stays visible until it is settled; a failure undoes its own field only',
    files: [SCHED, 'test/element/unsaved.test.ts', 'test/element/element-schedules.test.ts'],
  },
  {
    id: 'R4',
    promise: 'Nobody’s change that the person never saw is overwritten; edits of different fields merge without a question',
    files: [SCHED, FAULTS, 'test/reference-server/atomicity.test.ts'],
  },
  {
    id: 'R5',
    promise: 'One tag, one save, one delete, one merge for each intent',
    files: [
      SCHED,
      FAULTS,
      'test/element/field-editing.test.ts',
      'test/element/delete-dialog.test.ts',
      'test/reference-server/atomicity.test.ts',
    ],
  },
  { id: 'R6', promise: 'Edits of one contact arrive in order; contacts do not block each other', files: [SCHED] },
  {
    id: 'R7',
    promise: 'Retries only where they are safe: with jitter, not before `Retry-After`, never after other refusals',
    files: [SCHED, 'test/store/retry.test.ts', 'test/http/http-adapter.test.ts', 'test/http/live.test.ts'],
  },
  {
    id: 'R8',
    promise: 'Nothing waits for ever: 10 seconds for a read, 15 for a write',
    files: ['test/core/clock.test.ts', 'test/store/hostile-adapters.test.ts'],
  },
  {
    id: 'R9',
    promise: 'Removing, moving and adding the element again, in any state: no error, no lost edit',
    files: [SCHED, 'test/element/element-schedules.test.ts', 'test/element/switching.test.ts'],
  },
  {
    id: 'R10',
    promise: 'Drafts survive switching, reload and crash; a page is asked about before it is left only with edits nobody keeps',
    files: [
      'test/element/switching.test.ts',
      'test/store/saved-edits.test.ts',
      'test/persistence/indexed-db.test.ts',
      'test/persistence/element.test.ts',
      'test/element/leaving.test.ts',
      'test/e2e/reload.test.ts',
      'test/e2e/tabs.test.ts',
    ],
    open: 'reload and crash only where the host sets `persistence`; how much of the last moment is lost, within 300 ms, is shown with the figures and fails nothing',
  },
  {
    id: 'R11',
    promise: 'Offline: edits queue, say so, survive a reload, and go out in order; a delete never waits',
    files: [
      'test/store/offline.test.ts',
      'test/store/saved-edits.test.ts',
      'test/e2e/offline.test.ts',
      'test/store/missing-code.test.ts',
    ],
    open: 'what survives a reload does so only where the host sets `persistence`',
  },
  {
    id: 'R12',
    promise:
      'Tabs agree within a second; a draft in another tab is left alone; what a tab that dies has left is sent by another',
    files: [
      'test/http/shared-live.test.ts',
      'test/element/one-connection.test.ts',
      'test/store/saved-edits.test.ts',
      'test/persistence/indexed-db.test.ts',
      'test/e2e/tabs.test.ts',
    ],
    open: 'each tab sends its own edits: one alone sends those of all only where the others are gone; how fast they agree is shown with the figures and fails nothing',
  },
  {
    id: 'R13',
    promise: 'Live updates never move what is being edited; versions never go back; gaps are read again',
    files: [
      'test/http/live-schedules.test.ts',
      'test/http/shared-live.test.ts',
      'test/server/event-response.test.ts',
      'test/server/events-response.test.ts',
      'test/reference-server/live-updates.test.ts',
      'test/element/live-updates.test.ts',
    ],
  },
  {
    id: 'R14',
    promise: 'Tags, options, picture or permissions that fail leave the rest usable',
    files: ['test/element/failing-parts.test.ts', 'test/element/tag-limits.test.ts'],
  },
  {
    id: 'R15',
    promise:
      'Each error code has a text, and a way out; what was typed is kept; it is announced once; events carry no personal data',
    files: [SCHED, 'test/element/error-codes.test.ts', 'test/element/announcements.test.ts'],
  },
  {
    id: 'R16',
    promise: 'Deleting needs the right, a dialog that names the contact and a second press; it is one request',
    files: [
      'test/element/menu.test.ts',
      'test/element/delete-dialog.test.ts',
      'test/store/delete.test.ts',
      'test/reference-server/permissions.test.ts',
    ],
  },
  {
    id: 'R17',
    promise: 'No leaks: a thousand times in, used and out again, with less than 1 KB left of each',
    files: ['test/element/leaks.test.ts'],
    open: 'of nodes and listeners a few are left, and they do not grow in number: the browser keeps the last panels for a while',
  },
  {
    id: 'R18',
    promise: 'All adapters keep one contract; hostile ones are survived',
    files: ['test/contract/contract.test.ts', 'test/reference-server/contract.test.ts', 'test/store/hostile-adapters.test.ts'],
  },
  {
    id: 'R19',
    promise: 'Malformed data is survived',
    files: ['test/core/parse.test.ts', 'test/http/fuzz.test.ts', 'test/element/hostile-data.test.ts'],
  },
  { id: 'R20', promise: 'The suite can see: each planted race is found', files: ['test/store/planted.test.ts'] },
];
