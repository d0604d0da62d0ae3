import { expect, test } from 'vitest'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { livesIn, owing } from '../../../shared/engine/owed.ts'
import { transition } from '../../../shared/engine/transition.ts'
import { arrive } from '../../../shared/importing/arrival.ts'
import { awaited } from '../../../shared/importing/awaited.ts'
import { update } from '../../../shared/importing/update.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import { suggestions } from '../../../shared/ledgers/suggestions.ts'
import { trainings } from '../../../shared/ledgers/trainings.ts'
import type { Data, LedgerRecord } from '../../../shared/record.ts'
import { county, world } from '../../cast.ts'
import { samples } from '../../sample.ts'

const today = '2026-03-02'
const turn = (ledger: Ledger) => ({ ledger, scope: county, today, world })
/** A record in a state that has every value, of days such as lie ahead. */
function standing(ledger: Ledger, state: string): LedgerRecord {
  const fields = Object.entries(ledger.fields).filter(([, { only }]) => only === undefined)
  const data = Object.fromEntries(
    fields.flatMap(([key, field]) =>
      samples(field, '2026-07-02', '2026-07-03')
        .slice(0, 1)
        .map((value) => [key, value]),
    ),
  )
  const known = { id: 'r1', ledger: ledger.key, state, data, duties: [], took: {}, readers: [] }
  const createdBy = { id: 'p1', name: '王芳', office: county.office }
  return { ...known, township: ledger.level === 'county' ? null : 'xinan', createdBy } as unknown as LedgerRecord
}
const landings = (ledger: Ledger) => [...new Set([...(ledger.import?.lands ?? []).map((each) => each.in), ledger.initial])]
const importing = ledgers.filter((each) => each.import)

test('whoever an item waits for owes the next step, in whatever open state a register brings it', () => {
  const idle = importing.flatMap((ledger) =>
    landings(ledger).filter((state) => {
      const { phase, rests } = ledger.states[state] ?? {}
      const told = ledger.import?.duties?.some(({ duty }) => livesIn(ledger, duty, state))
      if (phase !== 'open' || rests || told) return false
      return awaited(turn(ledger), owing([]), standing(ledger, state)).opened.length === 0
    }),
  )
  expect(idle).toEqual([])
})

test('what is over waits for nobody, and no day had passed before the row came in', () => {
  for (const ledger of importing)
    for (const state of Object.keys(ledger.states)) {
      const { opened } = awaited({ ...turn(ledger), today: '2026-12-31' }, owing([]), standing(ledger, state))
      const phase = ledger.states[state]?.phase
      if (phase === 'done' || phase === 'void') expect([ledger.key, state, opened]).toEqual([ledger.key, state, []])
      for (const { key, dueOn } of opened) {
        expect([ledger.key, key, livesIn(ledger, key, state)]).toEqual([ledger.key, key, true])
        expect([ledger.key, key, dueOn === null || dueOn >= '2026-12-31']).toEqual([ledger.key, key, true])
      }
    }
})

const arrived = (ledger: Ledger, data: Data, township: string | null = 'xinan') => {
  const moved = arrive(ledger, { id: 'r1', number: '2026-0001', township, data }, county, today, world)
  if ('faults' in moved) throw new Error(JSON.stringify(moved.faults))
  return moved.record
}
const owed = ({ duties }: LedgerRecord) => duties.map(({ key, dueOn, state }) => [key, dueOn, state])
const changed = (ledger: Ledger, record: LedgerRecord, said: Data) => {
  const moved = update(ledger, record, said, county, today, world)
  if (moved === null || 'faults' in moved) throw new Error(`unchanged or refused: ${JSON.stringify(moved)}`)
  return moved.record
}

test('a later row moves the item on: the old duty is void, and the next office owes', () => {
  const base = { title: '修路', body: '路坏了。', lead: 'water' }
  const registered = arrived(suggestions, base)
  const assigned = changed(suggestions, registered, { assignedOn: '2026-02-02' })
  expect(owed(assigned)).toEqual([
    ['assign', '2026-03-16', 'void'],
    ['reply', '2026-05-06', 'open'],
  ])
  expect(owed(changed(suggestions, assigned, { repliedOn: '2026-02-20' })).slice(1)).toEqual([
    ['reply', '2026-05-06', 'done'],
    ['feedback', '2026-03-16', 'open'],
  ])
})

test('what happened before the register came in can still be entered on its day', () => {
  const registered = arrived(suggestions, { title: '修路', body: '路坏了。' })
  const entered = { on: today, said: true, reason: '补记' }
  const kin = { children: [], phases: () => undefined }
  const moved = transition(suggestions, registered, 'assign', { lead: 'water' }, county, '2026-02-02', world, kin, entered)
  expect(moved).toMatchObject({ record: { state: 'assigned', took: { assign: { on: '2026-02-02' } } } })
})

test('a day that a later row moves is moved for whoever owes by it', () => {
  const planned = arrived(trainings, { course: '代表培训', startOn: '2026-07-02', endOn: '2026-07-03' }, null)
  expect(owed(planned)).toEqual([['open', '2026-06-12', 'open']])
  expect(owed(changed(trainings, planned, { startOn: '2026-07-20', endOn: '2026-07-21' }))).toEqual([['open', '2026-06-30', 'open']])
})
