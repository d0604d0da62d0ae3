import { countyHere, ownCounty, type Place, parted } from './county.ts'
import { getItem, getItems, type Item, query, tableName, updateItem } from './table.ts'
import { transactItems, type Write } from './transaction.ts'

// What belongs to the deployment and to none of its counties: which there are, and which has an address. Keys of a county begin with it, in small letters.
const LIST = 'COUNTIES'
const addressKey = (email: string) => ({ pk: `ADDRESS#${email.toLowerCase()}`, sk: 'A' })
/** The own county's address stands where it always did: with its people. */
const ownKey = (email: string) => ({ pk: `${ownCounty()}#MAIL#${email.toLowerCase()}`, sk: 'A' })

/** How a county is called in keys: see `COUNTY` in env.ts. */
const shape = /^[a-z][a-z0-9-]{0,39}$/
/** So long a county that was read is known. */
const KEEP = 60_000
const kept = new Map<string, { place: Place; until: number }>()

/** Every county of the deployment, its own first. */
export async function listCounties(): Promise<Place[]> {
  const places: Place[] = [{ county: ownCounty() }]
  for await (const item of query<Item>({ pk: LIST })) places.push(placeOf(item))
  return places
}

/** A county of the deployment by its key; null when there is none. */
export async function countyOf(key: string): Promise<Place | null> {
  if (key === ownCounty()) return { county: key }
  if (!shape.test(key)) return null
  const name = `${tableName()}#${key}`
  const known = kept.get(name)
  if (known && known.until > performance.now()) return known.place
  const item = await getItem<Item>({ pk: LIST, sk: key })
  if (!item) return null
  const place = placeOf(item)
  kept.set(name, { place, until: performance.now() + KEEP })
  return place
}

/** Adds a county to the deployment, or says anew where its letters lead and who sends them; what is not said stays as it is. */
export async function putCounty({ county, origin, mailFrom }: Place): Promise<Place> {
  if (!shape.test(county)) throw new Error(`A county is called by small letters, digits and hyphens, not ${county}`)
  const set = { county, own: ownCounty(), ...(origin ? { origin } : {}), ...(mailFrom ? { mailFrom } : {}) }
  const item = await updateItem<Item>({ pk: LIST, sk: county }, { set })
  kept.clear()
  return item ? placeOf(item) : { county }
}

/** The county for which the deployment was made that has this one; null where it has none of that key, or was made for it. */
export async function ownerOfDeployment(county: string): Promise<string | null> {
  const item = shape.test(county) ? await getItem<Item>({ pk: LIST, sk: county }) : undefined
  return item ? String(item.own) : null
}

/** Where the work of a secret that left the house is done: the county that it names, or the deployment's own, in which a secret of no county opens nothing. */
export async function placeOfSecret(carried: string): Promise<Place> {
  return (await countyOf(parted(carried).county)) ?? { county: ownCounty() }
}

/** The county that has an e-mail address, any case; null when none has. An address opens an account in one county of a deployment only. */
export async function countyOfAddress(email: string): Promise<string | null> {
  const [elsewhere, own] = await getItems<Item>([addressKey(email), ownKey(email)])
  return elsewhere ? String(elsewhere.county) : own ? ownCounty() : null
}

/** Where somebody signs in; who has an account nowhere does so in the deployment's own county, in vain. */
export async function placeOfAddress(email: string): Promise<Place> {
  return (await countyOf((await countyOfAddress(email)) ?? ownCounty())) ?? { county: ownCounty() }
}

/** The writes with which an address becomes the present county's, provided that no other has it. */
export function claimAddress(email: string): Write[] {
  const absent = { text: 'attribute_not_exists(pk)' }
  const county = countyHere()
  if (county === ownCounty()) return [{ check: addressKey(email), when: absent }]
  return [
    { put: { ...addressKey(email), county }, absent: true },
    { check: ownKey(email), when: absent },
  ]
}

/** The writes with which the present county lets an address go. */
export function freeAddress(email: string): Write[] {
  return countyHere() === ownCounty() ? [] : [{ delete: addressKey(email) }]
}

/** Takes addresses for the present county that came with a copy of it; throws for one that another county has. */
export async function takeAddresses(emails: string[]): Promise<void> {
  for (const email of emails) {
    const county = await countyOfAddress(email)
    if (county !== null && county !== countyHere()) throw new Error(`${email} has an account in the county ${county} already`)
    if (county === null) await transactItems(claimAddress(email))
  }
}

function placeOf({ county, origin, mailFrom }: Item): Place {
  return { county: String(county), ...(origin ? { origin: String(origin) } : {}), ...(mailFrom ? { mailFrom: String(mailFrom) } : {}) }
}
