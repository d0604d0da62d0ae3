import type { Ledger } from '../definition/ledger.ts'
import { longest } from '../definition/lines.ts'
import { isDay, type Label } from '../names.ts'
import type { Data, LedgerRecord, Value } from '../record.ts'
import { type Fault, type Refusal, refuse, refuseInput } from '../refusal.ts'
import type { Scope } from '../scope.ts'
import type { Kin, World } from '../world.ts'
import { around, bound, withTaken } from './around.ts'
import { boundFaults } from './bounds.ts'
import { refresh } from './computed.ts'
import { creations } from './creations.ts'
import { dayFaults, type Entered } from './day.ts'
import { sortGiven } from './given.ts'
import { heirOf } from './heir.ts'
import { blankRecord, compact, type Moved, moved, type Turn } from './moved.ts'
import { open, openings, owing } from './owed.ts'
import { ownFaults } from './own.ts'
import { basicFields, editable, mayCreate } from './rights.ts'
import { applySets } from './sets.ts'
import { closedOffice } from './values.ts'

export type Born = {
  id: string
  township?: string | null | undefined
  data: Record<string, unknown>
  parent?: { ledger: string; id: string }
  /** Created by another record's move: no role is asked, and fields that transitions ask may be filled. */
  bySystem?: true
}

/**
 * Creates a record (rule 21): who may, in which township, every fault of what was given at once, defaults, `born`, duties, readers.
 * A township's or deputy's account always creates in its own township. `today` is the day (Asia/Shanghai) on which
 * it begins; `entered` tells when that is said, if by somebody.
 */
export function create(
  ledger: Ledger,
  born: Born,
  scope: Scope,
  today: string,
  world: World,
  kin: Pick<Kin, 'parent' | 'named'> = {},
  entered?: Entered,
): Moved | Refusal {
  if (!born.bySystem && !mayCreate(ledger, scope)) {
    return refuse('role', { zh: `您的账号不能新建${ledger.label.zh}。`, en: `Your account cannot create ${ledger.label.en}.` })
  }
  const turn: Turn = { ledger, scope, today, world, ...(entered ? { entered } : {}) }
  const place = townshipFor(turn, born)
  const blank = blankRecord(turn, today, {
    id: born.id,
    township: place.township,
    ...(born.parent ? { parent: born.parent } : {}),
    state: ledger.initial,
    year: Number(today.slice(0, 4)),
    data: {},
  })
  const fields = born.bySystem ? stored(ledger) : creatable(ledger, blank, scope, world)
  const preset = defaults(ledger)
  const asks = fields.map((key) => (ledger.fields[key]?.required && !Object.hasOwn(preset, key) ? key : `${key}?`))
  const filled = born.bySystem ? listed(ledger, livingOffices(ledger, born.data, world)) : born.data
  const { given, faults: elsewhere } = withTaken(ledger, asks, filled, {}, kin, 'data')
  const sorted = sortGiven(ledger, asks, given, {}, 'data', world, born.bySystem ? undefined : (entered?.on ?? today))
  const between = born.bySystem ? [] : [...elsewhere, ...boundFaults(ledger, {}, { ...preset, ...sorted.data, ...sorted.said }, 'data')]
  const own = born.bySystem ? [] : ownFaults(ledger, sorted.data, scope, world, 'data')
  const faults = [...place.faults, ...sorted.faults, ...own, ...between, ...dayFaults(turn)]
  if (faults.length) return refuseInput(faults)
  const sets = Object.fromEntries(Object.entries(ledger.born?.sets ?? {}).filter(([key]) => sorted.data[key] === undefined))
  const taken = compact(bound(ledger, { ...preset, ...sorted.data }, kin))
  const data = compact(refresh(ledger, applySets(turn, taken, sets, kin.parent)))
  return birth(turn, { ...blank, state: ledger.born?.to ?? ledger.initial, year: yearOf(ledger, data, today), data }, sorted.said, kin)
}

function birth(turn: Turn, record: LedgerRecord, said: Data, kin: Pick<Kin, 'parent' | 'named'>): Moved {
  const { ledger, scope, today, world } = turn
  const { opens, creates = [], numbers = false } = ledger.born ?? {}
  const known = { children: [], phases: () => undefined, ...kin }
  const judged = { record, data: { ...record.data, ...said }, kin: known, today, person: scope.person }
  const owed = open(turn, owing([]), openings(turn, record, opens, judged), around(ledger, record.data, kin), [])
  return moved(turn, undefined, record, owed, {
    transition: 'create',
    said,
    parent: kin.parent,
    creates: creations(record, 'create', creates, { ...judged, record: { ...record, duties: owed.duties } }, today, world),
    numbers,
  })
}

