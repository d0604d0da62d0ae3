import type { Ledger } from '../definition/ledger.ts'
import { joinedParts, wholeOf } from '../definition/parted.ts'
import { grouped } from '../grouped.ts'
import { isDay, type Label, labelled } from '../names.ts'
import { COUNTY_LEVEL } from '../office-names.ts'
import type { Value } from '../record.ts'
import type { Scope } from '../scope.ts'
import { takenInstead } from '../words/cells.ts'
import { beyondHeadings, farAway, levelRefuses, nobodyLeads, notYet, otherTownship } from '../words/rows.ts'
import type { World } from '../world.ts'
import { byExport } from './as-written.ts'
import { cellReader, unreadCell } from './cells.ts'
import { type CellFault, putRight, type Values } from './instead.ts'
import { columnFields } from './meanings.ts'
import { readNumber } from './numbers.ts'
import type { ImportRow, RowFault } from './read-rows.ts'
import { bareText, columnLetters, isFilled, type SheetCell, type SheetRow, shownText } from './sheet.ts'
import { readState } from './state-cells.ts'
import type { States } from './states.ts'
import type { Table } from './table.ts'
import { readTicks } from './ticks.ts'
import { toldYears } from './told-year.ts'

export type ReadRow = { row: ImportRow; faults: RowFault[]; remarks: RowFault[] }

/** More than a generation away, a day is more often a slip of the hand. */
function isFar(day: Value, today: string): boolean {
  return isDay(day) && Math.abs(Number(day.slice(0, 4)) - Number(today.slice(0, 4))) > 20
}

