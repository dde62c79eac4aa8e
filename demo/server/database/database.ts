/** Runs SQL with `$1` parameters. The same statements run on every driver. */
export interface Queryable {
  /**
   * Runs one statement and answers its rows. JSON goes in as text (`$1::text::jsonb`) and comes out parsed;
   * `timestamptz` comes out as `Date`; a `bigint` has to be cast to text. Fails with `UniqueViolation` where it applies.
   */
  query<Row extends object>(statement: string, parameters?: readonly Parameter[]): Promise<readonly Row[]>;
  /** Runs several statements without parameters: for the schema. */
  script(statements: string): Promise<void>;
}

export type Parameter = string | number | boolean | null;

/** What happens on a channel of `listen`. */
export interface Listener {
  /** Somebody, in this process or another one, ran `pg_notify` and committed. */
  onNotification(payload: string): void;
  /** The connection was lost and is back: notifications may have been missed. */
  onGap(): void;
}

/** The database, whichever driver reaches it. */
export interface Database extends Queryable {
  /** All of `work`, or nothing when it throws. It is run again where another transaction and it have waited for each other. */
  transaction<T>(work: (transaction: Queryable) => Promise<T>): Promise<T>;
  /** Hears what is sent with `pg_notify` on the channel, by any process. The returned function ends it. */
  listen(channel: string, listener: Listener): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** A write was refused because another row has the value already. */
export class UniqueViolation extends Error {
  override readonly name = 'UniqueViolation';
  /** The name of the unique index that refused. */
  readonly index: string;

  constructor(index: string, cause: unknown) {
    super(`Not unique: ${index}`, { cause });
    this.index = index;
  }
}

const UNIQUE_VIOLATION = '23505';

/** The driver's error as one of ours where the caller can do something about it; else itself. */
export function translateError(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || error.code !== UNIQUE_VIOLATION) return error;
  const named = error as { constraint?: string; constraint_name?: string };
  return new UniqueViolation(named.constraint ?? named.constraint_name ?? '', error);
}
