import type { Condition, FieldCondition } from '../../shared/definition/condition.ts'
import type { Field } from '../../shared/definition/field.ts'
import type { Ledger, Transition } from '../../shared/definition/ledger.ts'
import type { Data, LedgerRecord, Value } from '../../shared/record.ts'
import type { Kin } from '../../shared/world.ts'
import { alone } from '../cast.ts'
import { samples } from '../sample.ts'
import { conditionsOf } from './conditions.ts'

/** No kin, and one child and one parent in each state for which some condition of these steps waits. */
export function kins(ledger: Ledger, rules: Transition[]): Kin[] {
  const all = rules.flatMap(conditionsOf)
  const standing = rules
    .flatMap((rule) => candidates(ledger, rule))
    .flatMap((key) => ['c1', 'c2', 'c3'].map((id) => ({ ...relative(key, 'open'), id })))
  const children = all.flatMap((each) =>
    'children' in each
      ? (each.in === 'closed' ? ['closed'] : each.in).map((state) => ({
          ...relative(each.children, state),
          data: { ...meant(each.where), ...(each.sum ? { [each.sum]: 1_000_000 } : {}) },
        }))
      : [],
  )
  const siblings = all.flatMap((each) =>
    'newer' in each ? [{ ...relative(ledger.key, ledger.initial), id: 'r2', data: told(ledger, each.newer) }] : [],
  )
  const beside: Kin[] = siblings.length > 0 ? [{ ...alone, siblings }] : []
  const parents = all.flatMap((each) => parentsFor(ledger, each))
  const named = all.flatMap((each) => ('named' in each ? [{ ledger: '', id: 'r9', state: each.in[0] ?? '' }] : []))
  if (children.length + parents.length + named.length + standing.length === 0) return [alone, ...beside]
  const phases: Kin['phases'] = (_, state) => (state === 'closed' ? 'done' : 'open')
  const families = [...children.map((child) => [child]), children, ...(standing.length > 0 ? [standing] : [])]
  return [
    alone,
    ...beside,
    ...families.flatMap((list) =>
      (parents.length > 0 ? parents : [undefined]).map((parent): Kin => ({ children: list, phases, named, ...(parent ? { parent } : {}) })),
    ),
  ]
}

/** A child for which these hold. */
const meant = (where: FieldCondition[] = []): Data =>
  Object.fromEntries(where.map(({ field, is }) => [field, [is ?? '文字'].flat()[0] as Value]))

/** What the plainest answers say. */
const told = ({ fields }: Ledger, keys: string[]): Data =>
  Object.fromEntries(keys.map((key) => [key, samples(fields[key] as Field, '2026-03-02', '2026-03-03')[0] as Value]))

function candidates(ledger: Ledger, { asks = [] }: Transition): string[] {
  return asks.flatMap((ask) => {
    const field = ledger.fields[ask.replace('?', '')]
    return field?.kind === 'poll' ? [field.candidates] : []
  })
}

function parentsFor(ledger: Ledger, condition: Condition): LedgerRecord[] {
  if ('polled' in condition)
    return [
      { ...relative('parent', 'open'), data: { [condition.polled]: { rows: [{ id: 'r1', for: 1, outcome: condition.is }] } } as never },
    ]
  if ('parentTook' in condition) {
    const field = ledger.fields[condition.parentTook.slice(1)]
    const steps = field?.kind === 'choice' ? Object.keys(field.options) : ['文字']
    return [{ ...relative('parent', 'open'), took: Object.fromEntries(steps.map((step) => [step, { person: 'p', on: '2099-12-31' }])) }]
  }
  return 'parent' in condition ? condition.parent.map((state) => relative('parent', state)) : []
}

function relative(ledger: string, state: string): LedgerRecord {
  return { ledger, state, data: {}, duties: [], readers: [] } as unknown as LedgerRecord
}
