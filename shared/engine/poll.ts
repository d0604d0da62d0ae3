import type { FieldOf } from '../definition/field.ts'
import type { Ledger } from '../definition/ledger.ts'
import type { Label } from '../names.ts'
import type { Data, Poll, PollRow, Value } from '../record.ts'
import type { Fault } from '../refusal.ts'
import type { Kin } from '../world.ts'
import { turnoutFaults } from './ballot.ts'

type PollOutcome = PollRow['outcome']
type Counted = Pick<PollRow, 'id' | 'for'>

/**
 * Who is chosen: more than half of all members, then by votes, never more than there are seats. Who ties at the last seat stands again in a run-off
 * (选举法 art 45 for elections; votes over projects after Shaanxi 2025).
 */
export function pollOutcomes(all: number, seats: number, rows: Counted[]): { [id: string]: PollOutcome } {
  const passed = rows.filter((row) => 2 * row.for > all).sort((a, b) => b.for - a.for)
  const last = passed[seats - 1]?.for ?? 0
  const chosen = passed.filter((row) => row.for >= last)
  const tied = chosen.length > seats
  return Object.fromEntries(
    rows.map((row): [string, PollOutcome] => {
      if (!chosen.includes(row)) return [row.id, 'lost']
      return [row.id, tied && row.for === last ? 'tied' : 'elected']
    }),
  )
}

/** Whether a vote over a list has come to its end, or those who tied stand again. Null before it is counted. */
export function pollStanding(value: Value | undefined): 'settled' | 'runoff' | null {
  return isPoll(value) ? (value.rows.some(({ outcome }) => outcome === 'tied') ? 'runoff' : 'settled') : null
}

/** What became of one candidate; undefined before the count, and of who did not stand. */
export function outcomeOf(value: Value | undefined, id: string | undefined): PollOutcome | undefined {
  return isPoll(value) ? value.rows.find((row) => row.id === id)?.outcome : undefined
}

/**
 * Counts of votes over a list as they are stored: each candidate with what became of it, a run-off beside the round before. The candidates are the record's
 * children that are open; in a run-off those who tied. Every fault at its path.
 */
export function countPolls(ledger: Ledger, before: Data, given: Data, kin: Kin): { data: Data; faults: Fault[] } {
  const faults: Fault[] = []
  const data = Object.entries(given).map(([key, value]): [string, Value] => {
    const field = ledger.fields[key]
    if (field?.kind !== 'poll' || !isPoll(value)) return [key, value]
    const decided = isPoll(before[key]) ? before[key].rows.filter(({ outcome }) => outcome !== 'tied') : []
    const seats = seatsOf(field, { ...before, ...given }) - decided.filter(({ outcome }) => outcome === 'elected').length
    const wrong = pollFaults(value, seats, standingFor(field, before[key], kin), decided.length > 0 || isPoll(before[key]))
    faults.push(...wrong.map((message): Fault => ({ path: `given.${key}`, code: 'bad', message })))
    const outcomes = pollOutcomes(value.all, seats, value.rows)
    const counted = value.rows.map(({ id, for: votes }) => ({ id, for: votes, outcome: outcomes[id] ?? 'lost' }))
    return [key, { ...value, rows: [...decided, ...counted] }]
  })
  return { data: Object.fromEntries(data), faults }
}

function isPoll(value: Value | undefined): value is Poll {
  return typeof value === 'object' && value !== null && 'rows' in value && Array.isArray(value.rows)
}

const seatsOf = (field: FieldOf<'poll'>, data: Data): number => Number(data[field.seats.slice(1)] ?? 0)

function standingFor(field: FieldOf<'poll'>, before: Value | undefined, { children, phases }: Kin): string[] {
  if (isPoll(before)) return before.rows.flatMap(({ id, outcome }) => (outcome === 'tied' ? [id] : []))
  return children.flatMap(({ ledger, id, state }) => (ledger === field.candidates && phases(ledger, state) === 'open' ? [id] : []))
}

function pollFaults(poll: Poll, seats: number, candidates: string[], runoff: boolean): Label[] {
  const { valid, rows } = poll
  const ids = rows.map(({ id }) => id)
  const same = ids.length === candidates.length && new Set(ids).size === ids.length && candidates.every((id) => ids.includes(id))
  const faults = turnoutFaults(poll)
  const sum = rows.reduce((total, row) => total + row.for, 0)
  if (!same)
    faults.push({
      zh: `要为每个${runoff ? '得票相同、需再次投票' : ''}候选各填一个票数，共 ${candidates.length} 个。`,
      en: `Enter the votes of each candidate${runoff ? ' that tied' : ''}, ${candidates.length} in all, each once.`,
    })
  if (!runoff && candidates.length <= seats)
    faults.push({
      zh: `实行差额票决，候选要多于应选 ${seats} 个，现在 ${candidates.length} 个。`,
      en: `There must be more candidates than the ${seats} to be chosen; there are ${candidates.length}.`,
    })
  if (rows.some((row) => !Number.isInteger(row.for) || row.for < 0 || row.for > valid))
    faults.push({
      zh: `每个候选的得票是 0 到有效票 ${valid} 的整数。`,
      en: `Votes for each are whole numbers from 0 to the ${valid} valid ones.`,
    })
  if (sum > valid * seats)
    faults.push({
      zh: `每张票最多选 ${seats} 个，得票合计不能超过 ${valid * seats}，现在 ${sum}。`,
      en: `Each paper chooses ${seats} at most: ${valid * seats} votes together, not ${sum}.`,
    })
  return faults
}
