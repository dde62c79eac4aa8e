import { FaultProxy } from '../support/fault-proxy.js';
import type { Fault } from '../support/fault-proxy.js';
import { Demo } from './demo.js';
import type { Visitor } from './visitor.js';

/** What the database says of a contact. */
export interface Row {
  readonly version: number;
  readonly first_name: string;
  readonly email: string;
  readonly phone: string;
}

/** The demo's inbox in a real browser, on the real server, whose API can be taken away. */
export class ProxiedInbox {
  readonly demo: Demo;
  readonly #proxy: FaultProxy;

  private constructor(demo: Demo, proxy: FaultProxy) {
    this.demo = demo;
    this.#proxy = proxy;
  }

  static async open(): Promise<ProxiedInbox> {
    const demo = await Demo.open();
    return new ProxiedInbox(demo, await FaultProxy.open(demo.url));
  }

  /** Where the panel shows the contact. */
  urlOf(contactId: string): string {
    return this.#proxy.url + Demo.inboxOf(contactId);
  }

  /** Somebody who comes to the contact with a browser profile of their own. */
  async visit(contactId: string): Promise<Visitor> {
    const visitor = await this.demo.visit(this.urlOf(contactId));
    await visitor.find('button', 'Edit name');
    return visitor;
  }

  /** Takes the API of the contacts away; the pages themselves still come. */
  goOffline(): void {
    this.#proxy.fate = ({ url }) => (url?.startsWith('/api/') ? 'lost request' : undefined);
    this.#proxy.breakConnections();
  }

  goOnline(): void {
    this.#proxy.fate = () => undefined;
  }

  /** Has every merge meet this fault on its way: browsers send again by themselves what breaks on a connection that was in use. */
  failMerges(fault: Fault): void {
    this.#proxy.fate = ({ url }) => (url?.endsWith('/merge') ? fault : undefined);
  }

  async row(contactId: string): Promise<Row | undefined> {
    const [row] = await this.demo.query<Row>('SELECT version::int, first_name, email, phone FROM contacts WHERE id = $1', [
      contactId,
    ]);
    return row;
  }

  /** What the contact was after each write that was done, oldest first: one for each idempotency key. */
  async answers(contactId: string): Promise<readonly { readonly version: string; readonly [field: string]: unknown }[]> {
    const rows = await this.demo.query<{ answer: { version: string } }>(
      "SELECT answer FROM idempotency_keys WHERE contact_id = $1 ORDER BY (answer->>'version')::int",
      [contactId],
    );
    return rows.map(({ answer }) => answer);
  }

  async close(): Promise<void> {
    await this.demo.close();
    this.#proxy.close();
  }
}
