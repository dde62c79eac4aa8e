import type { ContactAdapter } from '../core/adapter.js';
import { startTimer } from '../core/clock.js';
import type { Clock } from '../core/clock.js';
import { ownValue } from '../core/own-value.js';
import { RESOURCES } from './endpoints.js';
import type { Resource } from './endpoints.js';
import { corsHeaders, demandOwnOrigin, preflightHeaders } from './origin.js';
import { isText, PATCH_LIMITS } from '../core/patch-errors.js';
import { problemFor, Refusal } from './problem.js';
import { decodeName } from './request.js';

/**
 * The adapter for one request, already bound to who is asking: it shows, and changes, only what that person may see and
 * change. Throws `ContactError` of code `unauthenticated` where nobody is signed in. Must leave the request's body unread.
 */
export type AdapterFor = (request: Request) => ContactAdapter | Promise<ContactAdapter>;

/** How a `contactHandler` is mounted. */
export interface ContactHandlerOptions {
  /** Path of the contract on this server, such as `/api`; empty, the default, where a router has taken it off already. */
  readonly base?: string;
  /** Origins besides our own, such as `https://crm.example`, whose pages may use this contract with their credentials. */
  readonly allowedOrigins?: readonly string[];
  /** Called with every failure that is answered with a status of 500 and above: for a log, because the client learns little. */
  readonly onError?: (error: unknown, request: Request) => void;
  /** Times the heartbeat of event streams: the platform's timer by default. */
  readonly clock?: Clock;
}

interface Target {
  readonly resource: Resource;
  readonly names: readonly string[];
}

const SAFETY = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/**
 * Serves any adapter over the HTTP contract of `openapi.yaml`: the dual of `httpAdapter`, for every server that speaks
 * `Request` and `Response`. Never throws: whatever goes wrong is answered with a problem document that tells no secrets.
 */
export function contactHandler(
  adapterFor: AdapterFor,
  options: ContactHandlerOptions = {},
): (request: Request) => Promise<Response> {
  const { base = '', allowedOrigins = [], onError, clock = startTimer } = options;

  const answer = async (request: Request, target: Target | undefined): Promise<Response> => {
    if (!target) throw new Refusal(404, 'There is nothing at this URL', { code: 'not-found' });
    const { methods } = target.resource;
    if (request.method === 'OPTIONS') return answerOptions(request, allow(methods));
    demandOwnOrigin(request, allowedOrigins);
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const endpoint = ownValue(methods, method);
    if (!endpoint) throw notAllowed(allow(methods));
    const adapter = await adapterFor(request);
    if (!endpoint.isOffered(adapter)) throw notAllowed(allow(methods, adapter));
    const [id = '', item = ''] = target.names;
    return endpoint.answer({ adapter, request, id, item, clock });
  };

  const fail = (thrown: unknown, request: Request, target: Target | undefined): Response => {
    const response = problemFor(thrown, target?.names[0]);
    try {
      if (response.status >= 500 && !request.signal.aborted) onError?.(thrown, request);
    } catch {
      // A log that fails must not cost the client its answer.
    }
    return response;
  };

  return async (request) => {
    const target = targetOf(request, base);
    const response = await answer(request, target).catch((thrown: unknown) => fail(thrown, request, target));
    const headers = Object.entries({ ...SAFETY, ...corsHeaders(request, allowedOrigins) });
    for (const [name, value] of headers) response.headers.set(name, value);
    return request.method === 'HEAD' ? withoutBody(response) : response;
  };
}

/** What a URL leads to; `undefined` where there is nothing, or where a name in it is no name that a source can have. */
function targetOf(request: Request, base: string): Target | undefined {
  const { pathname } = new URL(request.url);
  const root = `${base.replace(/\/$/, '')}/`;
  const parts = pathname.startsWith(root) ? pathname.slice(root.length).split('/') : [];
  const resource = RESOURCES.find(
    ({ path }) => path.length === parts.length && path.every((part, at) => part === '*' || part === parts[at]),
  );
  const names = parts.filter((_, at) => resource?.path[at] === '*').map((part) => decodeName(part) ?? '');
  return resource && names.every((name) => name && isText(name, PATCH_LIMITS.name)) ? { resource, names } : undefined;
}

/** The value of the `Allow` header: all methods of a URL, or those that an adapter offers. */
function allow(methods: Resource['methods'], adapter?: ContactAdapter): string {
  const offered = Object.entries(methods).filter(([, endpoint]) => !adapter || endpoint.isOffered(adapter));
  return [...offered.flatMap(([method]) => (method === 'GET' ? ['GET', 'HEAD'] : [method])), 'OPTIONS'].join(', ');
}

function notAllowed(methods: string): Refusal {
  return new Refusal(405, 'This is not offered', { code: 'forbidden', headers: { allow: methods } });
}

function answerOptions(request: Request, methods: string): Response {
  return new Response(null, { status: 204, headers: { allow: methods, ...preflightHeaders(request, methods) } });
}

async function withoutBody(response: Response): Promise<Response> {
  await response.body?.cancel();
  return new Response(null, response);
}
