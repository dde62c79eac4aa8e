/** Everything the panel tells the page: read-only fields on the event, and the same in `detail`. Bubbles, crosses shadow roots. */
export abstract class PanelEvent<Detail extends object> extends Event {
  readonly detail: Detail;

  constructor(type: string, detail: Detail, cancelable: boolean) {
    super(type, { bubbles: true, composed: true, cancelable });
    this.detail = Object.freeze({ ...detail });
    Object.assign(this, detail);
  }
}
