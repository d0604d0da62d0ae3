import { daysBetween } from '../../shared/deadline/calendar.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { isOneLine } from '../../shared/definition/lines.ts'
import { partsOf } from '../../shared/definition/parted.ts'
import { bySoonest, type Holder, heldBy, soonestDay } from '../../shared/duty.ts'
import type { CellField } from '../../shared/importing/meanings.ts'
import type { WrittenCell } from '../../shared/importing/sheet.ts'
import { officeName, writtenCell } from '../../shared/importing/written.ts'
import type { Lang } from '../../shared/names.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { headerWords, yesNo } from '../../shared/words/sheets.ts'
import type { World } from '../../shared/world.ts'
import type { WrittenColumn } from './write.ts'

/** The column of a field in a workbook: as wide as it needs, days as days, numbers with their zeros, what may be chosen to choose from. */
export function fieldColumn(field: CellField, world: World, lang: Lang): WrittenColumn {
  const choices = choicesOf(field, world, lang)
  const many = field.kind === 'offices' || field.kind === 'choices'
  return {
    heading: field.label[lang],
    width: widthOf(field),
    ...(field.kind === 'date' ? { day: true } : {}),
    ...(field.kind === 'text' ? (isOneLine(field) ? { text: true, wrap: true } : { wrap: true }) : {}),
    ...(choices.length > 0 ? { choices, ...(many ? { many } : {}) } : {}),
  }
}

export function numberColumn(lang: Lang): WrittenColumn {
  return { heading: headerWords.number[lang], width: 14, text: true }
}

/** A column of an export: what stands in it for a record, where the caller does not see some of its fields, in the at-th row. */
export type Column = WrittenColumn & { cell: (record: LedgerRecord, hidden: string[], at: number) => WrittenCell }

export function numberOf(lang: Lang): Column {
  return { ...numberColumn(lang), cell: (record) => record.number ?? null }
}

export function townshipOf(world: World, lang: Lang): Column {
  const name = ({ township }: LedgerRecord) => (township === null ? null : officeName('township', township, world, lang))
  return { ...townshipColumn(world, lang), cell: name }
}

export function stateColumn(ledgers: Ledger[], lang: Lang): Column {
  const name = ({ ledger, state }: LedgerRecord) => ledgers.find(({ key }) => key === ledger)?.states[state]?.label[lang] ?? state
  return { heading: headerWords.state[lang], width: 10, cell: name }
}

/** A running count before the rows of a list. */
export function countColumn(lang: Lang): Column {
  return { heading: headerWords.count[lang], width: 6, cell: (_, __, at) => at + 1 }
}

/** What a lamp tells: the day of the soonest duty, in a list of what an office owes (`holder`) of its own. */
export function soonestColumn(lang: Lang, holder: string | undefined): Column {
  return { heading: headerWords.next[lang], width: 13, day: true, cell: ({ duties }) => soonestDay(heldBy(duties, holder)) }
}

/** And by how many days it is overdue. */
export function lateColumn(lang: Lang, today: string, holder: string | undefined): Column {
  const late = ({ duties }: LedgerRecord) => {
    const next = soonestDay(heldBy(duties, holder))
    return next !== null && next < today ? daysBetween(next, today) : null
  }
  return { heading: headerWords.late[lang], width: 10, cell: late }
}

/**
 * Who has to act: whoever owes something open, in the order of the days; in a list of what an office owes, that office. `people` names those who owe
 * something themselves.
 */
export function holdersColumn(lang: Lang, world: World, holder: string | undefined, people: Map<string, string>): Column {
  const name = ({ kind, id }: Holder) =>
    people.get(id) ?? world.offices.find((office) => office.kind === kind && office.id === id)?.name[lang] ?? (kind === 'person' ? '' : id)
  const owed = (duties: LedgerRecord['duties']) => heldBy(duties, holder).filter(({ state }) => state === 'open')
  const names = (duties: LedgerRecord['duties']) => [
    ...new Set(
      owed(duties)
        .toSorted(bySoonest)
        .map((duty) => name(duty.holder)),
    ),
  ]
  return {
    heading: headerWords.holders[lang],
    width: 20,
    wrap: true,
    cell: ({ duties }) => names(duties).filter(Boolean).join('、') || null,
  }
}

/** The columns of what a record says itself in a field; empty where it is hidden from the caller. */
export function dataColumns(key: string, whole: CellField, world: World, lang: Lang): Column[] {
  return partsOf(key, whole).map(({ field, of }) => ({
    ...fieldColumn(field, world, lang),
    cell: (record, hidden) => (hidden.includes(key) ? null : writtenCell(field, of(record.data[key]), world, lang)),
  }))
}

/**
 * What a workbook hides in each row, and a text file shows behind all others: by this an import knows the record, what it was then, and which cells
 * are empty because who exported does not see them.
 */
export function tracing(lang: Lang): Column[] {
  return [
    { heading: headerWords.id[lang], width: 24, hidden: true, cell: ({ id }) => id },
    { heading: headerWords.version[lang], width: 10, hidden: true, cell: ({ version }, hidden) => [version, ...hidden].join(' ') },
  ]
}

export function townshipColumn(world: World, lang: Lang): WrittenColumn {
  return { heading: headerWords.township[lang], width: 14, choices: offices('township', world, lang) }
}

function choicesOf(field: CellField, world: World, lang: Lang): string[] {
  if (field.kind === 'choice' || field.kind === 'choices') {
    const one = { ...field, kind: 'choice' } as CellField
    return Object.keys(field.options).map((option) => String(writtenCell(one, option, world, lang)))
  }
  if (field.kind === 'office' || field.kind === 'offices') return offices(field.of, world, lang)
  return field.kind === 'yesno' ? [yesNo.yes[lang], yesNo.no[lang]] : []
}

/** Offices that may be named in something new. */
function offices(kind: 'county' | 'township' | 'unit', world: World, lang: Lang): string[] {
  return world.offices.filter((office) => office.kind === kind && !office.closed).map(({ id }) => officeName(kind, id, world, lang))
}

/** How wide a field's column is, in half-width characters. */
function widthOf(field: CellField): number {
  if (field.kind === 'text') return isOneLine(field) ? 28 : 50
  return field.kind === 'date' ? 13 : 16
}
