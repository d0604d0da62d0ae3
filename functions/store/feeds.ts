import type { Scope } from '../../shared/scope.ts'
import { at } from './at.ts'
import { carried } from './county.ts'
import { type Person, personById } from './people.ts'
import { digest, newSecret } from './secret.ts'
import { deleteItem, getItem, putItem } from './table.ts'

type Feed = { digest: string; at: string }
const ofPerson = (id: string) => ({ pk: at('FEEDOF', id), sk: 'A' })
const bySecret = (hash: string) => ({ pk: at('FEED', hash), sk: 'A' })

/** Since when a person has an address for his calendar; null when he has none. */
export async function feedOf({ person }: Scope): Promise<{ at: string } | null> {
  const feed = await getItem<Feed>(ofPerson(person))
  return feed ? { at: feed.at } : null
}

/** A new secret for the address of a person's calendar; the one before it opens nothing any more. Only its hash is kept. */
export async function beginFeed(scope: Scope, now: Date): Promise<string> {
  await endFeed(scope)
  const secret = newSecret()
  await putItem({ ...bySecret(digest(secret)), person: scope.person })
  await putItem({ ...ofPerson(scope.person), digest: digest(secret), at: now.toISOString() })
  return carried(secret)
}

/** Takes the address back. */
export async function endFeed({ person }: Scope): Promise<void> {
  const feed = await getItem<Feed>(ofPerson(person))
  if (feed) await deleteItem(bySecret(feed.digest))
  await deleteItem(ofPerson(person))
}

/** Whose calendar an address opens, with his rights as they are now; null for one that was taken back, and for who was disabled. */
export async function readFeed(secret: string): Promise<Person | null> {
  const hash = digest(secret)
  const found = await getItem<{ person: string }>(bySecret(hash))
  if (!found) return null
  // Of two that were begun at once only the last is his.
  const [feed, person] = await Promise.all([getItem<Feed>(ofPerson(found.person)), personById('system', found.person)])
  return feed?.digest === hash && person && !person.disabled ? person : null
}
