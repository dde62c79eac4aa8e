import type { EditQueue } from '../../../src/store/edit-queue.js';
import type { storeFor } from '../../../src/store/store-registry.js';

/** What is under test: the core as it is, or a copy of it with a race planted into it. */
export interface Core {
  readonly storeFor: typeof storeFor;
  readonly EditQueue: Pick<typeof EditQueue, 'of'>;
}
