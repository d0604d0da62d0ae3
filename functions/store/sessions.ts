import { at } from './at.ts'
import { type Person, personKey, readPerson } from './people.ts'
import { digest, newSecret, seconds } from './secret.ts'
import { deleteItem, getItems, type Item, putItem, updateItem } from './table.ts'

const MINUTE = 60_000
const IDLE = 8 * 60 * MINUTE
const ABSOLUTE = 24 * 60 * MINUTE
/** The last use is written at most this often: a write on every request would cost more than it protects. */
const TOUCH = 5 * MINUTE

const sessionKey = (secret: string) => ({ pk: at('S', digest(secret)), sk: 'A' })

type Session = Item & { person: string; beganAt: number; usedAt: number }

/** Begins a session and answers what the cookie carries: the person's id and a secret, so that one read fetches both. */
export async function beginSession(person: string, now: Date): Promise<string> {
  const cookie = `${person}.${newSecret()}`
  const time = now.getTime()
  await putItem({ ...sessionKey(cookie), person, beganAt: time, usedAt: time, ttl: seconds(time + ABSOLUTE) })
  return cookie
}

/**
 * The person behind a cookie, in one BatchGet of session and person; null when the session is unknown, idle for 8 hours, older than
 * 24, or from before the person's sessions were ended. A disabled person is answered as such: the caller refuses him.
 */
export async function readSession(cookie: string, now: Date): Promise<Person | null> {
  const [id = ''] = cookie.split('.')
  if (!/^p[0-9a-z]{8,40}$/.test(id) || cookie.length > 200) return null
  const [found, whose] = await getItems<Item>([sessionKey(cookie), personKey(id)])
  const session = found as Session | undefined
  const person = readPerson(whose)
  if (!session || !person || session.person !== person.id) return null
  const time = now.getTime()
  if (time > session.usedAt + IDLE || time > session.beganAt + ABSOLUTE) return null
  if (person.stampedAt && session.beganAt < Date.parse(person.stampedAt)) return null
  // Signed out in the meantime: then there is nothing to touch.
  if (time > session.usedAt + TOUCH) await updateItem(sessionKey(cookie), { set: { usedAt: time }, when: { text: 'attribute_exists(pk)' } })
  return person
}

/** Ends one session; ending it twice does nothing. */
export async function endSession(cookie: string): Promise<void> {
  await deleteItem(sessionKey(cookie))
}
