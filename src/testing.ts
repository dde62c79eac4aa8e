export { adapterContract } from './adapters/contract.js';
export type { AdapterUnderTest, ContractCase, ContractOutcome, MakeAdapter, Trait } from './adapters/contract.js';
export { memoryAdapter } from './adapters/memory.js';
export type { Call, Fault, MemoryOptions, MemorySeed, Operation } from './adapters/memory.js';
