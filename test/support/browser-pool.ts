import type { BrowserLauncher, SessionResult } from '@web/test-runner-core';
import type { Slots } from './slots.js';

/** A launcher as web-test-runner's commands need it: they ask for the page of a session. */
export interface Launcher extends BrowserLauncher {
  getPage(sessionId: string): object;
}

/**
 * Several browsers of one kind as one launcher for web-test-runner. Each runs one page at a time, so that no page takes the
 * focus from another; each page waits for a slot, so that the machine has no more to do than it can.
 */
export class BrowserPool implements Launcher {
  readonly name: string;
  readonly type: string;
  readonly concurrency = Number.MAX_SAFE_INTEGER;
  readonly #open: () => Launcher;
  readonly #takeSlot: (sessionId: string) => ReturnType<Slots['take']>;
  readonly #all: Launcher[];
  readonly #idle: Launcher[];
  readonly #running = new Map<string, { readonly launcher: Launcher; readonly giveBack: () => void }>();
  readonly #starts = new Map<string, number>();
  #setUp: Parameters<NonNullable<BrowserLauncher['initialize']>> | undefined;

  /**
   * @param open makes a launcher of one browser
   * @param takeSlot waits until a session may start
   */
  constructor(open: () => Launcher, takeSlot: (sessionId: string) => ReturnType<Slots['take']>) {
    const first = open();
    this.name = first.name;
    this.type = first.type;
    this.#open = open;
    this.#takeSlot = takeSlot;
    this.#all = [first];
    this.#idle = [first];
  }

  async initialize(...setUp: Parameters<NonNullable<BrowserLauncher['initialize']>>): Promise<void> {
    this.#setUp = setUp;
    for (const launcher of this.#all) await launcher.initialize?.(...setUp);
  }

  async startSession(sessionId: string, url: string): Promise<void> {
    const giveBack = await this.#takeSlot(sessionId);
    const launcher = this.#idle.pop() ?? (await this.#openAnother());
    this.#running.set(sessionId, { launcher, giveBack });
    this.#starts.set(sessionId, performance.now());
    try {
      await launcher.startSession(sessionId, url);
    } catch (error) {
      if (!launcher.isActive(sessionId)) this.#end(sessionId);
      throw error;
    }
  }

  async stopSession(sessionId: string): Promise<SessionResult> {
    try {
      return await this.#launcherOf(sessionId).stopSession(sessionId);
    } finally {
      this.#end(sessionId);
    }
  }

  isActive(sessionId: string): boolean {
    return this.#running.get(sessionId)?.launcher.isActive(sessionId) ?? false;
  }

  getPage(sessionId: string): object {
    return this.#launcherOf(sessionId).getPage(sessionId);
  }

  getBrowserUrl(sessionId: string): ReturnType<BrowserLauncher['getBrowserUrl']> {
    return this.#launcherOf(sessionId).getBrowserUrl(sessionId);
  }

  startDebugSession(): Promise<void> {
    return Promise.reject(new Error('Debug with npm run test:browser'));
  }

  async stop(): Promise<void> {
    for (const launcher of this.#all) await launcher.stop?.();
  }

  /** For how many seconds a session has run; waiting for its start does not count. */
  secondsOf(sessionId: string): number {
    const start = this.#starts.get(sessionId);
    return start === undefined ? 0 : (performance.now() - start) / 1000;
  }

  async #openAnother(): Promise<Launcher> {
    const launcher = this.#open();
    this.#all.push(launcher);
    if (this.#setUp) await launcher.initialize?.(...this.#setUp);
    return launcher;
  }

  #launcherOf(sessionId: string): Launcher {
    const running = this.#running.get(sessionId);
    if (!running) throw new Error(`No page for session ${sessionId}`);
    return running.launcher;
  }

  #end(sessionId: string): void {
    const running = this.#running.get(sessionId);
    if (!running) return;
    this.#running.delete(sessionId);
    this.#idle.push(running.launcher);
    running.giveBack();
  }
}
