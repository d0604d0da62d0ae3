import { beforeAll, describe, expect, test, vi } from 'vitest'
import { definition, saveDefinition } from '../../../functions/catalogue.ts'
import { readChildren } from '../../../functions/store/children.ts'
import { readEvents } from '../../../functions/store/events.ts'
import { readOutbox } from '../../../functions/store/outbox.ts'
import { readRecord, readWhole } from '../../../functions/store/records.ts'
import { brokenAt } from '../../../functions/store/seal.ts'
import { systemScope } from '../../../functions/store/system-scope.ts'
import { createRecord, take, takeDueSteps } from '../../../functions/transact.ts'
import type { LedgerRecord } from '../../../shared/record.ts'
import { county, gather, newCounty, on, projected, recordOf, township, townships } from '../store/county.ts'

const day = '2026-03-02'
const label = { zh: '字', en: 'Word' }
const text = { kind: 'text', label }

/** A round of inspection: one sheet for each township, one errand for each row; collected by itself when all sheets are in, over by itself a day later. */
const rounds = {
  key: 'patrols',
  label,
  system: 9,
  level: 'county',
  number: { format: 'R{seq:3}', per: ['year'] },
  fields: {
    title: { ...text, required: true },
    errands: { kind: 'items', label, columns: { what: text, where: { kind: 'office', of: 'township', label } } },
    until: { kind: 'date', label },
  },
  states: {
    plan: { label, phase: 'draft' },
    out: { label, phase: 'open' },
    collected: { label, phase: 'open' },
    over: { label, phase: 'done' },
  },
  initial: 'plan',
  transitions: {
    send: {
      label,
      from: ['plan'],
      to: 'out',
      by: ['county'],
      asks: ['errands?', 'until?'],
      numbers: true,
      opens: ['collect'],
      creates: [
        { ledger: 'sheets', for: 'townships', fill: { title: '@title', round: 'number' } },
        { ledger: 'errands', for: '@errands', township: 'each.where', fill: { title: 'each.what' } },
      ],
    },
    collect: {
      label,
      from: ['out'],
      to: 'collected',
      by: ['county', 'system'],
      when: [{ children: 'sheets', in: 'closed' }],
      discharges: ['collect'],
    },
    end: { label, from: ['collected'], to: 'over', by: ['county', 'system'], when: [{ field: 'until', past: true }] },
  },
  duties: { collect: { label, basis: label, holder: ['county'], due: { months: 1 }, during: ['out'] } },
  may: { create: ['county'], read: ['county'], edit: ['county'] },
  list: { columns: ['title'] },
}
const sheets = {
  key: 'sheets',
  label,
  system: 9,
  level: 'township',
  part: true,
  fields: { title: { ...text, required: true }, round: text, found: { kind: 'number', label } },
  states: { open: { label, phase: 'open' }, filed: { label, phase: 'done' } },
  initial: 'open',
  born: { opens: ['file'] },
  transitions: { file: { label, from: ['open'], to: 'filed', by: ['township'], asks: ['found'], discharges: ['file'] } },
  duties: { file: { label, basis: label, holder: ['township'], due: { workdays: 10 }, during: ['open'] } },
  may: { create: [], read: ['county', 'township'], edit: [] },
  list: { columns: ['title'] },
}
/** Errands go when their round is collected, by themselves. */
const errands = {
  key: 'errands',
  label,
  system: 9,
  part: true,
  fields: { title: { ...text, required: true, max: 10 } },
  states: { open: { label, phase: 'open' }, gone: { label, phase: 'void' }, done: { label, phase: 'done' } },
  initial: 'open',
  transitions: {
    go: { label, from: ['open'], to: 'gone', by: ['system'], when: [{ parent: ['collected'] }] },
    finish: { label, from: ['open'], to: 'done', by: ['owner'] },
  },
  duties: {},
  may: { create: [], read: ['county', 'township'], edit: [] },
  list: { columns: ['title'] },
}

beforeAll(async () => {
  await newCounty()
  for (const ledger of [rounds, sheets, errands])
    expect(await saveDefinition(county, { key: ledger.key, version: 1, ledger }, new Date())).toBe(true)
})

async function sent(title: string, given: Record<string, unknown> = {}): Promise<LedgerRecord> {
  const plan = recordOf(await createRecord(county, 'patrols', { data: { title } }, {}, on(day)))
  return recordOf(await take(county, 'patrols', plan.id, { transition: 'send', given }, 1, on(day)))
}

const file = (sheet: LedgerRecord, today = day) =>
  take(township(sheet.township ?? ''), 'sheets', sheet.id, { transition: 'file', given: { found: 0 } }, sheet.version, on(today))
const stateOf = async ({ ledger, id }: LedgerRecord) => (await readRecord(county, ledger, id))?.state

