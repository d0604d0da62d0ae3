import type { Condition } from '../../shared/definition/condition.ts'
import type { Effects, Ledger, Transition } from '../../shared/definition/ledger.ts'
import { remembered } from '../../shared/engine/remembered.ts'

/** The transitions that the engine takes itself, in the order declared. */
export function systemSteps(ledger: Ledger): [string, Transition][] {
  return Object.entries(ledger.transitions).filter(([, step]) => step.by.includes('system'))
}

/** True when some condition of the ledger, or a vote over a list, looks at children. */
export const asksChildren = remembered(
  (ledger: Ledger) =>
    conditionsOf(ledger).some((condition) => 'children' in condition) || Object.values(ledger.fields).some(({ kind }) => kind === 'poll'),
)

/** True when some condition of the ledger looks at the other records under the same parent. */
export const asksSiblings = remembered((ledger: Ledger) => conditionsOf(ledger).some((condition) => 'newer' in condition))

/** True when the engine may move a record of the ledger because its parent has moved. */
export const followsParent = remembered((ledger: Ledger) =>
  systemSteps(ledger).some(([, step]) =>
    flat(step.when).some((condition) => ['parent', 'parentTook', 'polled', 'newer'].some((key) => key in condition)),
  ),
)

/** The fields through which the engine's own steps look at a record that they name. */
export function namedInSteps(ledger: Ledger): string[] {
  return systemSteps(ledger).flatMap(([, step]) => flat(step.when).flatMap((each) => ('named' in each ? [each.named] : [])))
}

/** True when whoever reads the parent of a record reads the record. */
export const readsByParent = remembered((ledger: Ledger) =>
  ledger.may.read.some((access) => access === 'parent' || (typeof access !== 'string' && access.who.includes('parent'))),
)

/** True when records of the ledger may have children on that other one: it creates them, or they join it. */
export function bearsOn(ledger: Ledger, other: Ledger): boolean {
  return (
    effectsOf(ledger).some((effect) => effect.creates?.some((creation) => creation.ledger === other.key)) ||
    effectsOf(other).some(({ joins }) => joins !== undefined && joined(other, joins) === ledger.key)
  )
}

function joined(ledger: Ledger, joins: string): string | undefined {
  const field = ledger.fields[joins.slice(1)]
  return field?.kind === 'records' ? field.of : undefined
}

/** States from which the engine moves a record once a day has passed: what the morning job looks through. */
export function waitsForDay(ledger: Ledger): string[] {
  const waiting = systemSteps(ledger).filter(([, step]) =>
    flat(step.when).some(
      (condition) => 'termOver' in condition || ('field' in condition && (condition.past ?? condition.reached) !== undefined),
    ),
  )
  return [...new Set(waiting.flatMap(([, step]) => step.from))]
}

function conditionsOf(ledger: Ledger): Condition[] {
  return effectsOf(ledger).flatMap((effect) => [
    ...flat(effect.when),
    ...(effect.opens ?? []).flatMap((opening) => (typeof opening === 'string' ? [] : flat(opening.when))),
    ...(effect.creates ?? []).flatMap((creation) => flat(creation.when)),
  ])
}

function effectsOf(ledger: Ledger): (Effects & { when?: Condition[] | undefined })[] {
  return [ledger.born ?? {}, ...Object.values(ledger.transitions).flatMap((step) => [step, ...(step.branches ?? [])])]
}

function flat(conditions: Condition[] = []): Condition[] {
  return conditions.flatMap((condition) => ('any' in condition ? flat(condition.any) : [condition]))
}
