import type { Office } from '../../shared/world.ts'
import { at } from './at.ts'
import { type Changes, type Item, putItem, query, updateItem } from './table.ts'
import type { Write } from './transaction.ts'

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

/** The write that closes an office for its successor, to go with what hands its work over. */
export function closingWrite(office: StoredOffice): Write {
  return { what: 'office', update: keyOf(office), ...changesOf({ ...office, closed: true }) }
}

function changesOf({ name, township, phone, closed, successor }: StoredOffice): Changes {
  const all = { name, phone, township, closed, ...(closed ? { successor } : {}) }
  const set = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined && value !== ''))
  return { set, remove: ['closed', 'successor'].filter((name) => !(name in set)), when: { text: 'attribute_exists(pk)' } }
}

/** Renames, closes or reopens an office; false when there is none. Its place among the others stays. */
export async function changeOffice(office: StoredOffice): Promise<boolean> {
  return (await updateItem(keyOf(office), changesOf(office))) !== false
}
