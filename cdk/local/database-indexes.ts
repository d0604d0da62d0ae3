import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * Gives the tables in which DynamoDB Local keeps stream records and transactions the indexes that it lacks. At every write it looks for what is older
 * than a day and for the end of the shard, and reads all of `us` for it: with 4,000 records a write took ten times as long as with none.
 * Call it once the database has opened its file; an earlier file gets them too.
 */
export function indexStreams(folder: string): void {
  const database = new DatabaseSync(join(folder, 'shared-local-instance.db'), { timeout: 60_000 })
  try {
    database.exec(`
      CREATE INDEX IF NOT EXISTS us_by_age ON us (CreationDateTime);
      CREATE INDEX IF NOT EXISTS us_by_shard ON us (StreamID, ShardID, SequenceNumber);
      CREATE INDEX IF NOT EXISTS tr_by_age ON tr (CreationDateTime);
    `)
  } finally {
    database.close()
  }
}
