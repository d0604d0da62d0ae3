import type { Ledger } from '../../shared/definition/ledger.ts'
import { hiddenFields } from '../../shared/engine/readers.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { type Person, personById } from '../store/people.ts'
import type { Eyes } from './answer.ts'

type Named = Pick<Person, 'id' | 'name'>

/** Tells for each record the names of the people in its fields that the caller may see: who reads the record reads them, whoever they work for. */
export async function peopleIn(
  records: { ledger: Ledger; record: LedgerRecord }[],
  { scope, world }: Eyes,
): Promise<(id: string) => Named[]> {
  const wanted = new Map(
    records.map(({ ledger, record }) => {
      const hidden = hiddenFields(ledger, record, scope, world)
      const ids = Object.entries(ledger.fields).flatMap(([key, field]) => {
        const value = record.data[key]
        return field.kind === 'person' && !hidden.includes(key) && typeof value === 'string' ? [value] : []
      })
      return [record.id, ids]
    }),
  )
  const people = await Promise.all([...new Set([...wanted.values()].flat())].map((id) => personById('system', id)))
  const named = people.flatMap((person) => (person ? [{ id: person.id, name: person.name }] : []))
  return (id) => named.filter((person) => wanted.get(id)?.includes(person.id))
}
