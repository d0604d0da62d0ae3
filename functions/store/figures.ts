import { shanghaiDay } from '../../shared/deadline/days.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { cellsTell } from '../../shared/figures/cells.ts'
import { groupField } from '../../shared/figures/figures.ts'
import { type Scope, sees } from '../../shared/scope.ts'
import type { FigureRow } from './figure-rows.ts'
import { keptRows } from './kept-rows.ts'
import { keys } from './keys.ts'
import type { ListQuery } from './list-query.ts'
import { readsAll } from './parts.ts'
import { readSteps, type Steps } from './steps.ts'

type Question = { asOf: string[]; by?: string | undefined; today: string }
/** Rows that hold every record of the question once, and those of the groups asked for. */
export type FigureRows = { totals: FigureRow[]; parts: FigureRow[] }

/**
 * The kept rows of figures that answer a question, as far as the scope sees their records; null when they cannot: they are kept for everybody at the county,
 * one grouping at a time, as of the ends of months and from today on. One small Query tells whether anything has moved since this process read them; only
 * then are they asked for.
 */
export async function readFigureRows(
  scope: Scope,
  ledger: Ledger,
  query: Pick<ListQuery, 'township' | 'unit' | 'year' | 'term' | 'session'>,
  { asOf, by, today }: Question,
): Promise<FigureRows | null> {
  const field = by === undefined ? 'township' : groupField(ledger, by)
  const kept = readsAll(scope) && query.unit === undefined && (query.township === undefined || field === 'township')
  if (!kept || field === undefined || !asOf.every((day) => cellsTell(day, today))) return null
  const steps = (await readSteps(scope, ledger.key, query.year)).get(ledger.key)
  const [totals, parts] = await Promise.all(
    (field === 'township' ? ['township'] : ['township', field]).map((grouping) => rowsOf(scope, ledger, grouping, query, steps)),
  )
  // Nothing is kept yet; or what is has changed after the day that counts as today, for a clock that stands in the past.
  if (!totals || totals.all.length === 0 || totals.all.some(({ at }) => at !== '' && shanghaiDay(at) > today)) return null
  return { totals: totals.asked, parts: (parts ?? totals).asked }
}

/**
 * When something last changed, by township, on any of these ledgers: from the rows that are kept of their figures, one Query where nothing has moved since this
 * process read them, however many records there are. For whoever reads everything; what belongs to the county itself is not told.
 * @returns instants; a township that never had a record is not among them
 */
export async function readLastMoves(scope: Scope, ledgers: Ledger[]): Promise<Map<string, string>> {
  const own = ledgers.filter(({ level }) => level !== 'county')
  const steps = await readSteps(scope)
  const rows = await Promise.all(own.map((ledger) => rowsOf(scope, ledger, 'township', {}, steps.get(ledger.key))))
  const moves = new Map<string, string>()
  for (const { group, at } of rows.flatMap(({ asked }) => asked)) {
    if (group !== 'county' && at > (moves.get(group) ?? '')) moves.set(group, at)
  }
  return moves
}

/** The rows of one grouping of a ledger: all of the year, and those asked for that the scope sees. `steps`: of that ledger and year, read before. */
export async function rowsOf(
  scope: Scope,
  ledger: Ledger,
  grouping: string,
  { township, year, term, session }: Pick<ListQuery, 'township' | 'year' | 'term' | 'session'>,
  steps: Steps | undefined,
): Promise<{ all: FigureRow[]; asked: FigureRow[] }> {
  const all = await keptRows({ pk: keys.figures(scope, ledger.key), begins: `${grouping}#${year === undefined ? '' : `${year}.`}` }, steps)
  const asked = all.filter(
    (row) =>
      (term === undefined || row.term === term) &&
      (session === undefined || row.session === session) &&
      (township === undefined || row.group === township) &&
      sees(scope, row.audience),
  )
  return { all, asked }
}
