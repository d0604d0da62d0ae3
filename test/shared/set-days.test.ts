import { describe, expect, test } from 'vitest'
import { addDays, calendar, isPublished, isWorkday, yearOf } from '../../shared/deadline/calendar.ts'
import { anchors } from '../../shared/deadline/deadline.ts'
import { recompute } from '../../shared/deadline/derivation.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Duty, Holder } from '../../shared/duty.ts'
import { create } from '../../shared/engine/creation.ts'
import type { Moved } from '../../shared/engine/moved.ts'
import { takeNewDays } from '../../shared/engine/new-days.ts'
import { live, livesIn, open, owing } from '../../shared/engine/owed.ts'
import { seatDuties, seats, standing } from '../../shared/engine/seats.ts'
import { transition } from '../../shared/engine/transition.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { isRefusal, type Refusal } from '../../shared/refusal.ts'
import { alone, county, everybody, world } from '../cast.ts'
import { fc, holds } from '../property.ts'
import { come, givens, samples } from '../sample.ts'

// What is given on a step, what the duty is due by and why must tell one day, on every ledger and by every step that sets one.
const today = '2026-03-02'
const tomorrow = addDays(today, 1)
type Way = { ledger: Ledger; name: string; field: string; moves: string[]; opens: string[] }

const outcomes = (ledger: Ledger, name: string) => {
  const rule = ledger.transitions[name]
  return rule ? [rule, ...(rule.branches ?? [])] : []
}
const opened = (ledger: Ledger, name: string) =>
  outcomes(ledger, name).flatMap(({ opens = [] }) => opens.map((each) => (typeof each === 'string' ? each : each.duty)))

/** Every step that asks for a day by which it moves or opens a duty. */
const ways: Way[] = ledgers.flatMap((ledger) =>
  Object.entries(ledger.transitions).flatMap(([name, { asks = [] }]) =>
    asks
      .map((ask) => ask.replace('?', ''))
      .filter((field) => ledger.fields[field]?.kind === 'date')
      .flatMap((field): Way[] => {
        const moves = outcomes(ledger, name).flatMap((each) =>
          (each.moves ?? []).filter(({ to }) => to === `@${field}`).map(({ duty }) => duty),
        )
        const opens = opened(ledger, name).filter((key) => ledger.duties[key] && anchors(ledger.duties[key].due, true).includes(field))
        return moves.length + opens.length > 0 ? [{ ledger, name, field, moves: [...new Set(moves)], opens }] : []
      }),
  ),
)
const label = ({ ledger, name, field }: Way) => `${ledger.key} ${name} ${field}`

/** Those that are taken on a record made up for it: of what asks for votes and the like there are walks elsewhere. */
const taken = ways.flatMap((way) => {
  const take = ready(way)
  return take ? [{ ...way, take }] : []
})

test('there are steps of both kinds, and every one that moves a day is tried', () => {
  expect(ways.filter(({ moves }) => moves.length > 0).length).toBeGreaterThanOrEqual(8)
  expect(ways.filter((way) => way.moves.length > 0 && !taken.some((each) => label(each) === label(way))).map(label)).toEqual([])
  expect(taken.filter(({ opens }) => opens.length > 0).length).toBeGreaterThanOrEqual(8)
})

describe.each(taken.map((way): [string, (typeof taken)[number]] => [label(way), way]))('%s', (_, { field, moves, opens, take }) => {
  test('what was given, the duty and why agree, whatever the day', async () => {
    await holds([fc.integer({ min: -3, max: 700 })], (after) => {
      const day = addDays(today, after)
      const moved = take(day)
      if (isRefusal(moved)) return expect(new Set(moved.faults?.map(({ path }) => path))).toEqual(new Set([`given.${field}`]))
      const { record, event } = moved
      const told = record.data[field]
      for (const duty of record.duties.filter((each) => live(each) && moves.includes(each.key))) {
        expect([duty.dueOn, event.changes[field]?.new ?? told]).toEqual([told, told])
        expect(event.moved.find(({ id }) => id === duty.id)?.to ?? duty.dueOn).toBe(told)
        expect(isWorkday(world.calendar, String(told)) && String(told) >= day).toBe(true)
        const between = daysFrom(day, String(told))
        expect(duty.why.skipped.map((skip) => skip.day)).toEqual(between.filter((each) => !isWorkday(world.calendar, each)))
        expect(duty.why.provisional ?? false).toBe(between.some((each) => !isPublished(world.calendar, yearOf(each))))
        expect(recompute(duty, world.calendar)).toMatchObject({ dueOn: told, why: duty.why })
      }
      for (const duty of moved.opened.filter(({ key }) => opens.includes(key) && !moves.includes(key)))
        if (duty.why.length === null && duty.why.anchor?.field === field) expect(duty.dueOn).toBe(told)
    })
  })
})

