/** What authors of adapters import for their tests: the contract as data, and a source in memory that can fail on demand. */
export { adapterContract } from './contract/adapter-contract.js';
export type { AdapterUnderTest, ContractCase, ContractOutcome, MakeAdapter, Trait } from './contract/adapter-contract.js';
export { stopTime } from './store/store-registry.js';
export { memoryAdapter } from './memory/memory-adapter.js';
export type { Call, Fault, MemoryOptions, MemorySeed, Operation } from './memory/memory-adapter.js';
