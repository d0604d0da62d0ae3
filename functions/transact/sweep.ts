import type { Effects, Ledger } from '../../shared/definition/ledger.ts'
import { linksIn } from '../../shared/definition/links.ts'
import { creations, isSwept } from '../../shared/engine/creations.ts'
import { holds, type Judged } from '../../shared/engine/holds.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import { heading } from '../../shared/heading.ts'
import type { LedgerRecord, Row } from '../../shared/record.ts'
import type { Fault } from '../../shared/refusal.ts'
import type { Scope } from '../../shared/scope.ts'
import type { Clock } from '../clock.ts'
import { eachRef } from '../store/each.ts'
import { entryOf } from '../store/entries.ts'
import type { Ref } from '../store/keys.ts'
import { queryFaults } from '../store/list-query.ts'
import { readMany } from '../store/records.ts'
import { readQuery } from '../store/saved-query.ts'
import { systemScope } from '../store/system-scope.ts'
import { begin, load, type Work } from './work.ts'

/** What a step is still to make, one for each record of a list. */
export type Sweep = { parent: Ref; seq: number; step: string; branch?: number; on: string }
type Rule = NonNullable<Effects['creates']>[number]
type Made = { parent: Ref; seq: number; on: string; creation: ReturnType<typeof creations>[number] }

const AT_ONCE = 25

/**
 * Makes what a step makes for each record of a list, so many at once, and tells the record how many they are before the first. Begun anew it goes over the list
 * once more and makes what is not there yet. `create` makes them; `tell` writes the number.
 */
export async function sweep(
  scope: Scope,
  { parent, seq, step, branch, on }: Sweep,
  clock: Clock,
  create: (made: Made[]) => Promise<void>,
  tell: (field: string, count: number) => Promise<void>,
): Promise<void> {
  const work = await begin(systemScope(), clock)
  const [ledger, record] = [work.ledgers.get(parent.ledger), await load(work, parent)]
  const rules = ledger ? sweptRules(ledger, step, branch) : []
  if (!ledger || !record) return
  for (const rule of rules) {
    const field = rule.for?.slice(1) ?? ''
    const judged: Judged = { record, data: record.data, kin: { children: [], phases: () => undefined }, today: on, person: scope.person }
    if (!holds(rule.when, judged)) continue
    const refs = await refsOf(work, scope, ledger, record, field)
    if (rule.counted) await tell(rule.counted.slice(1), refs.length)
    for (let at = 0; at < refs.length; at += AT_ONCE) {
      const rows = await rowsOf(work, scope, refs.slice(at, at + AT_ONCE))
      const found = { ...judged, kin: { ...judged.kin, found: { [field]: rows } } }
      const made = creations(record, step, [rule], found, on, work.world)
      await create(made.map((creation) => ({ parent, seq, on, creation })))
    }
  }
}

function sweptRules(ledger: Ledger, step: string, branch: number | undefined): Rule[] {
  const move = ledger.transitions[step]
  const effects: Effects | undefined = branch === undefined ? move : move?.branches?.[branch]
  return (effects?.creates ?? []).filter((rule) => isSwept(ledger, rule))
}

/** The records that a field stands for, as far as who took the step may see them, each once. */
async function refsOf(work: Work, scope: Scope, ledger: Ledger, record: LedgerRecord, key: string): Promise<Ref[]> {
  const [field, value] = [ledger.fields[key], record.data[key]]
  if (field?.kind === 'records') return linksIn(field, value)
  const asked = typeof value === 'string' ? readQuery(value) : null
  const other = asked ? work.ledgers.get(asked.ledger) : undefined
  if (!asked || !other) return []
  const refs: Ref[] = []
  for await (const { ledger: of, id } of eachRef(scope, other, asked.query, work.clock.today)) refs.push({ ledger: of, id })
  return refs
}

async function rowsOf(work: Work, scope: Scope, refs: Ref[]): Promise<Row[]> {
  const records = await readMany(scope, refs)
  return records.flatMap((record): Row[] => {
    const ledger = work.ledgers.get(record.ledger)
    if (!ledger) return []
    const text = `${record.ledger}/${record.id}`
    const [unit = null] = entryOf(ledger, record).units
    return [{ id: text, record: text, title: heading(ledger, record).slice(0, 200), unit, township: record.township }]
  })
}

/** A saved filter must name a ledger of the county and ask what its list can be asked. */
export function filterFaults(work: Work, ledger: Ledger, { changes, transition }: Pick<LedgerEvent, 'changes' | 'transition'>): Fault[] {
  const path = ['create', 'edit'].includes(transition) ? 'data' : 'given'
  return Object.entries(changes).flatMap(([key, { new: now }]): Fault[] => {
    if (ledger.fields[key]?.kind !== 'query' || typeof now !== 'string') return []
    const asked = readQuery(now)
    const other = asked && work.ledgers.get(asked.ledger)
    if (!other)
      return [
        {
          path: `${path}.${key}`,
          code: 'bad',
          message: { zh: `没有“${asked?.ledger ?? now}”这本台账。`, en: `There is no ledger “${asked?.ledger ?? now}”.` },
        },
      ]
    return queryFaults([other], asked.query).map((fault) => ({ ...fault, path: `${path}.${key}` }))
  })
}
