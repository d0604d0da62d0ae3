import { describe, expect, it, test } from 'vitest'
import type { Shown } from '../../../admin/data.ts'
import { isAsked } from '../../../admin/ledger/asked-of.ts'
import { bandSentence } from '../../../admin/ledger/record/band.ts'
import { doneBy } from '../../../admin/ledger/record/duty-order.ts'
import { takenBy, viewsOf } from '../../../admin/ledger/views.ts'
import { pilesIn, waitedFor } from '../../../admin/today/waits.ts'
import { waysOf } from '../../../admin/today/ways.ts'
import { panelZh } from '../../../admin/words/panel.ts'
import type { LedgerEvent } from '../../../shared/event.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import { suggestions } from '../../../shared/ledgers/suggestions.ts'
import { deputy1, world, xinan } from '../../cast.ts'

const holder = { kind: 'township' as const, id: 'xinan' }
const createdBy = { id: 'p-xinan', name: '孙海涛', office: holder }

describe('what an office owes in a deputy’s stead', () => {
  const duty = { id: 'd1', key: 'feedback', state: 'open', label: { zh: '反馈满意度', en: 'Give feedback' }, holder, dueOn: '2026-12-14' }
  const record = {
    id: 'r1',
    ledger: 'suggestions',
    township: 'xinan',
    createdBy,
    state: 'answered',
    data: { deputies: ['张桂兰'] },
    took: {},
  }
  const may = { transitions: [{ key: 'feedback', possible: true, discharges: [] }] }
  const shown = { ...record, duties: [{ ...duty, overdue: false }], may } as unknown as Shown
  const around = { offices: world.offices, words: panelZh, lang: 'zh' as const, world }

  it('is asked of him by the band, which names the office too, and is not called another’s on Today', () => {
    expect(bandSentence(suggestions, shown, undefined, { ...around, scope: deputy1 })).toBe(
      '请在2026年12月14日（周一）前反馈（也可以由新安镇登记）',
    )
    const asked = (one: Shown, owed: Shown['duties'][number]) => isAsked(suggestions, one, owed, deputy1, world)
    expect(waitedFor([shown], deputy1, asked)).toEqual([])
    const anothers = { ...shown, data: { deputies: ['李秀英'] }, createdBy: { ...createdBy } } as Shown
    expect(waitedFor([anothers], deputy1, asked)).toHaveLength(1)
  })

  it('is called done by him, where he did it', () => {
    const event = (by: LedgerEvent['by']) => [{ seq: 2, transition: 'feedback', discharged: ['d1'], by }] as unknown as LedgerEvent[]
    const self = { id: deputy1.person, name: '张桂兰', office: deputy1.office }
    expect(doneBy(duty as never, event(self))).toBe(self)
    expect(doneBy(duty as never, event({ id: xinan.person, name: '孙海涛', office: holder }))).toBeUndefined()
  })
})

test('of what an office owes, no pile is a deputy’s in which the office has ways that he has not: Today calls it another’s', () => {
  const piles = ledgers.flatMap((ledger) =>
    pilesIn(viewsOf(ledger, deputy1, panelZh, 'zh')).map(({ filter }) => ({ ledger, state: filter.state ?? '' })),
  )
  expect(piles.some(({ ledger, state }) => ledger.key === suggestions.key && state === 'answered')).toBe(true)
  for (const { ledger, state } of piles) {
    const owed = Object.entries(ledger.duties).filter(
      ([, { during, holder: held }]) => during?.includes(state) && !takenBy(ledger, held, deputy1),
    )
    const partly = owed.filter(([key]) => {
      const ways = waysOf(ledger, state, key).map((way) => takenBy(ledger, ledger.transitions[way]?.by ?? [], deputy1))
      return ways.includes(true) && ways.includes(false)
    })
    expect(
      partly.map(([key]) => key),
      `${ledger.key} ${state}`,
    ).toEqual([])
  }
})
