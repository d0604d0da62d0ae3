import { same } from '../shared/canonical.ts'
import { addDays } from '../shared/deadline/calendar.ts'
import type { Ledger, Transition } from '../shared/definition/ledger.ts'
import { create } from '../shared/engine/creation.ts'
import type { Moved } from '../shared/engine/moved.ts'
import { livesIn } from '../shared/engine/owed.ts'
import { basicFields } from '../shared/engine/rights.ts'
import { heldOnce, seatDuties, standing } from '../shared/engine/seats.ts'
import { transition } from '../shared/engine/transition.ts'
import { before, wasOf } from '../shared/engine/undo.ts'
import type { LedgerRecord } from '../shared/record.ts'
import { isRefusal } from '../shared/refusal.ts'
import type { Scope } from '../shared/scope.ts'
import { alone, county, everybody, world } from './cast.ts'
import { come, givens } from './sample.ts'
import { fieldsRead, matters } from './walk/answers.ts'
import { flat } from './walk/conditions.ts'
import { kins } from './walk/kin.ts'
import { deciding, nodeKey } from './walk/nodes.ts'

export type Walked = {
  nodes: number
  states: Set<string>
  taken: Set<string>
  branches: Set<string>
  opened: Set<string>
  discharged: Set<string>
  /** Steps, by where they begin and their branch, that were found to be taken back whole. */
  back: Set<string>
  /** One record of each node. */
  records: LedgerRecord[]
  /** Moves that broke a promise of the engine, in words. Must stay empty. */
  broken: string[]
}

const today = '2026-03-02'
const days = [today, '2027-12-01']

/** One walk. `refused`: who was refused what in which state; `met`: steps, by where they begin, that were taken beside every kind of kin. */
type Way = { ledger: Ledger; refused: Set<string>; met: Set<string> }

/**
 * Walks a ledger to exhaustion: from its creation, every transition with every kind of answer, as everybody, until nothing new turns up. A node
 * is the state, the open duties and what of the fields still decides something.
 */
export function walk(ledger: Ledger, township: string | null, limit = 2000): Walked {
  const walked = nothing()
  const read = fieldsRead(ledger)
  const seen = new Set<string>()
  const queue: LedgerRecord[] = []
  const way: Way = { ledger, refused: new Set(), met: new Set() }
  const arrive = (moved: Moved) => {
    const key = nodeKey(moved.record, deciding(ledger, moved.record, days))
    noteOpened(moved, walked)
    if (seen.has(key)) return
    seen.add(key)
    walked.records.push(moved.record)
    queue.push(moved.record)
  }
  const judged = read.filter((key) => ledger.fields[key]?.only !== 'event' && ['choice', 'yesno'].includes(ledger.fields[key]?.kind ?? ''))
  for (const data of givens(
    [...new Set([...basicFields(ledger), ...judged, ...holding(ledger)])].map((key) => (ledger.fields[key]?.required ? key : `${key}?`)),
    come(ledger),
    today,
    addDays(today, 1),
  )) {
    const born = create(ledger, { id: 'r1', township, data, bySystem: true }, county, today, world)
    if (isRefusal(born)) walked.broken.push(`creation refused: ${JSON.stringify(born)}`)
    else arrive({ ...born, record: { ...born.record, createdAt: '2026-03-02T00:00:00Z' } })
  }
  for (let record = queue.shift(); record && seen.size <= limit; record = queue.shift())
    for (const name of stepsFrom(ledger, record)) tryOne(way, record, name, walked, arrive)
  walked.nodes = seen.size
  if (seen.size > limit) walked.broken.push(`more than ${limit} nodes: not walked to the end`)
  return walked
}

/** What can be done on a record as it stands: every step, with every kind of answer, as everybody; no further. */
export function stepsOn(ledger: Ledger, record: LedgerRecord): Walked {
  const walked = nothing()
  const way: Way = { ledger, refused: new Set(), met: new Set() }
  for (const name of stepsFrom(ledger, record)) tryOne(way, record, name, walked, (moved) => noteOpened(moved, walked))
  return walked
}

const nothing = (): Walked => ({
  nodes: 0,
  states: new Set(),
  taken: new Set(),
  branches: new Set(),
  opened: new Set(),
  discharged: new Set(),
  back: new Set(),
  records: [],
  broken: [],
})

/** While a request waits, only what decides it is walked, once for each state: everything else goes as it does without. */
function stepsFrom(ledger: Ledger, { duties }: LedgerRecord): string[] {
  const asked = duties.filter(({ state, asker }) => asker && state === 'open').map(({ key }) => key)
  return Object.keys(ledger.transitions).filter(
    (name) => asked.length === 0 || ledger.transitions[name]?.discharges?.some((key) => asked.includes(key)),
  )
}

/** Where work passes to another office, the way goes on as with the one before: it is not walked again (test/shared/returns.test.ts looks at these moves). */
function handsOn(rule: Transition, { event }: Moved): boolean {
  return (event.branch === undefined ? rule : rule.branches?.[event.branch])?.hands !== undefined
}

