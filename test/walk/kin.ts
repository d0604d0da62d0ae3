import type { Condition } from '../../shared/definition/condition.ts'
import type { Ledger, Transition } from '../../shared/definition/ledger.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Kin } from '../../shared/world.ts'
import { alone } from '../cast.ts'
import { conditionsOf } from './conditions.ts'

/** No kin, and one child and one parent in each state for which some condition of these steps waits. */
export function kins(ledger: Ledger, rules: Transition[]): Kin[] {
  const all = rules.flatMap(conditionsOf)
  const standing = rules
    .flatMap((rule) => candidates(ledger, rule))
    .flatMap((key) => ['c1', 'c2', 'c3'].map((id) => ({ ...relative(key, 'open'), id })))
  const children = all.flatMap((each) =>
    'children' in each ? (each.in === 'closed' ? ['closed'] : each.in).map((state) => relative(each.children, state)) : [],
  )
  const parents = all.flatMap(parentsFor)
  const named = all.flatMap((each) => ('named' in each ? [{ ledger: '', id: 'r9', state: each.in[0] ?? '' }] : []))
  if (children.length + parents.length + named.length + standing.length === 0) return [alone]
  const phases: Kin['phases'] = (_, state) => (state === 'closed' ? 'done' : 'open')
  const families = [...children.map((child) => [child]), children, ...(standing.length > 0 ? [standing] : [])]
  return [
    alone,
    ...families.flatMap((list) =>
      (parents.length > 0 ? parents : [undefined]).map((parent): Kin => ({ children: list, phases, named, ...(parent ? { parent } : {}) })),
    ),
  ]
}

function candidates(ledger: Ledger, { asks = [] }: Transition): string[] {
  return asks.flatMap((ask) => {
    const field = ledger.fields[ask.replace('?', '')]
    return field?.kind === 'poll' ? [field.candidates] : []
  })
}

function parentsFor(condition: Condition): LedgerRecord[] {
  if ('polled' in condition)
    return [
      { ...relative('parent', 'open'), data: { [condition.polled]: { rows: [{ id: 'r1', for: 1, outcome: condition.is }] } } as never },
    ]
  if ('parentTook' in condition) return [{ ...relative('parent', 'open'), took: { 文字: { person: 'p', on: '2099-12-31' } } }]
  return 'parent' in condition ? condition.parent.map((state) => relative('parent', state)) : []
}

function relative(ledger: string, state: string): LedgerRecord {
  return { ledger, state, data: {}, duties: [], readers: [] } as unknown as LedgerRecord
}