describe('a step that creates', () => {
  test('makes one record for each township and each row, in the same transaction, with the number just given', async () => {
    const round = await sent('查一查', { errands: [{ what: '买图', where: 'bailu' }] })
    const children = await readChildren(county, round)
    expect(children.map(({ ledger, township, data }) => `${ledger} ${township} ${data.round ?? data.title}`).sort()).toEqual([
      'errands bailu 买图',
      'sheets bailu R001',
      'sheets tanggou R001',
      'sheets xinan R001',
    ])
    const event = (await readEvents(county, 'patrols', round.id))?.at(-1)
    expect(event?.created).toHaveLength(4)
    expect((await readEvents(county, 'sheets', children.find(({ ledger }) => ledger === 'sheets')?.id ?? ''))?.[0]?.cause).toEqual({
      ledger: 'patrols',
      id: round.id,
      seq: 2,
    })
    expect(await readChildren(township('bailu'), round)).toHaveLength(2)
    expect(await readChildren(township('xinan'), round)).toHaveLength(1)
  })

  test('is refused whole when a child cannot be created, with the row', async () => {
    const plan = recordOf(await createRecord(county, 'patrols', { data: { title: '不成' } }, {}, on(day)))
    const rows = [
      { what: '好', where: 'bailu' },
      { what: '这一行的标题实在是太长了', where: 'bailu' },
    ]
    const refused = await take(county, 'patrols', plan.id, { transition: 'send', given: { errands: rows } }, 1, on(day))
    expect(refused).toMatchObject({ refused: 'children', status: 422, faults: [{ path: 'given.errands.1' }] })
    expect(await readRecord(county, 'patrols', plan.id)).toMatchObject({ state: 'plan', version: 1 })
    expect(await readChildren(county, plan)).toEqual([])
    expect((await sent('下一个')).number).toBe('R002')
  })

  test('makes hundreds in as many transactions as it takes, leaving nothing to do', async () => {
    const rows = Array.from({ length: 150 }, (_, at) => ({ what: `件${at}`, where: townships[at % 3] }))
    const round = await sent('很多', { errands: rows })
    // Nobody waits for so many: the outbox makes them.
    await projected()
    const children = await readChildren(county, round)
    expect(children.filter(({ ledger }) => ledger === 'errands')).toHaveLength(150)
    expect((await readEvents(county, 'patrols', round.id))?.at(-1)?.created).toHaveLength(153)
    expect(await gather(readOutbox(systemScope(), new Date('2999-01-01')))).toEqual([])
    for (const sheet of children.filter(({ ledger }) => ledger === 'sheets')) await file(sheet)
    const after = await readChildren(county, round)
    expect(new Set(after.filter(({ ledger }) => ledger === 'errands').map(({ state }) => state))).toEqual(new Set(['gone']))
  })
})

describe('what the engine does itself', () => {
  test('moves the parent when the last child is in, and then the other children, told by cause', async () => {
    const round = await sent('收齐', { errands: [{ what: '跑腿', where: 'bailu' }] })
    const children = (await readChildren(county, round)).filter(({ ledger }) => ledger === 'sheets')
    for (const [at, sheet] of children.entries()) {
      expect(await stateOf(round)).toBe('out')
      recordOf(await file(sheet))
      expect(await stateOf(round)).toBe(at === 2 ? 'collected' : 'out')
    }
    const last = (await readEvents(county, 'patrols', round.id))?.at(-1)
    expect(last).toMatchObject({
      transition: 'collect',
      by: { office: { kind: 'system' } },
      cause: { ledger: 'sheets', id: children[2]?.id, seq: 2 },
    })
    const errand = (await readChildren(county, round)).find(({ ledger }) => ledger === 'errands')
    expect(errand?.state).toBe('gone')
    const whole = await readWhole(county, 'patrols', round.id)
    expect(brokenAt(whole?.events ?? [], whole?.record.secret)).toBe(null)
  })

  test('happens once when all children come in at the same moment', async () => {
    for (let again = 0; again < 5; again += 1) {
      const round = await sent(`同时${again}`)
      const children = await readChildren(county, round)
      await Promise.all(children.map((sheet) => file(sheet)))
      const events = (await readEvents(county, 'patrols', round.id)) ?? []
      expect(events.map(({ transition }) => transition)).toEqual(['create', 'send', 'collect'])
    }
  })

  test('waits for its day, and the morning takes it', async () => {
    const round = await sent('到期', { until: '2026-03-10' })
    for (const sheet of await readChildren(county, round)) await file(sheet)
    expect(await takeDueSteps(on('2026-03-10'))).toBe(0)
    expect(await stateOf(round)).toBe('collected')
    expect(await takeDueSteps(on('2026-03-11'))).toBe(1)
    expect(await stateOf(round)).toBe('over')
  })
})

describe('the catalogue', () => {
  test('applies an amendment to one of ours, and goes on with the latest that fits', async () => {
    const patch = { duties: { accept: { due: { workdays: 3 } } } }
    expect(await saveDefinition(county, { key: 'suggestions', version: 1, patch }, new Date())).toBe(true)
    expect(await saveDefinition(county, { key: 'suggestions', version: 1, patch }, new Date())).toBe(false)
    const amended = { origin: 'amended', ledger: { duties: { accept: { due: { workdays: 3 } } } } }
    expect(await definition(county, 'suggestions')).toMatchObject(amended)
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    await saveDefinition(county, { key: 'suggestions', version: 2, patch: { transitions: { submit: null } } }, new Date())
    expect(await definition(county, 'suggestions')).toMatchObject(amended)
    expect(said.mock.calls.join()).toContain('"ledger":"suggestions","version":2')
    said.mockRestore()
    expect(await definition(county, 'patrols')).toMatchObject({ origin: 'county', version: 1 })
    expect(await definition(county, 'nothing')).toBe(null)
  })
})
