import type { FieldCondition } from '../../shared/definition/condition.ts'
import type { Ledger, Transition } from '../../shared/definition/ledger.ts'
import type { Holder } from '../../shared/duty.ts'
import { holds } from '../../shared/engine/holds.ts'
import type { LedgerRecord, Value } from '../../shared/record.ts'
import { alone, world } from '../cast.ts'
import { bounds, conditionsOf, remembered } from './conditions.ts'

/** Offices differ by nothing but the field that names them: what was walked with one need not be walked with another. */
export function nodeKey(record: LedgerRecord, more: unknown[] = []): string {
  const named = Object.keys(record.data).sort()
  const seat = ({ id }: Holder) => named.find((key) => [record.data[key]].flat().some((value) => value === id)) ?? id
  const live = record.duties.filter((duty) => duty.state === 'open' || duty.state === 'paused')
  if (live.some((duty) => duty.asker)) return JSON.stringify([record.state, 'asked'])
  const duties = live.map((duty) => `${duty.key}@${seat(duty.holder)}`)
  return JSON.stringify([record.state, duties.sort(), more])
}

/**
 * What of a record's fields still decides something on the ways on from its state: for each condition on a field that a step ahead will judge, before some
 * step has written the field anew, whether it holds; the value itself where steps count it up or compare it with another field.
 */
export function deciding(ledger: Ledger, record: LedgerRecord, days: string[]): unknown[] {
  return (ahead(ledger)[record.state] ?? []).map((look) => look(record, days))
}

type Look = (record: LedgerRecord, days: string[]) => unknown
type Reading = { field: string; condition?: FieldCondition }

const ahead = remembered((ledger: Ledger): Record<string, Look[]> => {
  const readings = liveReadings(ledger)
  return Object.fromEntries(Object.keys(ledger.states).map((state) => [state, [...(readings.get(state)?.values() ?? [])].map(lookAt)]))
})

function lookAt({ field, condition }: Reading): Look {
  if (!condition) return ({ data }) => plain(data[field])
  return (record, days) => days.map((today) => holds([condition], { record, data: record.data, kin: alone, today, person: '' }))
}

/** Live variables, as compilers know them: backwards along the steps until nothing more is added. */
function liveReadings(ledger: Ledger): Map<string, Map<string, Reading>> {
  const live = new Map(Object.keys(ledger.states).map((state) => [state, new Map<string, Reading>()]))
  const steps = Object.values(ledger.transitions).map((rule) => ({
    rule,
    reads: readingsOf(ledger, rule),
    answered: answeredIn(ledger, rule),
  }))
  for (let grown = true; grown; ) {
    grown = false
    for (const { rule, reads, answered } of steps) {
      for (const state of rule.from) {
        const after = [rule, ...(rule.branches ?? [])].flatMap(({ to, sets }) => {
          const written = new Set([...answered, ...fixed(rule.sets), ...fixed(sets)])
          return [...(live.get(to ?? state)?.values() ?? [])].filter(({ field }) => !written.has(field))
        })
        for (const reading of [...reads.filter(({ field }) => !answered.has(field)), ...after]) {
          const name = JSON.stringify(reading)
          if (live.get(state)?.has(name)) continue
          live.get(state)?.set(name, reading)
          grown = true
        }
      }
    }
  }
  return live
}

function readingsOf(ledger: Ledger, rule: Transition): Reading[] {
  const copied = effectsOf(rule).flatMap(({ sets }) => Object.values(sets ?? {}).flatMap((set) => ('copy' in set ? [set.copy] : [])))
  const polled = (rule.asks ?? []).flatMap((ask) => {
    const field = ledger.fields[ask.replace('?', '')]
    return field?.kind === 'poll' ? [field.seats] : []
  })
  const whole = [...copied, ...polled].filter((ref) => ref.startsWith('@')).map((ref) => ({ field: ref.slice(1) }))
  return [...whole, ...conditionsOf(rule).flatMap((each) => ('field' in each ? readingsIn(ledger, each) : []))]
}

function readingsIn(ledger: Ledger, condition: FieldCondition): Reading[] {
  const others = bounds(condition)
  if (others.length > 0 || isCounted(ledger, condition.field)) return [condition.field, ...others].map((field) => ({ field }))
  return [{ field: condition.field, condition }]
}

const effectsOf = (rule: Transition) => [rule, ...(rule.branches ?? [])]

const isCounted = (ledger: Ledger, field: string): boolean =>
  Object.values(ledger.transitions)
    .flatMap(effectsOf)
    .some(({ sets }) => sets?.[field] !== undefined && 'add' in sets[field])

/** The fields that a step cannot leave as they are, since it must be told what stands in them. Papers are laid to those that are there. */
function answeredIn(ledger: Ledger, { asks = [] }: Transition): Set<string> {
  return new Set(asks.filter((ask) => !ask.endsWith('?') && ledger.fields[ask]?.kind !== 'files'))
}

function fixed(sets: Transition['sets']): string[] {
  return Object.entries(sets ?? {}).flatMap(([key, set]) => ('put' in set || 'stamp' in set ? [key] : []))
}

function plain(value: Value | undefined): unknown {
  if (typeof value === 'number') return Math.min(3, value)
  return world.offices.some(({ id }) => id === value) ? 'some office' : value
}
