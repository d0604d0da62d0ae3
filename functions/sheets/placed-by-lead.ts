import type { Ledger } from '../../shared/definition/ledger.ts'
import { cellFields } from '../../shared/importing/meanings.ts'
import type { ImportRow } from '../../shared/importing/read-rows.ts'
import { type Label, labelled } from '../../shared/names.ts'
import type { Scope } from '../../shared/scope.ts'
import { noHome, severalHomes } from '../../shared/words/rows.ts'
import type { World } from '../../shared/world.ts'
import { definitions } from '../catalogue.ts'
import { homesOf } from '../homes.ts'
import { filedDeputies } from '../register.ts'
import { systemScope } from '../store/system-scope.ts'

/** Rows with the township for which whoever leads them stands (`led`), where they say none; and why that cannot be told of the others. */
export type Placed = { rows: ImportRow[]; unplaced: Map<ImportRow, { path: string; message: Label }> }

/**
 * Registers of what deputies bring often name the deputies alone: the first of them tells the township, where his file does and nobody else bears his name elsewhere.
 * Of a county that keeps no files of deputies nothing is told.
 */
export async function placedByLead(ledger: Ledger, rows: ImportRow[], scope: Scope, today: string, world: World): Promise<Placed> {
  const unplaced: Placed['unplaced'] = new Map()
  const led = ledger.level === 'township' ? leads(ledger, rows) : []
  if (led.length === 0) return { rows, unplaced }
  const ledgers = (await definitions(scope)).map((one) => one.ledger)
  const homes = await homesOf([...new Set(led.map(({ name }) => name))], ledgers, today)
  const isKept = [...homes.values()].some((each) => each.length > 0) || (await filedDeputies(systemScope(), ledgers, today)).length > 0
  if (!isKept) return { rows, unplaced }
  const placed = new Map<ImportRow, ImportRow>()
  for (const { row, path, name } of led) {
    const own = homes.get(name) ?? []
    const townships = own.flatMap((id) => id ?? [])
    const [only] = townships
    if (only !== undefined && own.length === 1) placed.set(row, { ...row, township: only, led: path })
    else {
      const label = labelled(ledger.fields[path]?.label, path)
      const names = townships.map((id) => world.offices.find((office) => office.kind === 'township' && office.id === id)?.name)
      const known = names.flatMap((each) => each ?? [])
      unplaced.set(row, { path, message: known.length > 1 ? severalHomes(label, name, known) : noHome(label, name) })
    }
  }
  return { rows: rows.map((row) => placed.get(row) ?? row), unplaced }
}

/** The rows that say no township, each with who is named first in the first field of deputies that names any. */
function leads(ledger: Ledger, rows: ImportRow[]): { row: ImportRow; path: string; name: string }[] {
  const fields = Object.entries(cellFields(ledger)).flatMap(([path, { kind }]) =>
    kind === 'deputies' && path !== ledger.register ? [path] : [],
  )
  return rows.flatMap((row) => {
    if (row.township !== undefined) return []
    const named = fields.map((path) => ({ path, name: [row.data[path] ?? []].flat()[0] }))
    const first = named.find((each): each is { path: string; name: string } => typeof each.name === 'string')
    return first ? [{ row, ...first }] : []
  })
}