function noteOpened({ record, opened }: Moved, walked: Walked): void {
  walked.states.add(record.state)
  for (const duty of opened) walked.opened.add(duty.key)
}

/** The fields through which offices come to owe something. */
const holding = ({ duties }: Ledger) =>
  Object.values(duties).flatMap(({ holder }) => holder.flatMap((word) => (word.startsWith('@') ? [word.slice(1)] : [])))

/** Everybody tries. Who has no seat, or comes in the wrong state, is refused alike on every record of that state; two in one seat fare alike: once is enough for each. */
function tryOne(way: Way, record: LedgerRecord, name: string, walked: Walked, arrive: (moved: Moved) => void): void {
  const { ledger, refused, met } = way
  const rule = ledger.transitions[name]
  if (!rule) return
  const here = rule.from.includes(record.state)
  const seated = new Set<string>()
  for (const scope of everybody) {
    const stand = standing(ledger, record, rule.by, seatDuties(rule), rule.inPerson ?? false, scope, world)
    if (!stand || !here) {
      const answer = !stand && !heldOnce(ledger, record, rule, scope, world) ? 'role' : here ? 'noduty' : 'state'
      const attempt = `${record.state}/${name}/${scope.person}/${answer}`
      if (refused.has(attempt)) continue
      refused.add(attempt)
      const moved = transition(ledger, record, name, {}, scope, today, world, alone)
      const told = isRefusal(moved) ? moved.refused : 'taken'
      if (told !== answer) walked.broken.push(`${name} as ${scope.person}: expected ${answer}, got ${told}`)
      continue
    }
    const seat = JSON.stringify([scope.office, stand, fourEyes(rule) && scope.person])
    if (seated.has(seat)) continue
    seated.add(seat)
    const acting: Scope = !stand.own && stand.principals[0] ? { ...scope, for: stand.principals[0].id } : scope
    const first = `${record.state}/${name}`
    for (const kin of kins(ledger, met.has(first) ? [rule] : Object.values(ledger.transitions))) {
      for (const given of givens(rule.asks ?? [], come(ledger), today, addDays(today, 1), matters(ledger))) {
        for (const day of waitsForDay(rule) ? days : [today]) {
          const moved = transition(ledger, record, name, given, acting, day, world, kin)
          if (isRefusal(moved)) continue
          met.add(first)
          note(ledger, record, name, moved, walked)
          if (handsOn(rule, moved)) noteOpened(moved, walked)
          else arrive(moved)
        }
      }
    }
  }
}

function note(ledger: Ledger, from: LedgerRecord, name: string, moved: Moved, walked: Walked): void {
  walked.taken.add(name)
  if (moved.event.branch !== undefined) walked.branches.add(`${name}.${moved.event.branch}`)
  for (const id of moved.event.discharged) walked.discharged.add(moved.record.duties.find((duty) => duty.id === id)?.key ?? '?')
  const way = `${name}/${from.state}/${moved.event.branch ?? ''}`
  if (!walked.back.has(way) && !isSame(from, moved))
    walked.broken.push(`${name} from ${from.state}: taken back, the record is another than before`)
  walked.back.add(way)
  const homeless = moved.record.duties.find(
    (duty) => (duty.state === 'open' || duty.state === 'paused') && !livesIn(ledger, duty.key, moved.record.state),
  )
  if (homeless) walked.broken.push(`${homeless.key} is open in ${moved.record.state}`)
  if (moved.record.version !== from.version + 1) walked.broken.push(`${name}: version did not grow by one`)
  const asked = new Set([...(ledger.transitions[name]?.asks ?? []).map((ask) => ask.replace('?', '')), ...setters(ledger, name)])
  for (const key of Object.keys(moved.event.changes)) {
    const field = ledger.fields[key]
    const follows = field?.kind === 'computed' || field?.from !== undefined || (field?.kind === 'offices' && field.apart !== undefined)
    if (!asked.has(key) && !follows) walked.broken.push(`${name} wrote ${key}, which it does not ask`)
  }
}

/** True when the move, taken back, leaves the record as it was; by what earlier releases kept, duties as a whole, too. Its number stays with it, readers are judged anew. */
function isSame(one: LedgerRecord, { record, event }: Moved): boolean {
  const { version: _, readers: __, number: ___, ...was } = one
  const kept = wasOf(one, record)
  return [kept, { ...kept, duties: one.duties }].every((back) => {
    const { version: ____, readers: _____, number: ______, ...is } = before(record, event, back)
    return same(was, is)
  })
}

const fourEyes = ({ when }: Transition) => (when ?? []).flatMap(flat).some((each) => 'notBy' in each)

const waitsForDay = ({ when }: Transition) =>
  (when ?? []).flatMap(flat).some((each) => 'termOver' in each || ('field' in each && (each.past ?? each.reached) !== undefined))

const setters = (ledger: Ledger, name: string) =>
  [ledger.transitions[name], ...(ledger.transitions[name]?.branches ?? [])].flatMap((each) => Object.keys(each?.sets ?? {}))
