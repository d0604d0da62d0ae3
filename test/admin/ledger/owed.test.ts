import { expect, test } from 'vitest'
import type { Shown } from '../../../admin/data.ts'
import { asOwed } from '../../../admin/ledger/list/owed.ts'
import { recordLamp } from '../../../admin/parts/lamp-of.ts'
import { panelZh } from '../../../admin/words/panel.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'

test('a row of what an office owes tells that office’s own day and lamp', () => {
  const duty = (id: string, dueOn: string, daysLeft: number) => ({
    ...{ id, key: 'reply', holder: { kind: 'unit', id }, state: 'open' },
    ...{ dueOn, daysLeft, overdue: daysLeft < 0 },
  })
  const duties = [duty('water', '2026-04-02', -10), duty('housing', '2026-06-02', 51)]
  const record = { id: 'r1', state: 'handling', duties, dueOn: '2026-04-02', overdue: true } as unknown as Shown
  const suggestions = ledgers.find(({ key }) => key === 'suggestions') as (typeof ledgers)[number]
  const told = (holder?: string) => {
    const shown = asOwed(record, holder)
    return [shown.dueOn, shown.overdue, recordLamp(shown, suggestions, panelZh, 'zh').colour]
  }
  expect(told()).toEqual(['2026-04-02', true, 'red'])
  expect(told('unit:water')).toEqual(['2026-04-02', true, 'red'])
  expect(told('unit:housing')).toEqual(['2026-06-02', false, 'green'])
  expect(told('unit:police')).toEqual([null, false, 'grey'])
})
