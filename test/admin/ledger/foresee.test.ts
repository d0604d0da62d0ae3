import { expect, test } from 'vitest'
import type { Shown } from '../../../admin/data.ts'
import { faultsOf, fieldAsked, foresee } from '../../../admin/ledger/act/foresee.ts'
import { transition } from '../../../shared/engine/transition.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import { county, world } from '../../cast.ts'

const today = '2026-03-02'
const suggestions = ledgers.find(({ key }) => key === 'suggestions') ?? expect.fail('no suggestions')

test('the votes over a list are judged by who stands: no fault is told that is none, and one that is', () => {
  const polls = ledgers.flatMap((ledger) =>
    Object.entries(ledger.fields).flatMap(([key, field]) => (field.kind === 'poll' ? [{ ledger, key, field }] : [])),
  )
  expect(polls.length).toBeGreaterThan(0)
  for (const { ledger, key, field } of polls) {
    const [act = ''] = Object.entries(ledger.transitions).find(([, { asks }]) => asks?.includes(key)) ?? []
    const open = Object.entries(ledgers.find((each) => each.key === field.candidates)?.states ?? {}).find(
      ([, { phase }]) => phase === 'open',
    )
    const refs = ['a', 'b'].map((id) => ({ ledger: field.candidates, id, as: 'child', state: open?.[0] }))
    const data = { [field.seats.slice(1)]: 1 }
    const record = { id: 'r1', ledger: ledger.key, township: null, state: ledger.initial, version: 1, year: 2026, data, duties: [], refs }
    const votes = (...counts: number[]) => ({
      ...{ all: 100, present: 96, issued: 96, collected: 96, valid: 95 },
      rows: ['a', 'b'].map((id, at) => ({ id, for: counts[at] })),
    })
    const around = { ledger, ledgers, scope: county, today, world }
    const faults = (poll: object) =>
      faultsOf(foresee(transition, record as unknown as Shown, { key: act }, { [key]: poll }, undefined, around)).map(({ path }) => path)
    expect(faults(votes(60, 20))).not.toContain(`given.${key}`)
    expect(faults(votes(60, 90))).toContain(`given.${key}`)
  }
})

test('the day to which an act moves a duty is asked as such, and not as the day that stands now', () => {
  const asked = ledgers.flatMap((ledger) =>
    Object.entries(ledger.transitions).flatMap(([key, { moves = [] }]) =>
      [...new Set(moves.map(({ to }) => to.slice(1)))].flatMap((name) =>
        ledger.fields[name]?.only ? [] : [fieldAsked(ledger, key, name)?.label.zh],
      ),
    ),
  )
  expect(asked.length).toBeGreaterThan(2)
  expect([...new Set(asked)]).toEqual(['延长至'])
})

test('where that day is missing, the sentence names it as the form does', () => {
  const around = { ledger: suggestions, ledgers, scope: county, today: '2026-03-02', world }
  const duties = [
    {
      id: 'd1',
      key: 'reply',
      holder: { kind: 'unit', id: 'water' },
      state: 'open',
      openedOn: '2026-03-02',
      dueOn: '2026-06-02',
      why: { extensions: [] },
    },
  ]
  const record = { id: 'r1', ledger: 'suggestions', township: 'xinan', state: 'handling', version: 3, data: { lead: 'water' }, duties }
  const faults = faultsOf(foresee(transition, record as unknown as Shown, { key: 'extend' }, { reason: '论证' }, undefined, around))
  expect(faults.map(({ path, message }) => [path, message.zh])).toEqual([['given.due', expect.stringContaining('延长至')]])
})
