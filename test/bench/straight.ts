import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { marshall } from '@aws-sdk/util-dynamodb'
import { indexes } from '../../cdk/keys.ts'
import type { Item } from '../../functions/store/table.ts'

/**
 * Writes items into the file in which DynamoDB Local keeps a table, as it would itself, some thirty times as fast: a million records would take it hours. Its
 * indexes are taken away until `done`, which makes them anew. Nothing of it reaches the stream.
 */
export function straight(folder: string, table: string): { put: (items: Item[]) => void; done: () => void } {
  const database = new DatabaseSync(join(folder, 'shared-local-instance.db'), { timeout: 60_000 })
  database.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -200000')
  const made = database.prepare(`SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL`).all(table)
  for (const { name } of made) database.exec(`DROP INDEX "${name}"`)
  const named = indexes.flatMap(({ hash, range }) => [hash, range])
  const columns = ['hashKey', 'rangeKey', 'hashValue', 'rangeValue', 'hashRangeValue', 'itemSize', 'ObjectJSON']
  const all = [...columns, ...named.map((_, at) => `indexKey_${at}`)]
  const insert = database.prepare(`INSERT OR REPLACE INTO "${table}" (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})`)
  return {
    put: (items) => {
      database.exec('BEGIN')
      for (const item of items) {
        const { pk, sk } = item
        const json = bytes(JSON.stringify(marshall(item, { removeUndefinedValues: true })))
        const keys = named.map((name) => (typeof item[name] === 'string' ? bytes(item[name]) : null))
        insert.run(bytes(pk), bytes(sk), hash(pk), hash(sk), hash(pk + sk), sizeOf(item) - 3, json, ...keys)
      }
      database.exec('COMMIT')
    },
    done: () => {
      for (const { sql } of made) database.exec(String(sql))
      database.close()
    },
  }
}

const bytes = (text: string) => Buffer.from(text)
const hash = (text: string) => createHash('sha1').update(text).digest()

/** What DynamoDB takes as the size of a value. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value)
  if (typeof value === 'number') return 1 + Math.ceil(String(value).length / 2)
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + sizeOf(each) + 1, 3)
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).reduce((sum, [name, each]) => sum + Buffer.byteLength(name) + sizeOf(each), 3)
  return value === undefined ? 0 : 1
}
