import { createHash } from 'node:crypto'
import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb'
import { describe, expect, test } from 'vitest'
import { mendCopies } from '../../../functions/packing.ts'
import { forgetDrifted } from '../../../functions/store/compact/check.ts'
import { readCopy } from '../../../functions/store/compact/copy.ts'
import { copyByDay, forget } from '../../../functions/store/compact/keep.ts'
import { takenKey } from '../../../functions/store/compact/lines.ts'
import { packed, unpacked } from '../../../functions/store/compact/packed.ts'
import { readCopies, writeCopies } from '../../../functions/store/compact/stretches.ts'
import type { Entry } from '../../../functions/store/entries.ts'
import { keys } from '../../../functions/store/keys.ts'
import { listItems, showItem } from '../../../functions/store/lists.ts'
import { recountAll } from '../../../functions/store/recount.ts'
import { client, getItem, type Item, putItem } from '../../../functions/store/table.ts'
import { suggestions } from '../../../shared/ledgers/suggestions.ts'
import type { LedgerRecord } from '../../../shared/record.ts'
import { fc, holds } from '../../property.ts'
import { aCountyEach, change, copied, freshCount, ledger, made, many, moved, night, now, scope, spent, standing, stood } from './copies.ts'
import { gather } from './county.ts'

aCountyEach()

test('what is packed comes back as it was', async () => {
  const leaf = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0)),
    fc.boolean(),
    fc.constant(null),
  )
  const { any } = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.array(tie('any')),
      fc.dictionary(
        fc.string().filter((name) => name !== '__proto__'),
        tie('any'),
        { noNullPrototype: true },
      ),
    ),
  }))
  await holds([fc.array(any)], (values) => expect(unpacked(packed(values))).toEqual(values), { runs: 40 })
})

