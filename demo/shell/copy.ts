import { announce } from './toast.js';

/** Puts a text into the clipboard, and says whether that worked. */
export async function copyText(text: string, done = 'Copied.'): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    announce(done);
  } catch {
    announce('This browser does not let the page copy.');
  }
}
