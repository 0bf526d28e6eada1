/** What can be said of a store without changing it. */
export interface StoreCheck {
  /** Number of migrations applied; 0 for a database that is not a store. */
  readonly schema: number;
  /** Number of migrations that this version knows. */
  readonly knownSchema: number;
  /** How the database keeps its journal: `wal` for a file as we open it. */
  readonly journal: string;
  /** What SQLite finds wrong with the file, one line each; null where a server does not let it be checked. */
  readonly integrity: readonly string[] | null;
  /** Rows that refer to rows that are not there, one line a table. */
  readonly foreignKeys: readonly string[];
  /** Whether such rows are refused. */
  readonly enforcesForeignKeys: boolean;
  /** Rows of each table. */
  readonly rows: Readonly<Record<string, number>>;
  /** Size of the database, without its journal; null where a server does not say. */
  readonly bytes: number | null;
}

/** Whether nothing is wrong with what is stored. */
export function isSound({ integrity, foreignKeys }: StoreCheck): boolean {
  return (integrity ?? []).length === 0 && foreignKeys.length === 0;
}
