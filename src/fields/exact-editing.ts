/** What it takes to edit numbers, dates and times exactly: one chunk, loaded when one of them is edited. */
export { dateEditing, datetimeEditing, timeEditing } from './date-editing.js';
export { numberEditing } from './number-editing.js';
