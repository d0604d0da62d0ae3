import { describe, expect, it } from 'vitest'
import { calendar } from '../../../shared/deadline/calendar.ts'
import type { Moved } from '../../../shared/engine/moved.ts'
import { arrive, standIn, yearOf } from '../../../shared/importing/arrival.ts'
import { update } from '../../../shared/importing/update.ts'
import { suggestions } from '../../../shared/ledgers/suggestions.ts'
import type { Data } from '../../../shared/record.ts'
import type { Scope } from '../../../shared/scope.ts'

const offices = ['xinan', 'bailu'].map((id) => ({ id, kind: 'township' as const, name: { zh: id, en: id } }))
const units = ['water', 'housing'].map((id) => ({ id, kind: 'unit' as const, name: { zh: id, en: id } }))
const world = { calendar: calendar(), offices: [...offices, ...units] }
const county: Scope = { person: 'p1', name: '李强', role: 'county', office: { kind: 'county', id: 'county' } }
const today = '2026-07-08'
const base: Data = { title: '修路', body: '路坏了。', lead: 'water' }

function arrived(data: Data, number = '2026-0001') {
  const moved = arrive(suggestions, { id: 'r1', number, township: 'xinan', data }, county, today, world)
  if ('faults' in moved) throw new Error(JSON.stringify(moved.faults))
  return moved
}
const replies = ({ record }: Moved) =>
  record.duties
    .filter(({ key }) => key === 'reply')
    .map(({ openedOn, dueOn, doneOn, state, holder }) => [holder.id, openedOn, dueOn, doneOn, state])
const faults = (outcome: ReturnType<typeof arrive> | ReturnType<typeof update>) =>
  outcome && 'faults' in outcome ? outcome.faults.map(({ path }) => path) : []

describe('a new row', () => {
  it('without dates is registered and owes nothing', () => {
    const moved = arrived(base)
    expect([moved.record.state, moved.record.duties]).toEqual(['registered', []])
    expect(moved.event).toMatchObject({ transition: 'import', from: null, to: 'registered' })
  })
  it('counts in the session in which it was assigned, one from before the first session in none', () => {
    const sittings = [
      { term: 17, session: 5, from: '2021-01-08' },
      { term: 18, session: 1, from: '2022-01-08' },
    ]
    const sessionOf = (assignedOn: string) => {
      const moved = arrive(suggestions, { id: 'r1', township: 'xinan', data: { ...base, assignedOn } }, county, today, {
        ...world,
        sittings,
      })
      return 'faults' in moved ? moved : [moved.record.term, moved.record.session]
    }
    expect(['2022-01-08', '2022-01-07', '2020-05-06'].map(sessionOf)).toEqual([
      [18, 1],
      [17, 5],
      [undefined, undefined],
    ])
  })
  it('assigned is being handled, due after the duty’s own length', () => {
    const moved = arrived({ ...base, assignedOn: '2026-03-02' })
    expect(moved.record.state).toBe('handling')
    expect(replies(moved)).toEqual([['water', '2026-03-02', '2026-06-02', undefined, 'open']])
    expect(moved.record.duties[0]?.why).toMatchObject({ length: { months: 3 }, start: '2026-03-02' })
  })
  it('keeps the day that it is given, weekends and days beyond the cap too', () => {
    expect(replies(arrived({ ...base, assignedOn: '2026-03-02', due: '2026-03-07' }))).toEqual([
      ['water', '2026-03-02', '2026-03-07', undefined, 'open'],
    ])
    expect(replies(arrived({ ...base, assignedOn: '2026-03-02', due: '2027-03-02' }))).toEqual([
      ['water', '2026-03-02', '2027-03-02', undefined, 'open'],
    ])
  })
  it('without deadline has no reply duty', () => {
    const moved = arrived({ ...base, assignedOn: '2026-03-02', due: 'none' })
    expect([moved.record.state, replies(moved)]).toEqual(['handling', []])
  })
  it('answered is answered, its duty done on that day; closed with a satisfaction', () => {
    const answered = arrived({ ...base, assignedOn: '2026-03-02', repliedOn: '2026-06-03' })
    expect(answered.record.state).toBe('answered')
    expect(replies(answered)).toEqual([['water', '2026-03-02', '2026-06-02', '2026-06-03', 'done']])
    expect(arrived({ ...base, assignedOn: '2026-03-02', repliedOn: '2026-04-01', satisfaction: 'satisfied' }).record.state).toBe('closed')
  })
  it('takes its name from the text when the title is missing', () => {
    const { title: _, ...rest } = base
    expect(arrived(rest).record.data.title).toBe('路坏了')
    expect(standIn('To ask the Secretary of State what assessment his Department has made of it.')).toBe(
      'To ask the Secretary of State what assessment his…',
    )
    expect(standIn('。。。修路')).toBe('修路')
  })
  it('is refused without a name, without a holder for what it owes, and when answered before assigned', () => {
    const outcome = (data: Data, township: string | null = 'xinan') =>
      faults(arrive(suggestions, { id: 'r1', number: '1', township, data }, county, today, world))
    expect(outcome({ lead: 'water' })).toEqual(['title'])
    expect(outcome({ title: 'x', assignedOn: '2026-03-02' })).toEqual(['lead'])
    expect(outcome({ ...base, assignedOn: '2026-03-02', repliedOn: '2026-03-01' })).toEqual(['repliedOn'])
    expect(outcome(base, null)).toEqual(['township'])
  })
  it('counts in the year of its number, else of its assignment', () => {
    expect(yearOf(suggestions, '2023-014', {}, today)).toBe(2023)
    expect(yearOf(suggestions, '灌人建〔2024〕7号', {}, today)).toBe(2024)
    expect(yearOf(suggestions, '117', { assignedOn: '2022-03-01' }, today)).toBe(2022)
    expect(yearOf(suggestions, '12025', {}, today)).toBe(2026)
  })
  it('is read by its unit, township and county', () =>
    expect(arrived({ ...base, assignedOn: '2026-03-02' }).record.readers).toEqual(['county', 'township:xinan', 'unit:water']))
})

