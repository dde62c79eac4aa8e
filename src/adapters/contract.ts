import { deleting } from './contract/deleting.js';
import type { ContractCase } from './contract/kit.js';
import { reading } from './contract/reading.js';
import { saving } from './contract/saving.js';
import { suggesting } from './contract/suggesting.js';
import { tags } from './contract/tags.js';
import { versions } from './contract/versions.js';
import { watching } from './contract/watching.js';

export type { AdapterUnderTest, ContractCase, ContractOutcome, MakeAdapter, Trait } from './contract/kit.js';

/**
 * Everything that must be true of an adapter, for its author to run in any test runner: one test for each case, named
 * `name`, that awaits `run(makeAdapter)`. It rejects where the sentence is not true of the adapter. Where the case does
 * not apply it answers with what is `missing`: show that, so that nobody takes it for a success.
 */
export const adapterContract: readonly ContractCase[] = [
  ...reading,
  ...saving,
  ...versions,
  ...tags,
  ...suggesting,
  ...deleting,
  ...watching,
];
