import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { beforeAll, describe, expect, test } from 'vitest'
import { indexes, keys } from '../../../cdk/keys.ts'
import { createTable } from '../../../cdk/local/make-table.ts'
import { definitions } from '../../../functions/catalogue.ts'
import { clockAt } from '../../../functions/clock.ts'
import { verify } from '../../../functions/keeping/verify.ts'
import { writeForm } from '../../../functions/store/form.ts'
import { keys as keysOf } from '../../../functions/store/keys.ts'
import { migrate } from '../../../functions/store/migrate.ts'
import { readWhole } from '../../../functions/store/records.ts'
import { everything, kindOf } from '../../../functions/store/scan.ts'
import { systemScope } from '../../../functions/store/system-scope.ts'
import { deleteItems, type Item, putItems } from '../../../functions/store/table.ts'
import { take } from '../../../functions/transact.ts'
import { canonical } from '../../../shared/canonical.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { live } from '../../../shared/engine/owed.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import type { LedgerRecord } from '../../../shared/record.ts'
import type { Scope } from '../../../shared/scope.ts'
import { partsHere } from '../../parts-here.ts'
import { local } from '../../platform.ts'
import { newCounty } from './county.ts'

/**
 * A copy of the demonstration county as the first released version wrote it, item for item: of every ledger and state some records, those that owe most first,
 * with all that
 * they name and that names them. Opened by today's code.
 */
const county: Scope = { person: 'p-county', name: '县办', role: 'admin', office: { kind: 'county', id: 'county' } }
const scope = () => systemScope()
const table = 't-first-county'
let first: { [kind: string]: string }
const records: LedgerRecord[] = []

