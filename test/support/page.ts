import { executeServerCommand } from '@web/test-runner-commands';

export { setViewport } from '@web/test-runner-commands';

const { userAgent } = navigator;

/** Whether the tests run in Chromium: the one browser in which media features, composition and touch can be emulated. */
export const isChromium = userAgent.includes('Chrome/');

/** Whether the tests run in Firefox. */
export const isFirefox = userAgent.includes('Firefox/');

/** Media features that a test can set; an empty string is the browser's own value. */
export interface MediaFeatures {
  readonly 'prefers-color-scheme'?: 'light' | 'dark' | '';
  readonly 'prefers-reduced-motion'?: 'reduce' | 'no-preference' | '';
  readonly 'prefers-contrast'?: 'more' | 'less' | 'custom' | '';
  readonly 'forced-colors'?: 'active' | 'none' | '';
  readonly pointer?: 'coarse' | 'fine' | 'none' | '';
  readonly hover?: 'hover' | 'none' | '';
}

/** Sets media features for the page; those left out go back to the browser's own. Chromium only. */
export async function emulateMedia(features: MediaFeatures): Promise<void> {
  await executeServerCommand('emulate-media-features', features);
}

/** Sends one command of the Chrome DevTools Protocol and answers its result. Chromium only. */
export function sendCdp<Result>(method: string, params?: object): Promise<Result> {
  return executeServerCommand<Result, object>('send-cdp', { method, ...(params && { params }) });
}
