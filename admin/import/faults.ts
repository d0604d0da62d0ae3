import type { Ledger } from '../../shared/definition/ledger.ts'
import { grouped } from '../../shared/grouped.ts'
import { columnFields } from '../../shared/importing/meanings.ts'
import type { Lang } from '../../shared/names.ts'
import { headerWords } from '../../shared/words/sheets.ts'
import type { Words } from '../language.ts'
import type { ImportWords } from '../words/imports.ts'
import type { Fault } from './job.ts'

export type FaultGroup = { key: string; label: string; rows: number; sample: string }

/** Faults of the same kind together: the same column, and the same sentence but for what it quotes. The largest group first. */
export function groupsOf(faults: Fault[], name: (path: string) => string): FaultGroup[] {
  return [...grouped(faults, kindOf)]
    .map(([key, some]) => ({ key, label: name(some[0]?.path ?? ''), rows: rowsOf(some), sample: sampleOf(some) }))
    .sort((a, b) => b.rows - a.rows)
}

/** What faults of one kind say: what they quote is left out where each quotes another. */
function sampleOf(faults: Fault[]): string {
  const [first = '', ...others] = new Set(faults.map(({ message }) => message))
  return (others.length > 0 ? first.replace(quoted, '“…”') : first).replace(/[。.]$/, '')
}

/** A group by its column; where another has the same, with its reason, which may name the column itself. */
export function groupName({ label, sample }: FaultGroup, alike: boolean): string {
  if (!alike) return label
  return sample.startsWith(label) ? sample : `${label}（${sample}）`
}

const quoted = /["“][^"”]*["”]/g

/** How many rows faults speak of; one that is told once for many says of how many. */
function rowsOf(faults: Fault[]): number {
  const single = new Set(faults.flatMap((fault) => (fault.rows === undefined ? [rowOf(fault)] : [])))
  return faults.reduce((sum, { rows = 0 }) => sum + rows, single.size)
}

/** What makes two faults the same kind. */
export function kindOf({ path, message }: Fault): string {
  return `${path}|${message.replace(quoted, '…').replace(/\d+/g, '#')}`
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
