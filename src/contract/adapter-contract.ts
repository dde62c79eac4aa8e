import { blocking } from './blocking.js';
import { channels } from './channels.js';
import { deleting } from './deleting.js';
import type { ContractCase } from './contract-case.js';
import { entries } from './entries.js';
import { merging } from './merging.js';
import { reading } from './reading.js';
import { saving } from './saving.js';
import { suggesting } from './suggesting.js';
import { tags } from './tags.js';
import { versions } from './versions.js';
import { watching } from './watching.js';

export type { AdapterUnderTest, ContractCase, ContractOutcome, MakeAdapter, Trait } from './contract-case.js';

/**
 * Everything that must be true of an adapter, for its author to run in any test runner: one test for each case, named
 * `name`, that awaits `run(makeAdapter)`. It rejects where the sentence is not true of the adapter. Where the case does
 * not apply it answers with what is `missing`: show that, so that nobody takes it for a success.
 */
export const adapterContract: readonly ContractCase[] = [
  ...reading,
  ...saving,
  ...versions,
  ...entries,
  ...tags,
  ...blocking,
  ...channels,
  ...suggesting,
  ...deleting,
  ...merging,
  ...watching,
];
