import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Somebody else has the directory open. */
export class DirectoryInUse extends Error {
  override readonly name = 'DirectoryInUse';
}

/**
 * Claims a directory for this process, because PGlite does not: two processes would destroy the data. Answers the function
 * that gives it back. The claim of a process that is no more does not count. Fails with `DirectoryInUse`.
 */
export async function claimDirectory(directory: string): Promise<() => Promise<void>> {
  await mkdir(directory, { recursive: true });
  const claim = join(directory, 'claimed-by');
  const owner = Number(await readFile(claim, 'utf8').catch(() => ''));
  if (owner && isRunning(owner)) throw new DirectoryInUse(`Process ${owner} uses ${directory}`);
  await rm(claim, { force: true });
  const file = await open(claim, 'wx').catch((cause: unknown) => {
    throw new DirectoryInUse(`Another process uses ${directory}`, { cause });
  });
  await file.writeFile(String(process.pid));
  await file.close();
  return () => rm(claim, { force: true });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
