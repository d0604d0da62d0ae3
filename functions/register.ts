import type { Ledger } from '../shared/definition/ledger.ts'
import { deputyOf, pausedAs, seated } from '../shared/definition/register.ts'
import type { Label } from '../shared/names.ts'
import type { Scope } from '../shared/scope.ts'
import { eachRecord } from './store/pages.ts'

/** A deputy as his file tells; `township` null where the file is the county's, `paused` why he does not act for the time being. */
export type Filed = { name: string; township: string | null; paused?: Label }

/** Who holds a seat, as the files of deputies tell that the scope may read. */
export async function filedDeputies(scope: Scope, ledgers: Ledger[], today: string): Promise<Filed[]> {
  const filed: Filed[] = []
  for (const ledger of ledgers) {
    const states = seated(ledger)
    if (states.length === 0) continue
    for await (const record of eachRecord(scope, ledger, { states }, today)) {
      const name = deputyOf(ledger, record)
      const paused = pausedAs(ledger, record)
      if (name !== undefined) filed.push({ name, township: record.township, ...(paused ? { paused } : {}) })
    }
  }
  return filed
}
