import { describe, expect, it } from 'vitest'
import { dayOrders, reversedDays } from '../../shared/definition/day-orders.ts'
import { ledgers } from '../../shared/ledgers/index.ts'

const ordersOf = (wanted: string) => {
  const ledger = ledgers.find(({ key }) => key === wanted)
  return ledger ? dayOrders(ledger).map(({ earlier, later }) => `${earlier} ${later}`) : []
}

describe('the order of days', () => {
  it.each([
    ['suggestions', 'assignedOn due', 'what a duty is due on comes after the step that opens it'],
    ['deliberation-opinions', 'issuedOn reportBy', 'and so does the day to which it is moved'],
    ['appointments', 'meetingOn appointedOn', 'a step comes after the day that it waits for'],
    ['deputies', 'ratedOn endedOn', 'nothing is written down once an item is over'],
    ['town-suggestions', 'handedOn repliedOn', 'nor after what only later steps write down'],
  ])('of %s: %s, since %s', (ledger, order) => expect(ordersOf(ledger)).toContain(order))
  it('is none between days that come again, in either order', () => {
    expect(ordersOf('suggestions')).not.toContain('repliedOn metOn')
    expect(ordersOf('suggestions')).not.toContain('metOn repliedOn')
  })
  it.each(ledgers.map((ledger) => [ledger.key, ledger] as const))('of %s is told by its own days, and never both ways', (_, ledger) => {
    const orders = dayOrders(ledger)
    for (const { earlier, later } of orders) {
      expect([ledger.fields[earlier]?.kind, ledger.fields[later]?.kind]).toEqual(['date', 'date'])
      expect(orders.some((other) => other.earlier === later && other.later === earlier)).toBe(false)
      const data = { [earlier]: '2026-03-02', [later]: '2026-03-01' }
      expect(reversedDays(orders, data)).toContainEqual({ earlier, later })
      expect(reversedDays(orders, { ...data, [later]: '2026-03-02' })).toEqual([])
      expect(reversedDays(orders, { ...data, [later]: 'none' })).toEqual([])
    }
  })
})
