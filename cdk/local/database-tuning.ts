import { existsSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * Gives the tables in which DynamoDB Local keeps stream records and transactions the indexes that it lacks. At every write it looks for what is older
 * than a day, for the end of the shard and for the beginning of the stream, and reads all of `us` for each: with 4,000 records a write took ten times as
 * long as with none. None names the sequence number, which is the table's own key and ends every index anyway: the SQLite within (3.8.7) does not begin at a
 * place in an index that names it, so that each reading of the stream read all of it (1.4 s with 800,000 records, 4 ms so). Each reading also asks for the
 * first record of a shard that is not a day old: by age alone that took 0.4 s of every 0.65 with 86,000 of a day, and whoever asked meanwhile waited. And a log
 * written ahead, since every item of a batch is a transaction there: one flush to the disk for each, not three.
 * Call it once the database has opened its file; an earlier file gets both too.
 */
export function tuneDatabase(folder: string): void {
  const database = new DatabaseSync(join(folder, 'shared-local-instance.db'), { timeout: 60_000 })
  try {
    database.exec(`
      PRAGMA journal_mode = WAL;
      CREATE INDEX IF NOT EXISTS us_by_age ON us (CreationDateTime);
      DROP INDEX IF EXISTS us_by_shard;
      DROP INDEX IF EXISTS us_by_stream;
      CREATE INDEX IF NOT EXISTS us_of_shard ON us (StreamID, ShardID);
      CREATE INDEX IF NOT EXISTS us_of_stream ON us (StreamID);
      CREATE INDEX IF NOT EXISTS us_in_shard ON us (ShardID);
      CREATE INDEX IF NOT EXISTS tr_by_age ON tr (CreationDateTime);
    `)
  } finally {
    database.close()
  }
}

const ROOMY = 8 * 1024 ** 3

/** Where what is thrown away in the end is kept: in memory where there is plenty, so that nothing waits for a disk. */
export function throwAway(): string {
  const memory = '/dev/shm'
  if (!existsSync(memory)) return tmpdir()
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize > ROOMY ? memory : tmpdir()
}
