import type { Ledger } from '../../shared/definition/ledger.ts'
import { columnFields } from '../../shared/importing/meanings.ts'
import type { Lang } from '../../shared/names.ts'
import { headerWords } from '../../shared/words/sheets.ts'
import type { Words } from '../language.ts'
import type { ImportWords } from '../words/imports.ts'
import type { Fault } from './job.ts'

export type FaultGroup = { key: string; label: string; rows: number; sample: string }

/** Faults of the same kind together: the same column, and the same sentence but for what it quotes. The largest group first. */
export function groupsOf(faults: Fault[], name: (path: string) => string): FaultGroup[] {
  const groups = new Map<string, { rows: Set<string>; path: string; sample: string }>()
  for (const fault of faults) {
    const group = groups.get(kindOf(fault)) ?? { rows: new Set<string>(), path: fault.path, sample: fault.message }
    groups.set(kindOf(fault), { ...group, rows: group.rows.add(rowOf(fault)) })
  }
  return [...groups]
    .map(([key, { rows, path, sample }]) => ({ key, label: name(path), rows: rows.size, sample }))
    .sort((a, b) => b.rows - a.rows)
}

/** What makes two faults the same kind. */
export function kindOf({ path, message }: Fault): string {
  return `${path}|${message.replace(/["“][^"”]*["”]/g, '…').replace(/\d+/g, '#')}`
}

export function wrongRows(faults: Fault[]): number {
  return new Set(faults.map(rowOf)).size
}

function rowOf({ sheet = '', row }: Fault): string {
  return `${sheet} ${row}`
}

/** How many cells of a column say what may mean something else. */
export function saidSame(faults: Fault[], path: string, said: string): number {
  return faults.filter((fault) => fault.path === path && fault.instead?.said === said).length
}

/** The column that a fault speaks of, as the sheet calls it. */
export function columnName(path: string, ledger: Ledger, lang: Lang, { imports, panel }: { imports: ImportWords; panel: Words }): string {
  const field = columnFields(ledger)[path] ?? ledger.fields[path]
  if (field) return field.label[lang]
  const headers: Record<string, string> = {
    number: panel.list.number,
    township: panel.list.township,
    id: headerWords.id[lang],
    version: headerWords.version[lang],
    state: headerWords.state[lang],
    dueOn: panel.list.dueOn,
    file: imports.check.whole,
  }
  return headers[path] ?? path
}
