import { describe, expect, test } from 'vitest'
import { crossCheck } from '../../shared/definition/gate/across.ts'
import { parseLedger } from '../../shared/definition/gate.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { withWayOut } from '../../shared/definition/way-out.ts'
import { create } from '../../shared/engine/creation.ts'
import { follow } from '../../shared/engine/follow.ts'
import { transition } from '../../shared/engine/transition.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { county, system, world } from '../cast.ts'
import { fc, holds } from '../property.ts'

const label = { zh: '字', en: 'Word' }
const day = { kind: 'date', label }
const states = { open: { label, phase: 'open' }, done: { label, phase: 'done' }, void: { label, phase: 'void' } }
const drop = { label, from: ['open'], to: 'void', by: ['county'] }
const may = { create: ['county'], read: ['county'], edit: ['county'] }
const list = { columns: ['title'] }
const title = { kind: 'text', label, required: true }

const gatherings = withWayOut({
  key: 'gatherings',
  label,
  system: 18,
  level: 'county',
  fields: { title, day, secret: { ...day, seenBy: ['county'] } },
  states,
  initial: 'open',
  transitions: { hold: { label, from: ['open'], to: 'done', by: ['county'] }, drop },
  duties: {},
  may,
  list,
} as unknown as Ledger)

const items = (more: object = {}, due: object = { days: 10, before: '@at.day' }) =>
  withWayOut({
    key: 'items',
    label,
    system: 18,
    level: 'county',
    year: '@on',
    fields: { title, at: { kind: 'records', of: 'gatherings', max: 1, label }, on: { ...day, from: '@at.day' }, ...more },
    states,
    initial: 'open',
    born: { opens: ['send'] },
    transitions: {
      send: { label, from: ['open'], by: ['county'], discharges: ['send'] },
      vote: { label, from: ['open'], to: 'done', by: ['county'], when: [{ named: 'at', in: ['done'] }] },
      drop,
    },
    duties: { send: { label, basis: label, holder: ['county'], due } },
    may,
    list,
  } as unknown as Ledger)

const faults = (ledger: Ledger) => {
  const parsed = parseLedger(ledger)
  return 'faults' in parsed ? parsed.faults : crossCheck([gatherings, parsed.ledger])
}

describe('the gate', () => {
  test('lets a day on another record pass', () => expect(faults(items())).toEqual([]))

  test.each([
    ['a field that names no single record', items({}, { on: '@title.day' }), 'duties.send.due'],
    ['a field that is not there', items({}, { on: '@at.night' }), 'items.duties.send.due'],
    ['what is no day', items({}, { on: '@at.title' }), 'items.duties.send.due'],
    ['what is hidden there', items({}, { on: '@at.secret' }), 'items.duties.send.due'],
    ['a parent that nothing makes', items({}, { on: 'parent.day' }), 'items.duties.send.due'],
    ['a value of another kind', items({ on: { ...day, from: '@at.title' } }), 'items.fields.on.from'],
  ])('names %s', (_, ledger, path) => expect(faults(ledger).map((fault) => fault.path)).toContain(path))
})

const gathering = (on: string | null, state = 'open') =>
  ({ ledger: 'gatherings', id: 'g1', state, data: on === null ? {} : { day: on } }) as unknown as LedgerRecord
const kin = (on: string | null, state?: string) => ({ children: [], phases: () => undefined, named: [gathering(on, state)] })
const born = (on: string) => {
  const made = create(items(), { id: 'r1', data: { title: '事', at: ['g1'] } }, county, '2026-03-02', world, kin(on))
  if (isRefusal(made)) throw new Error(JSON.stringify(made))
  return made.record
}
const dueOn = (record: LedgerRecord | undefined) => record?.duties.find(({ state }) => state === 'open')?.dueOn

describe('what hangs on another record', () => {
  test('takes its day and its year from there', () => {
    const record = born('2027-01-20')
    expect([record.data.on, record.year, dueOn(record)]).toEqual(['2027-01-20', 2027, '2027-01-08'])
  })

  test('follows it wherever it moves, as if it had been there from the start', () =>
    holds([fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: 600 })], (from, to) => {
      const at = (n: number) => new Date(Date.UTC(2026, 2, 2 + n)).toISOString().slice(0, 10)
      const moved = follow(items(), born(at(from)), system, '2026-03-02', world, kin(at(to)))
      const then = moved?.record ?? born(at(from))
      expect([then.data.on, then.year, dueOn(then)]).toEqual([at(to), Number(at(to).slice(0, 4)), dueOn(born(at(to)))])
      expect(follow(items(), then, system, '2026-03-02', world, kin(at(to)))).toBeNull()
    }))

  test('has no day while there is none, and stays as it is when it is over or the other is not at hand', () => {
    const record = born('2026-05-20')
    expect(dueOn(follow(items(), record, system, '2026-03-02', world, kin(null))?.record)).toBeNull()
    expect(follow(items(), record, system, '2026-03-02', world, { children: [], phases: () => undefined })).toBeNull()
    const over = { ...record, state: 'done', duties: [] }
    expect(follow(items(), over, system, '2026-03-02', world, kin('2026-06-24'))).toBeNull()
  })

  test('waits for a state there', () => {
    const record = born('2026-03-02')
    const vote = (state: string) => transition(items(), record, 'vote', {}, county, '2026-03-02', world, kin('2026-03-02', state))
    expect(vote('open')).toMatchObject({ refused: 'condition', status: 409 })
    expect(isRefusal(vote('done'))).toBe(false)
  })
})
