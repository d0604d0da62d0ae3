import type { LedgerRecord } from '../../shared/record.ts'
import type { Filled } from './fill.ts'
import type { Ask } from './house.ts'

/** Each record takes a step once. */
export class UsedUp extends Error {}
export type Operation = [name: string, beside: string, work: () => Promise<unknown>]

/** What people do, each with the bare route that it is measured beside (`bare.ts`). */
export function operations(
  { clerk, office, liaison }: Record<'clerk' | 'office' | 'liaison', Ask>,
  filled: Filled,
  length: number,
): Operation[] {
  const list = (ask: Ask, query: string) => () => ask('GET', `/api/records${query}`)
  const [one] = filled.sample as [LedgerRecord]
  const [drafts, registered] = [[...filled.drafts], [...filled.registered]]
  const born = { data: { title: '关于维修桥梁的建议', body: '桥'.repeat(length), deputies: ['张三'] } }
  const step = (ask: Ask, from: LedgerRecord[], transition: string, given: object) => async () => {
    const record = from.pop()
    if (!record) throw new UsedUp()
    return ask('POST', `/api/records/suggestions/${record.id}/events`, { transition, given }, { 'if-match': `"${record.version}"` })
  }
  return [
    ['get', '/get', () => clerk('GET', `/api/records/suggestions/${one.id}`)],
    ['list 25, own township', '/list', list(office, '/suggestions')],
    ['list 25, own township, soonest', '/list', list(office, '/suggestions?sort=dueOn')],
    ['list 25, a unit', '/list', list(liaison, '/suggestions')],
    ['list 25, the county', '/list', list(clerk, '/suggestions')],
    ['list 25, the county, by number', '/list', list(clerk, '/suggestions?sort=-number')],
    ['list 25, the county, state', '/list', list(clerk, '/suggestions?state=assigned')],
    ['list 25, the county, state, soonest', '/list', list(clerk, '/suggestions?state=handling&sort=dueOn')],
    ['list 25, the county, closed, soonest', '/list', list(clerk, '/suggestions?state=closed&sort=dueOn')],
    ['list 25, the county, year', '/list', list(clerk, '/suggestions?year=2020')],
    ['list 25, township + state', '/list', list(clerk, '/suggestions?township=bailu&state=assigned')],
    ['list 25, unit', '/list', list(clerk, '/suggestions?unit=water')],
    ['list 25, category', '/list', list(clerk, '/suggestions?where=category:education')],
    ['list 25, result, soonest', '/list', list(clerk, '/suggestions?where=result:A&sort=dueOn')],
    ['overdue, the county, soonest', '/list', list(clerk, '/suggestions?overdue=true&sort=dueOn')],
    ['near due, the county, soonest', '/list', list(clerk, '/suggestions?nearDue=true&sort=dueOn')],
    ['all ledgers, the county, soonest', '/list', list(clerk, '?sort=dueOn')],
    ['all ledgers, the county, overdue', '/list', list(clerk, '?overdue=true&sort=dueOn')],
    ['all ledgers, a unit, soonest', '/list', list(liaison, '?sort=dueOn')],
    ['all ledgers, the county, drafts', '/list', list(clerk, '?state=draft')],
    ['duties of a unit', '/list', () => liaison('GET', '/api/duties')],
    ['counts, the county, one year', '/counters', () => clerk('GET', '/api/counts/suggestions?year=2026')],
    ['counts of all ledgers, the county', '/counters', () => clerk('GET', '/api/counts')],
    ['counts by category, the county', '/counters', () => clerk('GET', '/api/counts/suggestions?by=category')],
    ['figures by township, today', '/counters', () => clerk('GET', '/api/figures/suggestions?by=township')],
    ['figures, 12 months', '/counters', () => clerk('GET', '/api/figures/suggestions?months=12')],
    ['figures by township, another day', '/counters', () => clerk('GET', '/api/figures/suggestions?by=township&asOf=2026-05-20')],
    ['search, two characters, the county', '/list', list(clerk, '/suggestions?q=%E8%B7%AF%E7%81%AF')],
    ['search, all ledgers, found in nothing', '/list', list(clerk, '?q=%E9%BE%98%E9%BE%99')],
    ['create', '/create', () => office('POST', '/api/records/suggestions', born)],
    ['submit', '/step', step(office, drafts, 'submit', {})],
    ['assign with a co-unit', '/step', step(clerk, registered, 'assign', { lead: 'water', co: ['education'] })],
  ]
}
