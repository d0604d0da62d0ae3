import type { Ledger } from '../../shared/definition/ledger.ts'
import { hiddenFields } from '../../shared/engine/readers.ts'
import { cellFields } from '../../shared/importing/meanings.ts'
import type { WrittenCell } from '../../shared/importing/sheet.ts'
import type { Label, Lang } from '../../shared/names.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import { allItems, printWords, tooManyToExport } from '../../shared/words/sheets.ts'
import type { World } from '../../shared/world.ts'
import { eachRecord } from '../store/each.ts'
import type { Ref } from '../store/keys.ts'
import type { ListQuery } from '../store/list-query.ts'
import { personById } from '../store/people.ts'
import { readMany } from '../store/records.ts'
import { world } from '../world.ts'
import { type As, chosenColumns } from './chosen-columns.ts'
import {
  type Column,
  countColumn,
  dataColumns,
  holdersColumn,
  lateColumn,
  numberOf,
  soonestColumn,
  stateColumn,
  townshipOf,
  tracing,
} from './columns.ts'
import { isFault, type SheetFault } from './fault.ts'
import { type Paper, workbookType } from './papers.ts'
import { type WrittenTab, writeText, writeWorkbook } from './write.ts'

/** What goes out of a list: what it asks for, or only the records chosen from it (`refs`); all fields, or the columns that are shown (`columns`). */
export type Wish = { query: ListQuery; refs?: Ref[]; columns?: string[] }

/**
 * So many records are read and written within the half minute that the gateway waits, on what a function is given: 11,000 rows of a workbook take 3 s
 * of a whole core.
 */
const MOST = { xlsx: 25_000, csv: 50_000 }

/**
 * The records of a list as a file, of one ledger such that it imports again as unchanged: the caller's own scope, without the fields hidden from him.
 * Each row carries what an import needs to merge it: hidden in a workbook, in the last columns of a text file. Of several ledgers it holds what all
 * records have. Refuses (as a value) what a workbook cannot hold, and more than `most` records.
 */
export async function exported(
  ledgers: Ledger[],
  { query, refs, columns: chosen }: Wish,
  format: 'xlsx' | 'csv',
  scope: Scope,
  today: string,
  lang: Lang,
  most = MOST[format],
): Promise<Paper | SheetFault> {
  const county = await world()
  const records: LedgerRecord[] = refs ? await chosenOf(scope, ledgers, refs) : []
  if (!refs)
    for await (const record of eachRecord(scope, ledgers, query, today))
      if (records.push(record) > most) return { status: 422, sentence: tooManyToExport(most, format === 'xlsx' ? MOST.csv : null) }
  const as = { lang, today, holder: query.holder, people: await peopleOwing(records) }
  const one = ledgers.length === 1 ? ledgers[0] : undefined
  const columns =
    chosen || !one
      ? chosenColumns(ledgers, chosen, county, as)
      : columnsOf(one, records, county, { ...as, byDay: !refs && asksForDays(query) })
  const rows = records.map((record, at) => {
    const ledger = ledgers.find(({ key }) => key === record.ledger)
    const hidden = ledger ? hiddenFields(ledger, record, scope, county) : []
    return columns.map(({ cell }) => cell(record, hidden, at))
  })
  const label = one?.label ?? allItems
  const name = `${label[lang]} ${today}.${format}`
  const bytes = format === 'csv' ? writeText(columns, rows) : await writeWorkbook([tabOf(label, columns, rows, today, lang)])
  if (isFault(bytes)) return bytes
  return { name, type: format === 'csv' ? 'text/csv; charset=utf-8' : workbookType, bytes }
}

/** Records by id, in the order in which they were chosen; what the scope does not see is not there. */
async function chosenOf(scope: Scope, ledgers: Ledger[], refs: Ref[]): Promise<LedgerRecord[]> {
  const known = refs.filter(({ ledger }) => ledgers.some(({ key }) => key === ledger))
  const found = await readMany(scope, known)
  return known.flatMap(({ ledger, id }) => found.filter((record) => record.ledger === ledger && record.id === id))
}

/** The names of those who owe something themselves, and not for an office. */
async function peopleOwing(records: LedgerRecord[]): Promise<Map<string, string>> {
  const held = records.flatMap(({ duties }) => duties.flatMap(({ holder: { kind, id } }) => (kind === 'person' ? [id] : [])))
  const people = await Promise.all([...new Set(held)].map((id) => personById('system', id)))
  return new Map(people.flatMap((person) => (person ? [[person.id, person.name] as const] : [])))
}

function tabOf(label: Label, columns: Column[], rows: WrittenCell[][], today: string, lang: Lang): WrittenTab {
  const { title, pages } = printWords(label, today)
  return { name: label[lang], columns, rows, print: { title: title[lang], pages: pages[lang] } }
}

/** True for a list of what is overdue or soon to be: its day, and by how much, is what it is taken out for. */
const asksForDays = ({ overdue, nearDue, dueBefore }: ListQuery): boolean => Boolean(overdue || nearDue || dueBefore)

function columnsOf(ledger: Ledger, records: LedgerRecord[], county: World, as: As & { byDay: boolean }): Column[] {
  const { lang, today, holder, people, byDay } = as
  const shown = Object.entries(cellFields(ledger)).filter(
    ([key, field]) => !field.retired || records.some((record) => record.data[key] !== undefined),
  )
  // What a list shows comes first: that is what is printed.
  const place = (key: string): number => (ledger.list.columns.includes(key) ? ledger.list.columns.indexOf(key) : ledger.list.columns.length)
  const fields = shown.toSorted(([a], [b]) => place(a) - place(b))
  return [
    ...(byDay ? [countColumn(lang)] : []),
    numberOf(lang),
    ...(ledger.level === 'county' ? [] : [townshipOf(county, lang)]),
    stateColumn([ledger], lang),
    ...(byDay ? [soonestColumn(lang, holder), lateColumn(lang, today, holder), holdersColumn(lang, county, holder, people)] : []),
    ...fields.flatMap(([key, field]) => dataColumns(key, field, county, lang)),
    ...tracing(lang),
  ]
}