function townshipFor({ ledger, scope, world }: Turn, born: Born): { township: string | null; faults: Fault[] } {
  const level = ledger.level ?? 'both'
  const own = scope.office.kind === 'township' ? scope.office.id : scope.office.kind === 'deputy' ? (scope.township ?? null) : null
  const asked = own !== null && !born.bySystem ? own : (born.township ?? null)
  // What the engine makes of an old item belongs to whoever took over that township.
  const township = born.bySystem && asked !== null ? heirOf(world, 'township', asked) : asked
  const fault = (zh: string, en: string): Fault[] => [{ path: 'township', code: 'bad', message: { zh, en } }]
  if (township === null && level === 'township') return { township, faults: fault('请选乡镇。', 'Choose the township.') }
  if (township !== null && level === 'county')
    return { township, faults: fault('这本台账只有县级事项，不要填乡镇。', 'This ledger holds county items only; leave the township out.') }
  const place = world.offices.find((office) => office.kind === 'township' && office.id === township)
  if (place?.closed) return { township, faults: fault(...both(closedOffice({ zh: '乡镇', en: 'Township' }, place, world))) }
  const known = township === null || place !== undefined
  return { township, faults: known ? [] : fault(`“${township}”不是本县乡镇。`, `“${township}” is not a township of this county.`) }
}

const both = ({ zh, en }: Label): [string, string] => [zh, en]

/** What the creator may fill: what he could edit in the initial state, or all basic fields where nothing says otherwise; always the required ones. */
export function creatable(ledger: Ledger, blank: LedgerRecord, scope: Scope, world: World): string[] {
  const { now } = editable(ledger, blank, scope, world)
  const required = Object.keys(ledger.fields).filter((key) => ledger.fields[key]?.required)
  return [...new Set([...required, ...(now.length ? now : basicFields(ledger))])].filter((key) => ledger.fields[key]?.kind !== 'computed')
}

const stored = (ledger: Ledger) =>
  Object.keys(ledger.fields).filter((key) => ledger.fields[key]?.kind !== 'computed' && ledger.fields[key]?.only !== 'event')

/** Values that stand unless something else is given; default rows of an `items` field get their ids. */
function defaults(ledger: Ledger): Data {
  return Object.fromEntries(
    Object.entries(ledger.fields).flatMap(([key, field]): [string, Value][] => {
      if (!('default' in field) || field.default === undefined) return []
      return [[key, field.kind === 'items' ? field.default.map((row, at) => ({ id: `i${at + 1}`, ...row })) : field.default]]
    }),
  )
}

/** What the engine fills names whoever does today what an office that ended did. */
function livingOffices(ledger: Ledger, data: Record<string, unknown>, world: World): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => {
      const field = ledger.fields[key]
      if (field?.kind !== 'office' && field?.kind !== 'offices') return [key, value]
      const heir = (each: unknown) => (typeof each === 'string' ? heirOf(world, field.of, each) : each)
      return [key, Array.isArray(value) ? [...new Set(value.map(heir))] : heir(value)]
    }),
  )
}

/** One value filled into a list field becomes a list of one; several texts filled into a text become one, without those for which there is no room. */
function listed(ledger: Ledger, data: Record<string, unknown>): Record<string, unknown> {
  const lists = ['choices', 'offices', 'deputies', 'names', 'records', 'files']
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => {
      const field = ledger.fields[key]
      if (field?.kind === 'text' && Array.isArray(value)) return [key, inOne(value.map(String), longest(field))]
      return [key, lists.includes(field?.kind ?? '') && !Array.isArray(value) ? [value] : value]
    }),
  )
}

const inOne = (texts: string[], most: number): string =>
  texts.reduce((all, text) => {
    const more = all === '' ? text : `${all}\n\n${text}`
    return more.length <= most ? more : all
  }, '')

function yearOf(ledger: Ledger, data: Data, today: string): number {
  const day = ledger.year ? data[ledger.year.slice(1)] : undefined
  return Number((isDay(day) ? day : today).slice(0, 4))
}
