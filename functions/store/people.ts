import { randomBytes } from 'node:crypto'
import type { OfficeKind } from '../../shared/duty.ts'
import type { Role, Scope } from '../../shared/scope.ts'
import { at } from './at.ts'
import { type Changes, getItem, type Item, query, type Range, updateItem } from './table.ts'
import { transactItems, type Write } from './transaction.ts'

/** A person with an account. `email` is in small letters. `stampedAt`: sessions made before it have ended. */
export type Person = {
  id: string
  name: string
  email: string
  role: Role
  office: { kind: OfficeKind; id: string }
  /** The township of a deputy; a township's own people have it in `office`. */
  township?: string
  desks?: string[]
  phone?: string
  lang?: 'zh' | 'en'
  disabled?: true
  /** Set by the mail's fate: his address does not take mail. */
  bounced?: string
  createdAt: string
  signedInAt?: string
  stampedAt?: string
}

/** Who asks for people: a caller, or the platform itself (sign-in, mails, jobs). */
export type Asker = Scope | 'system'

export const newPersonId = (): string => `p${randomBytes(9).toString('hex')}`
export const personKey = (id: string) => ({ pk: at('P', id), sk: 'A' })
const mailKey = (email: string) => ({ pk: at('MAIL', email.toLowerCase()), sk: 'A' })
const indexOf = ({ office, id }: Pick<Person, 'office' | 'id'>) => ({ g1pk: at('PEOPLE'), g1sk: `${office.kind}:${office.id}#${id}` })

/** Everybody with an account whom the asker may know: the county all, others the people of their own office. One Query. */
export async function listPeople(asker: Asker): Promise<Person[]> {
  if (asker !== 'system' && asker.office.kind !== 'county') return peopleOf(asker, asker.office)
  return gather({ pk: at('PEOPLE'), index: 'g1' })
}

/** The people of one office, disabled ones too; empty for an office that the asker may not look into. */
export async function peopleOf(asker: Asker, office: { kind: OfficeKind; id: string }): Promise<Person[]> {
  if (!mayKnow(asker, { office })) return []
  return gather({ pk: at('PEOPLE'), index: 'g1', begins: `${office.kind}:${office.id}#` })
}

/** One person; null when there is none or the asker may not know him. */
export async function personById(asker: Asker, id: string): Promise<Person | null> {
  const person = readPerson(await getItem(personKey(id)))
  return person && mayKnow(asker, person) ? person : null
}

/** The account of an e-mail address (any case), for signing in. */
export async function personByEmail(_asker: 'system', email: string): Promise<Person | null> {
  const found = await getItem<{ person: string }>(mailKey(email))
  return found ? personById('system', found.person) : null
}

/** Stores a new person together with his address; false when the address is taken. */
export async function addPerson(_asker: Asker, person: Person): Promise<boolean> {
  const put = (item: Item) => ({ put: item, absent: true as const })
  const failures = await transactItems([
    put({ ...personKey(person.id), ...indexOf(person), ...person }),
    put({ ...mailKey(person.email), person: person.id }),
  ])
  return failures === null
}

type Change = Partial<Omit<Person, 'id' | 'email' | 'createdAt'>>

/** Changes a person; a key with the value undefined is taken away. Null when he is gone. */
export async function changePerson(_asker: Asker, id: string, change: Change): Promise<Person | null> {
  const now = await updateItem<Item>(personKey(id), changesOf(id, change))
  return now ? readPerson(now) : null
}

/**
 * Changes an administrator so that he is none any more, on condition that another one still is at that instant: two who take each other's rights
 * away at once cannot both succeed. `last` when nobody else would remain, null when he is gone.
 */
export async function retireAdmin(asker: Asker, id: string, change: Change): Promise<Person | 'last' | null> {
  const others = (await listPeople('system')).filter((other) => other.id !== id && isAdmin(other))
  for (const other of others) {
    const active = { text: '#r = :admin AND attribute_not_exists(disabled)', names: { '#r': 'role' }, values: { ':admin': 'admin' } }
    const failures = await transactItems([
      { update: personKey(id), ...changesOf(id, change) },
      { check: personKey(other.id), when: active },
    ])
    if (!failures) return personById(asker, id)
    if (failures.some(({ at }) => at === 0)) return null
  }
  return 'last'
}

/** True for who may administer accounts now. */
export function isAdmin({ role, disabled }: Pick<Person, 'role' | 'disabled'>): boolean {
  return role === 'admin' && !disabled
}

/** Gives a person another address, together with the claim on it; whatever was known of the old one (that its mail came back) is forgotten, and his
 * sessions end. False when the address is taken or the person has another one by now. */
export async function readdress(_asker: Asker, { id, email }: Person, next: string, now: Date): Promise<boolean> {
  const writes: Write[] = [
    {
      update: personKey(id),
      set: { email: next, stampedAt: now.toISOString() },
      remove: ['bounced'],
      when: { text: 'email = :old', values: { ':old': email } },
    },
    { put: { ...mailKey(next), person: id }, absent: true },
    { delete: mailKey(email) },
  ]
  return (await transactItems(writes)) === null
}

function changesOf(id: string, change: Change): Changes {
  const all = { ...change, ...(change.office ? indexOf({ office: change.office, id }) : {}) }
  const set = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
  return { set, remove: Object.keys(all).filter((name) => !(name in set)), when: { text: 'attribute_exists(pk)' } }
}

/** The person in an item, without the keys. */
export function readPerson(item: Item | undefined): Person | null {
  if (!item) return null
  const { pk, sk, g1pk, g1sk, ...person } = item
  return person as unknown as Person
}

function mayKnow(asker: Asker, { id, office }: { id?: string; office: Person['office'] }): boolean {
  if (asker === 'system' || asker.office.kind === 'county' || asker.person === id) return true
  return asker.office.kind === office.kind && asker.office.id === office.id
}

async function gather(range: Range): Promise<Person[]> {
  const people: Person[] = []
  for await (const item of query(range)) people.push(...[readPerson(item) ?? []].flat())
  return people
}
