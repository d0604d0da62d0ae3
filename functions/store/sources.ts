import type { Ledger } from '../../shared/definition/ledger.ts'
import { EVERYBODY, isOwners } from './parts.ts'
import type { Range } from './range.ts'
import { type Asked, acrossByCreation, byCreation, byDay, byNumber, byYear, dueRange, ledgersByPart } from './ranges.ts'

/** Stretches to be read one after the other, of which only these ledgers are asked. */
export type Source = { ranges: Range[]; ledgers: Ledger[] }
/** What holds everything asked. `ordered`: each source comes in the order asked, so that they can be merged as they are read. */
export type Sources = { sources: Source[]; ordered: boolean }

/** The narrowest index that has the order; where none has it, the narrowest at all. Several ledgers mean more sources only where one index cannot tell. */
export function sourcesOf(asked: Asked): Sources {
  const { query, order, today } = asked
  const parts = [...ledgersByPart(asked)]
  const one = asked.ledgers.length === 1
  const owners = parts.every(([part]) => isOwners(part))
  const each = (of: (part: string, ledger: Ledger) => Range[]) =>
    parts.flatMap(([part, ledgers]) => ledgers.map((ledger) => ({ ranges: of(part, ledger), ledgers: [ledger] })))
  const whole = () => each((part, ledger) => byCreation(asked, part, ledger))
  if (order.by === 'dueOn' || dueRange(query, today)) return { sources: byDays(asked, parts), ordered: order.by === 'dueOn' }
  if (order.by === 'number' && owners) return { sources: each((part, ledger) => byNumber(asked, part, ledger)), ordered: true }
  if (order.by !== 'createdAt') return { sources: whole(), ordered: false }
  const { year } = query
  if (year !== undefined && owners) return { sources: each((part, ledger) => byYear(asked, part, ledger, year)), ordered: true }
  if (one) return { sources: whole(), ordered: true }
  return { sources: parts.map(([part, ledgers]) => ({ ranges: acrossByCreation(asked, part), ledgers })), ordered: true }
}

/** Of each state asked for, its own index: for an order that it does not have. */
export function byState(asked: Asked): Sources {
  return { sources: statesOf(asked, [...ledgersByPart(asked)]), ordered: false }
}

function byDays(asked: Asked, parts: [string, Ledger[]][]): Source[] {
  if (asked.query.states) return statesOf(asked, parts)
  return parts.flatMap(([part, ledgers]) =>
    // A year of all ledgers: each knows where its own begins.
    part === EVERYBODY && asked.query.year !== undefined
      ? ledgers.map((ledger) => ({ ranges: byDay(asked, part, [ledger]), ledgers: [ledger] }))
      : // What has no day comes after what has one, but is asked for beside it: a short page needs both.
        byDay(asked, part, ledgers).map((range) => ({ ranges: [range], ledgers })),
  )
}

function statesOf(asked: Asked, parts: [string, Ledger[]][]): Source[] {
  const states = asked.query.states ?? []
  return parts.flatMap(([part, ledgers]) =>
    ledgers.flatMap((ledger) =>
      states
        .filter((state) => Object.hasOwn(ledger.states, state))
        .map((state) => ({ ranges: byDay(asked, part, [ledger], state), ledgers: [ledger] })),
    ),
  )
}
