import type { Ledger } from '../../shared/definition/ledger.ts'
import { called, heading } from '../../shared/heading.ts'
import { likeOne, nameOf } from '../../shared/importing/twins.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import { recordsCalled } from '../store/called.ts'
import { ownerOf } from '../store/parts.ts'
import { readMany } from '../store/records.ts'
import type { PlannedRow } from './check.ts'

/** So many texts are looked at in all, the newest of each owner. */
const LOOKED_AT = 4000

/** A new row, and what it resembles: an earlier row, or a record that stands there, by its number or name. */
export type Twin = { row: PlannedRow; like: PlannedRow | string }

/** So many of one name are held against each: a thousand meetings may be called the same. */
const MOST = 50

/** New rows that look like a piece which is there already or stands in an earlier row: called the same, of the same people and units. */
export async function twinsOf(ledger: Ledger, rows: PlannedRow[], scope: Scope): Promise<Twin[]> {
  const isLike = likeOne(ledger)
  const named = rows.flatMap((row) => {
    const name = row.fresh ? nameOf(ledger, row.data) : undefined
    return name === undefined ? [] : [{ row, name, owner: ownerOf(row.township ?? null) }]
  })
  const standing = await standingBeside(ledger, named, scope)
  const earlier = new Map<string, PlannedRow[]>()
  return named
    .sort((one, other) => one.row.row - other.row.row)
    .flatMap(({ row, name, owner }): Twin[] => {
      const place = `${owner} ${name}`
      const before = earlier.get(place) ?? []
      if (before.length < MOST) earlier.set(place, [...before, row])
      const there = (standing.get(place) ?? []).find(({ data }) => isLike(row.data, data))
      const like = there ? (there.number ?? called({ heading: heading(ledger, there) })) : before.find(({ data }) => isLike(row.data, data))
      return like === undefined ? [] : [{ row, like }]
    })
}

/** What stands there under the names of these rows and may be told to the caller, by owner and name. */
async function standingBeside(
  ledger: Ledger,
  named: { name: string; owner: string }[],
  scope: Scope,
): Promise<Map<string, LedgerRecord[]>> {
  const owners = [...Map.groupBy(named, ({ owner }) => owner)]
  const found = await Promise.all(
    owners.map(async ([owner, some]) => {
      const refs = await recordsCalled(scope, ledger.key, owner, new Set(some.map(({ name }) => name)), LOOKED_AT / owners.length)
      const records = (await readMany(scope, refs)).filter(({ state, deleted }) => !deleted && ledger.states[state]?.phase !== 'void')
      return records.map((record) => ({ place: `${owner} ${nameOf(ledger, record.data)}`, record }))
    }),
  )
  return new Map(
    [...Map.groupBy(found.flat(), ({ place }) => place)].map(([place, all]) => [place, all.slice(0, MOST).map(({ record }) => record)]),
  )
}
