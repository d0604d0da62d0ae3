import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Outcome } from '../../shared/importing/judge.ts'
import type { ImportRow } from '../../shared/importing/read-rows.ts'
import type { Label } from '../../shared/names.ts'
import type { Scope } from '../../shared/scope.ts'
import { sameOnce } from '../../shared/words/rows.ts'
import type { World } from '../../shared/world.ts'
import { holdersOf } from '../store/once.ts'
import { readMany } from '../store/records.ts'
import { systemScope } from '../store/system-scope.ts'
import { onceFault } from '../transact/once.ts'

type Fault = { path: string; message: Label }

/**
 * The fault of each row that would enter a second of what stands once: beside a record that is there, or a row before it (`claims`, which grows by what
 * these rows claim); null for the others.
 */
export async function enteredAgain(
  ledger: Ledger,
  rows: ImportRow[],
  outcomes: Outcome[],
  claims: Map<string, ImportRow>,
  scope: Scope,
  world: World,
): Promise<(Fault | null)[]> {
  if (!ledger.once) return rows.map(() => null)
  const wanted = outcomes.map((outcome) =>
    outcome && 'moved' in outcome && outcome.moved.record.once !== outcome.before?.once ? outcome.moved.record : null,
  )
  const asked = [...new Set(wanted.flatMap((record) => record?.once ?? []))]
  const refs = await holdersOf(scope, ledger.key, asked)
  const standing = await readMany(
    systemScope(),
    refs.flatMap((ref) => ref ?? []),
  )
  const path = ledger.once.at(-1) ?? ''
  return wanted.map((record, at): Fault | null => {
    const claim = record?.once
    if (claim === undefined) return null
    const first = standing.find(({ id, once }) => once === claim && id !== record?.id)
    if (first) return { path, message: onceFault(ledger, first, scope, world, 'data').message }
    const earlier = claims.get(claim)
    if (earlier) return { path, message: sameOnce(earlier.row) }
    claims.set(claim, rows[at] as ImportRow)
    return null
  })
}
