import { expect, test } from 'vitest'
import { dayWanted } from '../../admin/ledger/act/day-wanted.ts'
import { daysNow } from '../../admin/ledger/act/days-now.ts'
import { hears } from '../../functions/mail/hears.ts'
import type { Duty } from '../../shared/duty.ts'
import { givenTo } from '../../shared/engine/asked-by.ts'
import { transition } from '../../shared/engine/transition.ts'
import { lastWanted } from '../../shared/engine/wanted.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import { suggestions } from '../../shared/ledgers/suggestions.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { alone, county, urban, water, world } from '../cast.ts'

const today = '2026-03-10'
const duty = (id: string, key: string, unit: string): Duty =>
  ({
    ...{ id, key, holder: { kind: 'unit', id: unit }, openedOn: '2026-03-02', dueOn: '2026-06-02', state: 'open' },
    why: {
      basis: { zh: '', en: '' },
      length: { months: 3 },
      start: '2026-03-02',
      skipped: [],
      pauses: [],
      extensions: [],
      cap: { length: { months: 6 }, day: '2026-09-02' },
    },
  }) as unknown as Duty
const moved = (on: LedgerRecord, key: string, given: object, scope: typeof county, day = today) => {
  const taken = transition(suggestions, on, key, { ...given }, scope, day, world, alone)
  if (isRefusal(taken)) throw new Error(JSON.stringify(taken))
  return taken
}
const registered = {
  ...{ id: 'r1', ledger: 'suggestions', township: 'xinan', state: 'registered', version: 4, year: 2026, readers: [], head: '' },
  createdBy: { id: 'p', name: '王芳', office: county.office },
  data: { title: '路灯' },
  duties: [],
  took: {},
} as unknown as LedgerRecord
const assigned = moved(registered, 'assign', { lead: 'water', co: ['urban'] }, county, '2026-03-02').record
const { record } = moved(assigned, 'accept', {}, water)

test('whoever asks for more time is held to the day to which it can be granted, on every ledger on which a day is asked for', () => {
  let steps = 0
  for (const ledger of ledgers)
    for (const [key, { opens = [], asks = [] }] of Object.entries(ledger.transitions)) {
      const opened = opens.map((one) => (typeof one === 'string' ? one : one.duty))
      const grants = Object.entries(ledger.transitions).filter(
        ([, rule]) => rule.moves && rule.discharges?.some((each) => opened.includes(each)),
      )
      const field = asks.map((ask) => ask.replace('?', '')).find((ask) => ledger.fields[ask]?.kind === 'date')
      for (const [grant, rule] of grants)
        for (const move of rule.moves ?? []) {
          if (field === undefined) continue
          steps += 1
          const duties = [duty('d1', move.duty, 'water')]
          expect(lastWanted(ledger, duties, key), `${ledger.key} ${key}`).toEqual({ field, day: '2026-09-02' })
          expect(daysNow(ledger, duties, key, field)).toEqual({ now: [], last: '2026-09-02' })
          const to = move.to.slice(1)
          const asked = (day: string) =>
            [{ seq: 2, transition: key, opened: [{ id: 'd9' }], said: { [field]: day }, changes: {} }] as unknown as LedgerEvent[]
          const begins = (day: string) => dayWanted(ledger, duties, { key: grant, discharges: ['d9'] }, asked(day))[to]
          expect([begins('2027-08-20'), begins('2026-08-20')]).toEqual(['2026-09-02', '2026-08-20'])
        }
    }
  expect(steps).toBeGreaterThan(0)
})

test('a request for a day that nobody can grant is refused where it asks', () => {
  const asks = (wanted: string) => transition(suggestions, record, 'askExtension', { wanted, reason: '工期长' }, water, today, world, alone)
  const refused = asks('2027-08-20')
  expect(isRefusal(refused) && refused.faults?.map(({ path, code }) => [path, code])).toEqual([['given.wanted', 'cap']])
  expect(isRefusal(asks('2026-09-02'))).toBe(false)
})

test('whose step leads on by what is chosen in it hears that it is his, where nobody owes it', () => {
  const bills = ledgers.find(({ key }) => key === 'bills') ?? expect.fail('no bills')
  const bill = { ...registered, ledger: 'bills', township: null, state: 'presidium', duties: [] } as unknown as LedgerRecord
  const office = { kind: 'system', id: 'system' }
  const event = {
    from: 'registered',
    to: 'presidium',
    on: today,
    by: { office },
    transition: 'x',
    opened: [],
    moved: [],
    voided: [],
    discharged: [],
  }
  expect(hears(bills, bill, event as unknown as LedgerEvent, world)).toContainEqual({
    ...{ holder: { kind: 'county', id: 'county' }, cause: 'next', duties: [], act: 'decide' },
  })
})

test('what a co-unit gave is told to whoever answers, and stands above its form', () => {
  const { event: told, record: after } = moved(record, 'coReply', { opinion: '同意安排资金' }, urban)
  const event = { ...told, seq: 5 } as LedgerEvent
  expect(hears(suggestions, after, event, world)).toEqual([
    { holder: { kind: 'unit', id: 'water' }, cause: 'next', duties: [expect.any(String)] },
  ])
  // A request that was answered gives nothing, and what others owed is no gift of whoever answered.
  const answered = after.duties.map((duty) => (event.discharged.includes(duty.id) ? { ...duty, asker: duty.holder } : duty))
  expect(hears(suggestions, { ...after, duties: answered }, event, world).filter(({ cause }) => cause === 'next')).toEqual([])
  const byCounty = { ...event, by: { ...event.by, office: { kind: 'county', id: 'county' } } } as LedgerEvent
  expect(hears(suggestions, after, byCounty, world)).toEqual([])
  const given = (key: string) => givenTo(suggestions, after, { key }, [event]).map(({ said }) => said)
  expect(given('answer')).toEqual([{ opinion: '同意安排资金' }])
  expect([given('meet'), given('cancel')]).toEqual([[], []])
})
