import type { Ledger } from '../../shared/definition/ledger.ts'
import { hiddenFields } from '../../shared/engine/readers.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Fault } from '../../shared/refusal.ts'
import type { Scope } from '../../shared/scope.ts'
import { api } from '../../shared/words/api.ts'
import { fileWords } from '../../shared/words/file-faults.ts'
import { hasArrived, keepFile } from '../files/bucket.ts'
import { filesBrought, filesIn } from '../files/held.ts'
import { filesByIds, linkFile } from '../store/files.ts'
import type { Files } from '../transact.ts'
import type { Eyes } from './answer.ts'

/** The files that a change gives to a record. The link is noted before the write; what is noted and not held opens nothing. */
export function filesGiven(ledger: Ledger, given: Record<string, unknown>, root: 'data' | 'given', scope: Scope): Files {
  const named = filesIn(ledger, given)
  const asked = named.filter((id) => fileId.test(id))
  return {
    faults: async (present) => (named.length === 0 ? [] : faultsOf(ledger, given, root, asked, present, scope)),
    hold: async (record, present) => {
      const held = present ? filesIn(ledger, present.data) : []
      const fresh = asked.filter((id) => !held.includes(id))
      await Promise.all(fresh.map((id) => keepFile(id).then(() => linkFile(id, record))))
    },
  }
}

/**
 * What is wrong with files that the caller wants on a record: it takes only his own uploads that have arrived, and those that it holds already. Otherwise
 * a guessed id would open somebody else's file, and an upload that broke off would leave a name with nothing behind it.
 */
async function faultsOf(
  ledger: Ledger,
  given: Record<string, unknown>,
  root: 'data' | 'given',
  asked: string[],
  present: LedgerRecord | null,
  scope: Scope,
): Promise<Fault[]> {
  const files = await filesByIds(scope, asked)
  const held = present ? filesIn(ledger, present.data) : []
  const mine = files.filter((file) => file.by === scope.person).map((file) => file.id)
  const fresh = mine.filter((id) => !held.includes(id))
  const arrived = await Promise.all(fresh.map(hasArrived))
  const lost = fresh.filter((_, at) => !arrived[at])
  return Object.entries(ledger.fields).flatMap(([key, field]): Fault[] => {
    const value = given[key]
    if (field.kind !== 'files' || !Array.isArray(value)) return []
    return value.flatMap((id, index): Fault[] => {
      if (held.includes(id) || (mine.includes(id) && !lost.includes(id))) return []
      return [{ path: `${root}.${key}.${index}`, code: 'bad', message: lost.includes(id) ? fileWords.absent : api.noFile }]
    })
  })
}

/** The files of a record that the caller may see, as the panel lists them; with its events, those too that acts brought and it holds no more. */
export async function filesOf(
  ledger: Ledger,
  record: LedgerRecord,
  { scope, world }: Pick<Eyes, 'scope' | 'world'>,
  events: LedgerEvent[] = [],
) {
  const hidden = hiddenFields(ledger, record, scope, world)
  const ids = [...new Set([...filesIn(ledger, record.data, hidden), ...filesBrought(ledger, events, hidden)])]
  if (ids.length === 0) return []
  return (await filesByIds(scope, ids)).map(({ id, name, type, size, byName, at }) => ({ id, name, type, size, by: byName, at }))
}

export const fileId = /^f[a-z0-9]{8,60}$/