/** Reads the rows of one table as data, with every fault of a row and what of it is not taken. Where a row has no township, the line above it or its tab may be called after one. */
export function rowReader(
  ledger: Ledger,
  table: Table,
  scope: Scope,
  world: World,
  today: string,
  states: States,
  values: Values = {},
): (row: SheetRow) => ReadRow {
  const { sheet, headings } = table
  const fields = columnFields(ledger)
  const year = toldYears(table, fields)
  const reader = cellReader(world)
  const exported = byExport(headings, fields)
  const columnOf = new Map(headings.columns.flatMap(({ path, at, option }) => (option === undefined ? [[path, at]] : [])))
  const ticked = grouped(
    headings.columns.filter(({ option }) => option !== undefined),
    ({ path }) => path,
  )
  const width = sheet.rows.find(({ row }) => row === headings.row)?.cells.length ?? 0
  const happened = (ledger.import?.duties ?? []).flatMap(({ opened, done }) => [opened, done].flatMap((ref) => ref?.slice(1) ?? []))
  const right = putRight(values)
  const remarked = new Set<string>()
  const own = scope.office.kind === 'township' ? scope.office.id : undefined
  const tab = ledger.level === 'county' ? { fault: undefined } : reader.office('township', sheet.name)

  const township = (text: string, line?: string): { township?: string; own?: true; remark?: Label } | { fault: CellFault } => {
    // What our own papers say of an item of the county.
    if (text === COUNTY_LEVEL && own === undefined && ledger.level !== 'township') return {}
    const found: { id: string; remark?: Label } | { fault?: CellFault | undefined } =
      text === '' ? (line === undefined ? tab : { id: line }) : reader.office('township', text)
    if (!('id' in found)) return text !== '' && found.fault ? { fault: found.fault } : own === undefined ? {} : { township: own, own: true }
    const name = labelled(world.offices.find(({ kind, id }) => kind === 'township' && id === found.id)?.name, text)
    if (own !== undefined && found.id !== own) return { fault: otherTownship(name) }
    if (ledger.level === 'county') return { fault: levelRefuses(false) }
    return { township: found.id, ...(text !== '' && found.remark ? { remark: found.remark } : {}) }
  }

  return ({ row, cells, under }) => {
    const read: ReadRow = { row: { row, data: {} }, faults: [], remarks: [] }
    const blank: string[] = []
    const at = (path: string): SheetCell => right(path, cells[columnOf.get(path) ?? -1] ?? null)
    const told = (path: string, { instead, ...message }: CellFault): RowFault => {
      const column = columnOf.get(path)
      const place = column === undefined ? {} : { cell: `${columnLetters(column)}${row}` }
      return { row, path, message, ...place, ...(instead ? { instead } : {}) }
    }
    // Of many rows that say the same, the first is told.
    const once = (path: string, remark: Label): void => {
      if (!remarked.has(`${path} ${remark.en}`)) read.remarks.push(told(path, remark))
      remarked.add(`${path} ${remark.en}`)
    }
    const [, version, hidden = ''] = /^(\d{1,6})((?: [a-z][a-zA-Z0-9-]*)*)$/.exec(shownText(at('version')).trim()) ?? []
    const how = { date1904: sheet.date1904 === true, asWritten: exported({ row, cells }) }
    for (const [path, columns] of ticked) {
      const { value, faults } = readTicks(columns, cells)
      if (value !== undefined) read.row.data[path] = value
      read.faults.push(...faults.map(({ at, message }) => ({ row, path, message, cell: `${columnLetters(at)}${row}` })))
    }
    for (const [path] of columnOf) {
      const field = fields[path]
      if (!field || path === 'number' || path === 'township' || path === 'id') continue
      const said = reader.read(field, at(path), field.kind === 'date' ? { ...how, year: () => year(path) } : how)
      const now = how.asWritten || typeof field.retired !== 'string' || columnOf.has(field.retired) ? undefined : field.retired
      const instead = now === undefined || !fields[now] ? undefined : reader.read(fields[now], at(path), how)
      const [to, got] = now !== undefined && instead && 'value' in instead ? [now, instead] : [path, said]
      if ('blank' in got) blank.push(to)
      if ('faults' in got) read.faults.push(...got.faults.map((message) => told(path, message)))
      else if (got.remark) read.remarks.push(told(path, got.remark))
      if ('value' in got) read.row.data[to] = got.value
      if (field.kind === 'date' && 'value' in got && isFar(got.value, today))
        read.remarks.push(told(path, farAway(field.label, String(got.value))))
    }
    for (const path of columnOf.keys()) {
      const [whole, rest] = [wholeOf(path), read.row.data[path]]
      if (whole === path) continue
      delete read.row.data[path]
      const lead = read.row.data[whole]
      if (rest !== undefined && lead === undefined && !read.faults.some((fault) => fault.path === whole))
        read.faults.push(told(whole, nobodyLeads(labelled(fields[whole]?.label, whole), labelled(fields[path]?.label, path))))
      const all = joinedParts(lead, rest)
      if (all !== undefined) read.row.data[whole] = all
    }
    const stated = readState(ledger, states, at('state'), (path) => read.row.data[path], how.asWritten)
    if (stated.said) read.row.said = stated.said
    if (stated.result) read.row.data[stated.result.path] = stated.result.value
    if (stated.fault) read.faults.push(told('state', stated.fault))
    if (stated.remark) once('state', stated.remark)
    for (const [path, column] of columnOf) {
      const said = cells[column] ?? null
      const meant = right(path, said)
      if (meant !== said) once(path, takenInstead(shownText(said).trim().slice(0, 60), shownText(meant).slice(0, 60)))
    }
    for (const path of new Set(happened)) {
      const day = read.row.data[path]
      if (isDay(day) && day > today) read.faults.push(told(path, notYet(labelled(fields[path]?.label, path), day)))
    }
    for (const path of ['number', 'township']) {
      const unread = unreadCell(at(path))
      if (unread) read.faults.push(told(path, unread))
    }
    const number = readNumber(at('number'))
    if ('number' in number) read.row.number = number.number
    else if ('fault' in number && !unreadCell(at('number'))) read.faults.push(told('number', number.fault))
    const place = township(unreadCell(at('township')) ? '' : bareText(shownText(at('township'))), under)
    if ('fault' in place) read.faults.push(told('township', place.fault))
    else if (place.township !== undefined) read.row.township = place.township
    if ('own' in place && place.own) read.row.own = true
    if ('remark' in place && place.remark) read.remarks.push(told('township', place.remark))
    const id = bareText(shownText(at('id')))
    if (/^[a-z][a-zA-Z0-9-]{0,60}$/.test(id)) read.row.id = id
    if (read.row.id !== undefined && version !== undefined)
      read.row.exported = {
        version: Number(version),
        blank: blank.filter((path) => wholeOf(path) === path),
        hidden: hidden.split(' ').filter((field) => field !== ''),
      }
    for (let beyond = width; sheet.text && beyond < cells.length; beyond += 1)
      if (isFilled(cells[beyond])) {
        const message = beyondHeadings(shownText(cells[beyond]).trim().slice(0, 60))
        read.faults.push({ row, path: columnLetters(beyond), message, cell: `${columnLetters(beyond)}${row}` })
      }
    return read
  }
}
