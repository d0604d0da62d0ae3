import { readDay } from './days.ts'
import type { CellField } from './meanings.ts'
import { shownText } from './sheet.ts'
import type { Table } from './table.ts'

/**
 * The one year in which the days of a column lie, or, where it holds none, those of the whole table and its numbers; undefined where they lie in several, or none is told. Built once for a
 * table, and read only where a day lacks its year.
 */
export function toldYears({ sheet, headings, rows }: Table, fields: { [path: string]: CellField }): (path: string) => number | undefined {
  const years = (path: string): Set<string> => {
    const at = headings.columns.find((column) => column.path === path)?.at ?? -1
    const texts = rows.map(({ cells }) => shownText(cells[at]).trim())
    const told = path === 'number' ? texts.map(inNumber) : texts.map((text) => readDay(text, sheet.date1904)?.slice(0, 4))
    return new Set(told.flatMap((year) => year ?? []))
  }
  const only = (told: Set<string>): number | undefined => (told.size === 1 ? Number([...told][0]) : undefined)
  const known = new Map<string, number | undefined>()
  return (path) => {
    if (!known.has(path)) {
      const own = years(path)
      const all = headings.columns.flatMap((column) =>
        column.path === 'number' || fields[column.path]?.kind === 'date' ? [column.path] : [],
      )
      known.set(path, only(own.size > 0 ? own : new Set(all.flatMap((other) => [...years(other)]))))
    }
    return known.get(path)
  }
}

const inNumber = (text: string): string | undefined => /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(text)?.[0]
