import { beforeAll, describe, expect, test, vi } from 'vitest'
import { definitions, saveDefinition } from '../../../functions/catalogue.ts'
import { readCountsOfAll } from '../../../functions/store/counters.ts'
import { type ListQuery, listRecords } from '../../../functions/store/pages.ts'
import { systemScope } from '../../../functions/store/system-scope.ts'
import { client } from '../../../functions/store/table.ts'
import { createRecord, take } from '../../../functions/transact.ts'
import { world } from '../../../functions/world.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { LedgerRecord } from '../../../shared/record.ts'
import type { Scope } from '../../../shared/scope.ts'
import { share } from '../../breadth.ts'
import { countsOf, county, newCounty, on, projected, recordOf, suggestion, township, townships, unit } from './county.ts'

const today = '2026-06-10'
const label = { zh: '字', en: 'Word' }
/** A ledger with a day: whoever opens one has it to close within ten days. `shared` ones are for every township. */
const pleas = (key: string) => ({
  key,
  label,
  system: 9,
  fields: { title: { kind: 'text', label, required: true }, body: { kind: 'text', label } },
  states: { draft: { label, phase: 'draft' }, open: { label, phase: 'open' }, done: { label, phase: 'done' } },
  initial: 'draft',
  transitions: {
    open: { label, from: ['draft'], to: 'open', by: ['owner'], opens: ['close'] },
    close: { label, from: ['open'], to: 'done', by: ['owner'], discharges: ['close'] },
  },
  duties: { close: { label, basis: label, holder: ['township'], due: { days: 10 } } },
  may: { create: ['anyTownship'], read: ['owner', 'county', { who: ['anyTownship'], in: ['done'] }], edit: ['owner'] },
  list: { columns: ['title'] },
})
let ledgers: Ledger[]
let known: Map<string, LedgerRecord>

beforeAll(async () => {
  await newCounty()
  for (const key of ['pleas', 'wishes']) await saveDefinition(county, { key, version: 1, ledger: pleas(key) }, new Date())
  for (const [at, from] of townships.entries()) {
    for (const key of ['pleas', 'wishes'])
      for (const [step, steps] of [[], ['open'], ['open', 'close']].entries()) {
        const day = `2026-0${3 + at}-0${1 + step}`
        const made = await createRecord(township(from), key, { data: { title: `${key} 渠 ${step}`, body: '修' } }, {}, on(day))
        for (const transition of steps) await take(township(from), key, recordOf(made).id, { transition, given: {} }, undefined, on(day))
      }
    await suggestion(from, `修渠${at}`, 'assigned', `2026-05-2${at}`, { lead: at === 1 ? 'education' : 'water' })
    await suggestion(from, `建校${at}`, 'draft', '2026-02-02')
  }
  ledgers = (await definitions(county)).map(({ ledger }) => ledger)
  await projected()
  known = new Map()
  for (const ledger of ledgers) for (const record of await walked(systemScope(), [ledger], {})) known.set(record.id, record)
})

async function walked(scope: Scope, of: Ledger[], query: ListQuery): Promise<LedgerRecord[]> {
  const found: LedgerRecord[] = []
  for (let cursor: string | undefined, pages = 0; pages < 50; pages += 1) {
    const page = await listRecords(scope, of, { ...query, ...(cursor ? { cursor } : {}) }, today)
    if ('refused' in page) throw new Error(page.sentence.en)
    found.push(...page.data)
    cursor = page.next
    if (!cursor) return found
  }
  throw new Error('The cursor never ends')
}

const dueOn = (record: LedgerRecord) =>
  record.duties.flatMap((duty) => (duty.state === 'open' && duty.dueOn ? [duty.dueOn] : [])).sort()[0] ?? '\uFFFD'
const places: Record<string, (record: LedgerRecord) => string> = {
  createdAt: (record) => `${record.createdAt}#${record.id}`,
  updatedAt: (record) => `${record.updatedAt}#${record.id}`,
  number: (record) => `${record.number ?? '\uFFFD'}#${record.id}`,
  dueOn: (record) => `${dueOn(record)}#${record.ledger}#${record.year}#${record.createdAt}#${record.id}`,
}
const filters: ListQuery[] = [
  {},
  { q: '渠' },
  { states: ['draft', 'assigned'] },
  { year: 2026 },
  { township: 'tanggou' },
  { unit: 'water' },
  { overdue: true },
  { nearDue: true },
  { dueBefore: '2026-06-01' },
  { q: '渠', overdue: true, states: ['open'] },
]
/** Each with its turn: they share the filters among them. */
const scopes: [string, Scope, number][] = [
  ['the county', county, 0],
  ['a township', township('xinan'), 1],
  ['a unit', unit('water'), 2],
]