describe('the compact copy of a ledger', () => {
  test('is what stands in the lists, whatever was made, moved, deleted and copied in between', async () => {
    let records = many(320)
    await stood(records)
    await night()
    const act = fc.oneof(
      fc.record({ is: fc.constant('born' as const), count: fc.integer({ min: 1, max: 5 }) }),
      fc.record({ is: fc.constantFrom('moved' as const, 'deleted' as const, 'late' as const), at: fc.nat() }),
      fc.record({ is: fc.constant('copied' as const) }),
    )
    await holds(
      [fc.array(act, { minLength: 1, maxLength: 12 })],
      async (acts) => {
        for (const each of acts) {
          if (each.is === 'copied') await night()
          else if (each.is === 'born') {
            const some = many(each.count, Math.max(...records.map(({ id }) => Number(id.slice(1)))) + 1)
            await made(some)
            records = [...records, ...some]
          } else {
            const at = each.at % records.length
            const before = records[at] as LedgerRecord
            if (before.deleted) continue
            // Whoever stored it first may tell the lists last.
            if (each.is === 'late')
              await Promise.all(
                listItems(scope, suggestions, { ...before, state: 'registered', version: before.version - 1 }).map(showItem),
              )
            else {
              const after = moved(before, each.is === 'deleted' ? { deleted: true } : { state: 'handling', year: before.year + 1 })
              records[at] = after
              await change(before, after)
            }
          }
        }
        expect(await copied()).toEqual(await standing())
      },
      { runs: 8 },
    )
  })

  test('begins with what was there before it, by night however much that is', async () => {
    await stood(many(310))
    expect(await readCopy(scope, suggestions)).toBeNull()
    await night()
    expect(await copied()).toEqual(await standing())
  })

  test('is made by day once four hundred lines are fresh, and then nothing is', async () => {
    await made(many(390))
    expect([await copyByDay(scope, () => now), await readCopies(scope, ledger)]).toEqual([0, undefined])
    await made(many(20, 500))
    expect(await copyByDay(scope, () => now)).toBeGreaterThan(0)
    expect([await freshCount(), await copied()]).toEqual([0, await standing()])
  })

  test('is cut into stretches of two thousand, of which only those are written anew into which something comes', async () => {
    await stood(many(2100))
    await night()
    const before = (await readCopies(scope, ledger))?.stretches ?? []
    expect(before.map(({ lines }) => lines)).toEqual([2000, 101])
    await made(many(3, 9000))
    await night()
    const after = (await readCopies(scope, ledger))?.stretches ?? []
    expect(after[0]).toEqual(before[0])
    expect(after.map(({ lines }) => lines)).toEqual([2000, 104])
    expect(await copied()).toEqual(await standing())
  })

  test('has no stretch that is larger than an item may be, whatever lists filter by', async () => {
    const long = (at: number) => Array.from({ length: 60 }, (_, n) => createHash('sha256').update(`${at} ${n}`).digest('base64')).join('')
    await stood(many(310).map((record, at) => ({ ...record, data: { ...record.data, category: long(at) } })))
    await night()
    const { stretches = [] } = (await readCopies(scope, ledger)) ?? {}
    expect(stretches.length).toBeGreaterThan(1)
    expect(await copied()).toEqual(await standing())
  })

  test('is gone through from either end, after any place, stretch by stretch', async () => {
    const long = (at: number) => Array.from({ length: 60 }, (_, n) => createHash('sha256').update(`${at} ${n}`).digest('base64')).join('')
    const named = (record: LedgerRecord, at: number) => ({ ...record, data: { ...record.data, category: long(at) } })
    const records = many(580).map(named)
    await stood(records.slice(0, 560))
    await night()
    // Fresh are some older and some newer than all that is copied, one that has changed and one that is gone.
    await made([...many(20, -30_000_000).map(named), ...records.slice(560)])
    await change(records[300] as LedgerRecord, moved(records[300] as LedgerRecord, { state: 'handling' }))
    await change(records[301] as LedgerRecord, moved(records[301] as LedgerRecord, { deleted: true }))
    expect((await readCopies(scope, ledger))?.stretches.length).toBeGreaterThan(3)
    const place = ({ createdAt, id }: Entry) => `${createdAt}#${id}`
    const all = (await standing()).sort((one, other) => (place(one) < place(other) ? -1 : 1))
    await holds<[boolean, number | null, boolean]>(
      [fc.boolean(), fc.option(fc.nat({ max: all.length - 1 })), fc.boolean()],
      async (newest, at, few) => {
        const after = at === null ? undefined : place(all[at] as Entry)
        const isBeyond = (entry: Entry) => after === undefined || (newest ? place(entry) < after : place(entry) > after)
        const copy = await readCopy(scope, suggestions, { newest, few, ...(after === undefined ? {} : { after }) })
        const batches = (await gather(copy as AsyncGenerator<Entry[]>)).map((entries) => entries.filter(isBeyond).map(place).sort())
        const inTurn = newest ? batches.toReversed() : batches
        expect(inTurn.flat()).toEqual(all.filter(isBeyond).map(place).sort())
      },
      // Among what is older, and newer, than all that is copied.
      {
        runs: 20,
        examples: [
          [true, 10, false],
          [false, 590, true],
        ],
      },
    )
  })

  test('goes on after a copying that was cut off, and takes away what that had written', async () => {
    await stood(many(310))
    await night()
    const whole = await readCopies(scope, ledger)
    await made(many(5, 500))
    if (whole) await writeCopies(scope, ledger, whole, { ...whole, busy: { ids: ['torn'], at: now.toISOString() } })
    expect(await night(new Date(now.getTime() + 60_000))).toBe(0)
    expect(await copied()).toEqual(await standing())
    expect(await night(new Date(now.getTime() + 16 * 60_000))).toBe(5)
    expect([await freshCount(), await copied()]).toEqual([0, await standing()])
  })

  test('is begun anew by night where it does not agree with the counters, and only there', async () => {
    // Some owe nothing.
    const records = many(320).map((record, at) => (at % 40 === 1 ? { ...record, duties: [] } : record))
    await made(records)
    await night()
    await recountAll(scope, [suggestions], new Date('2999-01-01'))
    expect(await forgetDrifted(scope, [suggestions], () => now)).toEqual([])
    const [lost] = records as [LedgerRecord]
    await stood([moved(lost, { state: 'handling' })])
    expect(await copied()).not.toEqual(await standing())
    const counted = await recountAll(scope, [suggestions], new Date('2999-01-01'))
    expect(counted.drifted).toContainEqual(expect.objectContaining({ partition: `${ledger}#*`, repaired: true }))
    const unrepaired = { drifted: counted.drifted.map((each) => ({ ...each, repaired: false })) }
    expect(await mendCopies([suggestions], unrepaired, () => now)).toEqual({ recopied: [] })
    expect(await mendCopies([suggestions], counted, () => now)).toEqual({ recopied: [ledger] })
    expect(await copied()).toEqual(await standing())
    expect(await mendCopies([suggestions], counted, () => now)).toEqual({ recopied: [] })
  })

  test('takes away what somebody was copying while it was forgotten', async () => {
    await stood(many(320))
    await night()
    const { rev: _, ...known } = (await readCopies(scope, ledger)) as NonNullable<Awaited<ReturnType<typeof readCopies>>>
    await writeCopies(scope, ledger, await readCopies(scope, ledger), { ...known, busy: { ids: ['half'], at: now.toISOString() } })
    expect(await forget(scope, ledger, () => now)).toBe(true)
    expect(await forget(scope, ledger, () => now)).toBe(false)
    expect((await readCopies(scope, ledger))?.dropped.map(({ id }) => id)).toEqual([...known.stretches.map(({ id }) => id), 'half'])
    expect(await copied()).toEqual([])
    await night()
    expect(await copied()).toEqual(await standing())
  })

  test('loses nothing to two who copy at once', async () => {
    await stood(many(310))
    await Promise.all([night(), night(), copyByDay(scope, () => now)])
    await made(many(40, 500))
    await Promise.all([night(), night()])
    expect(await copied()).toEqual(await standing())
  })

  test('loses nothing to who reads it while what was fresh is copied and taken away', async () => {
    await stood(many(310))
    await night()
    await made(many(40, 500))
    let armed = true
    const { promise: answered, resolve } = Promise.withResolvers<void>()
    const name = 'copied between two reads'
    client().middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          const { KeyConditionExpression: isQuery, ExpressionAttributeValues: values = {} } = args.input as Partial<QueryCommandInput>
          if (armed && isQuery && values[':pk'] === keys.freshLines(scope)) {
            armed = false
            await answered
            expect(await night()).toBe(40)
          }
          const answer = await next(args)
          if (commandName === 'GetItemCommand' || commandName === 'GetCommand') resolve()
          return answer
        },
      { step: 'initialize', name },
    )
    try {
      expect(await copied()).toEqual(await standing())
    } finally {
      client().middlewareStack.remove(name)
    }
    expect([armed, await freshCount()]).toEqual([false, 0])
  })

  test('is told by who copies last, not by who was slow', async () => {
    await stood(many(310))
    await night()
    const taken = async () => (await getItem<Item & { rev: number }>(takenKey(scope, ledger)))?.rev
    expect(await taken()).toBe((await readCopies(scope, ledger))?.rev)
    await putItem({ ...takenKey(scope, ledger), rev: 99 })
    await made(many(40, 500))
    await night()
    expect(await taken()).toBe(99)
  })

  test('is read with one request in turn and one for stretches, and once known with no stretch again', async () => {
    await stood(many(400))
    await night()
    spent.clear()
    await copied()
    const first = [spent.requests, spent.trips]
    spent.clear()
    await copied()
    expect([first, [spent.requests, spent.trips]]).toEqual([
      [3, 2],
      [2, 1],
    ])
    expect(spent.units).toBeLessThanOrEqual(3)
  })
})