describe('a row of a record that the county has', () => {
  const present = arrived({ ...base, assignedOn: '2026-03-02' }).record
  const changed = (said: Data, record = present) => {
    const moved = update(suggestions, record, said, county, today, world)
    if (moved === null || 'faults' in moved) throw new Error(`unchanged or refused: ${JSON.stringify(moved)}`)
    return moved
  }
  it('that says the same, or less, changes nothing', () => {
    expect(update(suggestions, present, { ...base, assignedOn: '2026-03-02' }, county, today, world)).toBeNull()
    expect(update(suggestions, present, { title: '修路' }, county, today, world)).toBeNull()
    expect(update(suggestions, present, {}, county, today, world)).toBeNull()
  })
  it('that brings the answer moves it on and discharges its duty', () => {
    const moved = changed({ repliedOn: '2026-05-06', reply: '已修好', result: 'A' })
    expect(moved.event).toMatchObject({
      transition: 'import',
      from: 'handling',
      to: 'answered',
      discharged: ['d1'],
      changes: { result: { old: null, new: 'A' } },
    })
    expect(replies(moved)).toEqual([['water', '2026-03-02', '2026-06-02', '2026-05-06', 'done']])
    expect(moved.record.version).toBe(2)
  })
  it('that names another day moves the duty', () => {
    const moved = changed({ due: '2026-05-01' })
    expect(moved.event.moved).toEqual([{ id: 'd1', from: '2026-06-02', to: '2026-05-01' }])
    expect(changed({ due: 'none' }).event.voided).toEqual(['d1'])
  })
  it('that names another unit voids the old duty and opens one for the new', () => {
    const moved = changed({ lead: 'housing' })
    expect(moved.record.duties.map(({ holder, state }) => [holder.id, state])).toEqual([
      ['water', 'void'],
      ['housing', 'open'],
    ])
    expect(moved.record.readers).toContain('unit:housing')
  })
  it('leaves the state of a record that has gone further by itself', () => {
    const further = { ...present, state: 'answered', data: { ...present.data, repliedOn: '2026-05-06' } }
    expect(changed({ title: '修两条路' }, further).record.state).toBe('answered')
  })
  it('does not bring back what was cancelled', () => {
    const moved = changed({ repliedOn: '2026-05-06' }, { ...present, state: 'cancelled' })
    expect([moved.record.state, moved.event.discharged]).toEqual(['cancelled', []])
  })
  it('keeps a day that was moved by decision until the register names another', () => {
    const extended = present.duties.map((duty) => ({
      ...duty,
      dueOn: '2026-08-03',
      why: { ...duty.why, extensions: [{ on: '2026-05-01', from: '2026-06-02', to: '2026-08-03', reason: 'moved' as const }] },
    }))
    expect(replies(changed({ repliedOn: '2026-07-01' }, { ...present, duties: extended }))).toEqual([
      ['water', '2026-03-02', '2026-08-03', '2026-07-01', 'done'],
    ])
  })
  it('lets a title that only stands in follow its text', () => {
    const { title: _, ...rest } = base
    const untitled = arrived(rest).record
    expect(changed({ body: '桥坏了。' }, untitled).record.data.title).toBe('桥坏了')
    expect(changed({ body: '桥坏了。' }).record.data.title).toBe('修路')
  })
  it('is refused when it cannot be true', () =>
    expect(faults(update(suggestions, present, { repliedOn: '2026-03-01' }, county, today, world))).toEqual(['repliedOn']))
})
