import { expect, test } from 'vitest'
import { heading } from '../../shared/heading.ts'
import { appointments } from '../../shared/ledgers/appointments.ts'
import { ledgers } from '../../shared/ledgers/index.ts'

const called = (kind: string, post: string) => heading(appointments, { id: 'r1', data: { kind, post, name: '曹静怡' } })

test('who leaves an office does not head a page as if appointed, and nobody’s name stands there', () => {
  expect(called('remove', '县审计局局长')).toBe('免去县审计局局长职务')
  expect(called('resign', '县审计局局长')).toBe('接受辞去县审计局局长职务')
  expect(called('dismiss', '县审计局局长')).toBe('撤销县审计局局长职务')
  expect(called('acting', '县长')).toBe('代理县长职务')
  expect(called('decide', '县审计局局长')).toBe('县审计局局长')
})

test('a post that was entered with its act, as registers have it, is headed by it once', () => {
  expect(called('remove', '免去县审计局局长职务')).toBe('免去县审计局局长职务')
  expect(called('resign', '辞去县审计局局长职务')).toBe('接受辞去县审计局局长职务')
  expect(called('dismiss', '撤销县审计局局长')).toBe('撤销县审计局局长职务')
  expect(called('remove', '去')).toBe('免去去职务')
})

test('each choice of which a heading tells heads items in its own way, around the name as it is', () => {
  const told = ledgers.flatMap((ledger) => {
    const { by = '', as = {} } = ledger.spoken?.heads ?? {}
    const named = Object.entries(ledger.fields).filter(([, field]) => field.kind === 'text' && field.required && !field.seenBy)
    const data = Object.fromEntries(named.map(([key]) => [key, '甲乙丙']))
    const ways = Object.keys(as).map((option) => heading(ledger, { id: 'r1', data: { ...data, [by]: option } }))
    expect([ledger.key, new Set([...ways, '甲乙丙']).size, ways.filter((each) => !each.includes('甲乙丙'))]).toEqual([
      ledger.key,
      ways.length + 1,
      [],
    ])
    return ways
  })
  expect(told.length).toBeGreaterThan(3)
})
