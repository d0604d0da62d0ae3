import type { Dated } from './history.ts'
import type { Act, Play } from './plays/play.ts'

type Data = Record<string, unknown>
type Field = { kind: string; past?: true; columns?: Record<string, Field> }
/** A definition in force, as the API tells it. */
export type Ledger = { key: string; fields: Record<string, Field>; transitions: Record<string, { notBefore?: string }> }

/**
 * A play whose days could be told on the days of its steps: a fact does not lie after the step that tells it, and what a step waits for had come when the
 * step was taken.
 */
export function truly(play: Play, { at, acts: when }: Dated, ledgers: Ledger[]): Play {
  const ledgerOf = (key: string): Ledger | undefined => ledgers.find((ledger) => ledger.key === key)
  const own = ledgerOf(play.ledger)
  const acts = play.acts.map((act, nth) => ({
    ...act,
    given: known(ledgerOf(act.on?.ledger ?? play.ledger), act.given ?? {}, dayOf(when[nth])),
  }))
  const data = known(own, play.data, dayOf(at))
  for (const [nth, act] of acts.entries()) {
    const field = act.on ? undefined : own?.transitions[act.take]?.notBefore?.slice(1)
    const told =
      field && [{ given: data }, ...acts.slice(0, nth + 1).filter(({ on }) => !on)].findLast(({ given }) => given[field] !== undefined)
    if (told) told.given[field] = earlier(told.given[field], dayOf(when[nth]))
  }
  return { ...play, data, acts: acts as Act[] }
}

function known(ledger: Ledger | undefined, data: Data, day: string): Data {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, past(ledger?.fields[key], value, day)]))
}

function past(field: Field | undefined, value: unknown, day: string): unknown {
  if (field?.kind === 'date' && field.past) return earlier(value, day)
  if (field?.kind !== 'items' || !Array.isArray(value)) return value
  return value.map((row: Data) =>
    Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, past(field.columns?.[key], cell, day)])),
  )
}

const earlier = (one: unknown, day: string): unknown => (typeof one === 'string' && one > day ? day : one)

/** The day of an instant in Asia/Shanghai. */
const dayOf = (instant = new Date(0)): string => new Date(instant.getTime() + 8 * 3600_000).toISOString().slice(0, 10)