describe('a list of all ledgers', () => {
  test.each(scopes)('holds for %s what its ledgers hold one by one, in every order, under every filter', async (_, scope, turn) => {
    for (const query of share(filters, turn, scopes.length)) {
      const pages = filters.indexOf(query) < 2 ? 4 : 100
      const each = (
        await Promise.all(ledgers.filter((ledger) => asks(ledger, query)).map((ledger) => walked(scope, [ledger], own(ledger, query))))
      ).flat()
      for (const [by, place] of Object.entries(places)) {
        const wanted = [...each].sort((a, b) => (place(a) < place(b) ? -1 : 1)).map(({ id }) => id)
        const got = async (sort: string, limit: number) => (await walked(scope, ledgers, { ...query, sort, limit })).map(({ id }) => id)
        expect([query, by, await got(by, pages)]).toEqual([query, by, wanted])
        expect([query, `-${by}`, await got(`-${by}`, 100)]).toEqual([query, `-${by}`, wanted.toReversed()])
      }
    }
  })

  test('holds what was made, and leaves out ledgers that are not asked about', async () => {
    expect((await walked(county, ledgers, { limit: 7 })).length).toBe(known.size)
    expect(known.size).toBeGreaterThanOrEqual(townships.length * 8)
    const two = ledgers.filter(({ key }) => key === 'pleas' || key === 'suggestions')
    for (const query of [{}, { q: '渠' }, { sort: 'dueOn' }, { overdue: true }]) {
      const found = new Set((await walked(county, two, query)).map(({ ledger }) => ledger))
      expect([query, [...found].sort()]).toEqual([query, ['pleas', 'suggestions'].filter((key) => key !== '' && found.has(key))])
      expect(found).not.toContain('wishes')
    }
  })

  test.each([
    ['newest first', county, {}, 6],
    // Two of them ask whether texts are packed, which they are not here.
    ['words', county, { q: '渠' }, 12],
    ['soonest first', county, { sort: 'dueOn' }, 6],
    ['overdue', county, { overdue: true, sort: 'dueOn' }, 6],
    ['by state, each ledger that has it for itself', county, { states: ['draft'] }, 12],
    ['a township', township('xinan'), {}, 6],
    ['a unit', unit('water'), { sort: 'dueOn' }, 6],
  ] satisfies [string, Scope, ListQuery, number][])('asks the table a few times: %s', async (_, scope, query, most) => {
    await listRecords(scope, ledgers, query, today)
    const asked = await requests(() => listRecords(scope, ledgers, query, today))
    expect(asked).toBeGreaterThan(1)
    expect(asked).toBeLessThanOrEqual(most)
  })
})

describe('counts of all ledgers', () => {
  test.each(scopes)('are for %s those of its ledgers one by one', async (_, scope, turn) => {
    const asked = filters.filter(({ q }) => q === undefined)
    for (const query of share(asked, turn, scopes.length)) {
      const all = await readCountsOfAll(scope, ledgers, query, today)
      const each = await Promise.all(
        ledgers.map(
          async (ledger) => [ledger.key, asks(ledger, query) ? await countsOf(scope, ledger, query, today) : { total: 0 }] as const,
        ),
      )
      const some = each.filter(([, { total }]) => total > 0)
      expect([query, all]).toEqual([query, Object.fromEntries(some)])
    }
  })

  test('ask the table once', async () => {
    expect(await requests(() => readCountsOfAll(county, ledgers, { year: 2026 }, today))).toBe(1)
  })
})

const asks = (ledger: Ledger, { states }: ListQuery) => !states || states.some((state) => Object.hasOwn(ledger.states, state))

/** The question as it can be put to one ledger, which knows its own states only. */
const own = (ledger: Ledger, { states, ...rest }: ListQuery): ListQuery =>
  states ? { ...rest, states: states.filter((state) => Object.hasOwn(ledger.states, state)) } : rest

/** How often the table is asked. Offices and settings, kept for three seconds, are there before, and the clock stands still meanwhile. */
async function requests(work: () => Promise<unknown>): Promise<number> {
  await world()
  vi.useFakeTimers({ toFake: ['performance'] })
  let count = 0
  const counting = (next: (args: never) => unknown) => (args: never) => {
    count += 1
    return next(args)
  }
  client().middlewareStack.add(counting as never, { step: 'initialize', name: 'counting' })
  try {
    await work()
  } finally {
    client().middlewareStack.remove('counting')
    vi.useRealTimers()
  }
  return count
}
