/**
 * `misses` has each missed question once for a guild and a filter; `askings` who missed it when. `nearest` and `answer` are
 * JSON, `vector` is the embedding's 32-bit floats, little-endian. Only `opt_ins` has ids of users.
 * Numbers are never given again where buttons and messages refer to them.
 */
export const missTables = [
  `CREATE TABLE misses (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    guild_id TEXT,
    question TEXT NOT NULL,
    wording TEXT NOT NULL,
    lane TEXT CHECK (lane IN ('reported', 'attributed', 'opinion')),
    document_id TEXT,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'answered', 'dismissed')),
    nearest TEXT NOT NULL,
    index_version TEXT NOT NULL,
    model TEXT,
    vector BLOB,
    answer TEXT,
    answered_at INTEGER,
    leader_id INTEGER,
    reported_in TEXT
  ) STRICT`,
  `CREATE UNIQUE INDEX misses_key
    ON misses (coalesce(guild_id, ''), coalesce(lane, ''), coalesce(document_id, ''), wording)`,
  `CREATE TABLE askings (
    id INTEGER PRIMARY KEY,
    miss_id INTEGER NOT NULL REFERENCES misses (id) ON DELETE CASCADE,
    person TEXT,
    reason TEXT NOT NULL,
    message_id TEXT,
    mark TEXT,
    at INTEGER NOT NULL
  ) STRICT`,
  'CREATE INDEX askings_miss ON askings (miss_id, at)',
  'CREATE INDEX askings_person ON askings (person)',
  'CREATE INDEX askings_at ON askings (at)',
  'CREATE UNIQUE INDEX askings_vote ON askings (message_id, person) WHERE message_id IS NOT NULL',
  `CREATE TABLE opt_ins (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    miss_id INTEGER NOT NULL REFERENCES misses (id) ON DELETE CASCADE,
    person TEXT NOT NULL,
    user_id TEXT NOT NULL,
    locale TEXT NOT NULL,
    at INTEGER NOT NULL,
    UNIQUE (miss_id, person)
  ) STRICT`,
  'CREATE INDEX opt_ins_person ON opt_ins (person)',
] as const;

/** Deletes questions that nobody is known to have asked and nobody waits for. */
export const deleteAbandonedMisses = `DELETE FROM misses
  WHERE NOT EXISTS (SELECT 1 FROM askings WHERE miss_id = misses.id AND person IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM opt_ins WHERE miss_id = misses.id)`;

/**
 * `place_id` is part of what makes two misses one: the thread, channel or category for which it was set what was asked, null where that was
 * the server's. `places` is a JSON array of ids, of the thread, channel and category in which somebody wanted to be told.
 */
export const missPlaces = [
  'ALTER TABLE misses ADD COLUMN place_id TEXT',
  "ALTER TABLE opt_ins ADD COLUMN places TEXT NOT NULL DEFAULT '[]'",
  'DROP INDEX misses_key',
  `CREATE UNIQUE INDEX misses_key ON misses (
    coalesce(guild_id, ''), coalesce(lane, ''), coalesce(document_id, ''), coalesce(place_id, ''), wording
  )`,
] as const;
