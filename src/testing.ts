/**
 * What tests import: for authors of adapters the contract as data, and a source in memory that can fail on demand; for authors of
 * pages what does in a panel what a person does.
 */
export { adapterContract } from './contract/adapter-contract.js';
export type { AdapterUnderTest, ContractCase, ContractOutcome, MakeAdapter, Trait } from './contract/adapter-contract.js';
export { stopTime } from './store/store-registry.js';
export { memoryAdapter } from './memory/memory-adapter.js';
export type { Call, Fault, MemoryOptions, MemorySeed, Operation } from './memory/memory-adapter.js';
export { panelDriver } from './element/panel-driver.js';
export type { PanelDriver } from './element/panel-driver.js';
