/**
 * Puts a text on the clipboard; answers whether that worked. Pages without the asynchronous clipboard, such as those on
 * plain HTTP, copy by `execCommand`, which takes what a listener of its `copy` event gives.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const onCopy = (event: ClipboardEvent) => {
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    document.addEventListener('copy', onCopy, { capture: true, once: true });
    try {
      return document.execCommand('copy');
    } finally {
      document.removeEventListener('copy', onCopy, { capture: true });
    }
  }
}
