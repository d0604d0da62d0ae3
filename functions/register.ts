import type { Ledger } from '../shared/definition/ledger.ts'
import { deputyOf, pausedAs, seated } from '../shared/definition/register.ts'
import type { Label } from '../shared/names.ts'
import { type Scope, sees } from '../shared/scope.ts'
import { eachRecord } from './store/each.ts'
import { systemScope } from './store/system-scope.ts'

/** A deputy as his file tells; `township` null where the file is the county's, `paused` why he does not act for the time being. */
export type Filed = { name: string; township: string | null; paused?: Label }

/** Who holds a seat, as the files of deputies tell that the scope may read. */
export async function filedDeputies(scope: Scope, ledgers: Ledger[], today: string): Promise<Filed[]> {
  return (await seatedIn(scope, ledgers, today)).map(({ filed }) => filed)
}

/** The same of everybody: of whose files the scope may not read, the names and the townships, which are public. */
export async function everyDeputy(scope: Scope, ledgers: Ledger[], today: string): Promise<Filed[]> {
  const all = await seatedIn(systemScope(), ledgers, today)
  return all.map(({ filed: { name, township, ...more }, readers }) => ({ name, township, ...(sees(scope, readers) ? more : {}) }))
}

type Seat = { filed: Filed; readers: string[] }

async function seatedIn(scope: Scope, ledgers: Ledger[], today: string): Promise<Seat[]> {
  const seats: Seat[] = []
  for (const ledger of ledgers) {
    const states = seated(ledger)
    if (states.length === 0) continue
    for await (const record of eachRecord(scope, ledger, { states }, today)) {
      const name = deputyOf(ledger, record)
      const paused = pausedAs(ledger, record)
      if (name === undefined) continue
      seats.push({ filed: { name, township: record.township, ...(paused ? { paused } : {}) }, readers: record.readers })
    }
  }
  return seats
}
