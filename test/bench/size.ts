import { parseArgs } from 'node:util'
import './tsx.ts'
import { bare } from './bare.ts'
import { fill } from './fill.ts'
import { at, county, openTable, township, unit } from './house.ts'
import { meter } from './meter.ts'
import { operations, UsedUp } from './operations.ts'

// One size of `whole.ts`. Tells whoever started it each row as it is measured.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    length: { type: 'string', default: '800' },
    window: { type: 'string', default: '150' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
  },
})
/** Share of the bare route's rate, by one asker and by sixteen at once; null where all records were used up. Counts are of one call. */
export type Row = {
  name: string
  alone: number | null
  many: number | null
  ms: number
  requests: number
  trips: number
  units: number
  written: number
  items: number
}
type Work = () => Promise<unknown>
type Sum = { n: number; ms: number }

/** Beyond so many, texts would be gigabytes: searches are left out, as they are where others alone are asked for. */
const SEARCHED = 100_000
const size = Number(positionals[0] ?? 1000)
const database = await openTable()
const { handler: http } = await import('../../functions/http.ts')
const searched = size <= SEARCHED && (values.only === '' || values.only.startsWith('search'))
const filled = await fill(size, Number(values.length), { folder: database.folder, searched })
const rival = await askers(await bare(filled.sample))
const [clerk, office, liaison] = [
  await at(http as never, county),
  await at(http as never, township('xinan')),
  await at(http as never, unit('water')),
]
const spent = meter()
console.log(`\n${size} suggestions of ${values.length} characters, written in ${filled.seconds} s\n`)
console.log('| operation | share of the bare route, c = 1 / 16 | ms, c = 1 | requests | one after the other | units | written, items |')
console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |')
const all = operations({ clerk, office, liaison }, filled, Number(values.length))
// Once for nothing, so that the first row does not tell of code that the engine has yet to compile.
for (const [, beside, work] of all.slice(0, 1)) await share(work, rival(beside), 16)
for (const [name, beside, work] of all)
  if (name.includes(values.only) && (searched || !name.startsWith('search'))) tell(await measured(name, work, rival(beside)))
await database.stop()
process.exit()

async function measured(name: string, work: Work, beside: Work): Promise<Row> {
  await work()
  spent.clear()
  await work()
  const { requests, trips, units, written, items } = spent
  const [alone, many] = [await share(work, beside, 1), await share(work, beside, 16)]
  return { name, alone: alone.share, many: many.share, ms: alone.ms, requests, trips, units, written, items }
}

function tell(row: Row): void {
  const { name, alone, many, ms, requests, trips, units, written, items } = row
  const shares = [alone, many].map((part) => (part === null ? '–' : part.toFixed(2))).join(' / ')
  console.log(`| ${name} | ${shares} | ${ms.toFixed(1)} | ${requests} | ${trips} | ${units} | ${written ? `${written}, ${items}` : ''} |`)
  process.send?.(row)
}

async function askers(handler: unknown): Promise<(path: string) => Work> {
  const ask = await at(handler as never, { ...county, person: 'pbare0000' })
  return (path) =>
    path === '/create' || path === '/step' ? () => ask('POST', path, { title: '关于维修桥梁的建议' }) : () => ask('GET', path)
}

/** Windows by turns, until the rounds or the records are over. */
async function share(work: Work, beside: Work, askers: number): Promise<{ share: number | null; ms: number }> {
  const sums = { work: { n: 0, ms: 0 }, beside: { n: 0, ms: 0 } }
  for (let round = 0; round < Number(values.rounds); round += 1) {
    await window(beside, askers, sums.beside)
    if (!(await window(work, askers, sums.work))) break
  }
  const rate = ({ n, ms }: Sum) => n / ms
  return { share: sums.work.n ? rate(sums.work) / rate(sums.beside) : null, ms: (sums.work.ms / sums.work.n) * askers }
}

async function window(work: Work, askers: number, sum: Sum): Promise<boolean> {
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
  await Promise.all(Array.from({ length: askers }, one))
  sum.ms += performance.now() - began
  return !usedUp
}
