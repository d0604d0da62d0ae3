import { expect, test } from 'vitest'
import type { Shown } from '../../../admin/data.ts'
import { faultsOf, foresee } from '../../../admin/ledger/act/foresee.ts'
import { dayLabel, ON, ownDay, REASON, stepHappened } from '../../../admin/ledger/form/happened.ts'
import { actZh } from '../../../admin/words/act.ts'
import { actEn } from '../../../admin/words/act-en.ts'
import { transition } from '../../../shared/engine/transition.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import { world, xinan } from '../../cast.ts'

const possible = () => false

test('a step that asks for its own day counts from that one, and every other from what is named beside it', () => {
  const own = ledgers.flatMap((ledger) =>
    Object.entries(ledger.transitions).flatMap(([key, { asks = [] }]) => {
      const days = asks.map((ask) => ask.replace('?', '')).filter((ask) => ledger.fields[ask]?.kind === 'date')
      const answers = Object.fromEntries(days.map((day, at) => [day, `2026-01-0${at + 1}`]))
      const { on } = stepHappened(ledger, key, answers, possible)
      const named = { ...answers, [ON]: '2026-03-04', [REASON]: '漏记' }
      expect(stepHappened(ledger, key, named, possible), `${ledger.key} ${key}`).toEqual({ on: '2026-03-04', reason: '漏记' })
      return on ? [`${ledger.key} ${key} ${days.find((day) => answers[day] === on)}`] : []
    }),
  )
  expect(own).toEqual([
    'appointments exam examOn',
    'appointments swear swornOn',
    'deputies report reportedOn',
    'rules adopt adoptedOn',
    'stations receive heldOn',
    'township-pairs visit visitedOn',
    'work-plans adopt adoptedOn',
    'work-plans publish publishedOn',
  ])
})

test('a step’s own day that the record does not allow is none, and one that is named stays to be refused', () => {
  const deputies = ledgers.find(({ key }) => key === 'deputies') as (typeof ledgers)[number]
  const record = {
    id: 'r1',
    state: deputies.transitions.report?.from?.[0],
    township: 'xinan',
    data: {},
    took: { report: { on: '2026-02-20' } },
    duties: [],
  }
  const told = (values: Record<string, unknown>) =>
    stepHappened(deputies, 'report', values, (day) => {
      const around = { ledger: deputies, ledgers, scope: xinan, today: '2026-03-02', world }
      const given = { reportedOn: values.reportedOn }
      return faultsOf(foresee(transition, record as unknown as Shown, { key: 'report' }, given, undefined, around, day)).some(
        ({ path }) => path === 'on',
      )
    })
  expect(told({ reportedOn: '2026-02-24' })).toEqual({ on: '2026-02-24' })
  expect(told({ reportedOn: '2026-02-10', [REASON]: '漏记' })).toEqual({})
  expect(told({ reportedOn: '2026-02-24', [ON]: '2026-02-10' })).toEqual({ on: '2026-02-10' })
  expect(told({ reportedOn: '' })).toEqual({})
})

test('the day of a step is called as the field that it writes it into, and no two days of a form alike', () => {
  for (const ledger of ledgers)
    for (const [key, { asks = [] }] of Object.entries(ledger.transitions)) {
      if (ownDay(ledger, key)) continue
      const days = asks.flatMap((ask) => {
        const field = ledger.fields[ask.replace('?', '')]
        return field?.kind === 'date' ? [field.label.zh] : []
      })
      expect(days, `${ledger.key} ${key}`).not.toContain(dayLabel(ledger, key, 'zh', actZh.form))
    }
  const suggestions = ledgers.find(({ key }) => key === 'suggestions') as (typeof ledgers)[number]
  expect(dayLabel(suggestions, 'assign', 'zh', actZh.form)).toBe('交办日期')
  expect(dayLabel(suggestions, 'plate', 'zh', actZh.form)).toBe('办理日期')
  expect(dayLabel(suggestions, 'plate', 'en', actEn.form)).toBe('Day of this step')
})
