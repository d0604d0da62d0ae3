import { at } from './at.ts'
import { carried } from './county.ts'
import type { Person } from './people.ts'
import { digest, newSecret, seconds } from './secret.ts'
import { getItem, type Item, putItem, updateItem } from './table.ts'
import type { Write } from './transaction.ts'

/** For whom a link sets the password, and to which address it was mailed. */
export type PasswordLink = Pick<Person, 'email'> & { person: string }
type Stored = Item & PasswordLink & { hash: string; until: number; heldUntil?: number }

/** How long a link may be in somebody's hands while the password is set; a process that dies in between gives it back. */
const HELD = 60_000
/** A person has one link at a time: a newer one takes its place. */
const place = (person: string) => ({ pk: at('PASSWORD', person), sk: 'A' })
/** Where links lay before each person had one, by the hash of their secret. */
const oldPlace = (token: string) => ({ pk: at('LINK', digest(token)), sk: 'A' })

/**
 * Makes a person's link and answers what stands in its address, beside the county: his id and a secret, of which only the hash is kept. The one before it ends.
 */
export async function makePasswordLink({ id, email }: Pick<Person, 'id' | 'email'>, minutes: number, now: Date): Promise<string> {
  const token = `${id}.${newSecret()}`
  const until = now.getTime() + minutes * 60_000
  await putItem({ ...place(id), person: id, email, hash: digest(token), until, ttl: seconds(until) })
  return carried(token)
}

/** Takes a link into one's hands: of several who try at once, one gets it. Null when it has ended, or is in other hands. It is not spent by that. */
export async function holdPasswordLink(token: string, now: Date): Promise<PasswordLink | null> {
  const [id = '', secret] = token.split('.')
  const time = now.getTime()
  const key = secret ? place(id) : oldPlace(token)
  const known = await getItem<Stored>(key)
  // DynamoDB removes expired items within days, not at once, so the time is compared as well.
  if (!known || known.until <= time || (secret ? known.hash !== digest(token) : known.use !== 'password')) return null
  const held = await updateItem<Stored>(key, {
    set: { heldUntil: time + HELD },
    when: {
      text: 'attribute_exists(pk) AND #u = :until AND (attribute_not_exists(heldUntil) OR heldUntil < :now)',
      names: { '#u': 'until' },
      values: { ':until': known.until, ':now': time },
    },
  })
  return held ? { person: held.person, email: held.email } : null
}

/** Gives a link back that was not spent, so that it works again. */
export async function releasePasswordLink(token: string): Promise<void> {
  const [id = '', secret] = token.split('.')
  const when = secret
    ? { text: '#h = :hash', names: { '#h': 'hash' }, values: { ':hash': digest(token) } }
    : { text: 'attribute_exists(pk)' }
  await updateItem(secret ? place(id) : oldPlace(token), { remove: ['heldUntil'], when })
}

/** The writes that end whatever link a person has; `token`: the one in hand, which may be of the old kind. */
export function endPasswordLinks(person: string, token?: string): Write[] {
  return [{ delete: place(person) }, ...(token && !token.includes('.') ? [{ delete: oldPlace(token) }] : [])]
}
