import type { Ledger } from '../../shared/definition/ledger.ts'
import { linksIn } from '../../shared/definition/links.ts'
import type { Moved } from '../../shared/engine/moved.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { type Fault, type Refusal, refuseInput } from '../../shared/refusal.ts'
import { sees } from '../../shared/scope.ts'
import type { Ref } from '../store/keys.ts'
import { personFaults } from './people.ts'
import { load, type Work } from './work.ts'

const GENERATIONS = 5

/**
 * Records that a move newly names must be there for its caller to see, and none may become its own ancestor; persons whom its caller names must hold
 * an office of the right kind. Every fault at once.
 */
export async function references(work: Work, ledger: Ledger, moved: Moved, caused: boolean): Promise<Refusal | null> {
  const { record, event } = moved
  const path = ['create', 'edit'].includes(event.transition) ? 'data' : 'given'
  const faults: Fault[] = caused ? [] : await personFaults(work.scope, ledger, moved, path)
  for (const [key, { old, new: now }] of Object.entries(event.changes)) {
    const field = ledger.fields[key]
    if (field?.kind !== 'records' || !Array.isArray(now)) continue
    const known = Array.isArray(old) ? (old as string[]) : []
    for (const [at, text] of (now as string[]).entries()) {
      const [link] = linksIn(field, [text])
      if (!known.includes(text) && !(link && (await fits(work, record, link)))) faults.push(wrong(`${path}.${key}.${at}`, text))
    }
  }
  return faults.length === 0 ? null : refuseInput(faults)
}

async function fits(work: Work, record: LedgerRecord, ref: Ref): Promise<boolean> {
  const named = await load(work, ref)
  if (!named || named.deleted || !sees(work.scope, named.readers)) return false
  const joins = record.parent?.ledger === ref.ledger && record.parent.id === ref.id
  let above: LedgerRecord | null = named
  for (let up = 0; above && up < GENERATIONS; up += 1) {
    if (above.ledger === record.ledger && above.id === record.id) return false
    above = joins && above.parent ? await load(work, above.parent) : null
  }
  return true
}

function wrong(path: string, id: string): Fault {
  return {
    path,
    code: 'bad',
    message: { zh: `没有“${id}”这一件，或它就是本件、已并入本件。`, en: `There is no item “${id}”, or it is this one, or merged into it.` },
  }
}
