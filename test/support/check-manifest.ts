import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

/** The manifest, and what editors and language models are told, which is made of it. */
const FILES = [
  'custom-elements.json',
  'vscode.html-custom-data.json',
  'vscode.css-custom-data.json',
  'web-types.json',
  'llms.txt',
];

/** The committed files that do not say what the sources say: all are written anew elsewhere, and compared. */
function filesOutOfDate(): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
  try {
    const command = ['run', '--silent', 'analyze', '--', '--quiet', '--outdir', relative('.', folder)];
    execFileSync('npm', command, { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
    return FILES.filter((name) => {
      const committed = existsSync(name) ? readFileSync(name, 'utf8') : '';
      return committed !== readFileSync(join(folder, name), 'utf8');
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

for (const name of filesOutOfDate()) {
  console.error(`${name} is out of date. Run: npm run analyze`);
  process.exitCode = 1;
}
