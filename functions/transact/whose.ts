import { deputyOf } from '../../shared/definition/register.ts'
import { heirOf } from '../../shared/engine/heir.ts'
import type { Creation } from '../../shared/engine/moved.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { homesOf } from '../homes.ts'
import type { Work } from './work.ts'

/**
 * What a step is to make, where it belongs: what is about one deputy (`whose`) to the township of his file, or of his account. Of namesakes the one of the
 * item's own township is meant. With its item stays what is about whom neither a file nor an account tells, or two of other townships: a file may be missing yet,
 * and what he did is not to be lost for it.
 */
export async function whosePlaces(work: Work, parent: LedgerRecord, creations: Creation[]): Promise<Creation[]> {
  const whose = creations.map((creation) => deputyIn(work, creation))
  const rules = work.ledgers.get(parent.ledger)
  const own = rules && deputyOf(rules, parent)
  const names = [...new Set(whose.flatMap((name) => (name === undefined || name === own ? [] : [name])))]
  if (names.length === 0) return creations
  const homes = await homesOf(names, [...work.ledgers.values()], work.clock.today)
  return creations.map((creation, at) => {
    const name = whose[at]
    if (name === undefined || name === own) return creation
    const filed = homes.get(name) ?? []
    const known = filed.length > 0 ? filed : accountsOf(work, name)
    const places = [...new Set(known.map((id) => (id === null ? null : heirOf(work.world, 'township', id))))]
    const here = creation.township === null ? null : heirOf(work.world, 'township', creation.township)
    const [place, other] = places.includes(here) ? [here] : places
    return place === undefined || other !== undefined ? creation : { ...creation, township: place }
  })
}

function deputyIn({ ledgers }: Work, { ledger, data }: Creation): string | undefined {
  const value = data[ledgers.get(ledger)?.whose?.slice(1) ?? '']
  const name: unknown = Array.isArray(value) ? value[0] : value
  return typeof name === 'string' ? name : undefined
}

function accountsOf({ world }: Work, name: string): (string | null)[] {
  const seats = world.offices.filter((office) => office.kind === 'deputy' && !office.closed && office.name.zh === name)
  return [...new Set(seats.map(({ township = null }) => township))]
}
