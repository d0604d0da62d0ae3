import { inCounty } from '../store/county.ts'
import { asked, placed, settle, told } from './place.ts'

// npm run days [-- --move]: which open duties have another day since the calendar changed, and, when told to, moves them.
const { values } = asked({ ...placed, move: { type: 'boolean', default: false } })
const BUDGET_MS = 60 * 60_000

await told(async () => inCounty(await settle(values), days))

async function days() {
  const [{ clockAt }, { foreseen }, { takeDays }, { systemScope }] = await Promise.all([
    import('../clock.ts'),
    import('../days/foreseen.ts'),
    import('../days/take.ts'),
    import('../store/system-scope.ts'),
  ])
  const clock = () => clockAt(new Date(), process.env.TODAY)
  if (values.move) {
    const taken = await takeDays(systemScope(), clock, BUDGET_MS)
    return { ok: taken.left === 0, ...taken }
  }
  const sums = { moves: 0, settled: 0 }
  for await (const { ledger, record, moves, settled } of foreseen(clock().today)) {
    sums.moves += moves.length
    sums.settled += settled.length
    for (const { duty, to } of moves)
      console.log(`${ledger.key} ${record.number ?? record.id} ${duty.key} ${duty.holder.id} ${duty.dueOn} → ${to}`)
  }
  return { ok: true, ...sums }
}
