import type { AnsweringAdapter, WriteOptions } from '../core/adapter.js';
import { nameSource } from '../core/same-source.js';
import { MemoryNetwork } from './memory-network.js';
import type { MemoryOptions, Operation } from './memory-network.js';
import { copy, MemorySource } from './memory-source.js';
import type { MemorySeed } from './memory-source.js';

export type { Call, Fault, MemoryOptions, Operation } from './memory-network.js';
export type { MemorySeed } from './memory-source.js';

/**
 * A source in memory with every ability, for demos and tests: versions, conflicts, idempotency, folded tags, unique email
 * and phone, live updates and, on demand, a bad network.
 */
export function memoryAdapter(seed: MemorySeed, options: MemoryOptions = {}): Required<AnsweringAdapter> {
  const source = new MemorySource(seed);
  const network = new MemoryNetwork(options);

  const read = <T>(operation: Operation, id: string | undefined, signal: AbortSignal, work: () => T): Promise<T> =>
    network.carry(operation, id, signal, () => copy(work()));

  const write = async <T, P>(
    operation: Operation,
    id: string,
    payload: P,
    { key, signal }: WriteOptions,
    work: (payload: P) => T,
  ): Promise<T> => {
    const sent = copy(payload);
    return read(operation, id, signal, () => source.once(key, [operation, id, sent], () => work(sent)));
  };

  const adapter: Required<AnsweringAdapter> = {
    load: (id, { signal }) => read('load', id, signal, () => source.snapshot(id)),
    save: (id, patch, options) => write('save', id, patch, options, (sent) => source.save(id, sent, options.version)),
    saveEntry: (id, list, value, patch, options) =>
      write('saveEntry', id, [list, value, patch] as const, options, (sent) => source.setEntry(id, ...sent)),
    removeEntry: (id, list, value, options) =>
      write('removeEntry', id, [list, value] as const, options, (sent) => source.setEntry(id, ...sent)),
    addTag: (id, tag, options) => write('addTag', id, tag, options, (sent) => source.addTag(id, sent)),
    removeTag: (id, tagId, options) => write('removeTag', id, tagId, options, (sent) => source.removeTag(id, sent)),
    setBlocked: (id, isBlocked, options) => write('setBlocked', id, isBlocked, options, (sent) => source.setBlocked(id, sent)),
    removeChannel: (id, channelId, options) =>
      write('removeChannel', id, channelId, options, (sent) => source.removeChannel(id, sent)),
    delete: (id, options) => write('delete', id, null, options, () => source.delete(id, options.version)),
    suggestDuplicates: (id, { query, limit, signal }) =>
      read('suggestDuplicates', id, signal, () => source.findDuplicates(id, query, limit)),
    merge: (id, otherId, choices, { otherVersion, ...options }) =>
      write('merge', id, { otherId, choices }, options, ({ choices: sent }) =>
        source.merge(id, otherId, sent, { version: options.version, otherVersion }),
      ),
    suggestTags: (query, { limit, signal }) => read('suggestTags', undefined, signal, () => source.findTags(query, limit)),
    suggestOptions: (fieldKey, query, { limit, signal }) =>
      read('suggestOptions', undefined, signal, () => source.findOptions(fieldKey, query, limit)),
    watch: (id, onChange) => source.watch(id, onChange),
  };
  return nameSource(adapter, source);
}
