import { expect, test } from 'vitest'
import { calendar } from '../../shared/deadline/calendar.ts'
import { plan } from '../../shared/deadline/reminders.ts'
import { amend } from '../../shared/definition/amend.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { create } from '../../shared/engine/creation.ts'
import { editable } from '../../shared/engine/rights.ts'
import { transition } from '../../shared/engine/transition.ts'
import type { Facts } from '../../shared/figures/facts.ts'
import { figures } from '../../shared/figures/figures.ts'
import { update } from '../../shared/importing/update.ts'
import { suggestions } from '../../shared/ledgers/suggestions.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { alone, clerk, county, leader, world, xinan } from '../cast.ts'
import { findings } from './small-ledgers.ts'

// Claims that changes of the code once survived.
const day = '2026-06-10'
const label = { zh: '一步', en: 'Step' }
const rules: Ledger = suggestions

function born(ledger: Ledger = rules, more: Partial<LedgerRecord> = {}): LedgerRecord {
  const data = { title: '关于排水的建议', body: '幸福路积水', deputies: ['张桂兰'] }
  const made = create(rules, { id: 'r1', data }, xinan, '2026-03-02', world)
  return isRefusal(made) ? expect.fail(JSON.stringify(made)) : { ...made.record, ledger: ledger.key, ...more }
}
const withStep = (step: Partial<Ledger['transitions'][string]>): Ledger => ({
  ...rules,
  transitions: { ...rules.transitions, step: { label, from: [rules.initial], by: ['county'], ...step } },
})
const stepped = (ledger: Ledger, record: LedgerRecord, given = {}) => transition(ledger, record, 'step', given, county, day, world, alone)

test('who no longer names the record that he joined is no longer its child', () => {
  const ledger = withStep({ sets: { mergedInto: { put: null } }, joins: '@mergedInto' })
  const record = born()
  const child = { ...record, data: { ...record.data, mergedInto: ['r9'] }, parent: { ledger: 'suggestions', id: 'r9' } }
  const moved = stepped(ledger, child)
  expect(moved).toHaveProperty('record.data')
  expect(moved).not.toHaveProperty('record.parent')
})

test('a step that has no duty to move is refused as such, whatever is wrong with what was typed', () => {
  const ledger = withStep({ asks: ['title'], moves: [{ duty: 'reply', to: '@assignedOn' }] })
  const record = born()
  const refused = stepped(ledger, { ...record, duties: [] }, { title: 7 })
  expect(refused).toMatchObject({ refused: 'noduty', status: 409 })
})

test('an import leaves a record to those who read it through its parent', () => {
  const part = born(findings, {
    state: 'open',
    data: { what: '台账不全', unit: 'water' },
    readers: ['unit:water', 'anyTownship', 'county'],
  })
  const moved = update(findings, part, { what: '台账缺页' }, county, day, world)
  expect(moved).toMatchObject({ record: { data: { what: '台账缺页' } } })
  expect((moved as { record: LedgerRecord }).record.readers).toContain('anyTownship')
})

test('what an import says counts from the last day of which its row tells, not from the day of the import', () => {
  const row = { assignedOn: '2026-03-05', lead: 'water', repliedOn: '2026-04-20', result: 'A', reply: '已解决', satisfaction: 'satisfied' }
  const moved = update(rules, born(), row, county, day, world)
  expect(moved).toMatchObject({ record: { setOn: { result: '2026-04-20' } } })
})

test('who is written to gets no copy, when several missed rungs become one mail', () => {
  const [notice] = plan([{ duty: { openedOn: '2026-03-02', dueOn: '2026-03-12' } }], '2026-04-10', calendar())
  expect(notice?.to).toEqual(expect.arrayContaining(['holder', 'county']))
  expect(notice?.cc).toEqual(['owner'])
})

test('a rate counts what was reached only from the day on which it was reached', () => {
  const [rate = ''] = Object.keys(rules.report?.rates ?? {})
  const facts: Facts = {
    since: '2026-03-02',
    owed: [],
    by: {},
    counts: {},
    sums: {},
    rates: { [rate]: { of: '2026-06-10', over: '2026-06-01' } },
  }
  const on = (asOf: string) => figures(rules, [facts], { asOf }).total.rates[rate]
  expect(on('2026-05-31')).toBeNull()
  expect(on('2026-06-09')).toEqual({ num: 0, den: 1 })
  expect(on('2026-06-10')).toEqual({ num: 1, den: 1 })
})

test('another rule for the year does not publish: stored records keep the year that they were stamped with', () => {
  const after = { ...rules, year: rules.year === '@due' ? '@repliedOn' : '@due' }
  expect(amend(rules, after).map(({ path }) => path)).toEqual(['year'])
})

test('the county leader reads and edits nothing, where his office may', () => {
  const ledger: Ledger = { ...rules, may: { ...rules.may, edit: ['county'] } }
  expect(editable(ledger, born(), clerk, world).ever).toBe(true)
  expect(editable(ledger, born(), leader, world)).toEqual({ now: [], ever: false })
})