describe.each(taken.filter(({ moves }) => moves.length > 0).map((way): [string, (typeof taken)[number]] => [label(way), way]))(
  '%s',
  (_, { ledger, field, moves, take }) => {
    test('when the county rests on that day, all of them go on to the next', () => {
      const moved = take('2026-04-09')
      if (isRefusal(moved)) throw new Error('refused')
      const closed = calendar([{ day: '2026-04-09', name: '停工' }])
      const { record, event } = takeNewDays(ledger, moved.record, county, tomorrow, { ...world, calendar: closed }) ?? {}
      const mine = record?.duties.filter((each) => live(each) && moves.includes(each.key)) ?? []
      expect(mine.map(({ dueOn }) => dueOn)).toEqual(mine.map(() => '2026-04-10'))
      expect([mine.length > 0, record?.data[field], event?.changes[field]]).toEqual([
        true,
        '2026-04-10',
        { old: '2026-04-09', new: '2026-04-10' },
      ])
    })
  },
)

test('no form changes a day on which a running duty rests, and leaves the duty where it was', () => {
  const stale = ledgers.flatMap((ledger) =>
    Object.entries(ledger.duties).flatMap(([key, { due }]) => {
      const fixed = anchors(due, true).filter((field) => !anchors(due, false).includes(field))
      return ledger.may.edit.flatMap((access) => {
        if (typeof access === 'string') return []
        const here = (access.in ?? Object.keys(ledger.states)).filter((state) => livesIn(ledger, key, state) && !isDraft(ledger, state))
        return here.length > 0
          ? (access.fields ?? []).filter((field) => fixed.includes(field)).map((field) => `${ledger.key} ${key} ${field}`)
          : []
      })
    }),
  )
  expect(stale).toEqual([])
})

const isDraft = (ledger: Ledger, state: string) => ledger.states[state]?.phase === 'draft'
const daysFrom = (from: string, to: string): string[] => (from > to ? [] : [from, ...daysFrom(addDays(from, 1), to)])

/** Takes the step on a day, as whoever may; null where nothing that is tried here is taken. */
function ready({ ledger, name, field, moves }: Way): ((day: string) => Moved | Refusal) | null {
  const rule = ledger.transitions[name]
  if (!rule) return null
  for (const state of rule.from)
    for (const record of records(ledger, state, field, moves))
      for (const scope of everybody) {
        const stand = standing(ledger, record, rule.by, seatDuties(rule), rule.inPerson ?? false, scope, world)
        const acting = stand && !stand.own && stand.principals[0] ? { ...scope, for: stand.principals[0].id } : scope
        for (const given of givens(rule.asks ?? [], come(ledger), today, tomorrow)) {
          const take = (day: string) => transition(ledger, record, name, { ...given, [field]: day }, acting, today, world, alone)
          const moved = take('2026-04-09')
          const sets = !isRefusal(moved) && (moves.length === 0 || moved.event.moved.length > 0)
          if (stand && sets) return take
        }
      }
  return null
}

/** Records in that state that owe what the step moves, or each alone. */
function records(ledger: Ledger, state: string, field: string, moves: string[]): LedgerRecord[] {
  const township = ledger.level === 'county' ? null : 'xinan'
  const data = Object.fromEntries(
    Object.entries(come(ledger)).flatMap(([key, each]) => {
      const [value] = each.kind === 'number' ? [Math.max(1, each.min ?? 1)] : samples(each, today, tomorrow)
      return each.only === 'event' || (key === field && !each.required) || value === undefined ? [] : [[key, value]]
    }),
  )
  const born = create(ledger, { id: 'r1', township, data, bySystem: true }, county, today, world)
  if (isRefusal(born)) throw new Error(JSON.stringify(born))
  const record = { ...born.record, state, duties: [], took: {} }
  const turn = { ledger, scope: county, today, world }
  const holding = (key: string): Holder[] => seats(ledger, record, ledger.duties[key]?.holder ?? [], world).slice(0, 1)
  const owed = (keys: string[]): Duty[] => {
    const openings = keys.filter((key) => livesIn(ledger, key, state)).map((key) => ({ key, holders: holding(key) }))
    return open(turn, owing([]), openings, record.data, []).duties
  }
  return [moves, ...moves.map((key) => [key])].map((keys) => ({ ...record, duties: owed(keys) }))
}
