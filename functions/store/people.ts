import { randomBytes } from 'node:crypto'
import type { OfficeKind } from '../../shared/duty.ts'
import type { Post } from '../../shared/post.ts'
import type { Role, Scope } from '../../shared/scope.ts'
import { at } from './at.ts'
import { claimAddress, freeAddress } from './counties.ts'
import { endPasswordLinks } from './password-links.ts'
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
  /** What he is in his office; absent: its liaison. */
  posts?: Post[]
  phone?: string
  lang?: 'zh' | 'en'
  disabled?: true
  /** Set by the mail's fate: his address does not take mail. */
  bounced?: string
  /** It took it, and he reported it as spam. */
  complained?: true
  createdAt: string
  signedInAt?: string
  stampedAt?: string
}

/** Who asks for people: a caller, or the platform itself (sign-in, mails, jobs). */
export type Asker = Scope | 'system'

/** An id for somebody new, which nobody can guess. */
export const newPersonId = (): string => `p${randomBytes(9).toString('hex')}`
/** Where an account lies. */
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
  // Nobody is looked for as long as somebody, so that the time tells nobody who has an account.
  return personById('system', found?.person ?? 'nobody')
}

/** Stores a new person together with his address, and `also`; false when the address is taken. */
export async function addPerson(_asker: Asker, person: Person, also: Write[] = []): Promise<boolean> {
  const put = (item: Item) => ({ put: item, absent: true as const })
  const failures = await transactItems([
    put({ ...personKey(person.id), ...indexOf(person), ...person }),
    put({ ...mailKey(person.email), person: person.id }),
    ...claimAddress(person.email),
    ...also,
  ])
  return failures === null
}

/** Marks an address that takes no mail, unless it is marked already; one that nobody has is passed over. */
export async function markAddress(email: string, day: string, complained: boolean): Promise<void> {
  const found = await personByEmail('system', email)
  if (!found) return
  const when = { text: 'email = :email AND attribute_not_exists(bounced)', values: { ':email': found.email } }
  await updateItem(personKey(found.id), { set: { bounced: day, ...(complained ? { complained: true } : {}) }, when })
}

/** Takes the mark away: somebody has looked, and the address is right. */
export function clearAddress(asker: Asker, id: string): Promise<Person | null> {
  return changePerson(asker, id, { bounced: undefined, complained: undefined })
}

type Change = Partial<Omit<Person, 'id' | 'email' | 'createdAt'>>

/** Changes a person; a key with the value undefined is taken away. Null when he is gone. */
export async function changePerson(_asker: Asker, id: string, change: Change): Promise<Person | null> {
  const now = await updateItem<Item>(personKey(id), changesOf(id, change))
  return now ? readPerson(now) : null
}

/** Ends every session and every link of a person, as when a password was set; `token`: the link with which it was. */
export async function endAccess(id: string, now: Date, token?: string): Promise<void> {
  const stamped = { update: personKey(id), set: { stampedAt: now.toISOString() }, when: { text: 'attribute_exists(pk)' } }
  await transactItems([stamped, ...endPasswordLinks(id, token)])
}

type Revision = { change: Change; email?: string | undefined; now: Date }

/**
 * Changes an account in one step, whatever is changed of it. An administrator who will be none any more: on condition that another one still is at
 * that instant, so that two who take each other's rights away cannot both succeed. Another address: together with the claim on it; that mail to the
 * old one came back is forgotten, and his sessions end. His link ends with the address that it was mailed to, and when he is disabled. `last`: no administrator
 * would remain; `taken`: the address is another's; null: he is gone.
 */
export async function revise(asker: Asker, before: Person, { change, email, now }: Revision): Promise<Person | 'last' | 'taken' | null> {
  const retires = isAdmin(before) && !isAdmin({ ...before, ...change })
  const others = retires ? (await listPeople('system')).filter((other) => other.id !== before.id && isAdmin(other)) : [undefined]
  const moves = email !== undefined && email !== before.email
  for (const other of others) {
    const writes = [moves ? moved(before, email, change, now) : [{ update: personKey(before.id), ...changesOf(before.id, change) }]].flat()
    const links = moves || change.disabled ? endPasswordLinks(before.id) : []
    const failures = await transactItems([...writes, ...links, ...(other ? [{ check: personKey(other.id), when: activeAdmin }] : [])])
    if (!failures) return mayKnow(asker, before) ? revised(before, change, moves ? { email, stampedAt: now.toISOString() } : {}) : null
    if (failures.some(({ at }) => at === 0)) return null
    if (failures.some(({ at }) => at < writes.length)) return 'taken'
  }
  return 'last'
}

/** The person as the change leaves him: read anew it could fail, and he is changed already. */
function revised(before: Person, change: Change, moved: Partial<Person>): Person {
  const { bounced, complained, ...rest } = before
  const all = { ...(moved.email ? rest : before), ...change, ...moved }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Person
}

const activeAdmin = { text: '#r = :admin AND attribute_not_exists(disabled)', names: { '#r': 'role' }, values: { ':admin': 'admin' } }

/** True for who may administer accounts now. */
export function isAdmin({ role, disabled }: Pick<Person, 'role' | 'disabled'>): boolean {
  return role === 'admin' && !disabled
}

function moved({ id, email }: Person, next: string, change: Change, now: Date): Write[] {
  const { set, remove = [] } = changesOf(id, change)
  return [
    {
      update: personKey(id),
      set: { ...set, email: next, stampedAt: now.toISOString() },
      remove: [...remove, 'bounced', 'complained'],
      when: { text: 'email = :old', values: { ':old': email } },
    },
    { put: { ...mailKey(next), person: id }, absent: true },
    { delete: mailKey(email) },
    ...claimAddress(next),
    ...freeAddress(email),
  ]
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
