import assert from 'node:assert/strict';
import { contactHandler } from '../../src/server/handler.js';
import type { ContactHandlerOptions } from '../../src/server/handler.js';
import { memoryAdapter } from '../../src/memory/memory-adapter.js';
import type { ContactAdapter } from '../../src/core/adapter.js';
import type { ErrorCode } from '../../src/core/error.js';
import { seed } from '../http/support.js';

export const MERGE_PATCH = 'application/merge-patch+json';
export const PATCH_HEADERS = { 'content-type': MERGE_PATCH, 'if-match': '*', 'idempotency-key': 'k' };

interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
  readonly existing?: unknown;
  readonly current?: { readonly firstName: string };
}

/** Sends requests to a handler mounted at `/api`. */
export function serve(adapter: ContactAdapter = memoryAdapter(seed), options: ContactHandlerOptions = {}) {
  const handler = contactHandler(() => adapter, { base: '/api', ...options });
  return (method: string, path: string, headers: Record<string, string> = {}, body?: string | Uint8Array<ArrayBuffer>) =>
    handler(new Request(`https://app.example/api${path}`, { method, headers, ...(body === undefined ? {} : { body }) }));
}

/** The problem document of an answer, which must be one of this status and code. */
export async function problemOf(response: Response, status: number, code: ErrorCode): Promise<Problem> {
  assert.equal(response.status, status);
  assert.equal(response.headers.get('content-type'), 'application/problem+json');
  assert.equal(response.headers.get('cache-control'), 'no-store');
  const problem = (await response.json()) as Problem;
  assert.equal(problem.status, status);
  assert.ok(problem.type.endsWith(`:${code}`), `${problem.type} should end in ${code}`);
  assert.ok(problem.title);
  return problem;
}
