import type { Standing } from '../../shared/importing/judge.ts'
import type { ImportRow } from '../../shared/importing/read-rows.ts'
import type { Scope } from '../../shared/scope.ts'
import { countySecret } from '../store/county-secret.ts'
import { standing } from '../store/imports.ts'
import { idOf, keyedIdOf } from '../store/keys.ts'

/** A row with the id by which it is known again when it has no number, and what stands where it wants to stand. */
type SpokenOf = { row: ImportRow; own: string; present: Standing }

/**
 * The records that rows speak of: by the id that an export hid in them, by number, by id, or by what they say (`said`), keyed with the county's secret. A record that went
 * with an import which was taken back leaves its place: the row is then known by the next id.
 */
export async function spokenOf(scope: Scope, ledger: string, given: ImportRow[], said: string[]): Promise<SpokenOf[]> {
  const secret = await countySecret()
  const own = said.map((words) => keyedIdOf('r', words, secret))
  const rows = await recognised(scope, ledger, given)
  const present = await standing(
    scope,
    ledger,
    rows.map((row, at) => ({ ...(row.exported ? {} : row), id: row.id ?? own[at] })),
  )
  await byWordsAlone(scope, ledger, rows, said, present)
  for (let gone = withdrawn(present); gone.length > 0; gone = withdrawn(present)) {
    for (const { at, id } of gone) if (id === own[at]) own[at] = keyedIdOf('r', `${said[at]} ${id}`, secret)
    const next = await standing(
      scope,
      ledger,
      gone.map(({ at }) => ({ id: own[at] })),
    )
    for (const [n, { at }] of gone.entries()) present[at] = next[n]
  }
  return rows.map((row, at) => ({ row, own: own[at] ?? '', present: present[at] }))
}

/**
 * An export hides an id in each row. Whoever copies such a row and gives it another number begins another item: what people see of a row, its number, says more than
 * what is hidden in it. So does a number that the record does not have yet: another may bear it.
 */
async function recognised(scope: Scope, ledger: string, rows: ImportRow[]): Promise<ImportRow[]> {
  const exported = rows.filter((row) => row.exported)
  const found = new Map(
    (
      await standing(
        scope,
        ledger,
        exported.map(({ id }) => ({ id })),
      )
    ).map((each, at) => [exported[at], each]),
  )
  return rows.map((row) => {
    if (!row.exported) return row
    const { exported: _, id, ...plain } = row
    const there = found.get(row)
    if (!there || !('record' in there) || there.record.withdrawn) return { ...plain, ...(id === undefined ? {} : { id }) }
    if (row.number === undefined || row.number === there.record.number) return row
    return there.record.number === undefined && id !== undefined ? { ...plain, id } : plain
  })
}

/** An earlier release knew rows without a number by a hash of their words: guessable, but what it stored is found. */
async function byWordsAlone(scope: Scope, ledger: string, rows: ImportRow[], said: string[], present: Standing[]): Promise<void> {
  const missing = rows.flatMap((row, at) => (!present[at] && row.number === undefined && row.id === undefined ? [at] : []))
  const earlier = await standing(
    scope,
    ledger,
    missing.map((at) => ({ id: idOf('r', said[at] ?? '') })),
  )
  for (const [n, at] of missing.entries()) present[at] = earlier[n]
}

function withdrawn(present: Standing[]): { at: number; id: string }[] {
  return present.flatMap((standing, at) =>
    standing && 'record' in standing && standing.record.withdrawn ? [{ at, id: standing.record.id }] : [],
  )
}
