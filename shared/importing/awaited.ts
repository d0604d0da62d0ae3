import type { Effects, Ledger } from '../definition/ledger.ts'
import type { Turn } from '../engine/moved.ts'
import { livesIn, type Owed, open, openings } from '../engine/owed.ts'
import { remembered } from '../engine/remembered.ts'
import type { LedgerRecord } from '../record.ts'

type Opens = NonNullable<Effects['opens']>

/**
 * Opens, from the day of the import, what the office owes with which an item waits that came in by a register: what it would owe had it been brought to its
 * state step by step. Nothing where the register itself tells what is owed there (`import.duties`), nor of what is over. A day that had passed before the row
 * came in nobody could keep: an old register would be late from its first hour.
 */
export function awaited(turn: Turn, owed: Owed, record: LedgerRecord): Owed {
  const { ledger, today, scope } = turn
  const { state, data } = record
  const isOver = ['done', 'void'].includes(ledger.states[state]?.phase ?? 'void')
  if (isOver || ledger.import?.duties?.some(({ duty }) => livesIn(ledger, duty, state))) return owed
  const judged = { record, data, kin: { children: [], phases: () => undefined }, today, person: scope.person }
  const each = openings(turn, record, ways(ledger)[state] ?? [], judged)
  return each
    .flatMap(({ key, holders }) => holders.map((holder) => ({ key, holders: [holder] })))
    .reduce((before, one) => {
      const after = open(turn, before, [one], data, [])
      const duty = after.opened.at(-1)
      return duty && after.opened.length > before.opened.length && (duty.dueOn === null || duty.dueOn >= today) ? after : before
    }, owed)
}

const ways = remembered((ledger: Ledger): { [state: string]: Opens } =>
  Object.fromEntries(Object.keys(ledger.states).map((state) => [state, comingTo(ledger, state) ?? []])),
)

/** What is owed in a state by an item that came there from its beginning, by the first way of the definition; null where none leads there. */
function comingTo(ledger: Ledger, state: string, after: string[] = []): Opens | null {
  const lives = (opens: Opens) => opens.filter((each) => livesIn(ledger, keyOf(each), state))
  if (state === (ledger.born?.to ?? ledger.initial)) return lives(ledger.born?.opens ?? [])
  for (const { from, branches = [], ...own } of Object.values(ledger.transitions))
    for (const { to, opens = [], discharges = [] } of [own, ...branches]) {
      if (to !== state) continue
      for (const before of from.filter((each) => each !== state && !after.includes(each))) {
        const kept = comingTo(ledger, before, [...after, state])
        if (kept) return lives([...kept.filter((each) => !discharges.includes(keyOf(each))), ...opens])
      }
    }
  return null
}

const keyOf = (each: Opens[number]): string => (typeof each === 'string' ? each : each.duty)
