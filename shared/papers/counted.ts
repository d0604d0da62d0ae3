import type { Ledger } from '../definition/ledger.ts'
import { optionsOf } from '../definition/options.ts'
import type { Paper } from '../definition/paper.ts'
import { type Duty, heldBy, soonestDay } from '../duty.ts'
import { holds } from '../engine/holds.ts'
import { hiddenFields, without } from '../engine/readers.ts'
import type { LedgerRecord } from '../record.ts'
import { marks, rateMark } from './marks.ts'
import type { Source } from './source.ts'

type Looking = Pick<Source, 'ledger' | 'kin' | 'world' | 'scope' | 'today'>

/**
 * Under which numbers of a paper a record is counted, so that each number opens its items: of a field the options or offices, of a rate `over` (it is in the
 * base) and `of` (it meets it), of what is over `yes`, of what is late the offices that owe it. A field that the maker may not see counts nothing.
 */
export function countedUnder(paper: Pick<Paper, 'blocks'>, record: LedgerRecord, source: Looking): { [number: string]: string[] } {
  const { ledger } = source
  const hidden = hiddenFields(ledger, record, source.scope, source.world)
  const by: { [number: string]: string[] } = {}
  for (const key of countedFields(paper)) {
    const held =
      key === 'township' ? [record.township ?? 'county'] : hidden.includes(key) ? [] : [record.data[key] ?? []].flat().map(String)
    const options = optionsOf(ledger.fields[key], ledger.fields)
    const known = options ? held.filter((each) => Object.hasOwn(options, each)) : held
    if (known.length > 0 || held.length > 0) by[key] = known
  }
  for (const rate of countedRates(paper)) {
    const met = rateOf(ledger, rate, record, source)
    if (met) by[rateMark(rate)] = met
  }
  if (paper.blocks.some(({ as }) => as === 'groups')) {
    if (ledger.states[record.state]?.phase === 'done') by[marks.done] = ['yes']
    const late = record.duties.filter((duty) => isLate([duty], source.today)).map(({ holder }) => `${holder.kind}:${holder.id}`)
    if (late.length > 0) by[marks.late] = [...new Set(late)]
  }
  return by
}

/** Whether a record stands in the base of a rate (`over`), and meets it too (`of`), as far as the maker may see; null when it does not concern it. */
export function rateOf(ledger: Ledger, key: string, record: LedgerRecord, { kin, today, scope, world }: Looking): ('over' | 'of')[] | null {
  const rate = ledger.report?.rates?.[key]
  const data = without(record.data, hiddenFields(ledger, record, scope, world))
  const judged = { record, data, kin, today, person: scope.person }
  if (!rate || !holds(rate.over, judged)) return null
  return holds(rate.of, judged) ? ['over', 'of'] : ['over']
}

/** True when something that is owed is late on this day; with a `holder` (`unit:water`), when that office owes it itself. */
export function isLate(duties: Duty[], today: string, holder?: string): boolean {
  const day = soonestDay(heldBy(duties, holder))
  return day !== null && day < today
}

function countedFields({ blocks }: Pick<Paper, 'blocks'>): string[] {
  const keys = blocks.flatMap((block) => (block.as === 'figures' ? (block.counts ?? []) : block.as === 'groups' ? [block.by] : []))
  return [...new Set(keys)]
}

/** The rates that a paper tells. */
export function countedRates({ blocks }: Pick<Paper, 'blocks'>): string[] {
  return [...new Set(blocks.flatMap((block) => (block.as === 'figures' || block.as === 'groups' ? (block.rates ?? []) : [])))]
}
