import type { PersonHash } from '../../core/people/person.js';
import type { Processes } from '../../core/store/processes.js';
import type { StoreCheck } from '../../core/store/store-check.js';
import type { Store } from '../../core/store/store.js';
import type { DatabaseAddress, PostgresAddress } from './database-address.js';
import type { Database } from './database.js';
import { checkStore } from './check-store.js';
import { createUnfinishedError, moveMark, readFact, readSalt } from './facts.js';
import { migrate } from './migrations.js';
import { openDatabase } from './open-database.js';
import { createPersonHasher } from './person-hash.js';
import { SqlClaims } from './sql-claims.js';
import { SqlMisses } from './sql-misses.js';
import { SqlBriefs } from './sql-briefs.js';
import { SqlLabelReviews } from './sql-label-reviews.js';
import { SqlOutbox } from './sql-outbox.js';
import { SqlPauses } from './sql-pauses.js';
import { SqlPeople } from './sql-people.js';
import { SqlPlaces } from './sql-places.js';
import { SqlProcesses } from './sql-processes.js';
import { SqlVotes } from './sql-votes.js';

/**
 * Opens the store and brings its schema up to date; `onNotice` hears a line when a server is lost and when it is back. Throws `store-failed`
 * or `store-newer`.
 */
export async function openStore(address: DatabaseAddress, onNotice?: (notice: string) => void): Promise<Store> {
  const database = await openDatabase(address, onNotice);
  try {
    await migrate(database);
    if ((await readFact(database, moveMark)) !== null) throw createUnfinishedError();
    return new SqlStore(database, createPersonHasher(await readSalt(database)));
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Of a beat: a lease lasts no longer than some of these. */
const hasty = { connections: 1, connectWithinMs: 1_000, answerWithinMs: 1_500 };

/**
 * How the processes on a PostgreSQL server share their work, with a connection of its own, so that a beat never waits for other writes.
 * The store must have been opened before. Throws `store-failed`.
 */
export async function openProcesses(address: PostgresAddress): Promise<Processes> {
  const { openPostgresDatabase } = await import('./postgres-database.js');
  return new SqlProcesses(await openPostgresDatabase(address, undefined, hasty));
}

class SqlStore implements Store {
  readonly claims: SqlClaims;
  readonly outbox: SqlOutbox;
  readonly votes: SqlVotes;
  readonly misses: SqlMisses;
  readonly people: SqlPeople;
  readonly briefs: SqlBriefs;
  readonly labelReviews: SqlLabelReviews;
  readonly places: SqlPlaces;
  readonly pauses: SqlPauses;

  constructor(
    private readonly database: Database,
    readonly hashPerson: (userId: string) => Promise<PersonHash>,
  ) {
    this.claims = new SqlClaims(database);
    this.outbox = new SqlOutbox(database);
    this.votes = new SqlVotes(database);
    this.misses = new SqlMisses(database);
    this.people = new SqlPeople(database);
    this.briefs = new SqlBriefs(database);
    this.labelReviews = new SqlLabelReviews(database);
    this.places = new SqlPlaces(database);
    this.pauses = new SqlPauses(database);
  }

  async proveWritable(): Promise<void> {
    // A row that is there for no moment: SQLite writes nothing for one that is replaced by its like.
    await this.database.write(
      { sql: "INSERT INTO facts (name, value) VALUES ('proof', '')" },
      { sql: "DELETE FROM facts WHERE name = 'proof'" },
    );
  }

  check(): Promise<StoreCheck> {
    return checkStore(this.database);
  }

  close(): void {
    this.database.close();
  }
}
