import type { Office } from '../../shared/world.ts'
import { at } from './at.ts'
import { type Item, putItem, query, updateItem } from './table.ts'

export type StoredOffice = Office & { phone?: string }
const keyOf = ({ kind, id }: Pick<Office, 'kind' | 'id'>) => ({ pk: at('OFFICES'), sk: `${kind}#${id}` })

/** Every office of the county, closed ones too, in the county's order. Offices are public within it; who may know a deputy's is the API's matter. */
export async function listOffices(): Promise<StoredOffice[]> {
  const offices: (StoredOffice & { place?: number })[] = []
  for await (const { pk, sk, ...office } of query<Item>({ pk: at('OFFICES') })) offices.push(office as unknown as StoredOffice)
  return offices.sort((a, b) => (a.place ?? 9999) - (b.place ?? 9999) || (a.id < b.id ? -1 : 1)).map(({ place, ...office }) => office)
}

/** Stores an office; `place` orders it among the others. With `fresh` it must be new: false when the id is taken within its kind. */
export async function putOffice(office: StoredOffice & { place?: number }, { fresh = false } = {}): Promise<boolean> {
  return putItem({ ...keyOf(office), ...office }, fresh ? { absent: true } : {})
}

/** Renames, closes or reopens an office; false when there is none. Its place among the others stays. */
export async function changeOffice(office: StoredOffice): Promise<boolean> {
  const { name, township, phone, closed } = office
  const set = { name, ...(phone ? { phone } : {}), ...(township ? { township } : {}), ...(closed ? { closed } : {}) }
  const changed = await updateItem(keyOf(office), { set, remove: closed ? [] : ['closed'], when: { text: 'attribute_exists(pk)' } })
  return changed !== false
}
