import { parseArgs } from 'node:util'
import './tsx.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { bare } from './bare.ts'
import { fill } from './fill.ts'
import { type Ask, at, county, openTable, township, unit } from './house.ts'
import { meter } from './meter.ts'

// How much the product costs beside a bare route over the same table: `node test/bench/whole.ts [sizes …] [--length 800] [--window 150] [--rounds 3]
// [--only WORD]`. One process, DynamoDB Local in memory, windows of both by turns, so that a busy machine disturbs both alike: ratios and counts are
// meant, milliseconds are not.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    length: { type: 'string', default: '800' },
    window: { type: 'string', default: '150' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
  },
})
/** Each record takes a step once. */
class UsedUp extends Error {}
type Work = () => Promise<unknown>
type Operation = [name: string, beside: string, work: Work]

for (const size of positionals.length > 0 ? positionals.map(Number) : [1000, 10_000]) await measure(size)

async function measure(size: number): Promise<void> {
  const database = await openTable()
  const { handler: http } = await import('../../functions/http.ts')
  const filled = await fill(size, Number(values.length))
  const all = Object.values(filled.some).flat()
  const rival = await askers(await bare(all.slice(0, 200)))
  const { clerk, office, unitClerk } = {
    clerk: await at(http as never, county),
    office: await at(http as never, township('xinan')),
    unitClerk: await at(http as never, unit('water')),
  }
  const spent = meter()
  console.log(`\n${size} suggestions of ${values.length} characters, written in ${filled.seconds} s\n`)
  console.log(
    '| operation | share of the bare route, c = 1 / 16 | ms, c = 1 | requests | one after the other | units | of which written, items |',
  )
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |')
  for (const [name, beside, work] of operations(clerk, office, unitClerk, filled.some)) {
    if (!name.includes(values.only)) continue
    await work()
    spent.clear()
    await work()
    const { requests, trips, units, written, items } = spent
    const [alone, many] = [await share(work, rival(beside), 1), await share(work, rival(beside), 16)]
    console.log(
      `| ${name} | ${alone.share.toFixed(2)} / ${many.share.toFixed(2)} | ${alone.ms.toFixed(1)} | ${requests} | ${trips} | ${units} | ${written ? `${written}, ${items}` : ''} |`,
    )
  }
  await database.stop()
}

function operations(clerk: Ask, office: Ask, liaison: Ask, some: Record<string, LedgerRecord[]>): Operation[] {
  const list = (ask: Ask, query: string) => () => ask('GET', `/api/records${query}`)
  const [one] = some.handling as [LedgerRecord]
  const drafts = (some.draft ?? []).filter(({ township: own }) => own === 'xinan')
  const registered = [...(some.registered ?? [])]
  const born = { data: { title: '关于维修桥梁的建议', body: '桥'.repeat(Number(values.length)), deputies: ['张三'] } }
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
    ['figures by township, today', '/counters', () => clerk('GET', '/api/figures/suggestions?by=township')],
    ['figures, 12 months', '/counters', () => clerk('GET', '/api/figures/suggestions?months=12')],
    ['search, two characters, the county', '/list', list(clerk, '/suggestions?q=%E8%B7%AF%E7%81%AF')],
    ['search, all ledgers, found in nothing', '/list', list(clerk, '?q=%E9%BE%98%E9%BE%99')],
    ['create', '/create', () => office('POST', '/api/records/suggestions', born)],
    ['submit', '/step', step(office, drafts, 'submit', {})],
    ['assign with a co-unit', '/step', step(clerk, registered, 'assign', { lead: 'water', co: ['education'] })],
  ]
}

async function askers(handler: unknown): Promise<(path: string) => Work> {
  const ask = await at(handler as never, { ...county, person: 'pbare0000' })
  return (path) =>
    path === '/create' || path === '/step' ? () => ask('POST', path, { title: '关于维修桥梁的建议' }) : () => ask('GET', path)
}

/** Windows by turns. Where each call uses a record up, the work ends when they are out. */
async function share(work: Work, rival: Work, at: number): Promise<{ share: number; ms: number }> {
  const sums = { work: { n: 0, ms: 0 }, rival: { n: 0, ms: 0 } }
  for (let round = 0; round < Number(values.rounds); round += 1) {
    await window(rival, at, sums.rival)
    if (!(await window(work, at, sums.work))) break
  }
  const rate = ({ n, ms }: { n: number; ms: number }) => n / ms
  return { share: rate(sums.work) / rate(sums.rival), ms: (sums.work.ms / sums.work.n) * at }
}

async function window(work: Work, at: number, sum: { n: number; ms: number }): Promise<boolean> {
  const began = performance.now()
  const until = began + Number(values.window)
  let usedUp = false
  const one = async () => {
    while (!usedUp && performance.now() < until) {
      try {
        await work()
        sum.n += 1
      } catch (error) {
        if (!(error instanceof UsedUp)) throw error
        usedUp = true
      }
    }
  }
  await Promise.all(Array.from({ length: at }, one))
  sum.ms += performance.now() - began
  return !usedUp
}
