/** What can be said of a store without changing it. */
export interface StoreCheck {
  /** Number of migrations applied; 0 for a database that is not a store. */
  readonly schema: number;
  /** Number of migrations that this version knows. */
  readonly knownSchema: number;
  /** How the database keeps its journal: `wal` for a file as we open it. */
  readonly journal: string;
  /** What the database finds wrong with itself, one line each; null where a server does not let it be checked. */
  readonly integrity: readonly string[] | null;
  /** Rows that refer to rows that are not there, one line a table. */
  readonly foreignKeys: readonly string[];
  /** Whether such rows are refused. */
  readonly enforcesForeignKeys: boolean;
  /** Rows of each table. */
  readonly rows: Readonly<Record<string, number>>;
  /** Size of the database, without its journal; null where a server does not say. */
  readonly bytes: number | null;
  /** What a PostgreSQL server says of itself; null for others. */
  readonly server: ServerCheck | null;
}

export interface ServerCheck {
  /** Such as `17.5`. */
  readonly version: string;
  /** How far a standby is behind its primary server, in milliseconds; null for a primary server. */
  readonly lagMs: number | null;
  /** What the user may not do, though the bot has to, such as `INSERT on votes`. */
  readonly lackingRights: readonly string[];
  /** Settings with which the server may lose what it has acknowledged, such as `fsync = off`. */
  readonly unsafeSettings: readonly string[];
  /** Whether the connection is encrypted. */
  readonly isEncrypted: boolean;
  /** Version of the extension pgvector in this database; null where it has none. */
  readonly vectorVersion: string | null;
}

/** Whether nothing is wrong with what is stored. */
export function isSound({ integrity, foreignKeys }: StoreCheck): boolean {
  return (integrity ?? []).length === 0 && foreignKeys.length === 0;
}
