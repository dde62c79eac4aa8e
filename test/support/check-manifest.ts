import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const MANIFEST = 'custom-elements.json';

/** Whether the committed manifest says what the sources say: it is written anew elsewhere, and compared. */
function isManifestTrue(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
  try {
    const command = ['run', '--silent', 'analyze', '--', '--quiet', '--outdir', relative('.', folder)];
    execFileSync('npm', command, { stdio: 'inherit', shell: process.platform === 'win32' });
    const committed = existsSync(MANIFEST) ? readFileSync(MANIFEST, 'utf8') : '';
    return committed === readFileSync(join(folder, MANIFEST), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (!isManifestTrue()) {
  console.error(`${MANIFEST} is out of date. Run: npm run analyze`);
  process.exitCode = 1;
}
