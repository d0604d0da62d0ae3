import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import { keys, type Ref } from './keys.ts'
import type { Note } from './places.ts'
import { readMany } from './records.ts'
import { getItem, getItems, query } from './table.ts'

/**
 * The records that follow a record, as its children or because a field of theirs names it, as far as the scope may see them; a child that also names it is one
 * of them. In the order of their places: children first. One get where nobody follows it, two in turn where few do, a Query and a get after it where many.
 */
export async function readFollowers(scope: Scope, { ledger, id }: Ref): Promise<LedgerRecord[]> {
  const { pk } = keys.kin(scope, ledger, id)
  const { places = [], many } = (await getItem<Note>(keys.followers({ pk }))) ?? {}
  if (many) return readMany(scope, refsOf(await standingIn(pk)))
  const noted = [...places].sort().map((sk) => ({ pk, sk }))
  // Each beside the item at its place, which alone tells that it follows.
  const [standing, records] = await Promise.all([getItems<Ref>(noted), readMany(scope, refsOf(noted.map(({ sk }) => refIn(sk))))])
  const byName = new Map(records.map((record) => [nameIn(record), record]))
  return refsOf(standing).flatMap((ref) => byName.get(nameIn(ref)) ?? [])
}

async function standingIn(pk: string): Promise<Ref[]> {
  const all: Ref[] = []
  for await (const item of query<Ref>({ pk, from: 'C#', to: 'F$' })) all.push(item)
  return all
}

/** Once each, where it stands first. */
function refsOf(items: (Ref | undefined)[]): Ref[] {
  const refs = new Map<string, Ref>()
  for (const item of items) if (item && !refs.has(nameIn(item))) refs.set(nameIn(item), { ledger: item.ledger, id: item.id })
  return [...refs.values()]
}

const nameIn = ({ ledger, id }: Ref): string => `${ledger}/${id}`

function refIn(place: string): Ref {
  const [, ledger = '', id = ''] = place.split('#')
  return { ledger, id }
}
