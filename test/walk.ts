import { same } from '../shared/canonical.ts'
import { addDays } from '../shared/deadline/calendar.ts'
import type { Condition, FieldCondition } from '../shared/definition/condition.ts'
import type { Effects, Ledger, Transition } from '../shared/definition/ledger.ts'
import type { Holder } from '../shared/duty.ts'
import { create } from '../shared/engine/creation.ts'
import type { Moved } from '../shared/engine/moved.ts'
import { livesIn } from '../shared/engine/owed.ts'
import { basicFields } from '../shared/engine/rights.ts'
import { heldOnce, seatDuties, standing } from '../shared/engine/seats.ts'
import { transition } from '../shared/engine/transition.ts'
import { before, wasOf } from '../shared/engine/undo.ts'
import type { LedgerRecord, Value } from '../shared/record.ts'
import { isRefusal } from '../shared/refusal.ts'
import type { Scope } from '../shared/scope.ts'
import type { Kin } from '../shared/world.ts'
import { alone, county, everybody, world } from './cast.ts'
import { come, givens } from './sample.ts'

export type Walked = {
  nodes: number
  states: Set<string>
  taken: Set<string>
  branches: Set<string>
  opened: Set<string>
  discharged: Set<string>
  /** Steps, by where they begin and their branch, that were found to be taken back whole. */
  back: Set<string>
  /** Moves that broke a promise of the engine, in words. Must stay empty. */
  broken: string[]
}

const today = '2026-03-02'
const muchLater = '2027-12-01'

/**
 * Walks a ledger to exhaustion: from its creation, every transition with every kind of answer, as everybody, until nothing new turns up. A node
 * is the state, the open duties and the fields that conditions read, numbers clamped.
 */
export function walk(ledger: Ledger, township: string | null, limit = 2500): Walked {
  const walked: Walked = {
    nodes: 0,
    states: new Set(),
    taken: new Set(),
    branches: new Set(),
    opened: new Set(),
    discharged: new Set(),
    back: new Set(),
    broken: [],
  }
  const read = fieldsRead(ledger)
  const seen = new Set<string>()
  const queue: LedgerRecord[] = []
  const refused = new Set<string>()
  const arrive = (moved: Moved) => {
    const key = nodeKey(moved.record, read)
    noteOpened(moved, walked)
    if (!seen.has(key) && seen.size < limit) {
      seen.add(key)
      queue.push(moved.record)
    }
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
    else arrive(born)
  }
  for (let record = queue.shift(); record; record = queue.shift())
    for (const name of stepsFrom(ledger, record)) tryOne(ledger, record, name, walked, arrive, refused)
  walked.nodes = seen.size
  return walked
}

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

