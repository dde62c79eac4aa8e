import { expect } from '@open-wc/testing';
import { contactHandler } from '../../src/server/handler.js';
import { memoryAdapter } from '../../src/memory/memory-adapter.js';
import { isChromium } from '../support/page.js';
import { until } from '../support/until.js';
import type { TabWindow } from './tab.js';
import { ANA, BEN } from './kit.js';

/** The server of both tabs, in this page: it knows which tab has which streams open. */
function server() {
  const source = memoryAdapter({ contacts: [ANA, BEN] });
  const handler = contactHandler(() => source, { base: '/api' });
  const streams = new Map<string, number>();
  const fetchFor = (tab: string) => (request: Request) => {
    if (new URL(request.url).pathname.endsWith('/events')) {
      streams.set(tab, (streams.get(tab) ?? 0) + 1);
      request.signal.addEventListener('abort', () => streams.set(tab, (streams.get(tab) ?? 0) - 1));
    }
    return handler(request);
  };
  const open = (): number => [...streams.values()].reduce((sum, count) => sum + count, 0);
  return { source, streams, fetchFor, open };
}

/** Opens a frame of this origin, which has locks, channels and modules of its own as a tab has. */
async function openTab(): Promise<{ readonly tab: TabWindow; readonly close: () => void }> {
  const frame = document.createElement('iframe');
  const page = `<!doctype html><html lang="en"><head><title>Tab</title><base href="${location.origin}/" />
    <script type="module" src="${new URL('./tab.ts', import.meta.url).href}"></script></head><body></body></html>`;
  const url = URL.createObjectURL(new Blob([page], { type: 'text/html' }));
  frame.src = url;
  document.body.append(frame);
  const tab = await until(() => {
    const { contactTab } = frame.contentWindow as unknown as Partial<{ contactTab: TabWindow }>;
    return contactTab;
  }, 'the tab to be ready');
  URL.revokeObjectURL(url);
  return { tab, close: () => frame.remove() };
}

if (isChromium) {
  describe('two tabs of one browser', () => {
    it('have one stream between them, tell each other, and the one takes over from the other', async () => {
      const { source, streams, fetchFor, open } = server();
      const [first, second] = [await openTab(), await openTab()];
      try {
        const session = `test ${Math.random()}`;
        first.tab.show({ contactId: ANA.id, session, fetch: fetchFor('first') });
        await until(() => first.tab.name()?.includes('Ana'), 'the first panel');
        await until(() => streams.get('first') === 1, 'the stream of the first tab');
        second.tab.show({ contactId: ANA.id, session, fetch: fetchFor('second') });
        await until(() => second.tab.name()?.includes('Ana'), 'the second panel');

        const write = () => ({ key: crypto.randomUUID(), signal: new AbortController().signal });
        const changed = performance.now();
        await source.save(ANA.id, { firstName: 'Anouk' }, write());
        await until(() => [first, second].every(({ tab }) => tab.name()?.includes('Anouk')), 'both to show the change');
        expect(performance.now() - changed).to.be.below(1000);
        expect(streams.get('second') ?? 0).to.equal(0);
        expect(open()).to.equal(1);

        first.close();
        await source.save(ANA.id, { firstName: 'Amélie' }, write());
        await until(() => second.tab.name()?.includes('Amélie'), 'the change that came after the leader’s death');
        expect(streams.get('second')).to.equal(1);
      } finally {
        first.close();
        second.close();
      }
    });

    it('of two sessions have nothing to do with each other', async () => {
      const { streams, fetchFor } = server();
      const [first, second] = [await openTab(), await openTab()];
      try {
        first.tab.show({ contactId: ANA.id, session: `one ${Math.random()}`, fetch: fetchFor('first') });
        second.tab.show({ contactId: ANA.id, session: `two ${Math.random()}`, fetch: fetchFor('second') });
        await until(() => streams.get('first') === 1 && streams.get('second') === 1, 'a stream for each session');
      } finally {
        first.close();
        second.close();
      }
    });
  });
}
