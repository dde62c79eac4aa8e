import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { createServer } from 'vite';
import type { ViteDevServer } from 'vite';
import { PAGES } from './pages.js';

/**
 * Starts Vite inside this process. It serves the demo's sources by its own middleware; the pages are served as it transforms
 * them, under the same policy as when built.
 */
export async function sourcePages(): Promise<{ readonly pages: Hono; readonly vite: ViteDevServer }> {
  const vite = await createServer({
    configFile: fileURLToPath(new URL('../../../vite.config.ts', import.meta.url)),
    mode: 'demo',
    appType: 'custom',
    optimizeDeps: { entries: Object.values(PAGES) },
    // The overlay is made of inline styles, which the pages' security policy forbids.
    server: { middlewareMode: true, hmr: { overlay: false } },
  });
  const pages = new Hono();
  for (const [path, file] of Object.entries(PAGES)) {
    pages.get(path, async (context) => {
      const html = await readFile(join(vite.config.root, file), 'utf8');
      return context.html(await vite.transformIndexHtml(path, html), 200, { 'Cache-Control': 'no-store' });
    });
  }
  return { pages, vite };
}