beforeAll(async () => {
  await newCounty()
  Object.assign(process.env, { TABLE: table, COUNTY: 'guannan' })
  const dynamo = partsHere().dynamo
  const attributes = [keys, ...indexes].flatMap(({ hash, range }) => [hash, range])
  const shape = (suffix: string, ProjectionType: 'ALL' | 'KEYS_ONLY') => ({
    BillingMode: 'PAY_PER_REQUEST' as const,
    AttributeDefinitions: attributes.map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
    KeySchema: schema(keys.hash, keys.range),
    GlobalSecondaryIndexes: indexes.map(({ hash, range }) => ({
      IndexName: `${hash.slice(0, 2)}-${suffix}`,
      KeySchema: schema(hash, range),
      Projection: { ProjectionType },
    })),
  })
  const StreamSpecification = { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' as const }
  const client = new DynamoDBClient({ endpoint: dynamo, ...local })
  await client.send(new CreateTableCommand({ TableName: table, ...shape('index', 'ALL'), StreamSpecification }))
  const lines = brotliDecompressSync(readFileSync('test/functions/store/released/2026-11-28-county.jsonl.br')).toString().split('\n')
  await putItems(lines.map((line) => JSON.parse(line) as Item))
  await createTable('Table', async () => shape('keys', 'KEYS_ONLY'), { dynamo } as never, { ref: table, attributes: {} } as never)
  const { handler } = await import('../../../functions/migrate.ts')
  expect(await handler()).toMatchObject({ done: true })
  first = await digest()
  for await (const item of everything(scope())) if (kindOf(item) === 'R' && item.sk === 'A') records.push(item.record as LedgerRecord)
})

function schema(hash: string, range: string) {
  return [
    { AttributeName: hash, KeyType: 'HASH' as const },
    { AttributeName: range, KeyType: 'RANGE' as const },
  ]
}

/** All that is stored, by kind. */
async function digest(): Promise<{ [kind: string]: string }> {
  const lines = new Map<string, string[]>()
  for await (const item of everything(scope())) lines.set(kindOf(item), [...(lines.get(kindOf(item)) ?? []), canonical(item)])
  return Object.fromEntries([...lines].map(([kind, all]) => [kind, createHash('sha256').update(all.sort().join('\n')).digest('hex')]))
}

test('the command that migrates it changes nothing the second time', async () => {
  const { handler } = await import('../../../functions/migrate.ts')
  expect(await handler()).toMatchObject({ records: 0, done: true })
  expect(await digest()).toEqual(first)
})

test('all that is stored holds: chains, records and duties as their events tell them, lists, counters and figures', async () => {
  const known = new Map((await definitions(scope())).map(({ ledger }) => [ledger.key, ledger]))
  const { faults, records: count } = await verify(scope(), known)
  expect(count).toBe(records.length)
  // Numbers have gaps where a suggestion was left out of this copy.
  expect(faults.filter(({ kind, says }) => kind !== 'numbers' && !/gap|missing number|without/.test(says))).toEqual([])
})

test('notes of followers are written of a county that had none, and a migration that is cut off goes on', async () => {
  const before = await notes()
  expect(before.size).toBeGreaterThan(30)
  await deleteItems([...before.keys()].map((pk) => keysOf.followers({ pk })))
  await writeForm(scope(), { form: 4 })
  const known = (await definitions(scope())).map(({ ledger }) => ledger)
  let [runs, written] = [0, 0]
  let done = false
  for (; !done && runs < 9; runs += 1) {
    let looks = 0
    const migrated = await migrate(scope(), known, new Date(1), () => new Date(looks++ < 100 ? 0 : 1))
    done = migrated.done
    written += migrated.records
  }
  expect([done, runs > 1]).toEqual([true, true])
  // Where it was cut off it begins with the last record that it had written.
  expect(written).toBeLessThan(records.length + runs)
  expect(await notes()).toEqual(before)
})

async function notes(): Promise<Map<string, string[] | true>> {
  const all = new Map<string, string[] | true>()
  for await (const item of everything(scope()))
    if (kindOf(item) === 'K' && item.sk === keysOf.followers(item).sk)
      all.set(item.pk, item.many === true || [...(item.places as Set<string>)].sort())
  return all
}

const byLedger = () => Map.groupBy(records, ({ ledger }) => ledger)
const phaseOf = (ledger: Ledger, { state }: LedgerRecord) => ledger.states[state]?.phase

describe('goes on', () => {
  /** Ledgers of which everything open in this copy waits for something else. */
  const waiting: string[] = []
  test('every ledger is there, and every open record with what it owes', () => {
    expect(byLedger().size).toBeGreaterThan(35)
    expect(records.flatMap(({ duties }) => duties.filter(live)).length).toBeGreaterThan(80)
  })

  test.each(ledgers.map((ledger) => [ledger.key, ledger] as const))(
    '%s: opens with its story, and its next act is taken',
    async (key, ledger) => {
      const own = byLedger().get(key) ?? []
      const states = Map.groupBy(own, ({ state }) => state)
      for (const [state, [record]] of states) {
        const whole = record && (await readWhole(county, key, record.id))
        expect([state, whole?.events.length], record?.id).toEqual([state, whole?.record.version])
      }
      const open = [...states.values()].flatMap(([record]) =>
        record && !['done', 'void'].includes(phaseOf(ledger, record) ?? '') ? [record] : [],
      )
      let [tried, taken] = [0, 0]
      for (const record of open) {
        const ways = Object.entries(ledger.transitions).filter(
          ([, { from, by, asks = [] }]) =>
            from.includes(record.state) &&
            by.includes('county') &&
            asks.every((ask) => ask.endsWith('?') || ledger.fields[ask]?.kind === 'text'),
        )
        tried += ways.length
        // What waits for something else says so; the first step that waits for nothing is taken.
        for (const [transition, { asks = [] }] of ways) {
          const given = Object.fromEntries(asks.filter((ask) => !ask.endsWith('?')).map((ask) => [ask, '因工作需要']))
          const outcome = await take(
            county,
            key,
            record.id,
            { transition, given },
            record.version,
            clockAt(new Date('2026-12-07T04:00:00Z')),
          )
          expect(outcome, `${record.state} ${transition}`).not.toBeNull()
          if (!outcome || !('event' in outcome)) continue
          expect(outcome.record.version).toBe(record.version + 1)
          taken += 1
          break
        }
      }
      if (tried > 0 && taken === 0) waiting.push(key)
    },
  )

  test('hardly anything waits for something else only', () => {
    expect(waiting.length).toBeLessThan(3)
  })
})
