import { openDatabase } from './libsql-database.js';
import { checkStore } from './check-store.js';
import { readSalt } from './facts.js';
import { migrate } from './migrations.js';
import { createPersonHasher } from './person-hash.js';
import { SqlMisses } from './sql-misses.js';
import { SqlBriefs } from './sql-briefs.js';
import { SqlLabelReviews } from './sql-label-reviews.js';
import { SqlOutbox } from './sql-outbox.js';
import { SqlPeople } from './sql-people.js';
import { SqlVotes } from './sql-votes.js';
/** Opens the store and brings its schema up to date. Throws `store-failed` or `store-newer`. */
export async function openStore(address) {
    const database = await openDatabase(address);
    try {
        await migrate(database);
        return new SqlStore(database, createPersonHasher(await readSalt(database)));
    }
    catch (error) {
        database.close();
        throw error;
    }
}
class SqlStore {
    database;
    hashPerson;
    outbox;
    votes;
    misses;
    people;
    briefs;
    labelReviews;
    constructor(database, hashPerson) {
        this.database = database;
        this.hashPerson = hashPerson;
        this.outbox = new SqlOutbox(database);
        this.votes = new SqlVotes(database);
        this.misses = new SqlMisses(database);
        this.people = new SqlPeople(database);
        this.briefs = new SqlBriefs(database);
        this.labelReviews = new SqlLabelReviews(database);
    }
    check() {
        return checkStore(this.database);
    }
    close() {
        this.database.close();
    }
}
//# sourceMappingURL=sql-store.js.map