import { parseArgs } from 'node:util'
import './tsx.ts'
import { clockAt } from '../../functions/clock.ts'
import { writesOf } from '../../functions/store/commit.ts'
import { keys, newId } from '../../functions/store/keys.ts'
import { listItems } from '../../functions/store/lists.ts'
import { putOffice } from '../../functions/store/offices.ts'
import { EVERYBODY } from '../../functions/store/parts.ts'
import { addPerson } from '../../functions/store/people.ts'
import { readProof } from '../../functions/store/proofs.ts'
import { systemScope } from '../../functions/store/system-scope.ts'
import { type Item, putItems } from '../../functions/store/table.ts'
import { createRecord, take } from '../../functions/transact.ts'
import { suggestions } from '../../shared/ledgers/suggestions.ts'
import { posts } from '../../shared/post.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import { inbox, mail } from '../platform.ts'
import { type Fate, life } from '../unruly.ts'
import { county, openTable, today, township, townships, unit, units } from './house.ts'
import { meter } from './meter.ts'

// What a morning costs where much is open and little is due: `node test/bench/mornings.ts [open] [due]`. The records are written straight into the table, as
// the
// product would have left them; the job then runs, dies in the middle of the next morning, and goes on.
const { positionals } = parseArgs({ allowPositionals: true })
const [open, due] = [Number(positionals[0] ?? 100_000), Number(positionals[1] ?? 1000)]
const next = '2026-06-11'
const AHEAD = 8
/** Whose the models are. */
const lead = 'water'

const database = await openTable()
const post = await mail()
Object.assign(process.env, {
  MAIL_FROM: 'duban@duban.test',
  MAIL_DRIVER: 'ses',
  SES_CONFIG_SET: 'Letters',
  AWS_ENDPOINT_URL_SES: post.endpoint,
})
process.env.AWS_MAX_ATTEMPTS = '1'
await people()
const began = performance.now()
// Due between a fortnight ago and in a fortnight; all the others in September.
const near = await Promise.all(['2026-02-26', '2026-03-10', '2026-03-17', '2026-03-24'].map(assigned))
await write(near, due, whole)
await write([await assigned('2026-06-02')], open - due, found)
const { daily } = await import('../../functions/mail/daily.ts')
const spent = meter()
console.log(`\n${open} open duties, of which ${due} are near or overdue, written in ${seconds(began)} s\n`)
console.log('| run | planned | sent | skipped | failed | requests | units | s |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |')
await run('the first morning', today)
await run('the same once more', today)
await run('the next morning, which dies', next, 0, { at: 60, taken: true })
await run('begun again an hour later', next, 3_600_000)
const proof = await readProof(next)
const sent = await inbox(post.endpoint)
const doubled = sent.length - new Set(sent.map(({ destination, subject }) => `${destination.to[0]} ${subject}`)).size
console.log(
  `\nproof: ${proof?.duties} duties, ${proof?.mails} mails, ${proof?.faults.length} faults; ${sent.length} mails in all, ${doubled} of them a second time`,
)
await Promise.all([database.stop(), post.stop()])
process.exit()

async function run(name: string, date: string, later = 0, fate: Fate = {}): Promise<void> {
  spent.clear()
  const from = performance.now()
  const ended = await life(() => daily(date, new Date(Date.parse(`${date}T00:30:00Z`) + later)), fate)
  const answer = 'answer' in ended ? ended.answer : undefined
  const { requests, units: all } = spent
  const counts = answer ? [answer.planned, answer.sent, answer.skipped, answer.failed] : ['', '', '', '']
  console.log(`| ${[name, ...counts, requests, Math.round(all), seconds(from)].join(' | ')} |`)
}

async function people(): Promise<void> {
  const add = (id: string, of: Scope, more: object = {}) =>
    addPerson('system', {
      id: `p-${id}`,
      name: id,
      email: `${id}@duban.test`,
      role: of.role,
      office: of.office,
      createdAt: '2026-01-01T00:00:00Z',
      ...more,
    })
  await add('county', county)
  await add('leader', county, { role: 'leader' })
  for (const id of townships) await add(id, township(id))
  for (const id of units) for (const each of posts) await add(`${id}-${each}`, unit(id), { posts: [each] })
  await putOffice({ id: 'county', kind: 'county', name: { zh: '县办', en: 'County' } })
}

async function assigned(day: string): Promise<LedgerRecord> {
  const own = township('xinan')
  const clock = clockAt(new Date(`${day}T04:00:00Z`))
  const data = { title: '维修桥梁', body: '桥梁年久失修，雨季过车危险，请求维修。'.repeat(20), deputies: ['张三', '李四'] }
  let record = recordOf(await createRecord(own, 'suggestions', { data }, {}, clock))
  const steps: [Scope, string, object][] = [
    [own, 'submit', {}],
    [county, 'register', {}],
    [county, 'assign', { lead }],
    [unit(lead), 'accept', {}],
  ]
  for (const [scope, transition, given] of steps)
    record = recordOf(await take(scope, 'suggestions', record.id, { transition, given: { ...given } }, undefined, clock))
  return record
}

/** Copies of the models with ids and units of their own, as far as `items` says. */
async function write(models: LedgerRecord[], count: number, items: (record: LedgerRecord) => Item[]): Promise<void> {
  for (let at = 0; at < count; at += 1000) {
    const all = Array.from({ length: Math.min(1000, count - at) }, (_, n) => {
      const model = models[(at + n) % models.length] as LedgerRecord
      const other = units[Math.floor((at + n) / models.length) % units.length] as string
      const { number: _number, ...rest } = JSON.parse(
        JSON.stringify(model).replaceAll(new RegExp(`\\b${lead}\\b`, 'g'), other),
      ) as LedgerRecord
      return items({ ...rest, id: newId('r', new Date(Date.parse(model.createdAt) + at + n)) })
    }).flat()
    const part = Math.ceil(all.length / AHEAD)
    await Promise.all(Array.from({ length: AHEAD }, (_, n) => putItems(all.slice(n * part, (n + 1) * part))))
  }
}

/** A record with all by which it is found. */
function whole(after: LedgerRecord): Item[] {
  const stored = writesOf(systemScope(), { ledger: suggestions, after, events: [] })
  return [...stored.flatMap((one) => ('put' in one ? [one.put as Item] : [])), ...listItems(systemScope(), suggestions, after)]
}

/** Only where the job would come by it, if its day were near. */
function found(record: LedgerRecord): Item[] {
  const all = keys.entriesAcross(systemScope(), EVERYBODY)
  return listItems(systemScope(), suggestions, record).flatMap(({ pk, sk, g6pk, g6sk }) =>
    g6pk === all ? [{ pk, sk, g6pk, g6sk } as Item] : [],
  )
}

function recordOf(outcome: unknown): LedgerRecord {
  if (typeof outcome === 'object' && outcome !== null && 'record' in outcome) return outcome.record as LedgerRecord
  throw new Error(JSON.stringify(outcome))
}

function seconds(from: number): number {
  return Math.round((performance.now() - from) / 100) / 10
}
