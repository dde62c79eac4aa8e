/** Milliseconds of the page's own thread until the DOM was right, and until that was drawn. */
export interface Timing {
  readonly script: number;
  readonly paint: number;
}

/**
 * Times one piece of work and the frame that shows it: style, layout and paint. The work begins with a frame, so that no
 * wait for the display is counted.
 * @param work whatever it answers is awaited; microtasks only, or the frame is over before it is done
 */
export function time(work: () => unknown): Promise<Timing> {
  return new Promise((resolve, reject) => {
    requestAnimationFrame(() => {
      const start = performance.now();
      let script = Number.NaN;
      Promise.resolve(work()).then(() => (script = performance.now() - start), reject);
      afterPaint(() => resolve({ script, paint: performance.now() - start }));
    });
  });
}

/** Resolves once the next frame has been drawn. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => afterPaint(resolve));
  });
}

/** A message that is posted in a frame arrives after the frame has been drawn. */
function afterPaint(callback: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = callback;
  port2.postMessage(undefined);
}
