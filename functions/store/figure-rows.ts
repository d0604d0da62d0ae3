import { shanghaiDay } from '../../shared/deadline/days.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { type Cells, cellsOf, standingCell, standingIn } from '../../shared/figures/cells.ts'
import { type Facts, texts } from '../../shared/figures/facts.ts'
import { NO_GROUP } from '../../shared/figures/figures.ts'
import type { Data } from '../../shared/record.ts'
import { readMark } from './audience.ts'
import type { Item } from './expressions.ts'
import { EVERYBODY } from './parts.ts'
import { LAST, partIn, readDueKey } from './rows.ts'

/** What a record adds to the county's figures: the rows in which it stands, what it adds to each, and when it last changed. */
export type Figured = { rows: string[]; cells: Cells; at: string }

/** A row of figures as read: what the records of one group, year, session and mark add up to. */
export type FigureRow = {
  group: string
  year: number
  term?: number
  session?: number
  audience: string[]
  cells: Cells
  /** When one of them last changed. */
  at: string
  rev: number
}

/** The groupings of which rows are kept: by township, in which every record stands once, and by each field of the report. */
export function groupings({ report }: Ledger): string[] {
  return [...new Set(['township', ...(report?.by ?? [])])]
}

/** What an entry adds to figures; null for one of another partition than everybody's at the county, whose figures alone are kept. */
export function figuredBy(ledger: Ledger, { pk, g6sk, updatedAt, township, by, facts }: Item): Figured | null {
  if (typeof g6sk !== 'string' || partIn(pk) !== EVERYBODY) return null
  const [, , sitting = ''] = g6sk.split('#')
  const mark = g6sk.slice(g6sk.lastIndexOf('#') + 1)
  const at = updatedAt as string
  const told = facts as Facts | undefined
  // As counters count it: this adds nothing to figures.
  const { state, dueOn = LAST } = readDueKey(pk, g6sk)
  const groupsIn = (field: string): string[] => {
    if (field === 'township') return [(township as string | undefined) ?? 'county']
    const values = told ? (told.by[field] ?? []) : texts((by as Data | undefined)?.[field])
    return values.length > 0 ? values : [NO_GROUP]
  }
  return {
    rows: groupings(ledger).flatMap((field) => groupsIn(field).map((group) => `${field}#${sitting}#${mark}#${group}`)),
    cells: { ...(told ? cellsOf(ledger, told, shanghaiDay(at)) : {}), [standingCell(state, dueOn)]: 1 },
    at,
  }
}

type Stand = { state: string; day: string; n: number }

/** Cells taken apart once for as long as they are kept. */
const apart = new WeakMap<Cells, Stand[]>()

/** How many records of a row are in which state with which soonest day (`LAST` for none). A row that an earlier release wrote tells none. */
export function standings({ cells }: Pick<FigureRow, 'cells'>): Stand[] {
  const known = apart.get(cells)
  if (known) return known
  const now = Object.entries(cells).flatMap(([cell, n]) => {
    const standing = standingIn(cell)
    return standing ? [{ ...standing, n }] : []
  })
  apart.set(cells, now)
  return now
}

/** A row of figures as it lies in the table. */
export function readFigureRow({ pk: _, sk, at, rev, ...cells }: Item): FigureRow {
  const [, sitting = '', mark = '', ...group] = sk.split('#')
  const [year, term, session] = sitting.split('.')
  return {
    group: group.join('#'),
    year: Number(year),
    ...(term ? { term: Number(term) } : {}),
    ...(session ? { session: Number(session) } : {}),
    audience: readMark(EVERYBODY, mark).audience,
    cells: cells as Cells,
    at: String(at ?? ''),
    rev: typeof rev === 'number' ? rev : 0,
  }
}
