import { contactHandler } from 'contact-details/server.js';
import type { Context, Handler } from 'hono';
import { postgresAdapter } from '../contacts/postgres-adapter.js';
import type { ContactSource } from '../contacts/postgres-adapter.js';
import type { Sessions } from './session.js';
import type { Streams } from './streams.js';

export interface ContactApiOptions extends ContactSource {
  readonly base: string;
  readonly sessions: Sessions;
  readonly streams: Streams;
  readonly onError?: (error: unknown) => void;
}

/** The contact contract, for whoever is signed in. An event stream counts among its reader's, and ends when they lose it. */
export function contactApi({ base, sessions, streams, onError, ...source }: ContactApiOptions): Handler {
  const options = { base, ...(onError ? { onError } : {}) };

  const stream = async (context: Context): Promise<Response> => {
    const { url, headers, method, signal } = context.req.raw;
    let own: AbortController | undefined;
    const ended = new AbortController();
    const end = (): void => {
      own?.abort();
      ended.abort();
    };
    signal.addEventListener('abort', end, { once: true });
    const adapterFor = async () => {
      const member = await sessions.demand(context);
      own = streams.open(member.id);
      own.signal.addEventListener('abort', end);
      if (signal.aborted) end();
      return postgresAdapter(source, member, end);
    };
    const response = await contactHandler(adapterFor, options)(new Request(url, { method, headers, signal: ended.signal }));
    const isStream = response.body && response.headers.get('content-type') === 'text/event-stream';
    if (!isStream) end();
    return isStream ? new Response(whenOver(response.body, end), response) : response;
  };

  return (context) => {
    if (context.req.path.endsWith('/events')) return stream(context);
    const adapterFor = async () => postgresAdapter(source, await sessions.current(context));
    return contactHandler(adapterFor, options)(context.req.raw);
  };
}

/** The same body, with a call when it has ended or nobody reads it any more. */
function whenOver(body: ReadableStream<Uint8Array>, onOver: () => void): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { value, done } = await reader.read();
        if (value) return controller.enqueue(value);
        if (!done) return;
        onOver();
        controller.close();
      },
      async cancel(reason) {
        onOver();
        await reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}
