import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { UserConfig } from 'vitepress';
import { ROOT } from './pages.js';

type Plugin = NonNullable<NonNullable<UserConfig['vite']>['plugins']>[number] & object;

const NAME = 'virtual:panel-bundle';

/**
 * `virtual:panel-bundle`: everything that `contact-details` exports, as one module in a `data:` URL, for frames to whose origin no
 * file of the site belongs.
 */
export const panelBundle: Plugin = {
  name: 'panel-bundle',
  resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
  async load(id) {
    if (id !== `\0${NAME}`) return null;
    const { outputFiles } = await build({
      entryPoints: [fileURLToPath(new URL('src/index.ts', ROOT))],
      bundle: true,
      write: false,
      minify: true,
      format: 'esm',
      target: 'es2022',
      define: { 'process.env.NODE_ENV': '"production"' },
    });
    const [{ contents } = { contents: new Uint8Array() }] = outputFiles;
    return `export default 'data:text/javascript;base64,${Buffer.from(contents).toString('base64')}';`;
  },
};
