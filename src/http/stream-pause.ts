/** How long a server wants to be left alone by event streams, whichever of them it has said so to. */
export class StreamPause {
  /** Called when the server has said so, with the time that is left. */
  onStart: ((milliseconds: number) => void) | undefined;
  #until = 0;

  /** The time that is left, in milliseconds; 0 where there is no pause. */
  get left(): number {
    return Math.max(0, this.#until - Date.now());
  }

  /** The server has answered that it wants to be left alone for so long. */
  start(milliseconds: number): void {
    this.extend(milliseconds);
    this.onStart?.(this.left);
  }

  /** Another tab has been told so. */
  extend(milliseconds: number): void {
    this.#until = Math.max(this.#until, Date.now() + milliseconds);
  }
}
