import type { Ledger } from '../definition/ledger.ts'
import { refresh } from '../engine/computed.ts'
import { creatable } from '../engine/creation.ts'
import { blankRecord, compact, type Moved, moved, type Turn } from '../engine/moved.ts'
import { owing } from '../engine/owed.ts'
import { hiddenFields } from '../engine/readers.ts'
import { applySets } from '../engine/sets.ts'
import { firstWords } from '../heading.ts'
import { isDay, type Label, labelled } from '../names.ts'
import type { Data, LedgerRecord } from '../record.ts'
import type { Scope } from '../scope.ts'
import { before, blank, notToBring } from '../words/rows.ts'
import { headerWords } from '../words/sheets.ts'
import type { World } from '../world.ts'
import { closedFaults } from './closed.ts'
import { landedDuties, landingAs, missingHolders, toldOn } from './landing.ts'

export type Arrival = { id: string; number?: string; township?: string | null | undefined; data: Data; said?: Said }
/** The state that a row says, in its own words. What an export wrote (`written`) says how the item stood, not how it is to stand: whoever copies such a row copies it too. */
export type Said = { text: string; state: string; written?: true }
export type Faults = { faults: { path: string; message: Label }[] }

/**
 * A record out of a row that the county does not have yet: in its landing state, with duties already opened or done, in the year of its number or
 * assignment. Old registers need not hold everything that is asked of new items: only a name, and somebody to hold each duty, are refused when missing.
 */
export function arrive(ledger: Ledger, arrival: Arrival, scope: Scope, today: string, world: World): Moved | Faults {
  const turn = { ledger, scope, today, world }
  const data = compact(refresh(ledger, withTitle(ledger, prepared(turn, arrival.data))))
  const state = landingAs(ledger, data, arrival.said?.written ? undefined : arrival.said?.state, today)
  const { id, number, township = null } = arrival
  const known = { id, township, state, year: yearOf(ledger, number, data, today), data, ...(number === undefined ? {} : { number }) }
  const record = blankRecord(turn, beganOn(ledger, data) ?? today, known)
  const duties = (ledger.import?.duties ?? [])
    .flatMap((rule) => landedDuties(ledger, rule, record, world))
    .map((duty, at) => ({ ...duty, id: `d${at + 1}` }))
  const faults = [
    ...arrivalFaults(ledger, record, world),
    ...unseenFaults(ledger, record, arrival.data, scope, world),
    ...closedFaults(ledger, undefined, { ...record, duties }, world),
  ]
  if (faults.length) return { faults }
  const discharged = duties.filter((duty) => duty.state === 'done').map((duty) => duty.id)
  const owed = { ...owing(duties), opened: duties, discharged }
  return moved(turn, undefined, record, owed, {
    transition: 'import',
    counted: toldOn(ledger, data, today),
    numbers: number === undefined && ledger.number !== undefined && state !== ledger.initial,
  })
}

/** What its bringer would not see of the new record, he brings only where a form would ask him for it. */
function unseenFaults(ledger: Ledger, record: LedgerRecord, said: Data, scope: Scope, world: World): Faults['faults'] {
  const asked = creatable(ledger, { ...record, state: ledger.initial }, scope, world)
  const hidden = hiddenFields(ledger, record, scope, world).filter((key) => said[key] !== undefined && !asked.includes(key))
  return hidden.map((path) => ({ path, message: notToBring(labelled(ledger.fields[path]?.label, path)) }))
}

/** Faults of a record as it would stand after the row: no name, nobody to owe, a day done before it began. */
export function arrivalFaults(ledger: Ledger, record: LedgerRecord, world: World): Faults['faults'] {
  const name = nameField(ledger)
  const label = (field: string): Label => labelled(ledger.fields[field]?.label, field)
  const unnamed = name !== undefined && record.data[name] === undefined ? [{ path: name, message: blank(label(name)) }] : []
  const rules = ledger.import?.duties ?? []
  const unheld = rules.flatMap((rule) => missingHolders(ledger, rule, record, world)).map((path) => ({ path, message: blank(label(path)) }))
  const reversed = rules.flatMap(({ opened, done = '@' }) => {
    const [from, to] = [opened.slice(1), done.slice(1)]
    const [start, end] = [record.data[from], record.data[to]]
    return isDay(start) && isDay(end) && end < start ? [{ path: to, message: before(label(to), label(from)) }] : []
  })
  const placed = record.township === null && ledger.level === 'township' ? [{ path: 'township', message: blank(headerWords.township) }] : []
  const all = [...unnamed, ...placed, ...unheld, ...reversed]
  return all.filter((fault, at) => all.findIndex((other) => other.path === fault.path) === at)
}

/** The first required text names a record on every page; nothing is imported without it. */
function nameField(ledger: Ledger): string | undefined {
  return Object.keys(ledger.fields).find(
    (key) => ledger.fields[key]?.kind === 'text' && ledger.fields[key]?.required && ledger.fields[key]?.only === undefined,
  )
}

/** Defaults and what creation puts; what it stamps (today, the current session) would be untrue of an old item. */
function prepared(turn: Turn, said: Data): Data {
  const { ledger } = turn
  const defaults = Object.fromEntries(
    Object.entries(ledger.fields).flatMap(([key, field]) =>
      'default' in field && typeof field.default !== 'object' && field.default !== undefined ? [[key, field.default]] : [],
    ),
  )
  const puts = Object.fromEntries(Object.entries(ledger.born?.sets ?? {}).filter(([key, set]) => 'put' in set && said[key] === undefined))
  return applySets(turn, { ...defaults, ...said }, puts)
}

/** First words stand in for a title that the register lacks. */
export function withTitle(ledger: Ledger, data: Data): Data {
  const rule = ledger.import?.titled
  const source = rule && data[rule.from]
  if (!rule || data[rule.field] || typeof source !== 'string') return data
  return { ...data, [rule.field]: standIn(source) }
}

/** The first words of a text, as they stand in for a title. */
export function standIn(text: string): string {
  const words = firstWords(text, 60)
  const cut = /^\p{ASCII}*$/u.test(words.slice(0, -1)) && words.endsWith('…') ? words.replace(/\s+\S*…$/, '…') : words
  return cut === '' ? firstWords(text.replace(/^[\s。！？]+/, ''), 60) : cut
}

/** The year that an imported record counts in: the ledger's own rule, else the year in its number, else of its first day, else this one. */
export function yearOf(ledger: Ledger, number: string | undefined, data: Data, today: string): number {
  const own = ledger.year ? data[ledger.year.slice(1)] : undefined
  const year = isDay(own)
    ? own.slice(0, 4)
    : (/(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(number ?? '')?.[0] ?? (beganOn(ledger, data) ?? today).slice(0, 4))
  return Number(year)
}

/** The day on which the first of its duties was opened, as the row tells it. */
function beganOn(ledger: Ledger, data: Data): string | undefined {
  return (ledger.import?.duties ?? []).map((rule) => data[rule.opened.slice(1)]).find(isDay)
}
