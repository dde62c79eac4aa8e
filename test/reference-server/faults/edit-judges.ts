import type { ContactStore } from '../../../src/store/contact-store.js';
import { EffectJudge } from '../../store/sched/judge-effects.js';
import { FateJudge } from '../../store/sched/judge-fate.js';
import type { Evidence } from '../../store/sched/judge-fate.js';
import { checkShown } from '../../store/sched/judge-shown.js';
import { Violation } from '../../store/sched/violation.js';
import type { RecordedServer } from './recorded-server.js';

/** Judges by the record of a real server what the schedules of the model are judged by. */
export class EditJudges {
  readonly #evidence: Evidence;
  readonly #server: RecordedServer;
  readonly #effects = new EffectJudge();
  readonly #fates = new FateJudge();

  constructor(evidence: Evidence, server: RecordedServer) {
    this.#evidence = evidence;
    this.#server = server;
  }

  /** What can be judged at any time: what is pending is shown. */
  look(stores: readonly ContactStore[]): void {
    for (const { state, contact } of stores) checkShown(state, contact, this.#evidence);
  }

  /** What can be judged once nothing is under way: what has become of every edit. */
  async check(stores: readonly ContactStore[]): Promise<void> {
    const { memory } = this.#evidence.person;
    await this.#server.read(memory);
    this.#effects.check(this.#server.effects, memory);
    for (const { state } of stores) {
      this.#fates.check(state, undefined, this.#evidence);
      for (const change of state.changes) {
        const { error, id } = change;
        // Phone numbers of the schedules are none; of a channel nobody can tell whether it is there while nothing can be read.
        const mayBeRefused =
          change.kind === 'channel-removal' || (change.kind === 'fields' && Object.hasOwn(change.values, 'phone'));
        if (error?.code === 'invalid' && !mayBeRefused)
          throw new Violation('R5', `${id} was refused: its key has been used otherwise`);
      }
    }
    this.look(stores);
  }
}
