import type { Condition, FieldCondition } from '../../shared/definition/condition.ts'
import type { Effects, Ledger, Transition } from '../../shared/definition/ledger.ts'

/** Every condition by which a step is judged, its `any` taken apart: whether it may be taken, what it asks, which branch it goes, what it opens and creates. */
export function conditionsOf(rule: Transition): Condition[] {
  const asked = (rule.needs ?? []).flatMap(({ when }) => when)
  const branched = (rule.branches ?? []).flatMap((branch) => [...branch.when, ...inEffects(branch)])
  return [...(rule.when ?? []), ...asked, ...inEffects(rule), ...branched].flatMap(flat)
}

/** The conditions within an outcome. */
export function inEffects({ opens = [], creates = [] }: Effects): Condition[] {
  return [...opens.flatMap((open) => (typeof open === 'string' ? [] : open.when)), ...creates.flatMap((create) => create.when ?? [])]
}

export function flat(condition: Condition): Condition[] {
  return 'any' in condition ? condition.any.flatMap(flat) : [condition]
}

/** The fields that a condition compares its own with. */
export function bounds({ atLeast, atMost, above, below }: FieldCondition): string[] {
  return [atLeast, atMost, above, below].flatMap((bound) => (typeof bound === 'string' ? [bound.slice(1)] : []))
}

export function remembered<T>(work: (ledger: Ledger) => T): (ledger: Ledger) => T {
  const known = new WeakMap<Ledger, T>()
  return (ledger) => {
    const value = known.get(ledger) ?? work(ledger)
    known.set(ledger, value)
    return value
  }
}