/** Everybody tries. Who has no seat is refused alike on every record of a state, and two in one seat fare alike: once is enough for each. */
function tryOne(
  ledger: Ledger,
  record: LedgerRecord,
  name: string,
  walked: Walked,
  arrive: (moved: Moved) => void,
  refused: Set<string>,
): void {
  const rule = ledger.transitions[name]
  if (!rule) return
  const seated = new Set<string>()
  for (const scope of everybody) {
    const stand = standing(ledger, record, rule.by, seatDuties(rule), rule.inPerson ?? false, scope, world)
    const answer = !heldOnce(ledger, record, rule, scope, world) ? 'role' : rule.from.includes(record.state) ? 'noduty' : 'state'
    const [tried, attempt] = stand
      ? [seated, JSON.stringify([scope.office, stand, fourEyes(rule) && scope.person])]
      : [refused, `${record.state}/${name}/${scope.person}/${answer}`]
    if (tried.has(attempt)) continue
    tried.add(attempt)
    const acting: Scope = stand && !stand.own && stand.principals[0] ? { ...scope, for: stand.principals[0].id } : scope
    for (const kin of stand ? kins(ledger) : [alone]) {
      for (const given of stand ? givens(rule.asks ?? [], come(ledger), today, addDays(today, 1), matters(ledger)) : [{}]) {
        for (const day of stand && waitsForDay(rule) ? [today, muchLater] : [today]) {
          const moved = transition(ledger, record, name, given, acting, day, world, kin)
          if (isRefusal(moved)) {
            if (!stand && moved.refused !== answer)
              walked.broken.push(`${name} as ${scope.person}: expected ${answer}, got ${moved.refused}`)
            continue
          }
          if (!stand) walked.broken.push(`${name} taken by ${scope.person}, who has no seat`)
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
    const follows = ledger.fields[key]?.kind === 'computed' || ledger.fields[key]?.from !== undefined
    if (!asked.has(key) && !follows) walked.broken.push(`${name} wrote ${key}, which it does not ask`)
  }
}

/** True when the move, taken back, leaves the record as it was. Its number stays with it, readers are judged anew. */
function isSame(one: LedgerRecord, { record, event }: Moved): boolean {
  const { version: _, readers: __, number: ___, ...was } = one
  const { version: ____, readers: _____, number: ______, ...is } = before(record, event, wasOf(one, record))
  return same(was, is)
}

const fourEyes = ({ when }: Transition) => (when ?? []).flatMap(flat).some((each) => 'notBy' in each)

const waitsForDay = ({ when }: Transition) =>
  (when ?? []).flatMap(flat).some((each) => 'termOver' in each || ('field' in each && each.past !== undefined))

const setters = (ledger: Ledger, name: string) =>
  [ledger.transitions[name], ...(ledger.transitions[name]?.branches ?? [])].flatMap((each) => Object.keys(each?.sets ?? {}))

/** No kin, and one child and one parent in each state that some condition waits for. */
function kins(ledger: Ledger): Kin[] {
  const all = Object.values(ledger.transitions)
    .flatMap((move) => [...(move.when ?? []), ...(move.branches ?? []).flatMap((branch) => branch.when)])
    .flatMap(flat)
  const relative = (key: string, state: string) => ({ ledger: key, state, data: {}, duties: [], readers: [] }) as unknown as LedgerRecord
  const polls = Object.values(ledger.fields).flatMap((field) => (field.kind === 'poll' ? [field.candidates] : []))
  const standing = polls.flatMap((key) => ['c1', 'c2', 'c3'].map((id) => ({ ...relative(key, 'open'), id })))
  const children = all.flatMap((each) =>
    'children' in each ? (each.in === 'closed' ? ['closed'] : each.in).map((state) => relative(each.children, state)) : [],
  )
  const took = { 文字: { person: 'p', on: '2099-12-31' } }
  const parents = all.flatMap((each) => {
    if ('polled' in each)
      return [{ ...relative('parent', 'open'), data: { [each.polled]: { rows: [{ id: 'r1', for: 1, outcome: each.is }] } } as never }]
    if ('parentTook' in each) return [{ ...relative('parent', 'open'), took }]
    return 'parent' in each ? each.parent.map((state) => relative('parent', state)) : []
  })
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

const flat = (condition: Condition): Condition[] => ('any' in condition ? condition.any.flatMap(flat) : [condition])

const bounds = ({ atLeast, atMost, above, below }: FieldCondition) =>
  [atLeast, atMost, above, below].flatMap((bound) => (typeof bound === 'string' ? [bound.slice(1)] : []))

/** What an answer can change about the way: fields that conditions read, what these are computed from, and days. */
const matters = remembered((ledger: Ledger) => {
  const read = new Set([...fieldsRead(ledger), ...handed(ledger)])
  for (const [key, field] of Object.entries(ledger.fields).reverse()) {
    if (field.kind !== 'computed' || !read.has(key)) continue
    const { value } = field
    if (value.as !== 'days') read.add(value.of)
  }
  return (key: string) => read.has(key) || ledger.fields[key]?.kind === 'date'
})

/** Offices between which work can pass. */
function handed(ledger: Ledger): string[] {
  const effects = Object.values(ledger.transitions).flatMap((move) => [move, ...(move.branches ?? [])])
  const swaps = effects.flatMap(({ sets }) => Object.values(sets ?? {}).flatMap((set) => ('swap' in set ? [set.swap] : [])))
  return [...swaps, ...effects.flatMap(({ hands }) => hands ?? [])].map((ref) => ref.slice(1))
}

function remembered<T>(work: (ledger: Ledger) => T): (ledger: Ledger) => T {
  const known = new WeakMap<Ledger, T>()
  return (ledger) => {
    const value = known.get(ledger) ?? work(ledger)
    known.set(ledger, value)
    return value
  }
}

function fieldsRead(ledger: Ledger): string[] {
  const inEffects = (each: Effects) => [
    ...(each.opens ?? []).flatMap((open) => (typeof open === 'string' ? [] : open.when)),
    ...(each.creates ?? []).flatMap((create) => create.when ?? []),
  ]
  const all: Condition[] = Object.values(ledger.transitions).flatMap((move) => [
    ...(move.when ?? []),
    ...inEffects(move),
    ...(move.branches ?? []).flatMap((branch) => [...branch.when, ...inEffects(branch)]),
  ])
  const born = ledger.born ? inEffects(ledger.born) : []
  const seats = Object.values(ledger.fields).flatMap((field) => (field.kind === 'poll' ? [field.seats.slice(1)] : []))
  return [...seats, ...new Set([...born, ...all].flatMap(flat).flatMap((each) => ('field' in each ? [each.field, ...bounds(each)] : [])))]
}

/** Offices differ by nothing but the field that names them: what was walked with one need not be walked with another. */
export function nodeKey(record: LedgerRecord, read: string[]): string {
  const named = Object.keys(record.data).sort()
  const seat = ({ id }: Holder) => named.find((key) => [record.data[key]].flat().some((value) => value === id)) ?? id
  const live = record.duties.filter((duty) => duty.state === 'open' || duty.state === 'paused')
  if (live.some((duty) => duty.asker)) return JSON.stringify([record.state, 'asked'])
  const duties = live.map((duty) => `${duty.key}@${seat(duty.holder)}`)
  const values = read.map((key) => plain(record.data[key]))
  return JSON.stringify([record.state, duties.sort(), values])
}

function plain(value: Value | undefined): unknown {
  if (typeof value === 'number') return Math.min(3, value)
  return world.offices.some(({ id }) => id === value) ? 'some office' : value
}
