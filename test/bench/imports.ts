import './tsx.ts'
import { clockAt } from '../../functions/clock.ts'
import { check } from '../../functions/sheets/check.ts'
import { isFault } from '../../functions/sheets/fault.ts'
import { storePlanned } from '../../functions/sheets/storing.ts'
import { readText } from '../../functions/sheets/text.ts'
import { relayOverdue } from '../../functions/transact/relay.ts'
import { world } from '../../functions/world.ts'
import { suggestions } from '../../shared/ledgers/suggestions.ts'
import { county, openTable, today, townships, units } from './house.ts'
import { meter } from './meter.ts'

// What an import costs: `node test/bench/imports.ts [rows]`. Rows a second are those of this machine and its local database; requests, units and the
// processor time of the product itself are not.
const count = Number(process.argv[2] ?? 2000)
const CHUNK = 200
const clock = clockAt(new Date(), today)
const database = await openTable()
const spent = meter()

const checked = await timed('checked', async () =>
  check(suggestions, await readText(Buffer.from(register()), 'register'), county, clock, await world()),
)
if (isFault(checked) || checked.rejected.length > 0) throw new Error(JSON.stringify(checked))
await timed('stored and counted', async () => {
  const { rows } = checked.plan
  for (let at = 0; at < rows.length; at += CHUNK) await storePlanned(suggestions, rows.slice(at, at + CHUNK), county, clock, await world())
})
await timed('left to the night', () => relayOverdue(clock, new Date('2999-01-01')))
await database.stop()
process.exit()

/** A register of some years, half of it answered. */
function register(): string {
  const row = (at: number) => {
    const [lead, co] = [units[at % units.length], at % 3 ? '' : units[(at + 1) % units.length]]
    const answer = at % 2 ? ['', '', '', ''] : ['2026-05-30', '已修好。', 'A', '满意']
    const title = `关于第${at}号道路的建议,${'路坏了，群众出行不便。'.repeat(20)}`
    return `2026-${at + 1},${title},张三、李四,${townships[at % 11]},${lead},${co},2026-03-02,2026-06-02,${answer.join(',')}`
  }
  const head = '编号,标题,内容,领衔代表,乡镇,主办单位,协办单位,交办日期,答复期限,答复日期,答复内容,结果,满意度'
  return [head, ...Array.from({ length: count }, (_, at) => row(at))].join('\n')
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  spent.clear()
  const before = process.cpuUsage()
  const began = performance.now()
  const done = await work()
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(before)
  const cpu = (user + system) / 1000 / count
  console.log(
    `${what}: ${Math.round(count / seconds)} rows a second; a row takes ${cpu.toFixed(2)} ms of this process, ${(spent.requests / count).toFixed(2)} requests, ${(spent.units / count).toFixed(1)} units`,
  )
  return done
}
