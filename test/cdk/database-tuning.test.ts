import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, expect, test } from 'vitest'
import { tuneDatabase } from '../../cdk/local/database-tuning.ts'

const folder = mkdtempSync(join(tmpdir(), 'duban-tuning-'))
// As DynamoDB Local makes them.
const open = () => new DatabaseSync(join(folder, 'shared-local-instance.db'))
const made = open()
made.exec(`
  CREATE TABLE us (StreamID TEXT, ShardID TEXT, SequenceNumber INTEGER, CreationDateTime INTEGER, StreamRecord BLOB, OperationType TEXT, PRIMARY KEY(SequenceNumber));
  CREATE TABLE tr (TransactionId TEXT, TransactionSignature BLOB, CreationDateTime INTEGER, PRIMARY KEY(TransactionId));
`)
made.close()
tuneDatabase(folder)
const database = open()
afterAll(() => {
  database.close()
  rmSync(folder, { recursive: true })
})

test.each([
  'SELECT MIN(SequenceNumber) FROM us WHERE StreamID = ?',
  'SELECT MAX(SequenceNumber) FROM us WHERE StreamID = ? AND ShardID = ?',
  'SELECT SequenceNumber FROM us WHERE CreationDateTime < ?',
  'SELECT StreamRecord FROM us WHERE StreamID = ? AND ShardID = ? AND SequenceNumber >= ? AND CreationDateTime > ? ORDER BY SequenceNumber ASC LIMIT ?',
  'DELETE FROM tr WHERE CreationDateTime < ?',
])('what the local database asks at every write, and to read a stream on, reads no more than it needs: %s', (sql) => {
  const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]
  const bound = [...sql.matchAll(/(\w+) [=<] \?/g)].map(([, column]) => column)
  for (const { detail } of plan) expect(detail).toMatch(/^SEARCH (us|tr) USING/)
  for (const column of bound) expect(plan[0]?.detail).toContain(column)
  // The least and the most of a column are found at once only where it follows right after what is bound.
  if (sql.includes('MIN')) expect(plan[0]?.detail).toContain('us_of_stream')
  // By the table's own key, as the SQLite of the database does it too; not by a column of the index.
  if (sql.includes('>=')) expect(plan.map(({ detail }) => detail)).toEqual([expect.stringContaining('ShardID=? AND rowid>?')])
})

test('what it asks at every reading, the first of a shard that is not a day old, is found where the shard begins', () => {
  const sql =
    'SELECT SequenceNumber, CreationDateTime FROM us WHERE ShardID = ? AND CreationDateTime >= ? ORDER BY SequenceNumber ASC LIMIT 1'
  expect(database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all()).toEqual([
    expect.objectContaining({ detail: 'SEARCH us USING INDEX us_in_shard (ShardID=?)' }),
  ])
})

test('a write waits for the disk once', () => {
  expect(database.prepare('PRAGMA journal_mode').get()).toMatchObject({ journal_mode: 'wal' })
})
