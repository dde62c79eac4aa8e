import { Refusal } from './problem.js';

const CHANGING = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * Refuses changes that another site makes a browser send with the person's cookies. Browsers say where a request comes
 * from; what is not a browser says nothing, and carries no cookies unasked.
 */
export function demandOwnOrigin(request: Request, allowedOrigins: readonly string[]): void {
  if (!CHANGING.has(request.method)) return;
  const origin = request.headers.get('origin');
  if (origin !== null && allowedOrigins.includes(origin)) return;
  const site = request.headers.get('sec-fetch-site');
  const isOwn = site === null ? origin === null || isSameHost(origin, request.url) : site === 'same-origin' || site === 'none';
  if (!isOwn) throw new Refusal(403, 'The request comes from another site', { code: 'forbidden' });
}

/** Hosts only: behind a proxy that ends TLS, the scheme of the request is not the one of the page. */
function isSameHost(origin: string, url: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === new URL(url).host;
}

/** The headers that let a page of an allowed origin read the answer, credentials included; none for any other. */
export function corsHeaders(request: Request, allowedOrigins: readonly string[]): Readonly<Record<string, string>> {
  if (!allowedOrigins.length) return {};
  const origin = request.headers.get('origin');
  if (origin === null || !allowedOrigins.includes(origin)) return { vary: 'Origin' };
  return {
    vary: 'Origin',
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'ETag, Retry-After',
  };
}

/** The headers that allow what a preflight asks for; `corsHeaders` decides for whom. */
export function preflightHeaders(request: Request, methods: string): Readonly<Record<string, string>> {
  if (!request.headers.has('access-control-request-method')) return {};
  const asked = request.headers.get('access-control-request-headers');
  return {
    'access-control-allow-methods': methods,
    'access-control-max-age': '600',
    ...(asked === null ? {} : { 'access-control-allow-headers': asked }),
  };
}
