import { definitions } from '../catalogue.ts'
import type { Clock } from '../clock.ts'
import { eachRef } from '../store/each.ts'
import { systemScope } from '../store/system-scope.ts'
import type { Outcome } from './attempt.ts'
import { systemMove } from './cascade.ts'
import { waitsForDay } from './conditions.ts'
import { through } from './finish.ts'
import { movedIn } from './work.ts'

/** Tries the steps that wait for a day to pass, on every record that stands where one begins. Answers how many were taken. */
export async function takeDueSteps(clock: Clock): Promise<number> {
  let taken = 0
  for (const { ledger } of await definitions(systemScope())) {
    const states = waitsForDay(ledger)
    if (states.length === 0) continue
    for await (const { id } of eachRef(systemScope(), ledger, { states }, clock.today)) {
      if (await trySystem(ledger.key, id, clock)) taken += 1
    }
  }
  return taken
}

async function trySystem(ledger: string, id: string, clock: Clock): Promise<Outcome> {
  return through<Outcome>(systemScope(), clock, async (work) => {
    if (!(await systemMove(work, { ledger, id }))) return null
    const change = work.changes.get(`${ledger}#${id}`)
    const event = change?.events[0]
    return change && event ? { moved: { record: change.after, event }, around: movedIn(work, { record: change.after, event }) } : null
  })
}
