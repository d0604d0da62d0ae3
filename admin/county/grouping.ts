import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Total } from '../../shared/figures/figures.ts'
import { NO_GROUP } from '../../shared/figures/figures.ts'
import type { Label, Lang } from '../../shared/names.ts'
import type { Office } from '../../shared/world.ts'
import { say } from '../panel.ts'
import { officeName } from '../parts/office.ts'
import type { CountyWords } from '../words/county.ts'
import type { CountGroup, Group, Lamps } from './figures.ts'
import { COUNTY, type Filter, owedFilter } from './links.ts'

export type Row = {
  id: string
  name: string
  /** What the row's list is filtered by; absent when no list can be asked for it. */
  filter?: Filter
  /** The same of its days: of an office that owes, what it owes itself. */
  owed?: Filter
  open: number | undefined
  fresh: number | undefined
  soon: number | undefined
  late: number | undefined
  rates: Total['rates']
  /** The instant of the last change. */
  updatedAt?: string
}

export const STATES = 'state'
export const TOWNSHIP = 'township'
const UNIT = 'unit'

/** A way to divide the table; `column` names what one row is. */
export type Grouping = { key: string; label: string; column: string }

/** How the table of a ledger can be divided: by township, by the fields of its report, by state when there is nothing else. */
export function groupings(ledger: Ledger, words: CountyWords, lang: Lang): Grouping[] {
  const fields = (ledger.report?.by ?? []).filter((key) => key !== TOWNSHIP)
  const rows = [
    ...(ledger.level === 'county' ? [] : [{ key: TOWNSHIP, label: words.table.townships, column: words.table.township }]),
    ...fields.flatMap((key) => {
      const label = ledger.fields[key]?.label[lang]
      return label ? [{ key, label: words.table.by(label), column: label }] : []
    }),
  ]
  return [...rows, { key: STATES, label: words.table.states, column: words.table.state }]
}

/** The field of the report that names who owes what the figures count, where that is not the township to which an item belongs. */
export function owedBy(ledger: Ledger): string | undefined {
  const { duty = '', by = [] } = ledger.report ?? {}
  const holders: readonly string[] = ledger.duties[duty]?.holder ?? []
  if (holders.includes(TOWNSHIP) || holders.includes('owner')) return undefined
  return by.find((key) => ['office', 'offices'].includes(ledger.fields[key]?.kind ?? '') && holders.includes(`@${key}`))
}

/** The kind of the offices of which a division tells what each owes itself; undefined where its rows are not those that owe. */
export function owingKind(ledger: Ledger, by: string): string | undefined {
  if (by === TOWNSHIP) return owedBy(ledger) === undefined ? TOWNSHIP : undefined
  if (by === UNIT) return UNIT
  const field = ledger.fields[by]
  return field?.kind === 'office' || field?.kind === 'offices' ? field.of : undefined
}

/** The filter of the list that stands behind a row's days. */
function daysFilter(by: string, id: string, kind: string | undefined): Filter | undefined {
  const own = rowFilter(by, id)
  if (!own || kind === undefined) return own
  return { ...(by === TOWNSHIP || by === UNIT ? {} : own), ...owedFilter(kind, id) }
}

/** The filter of the list that stands behind a row. Of a field that is called `unit` counts know every unit that is named, and so must the list. */
export function rowFilter(by: string, id: string): Filter | undefined {
  if (by === TOWNSHIP) return { township: id }
  if (by === UNIT) return id === NO_GROUP ? undefined : { unit: id }
  return id === NO_GROUP ? undefined : { where: `${by}:${id}` }
}

/** The groups to show: every township that works, even with nothing; of other groupings those that have records. */
export function groupIds(by: string, told: Group[] | undefined, offices: Office[], counted: CountGroup[] = []): string[] {
  const withRecords = [...(told ?? []).filter(({ total }) => total.records > 0), ...counted].map(({ id }) => id)
  const own = by === TOWNSHIP ? offices.filter(({ kind, closed }) => kind === TOWNSHIP && !closed).map(({ id }) => id) : []
  return [...new Set([...own, ...withRecords])]
}

type Given = {
  ledger: Ledger
  by: string
  now: Group[] | undefined
  before: { id: string; total: Total }[] | undefined
  counted: CountGroup[] | undefined
  offices: Office[]
  lang: Lang
  words: CountyWords
}

/** One row: live numbers as its list counts them, past ones from the figures of that day. */
export function rowOf(id: string, live: boolean, given: Given): Row {
  const { by, now, counted } = given
  const told = now?.find((group) => group.id === id)
  const before = given.before?.find((group) => group.id === id)
  const filter = rowFilter(by, id)
  const kind = owingKind(given.ledger, by)
  const owed = daysFilter(by, id, kind)
  const counts: Partial<CountGroup> = counted?.find((group) => group.id === id) ?? {}
  // Whoever is not named owes nothing, and does nothing either.
  const nobody = kind !== undefined && id === NO_GROUP
  const days: Partial<Lamps> = nobody ? {} : (kind && counts.owes) || counts
  const known = live && counted !== undefined
  return {
    id,
    name: nameOf(id, told?.name, given),
    ...(filter ? { filter } : {}),
    ...(owed ? { owed } : {}),
    open: known ? (counts.open ?? 0) : (told?.total.open ?? 0),
    late: known ? (days.overdue ?? 0) : (told?.total.overdue ?? 0),
    soon: known ? (days.nearDue ?? 0) : undefined,
    fresh: now && given.before ? (told?.total.records ?? 0) - (before?.total.records ?? 0) : undefined,
    rates: nobody ? {} : (told?.total.rates ?? {}),
    ...(told?.updatedAt ? { updatedAt: told.updatedAt } : {}),
  }
}

function nameOf(id: string, told: Label | string | undefined, { ledger, by, offices, lang, words }: Given): string {
  if (id === NO_GROUP) return words.table.none
  if (by === TOWNSHIP) return id === COUNTY ? words.table.county : officeName(offices, id, lang, TOWNSHIP)
  const field = ledger.fields[by]
  if (field && 'of' in field && typeof field.of === 'string') return officeName(offices, id, lang, field.of)
  return told ? say(told, lang) : id
}

export type SortKey = 'name' | 'open' | 'fresh' | 'soon' | 'late' | 'updated' | `rate:${string}`
export type Sort = { by: SortKey; down: boolean }

/** Rows in the wished order; the worst first when nothing is wished. Rows that are equal keep the county's order. */
export function sortRows(rows: Row[], sort: Sort | null, lang: Lang): Row[] {
  if (!sort) return [...rows].sort((a, b) => (b.late ?? 0) - (a.late ?? 0) || (b.soon ?? 0) - (a.soon ?? 0))
  const sign = sort.down ? -1 : 1
  if (sort.by === 'name') return [...rows].sort((a, b) => sign * a.name.localeCompare(b.name, lang === 'zh' ? 'zh-CN' : 'en'))
  const key = sort.by
  return [...rows].sort((a, b) => sign * (sortValue(a, key) - sortValue(b, key)))
}

function sortValue(row: Row, key: Exclude<SortKey, 'name'>): number {
  if (key === 'updated') return Date.parse(row.updatedAt ?? '') || -1
  if (key === 'open' || key === 'fresh' || key === 'soon' || key === 'late') return row[key] ?? -1
  const rate = row.rates[key.slice('rate:'.length)]
  return rate ? rate.num / rate.den : -1
}
