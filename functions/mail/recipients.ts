import type { Holder } from '../../shared/duty.ts'
import type { Lang } from '../../shared/names.ts'
import { highest, holding, type Post, postsOf } from '../../shared/post.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { sees } from '../../shared/scope.ts'
import { type Channel, listChannels } from '../store/channels.ts'
import type { Notice } from '../store/notices.ts'
import { listPeople, type Person } from '../store/people.ts'
import { type Away, readWishes } from '../store/wishes.ts'
import type { Mail } from './send.ts'

/** Whoever may get mail of the platform, with what mail needs of him. `standIn`: who takes it while he is away; then address and language are that one's. */
export type Reader = Pick<Person, 'id' | 'name' | 'email' | 'role' | 'office' | 'desks' | 'posts' | 'phone' | 'bounced' | 'complained'> & {
  lang: Lang
  coSigned?: true
  away?: Away
  standIn?: Pick<Person, 'id' | 'name'>
  /** The way that he chose instead of mail. */
  channel?: Channel
}

/** Everybody with a working account; with a day, those who are away on it by the address of who takes their mail. */
export async function readersOfMail(on?: string): Promise<Reader[]> {
  const people = await listPeople('system')
  const working = people.filter((person) => !person.disabled)
  const [wishes, channels] = await Promise.all([readWishes(working.map(({ id }) => id)), listChannels()])
  const readers = working.map((person) => {
    const { channel: key, ...wished } = wishes.get(person.id) ?? {}
    const channel = channels.find((each) => each.key === key)
    return byChannel({ ...person, lang: person.lang ?? 'zh', ...wished }, channel)
  })
  return on === undefined ? readers : readers.map((reader) => routed(reader, readers, on))
}

/** What was said of his address concerns no other way; a short message needs a telephone. */
function byChannel(reader: Reader, channel: Channel | undefined): Reader {
  if (!channel || (channel.kind === 'sms' && !reader.phone)) return reader
  const { bounced, complained, ...rest } = reader
  return { ...rest, channel }
}

/** Where what is said to somebody goes, as the delivery log tells it. */
export function addressOf({ channel, email }: Pick<Reader, 'channel' | 'email'>): string {
  return channel ? channel.name : email
}

/** Whom something is said to, as the delivery log keeps it: where it goes, and who he is in his office. */
export function addressee(reader: Reader): Pick<Notice, 'to' | 'person' | 'name' | 'post'> {
  const { id, office, standIn, name } = reader
  const post = office.kind === 'unit' || office.kind === 'township' ? { post: highest(postsOf(reader)) } : {}
  return { to: addressOf(reader), person: id, name: standIn?.name ?? name, ...post }
}

/** The same for `send`. */
export function wayTo({ channel, email, phone }: Pick<Reader, 'channel' | 'email' | 'phone'>): Pick<Mail, 'to' | 'by'> {
  return { to: email, ...(channel ? { by: { channel: channel.key, ...(phone ? { phone } : {}) } } : {}) }
}

/** A colleague of the same office takes the mail of who is away, as long as mail reaches him. */
function routed(reader: Reader, readers: Reader[], on: string): Reader {
  const { away, office } = reader
  if (!away || on < away.from || on > away.until) return reader
  const found = readers.find(({ id }) => id === away.to)
  if (!found || found.id === reader.id || silenced(found) || !sameOffice(found.office, office)) return reader
  const { bounced, complained, channel, phone, ...rest } = reader
  const way = { ...(found.channel ? { channel: found.channel } : {}), ...(found.phone ? { phone: found.phone } : {}) }
  return { ...rest, ...way, email: found.email, lang: found.lang, standIn: { id: found.id, name: found.name } }
}

const sameOffice = (one: Reader['office'], other: Reader['office']): boolean => one.kind === other.kind && one.id === other.id

/** Why no mail goes to somebody's address, if none does. */
export function silenced({ bounced, complained }: Pick<Person, 'bounced' | 'complained'>): 'bounced' | 'complained' | null {
  return complained ? 'complained' : bounced ? 'bounced' : null
}

/** Whom a post of a seat reaches. `instead`: the post that was meant, where nobody holds it and another one is told. */
export type Reached = { readers: Reader[]; instead?: Post }

/** The people behind a seat who handle its items: the liaisons of an office, those at a desk of the county office, or one person. */
export function peopleAt(holder: Holder, people: Reader[]): Reader[] {
  return reached(holder, 'liaison', people).readers
}

/**
 * The people who hold a post in the office of a seat. At a desk of the county office only whoever sits there is meant, for any post: what a desk handles is
 * not the whole office's to read; its administrators stand in when nobody sits there. A deputy, or one person, has no posts. The county's leaders sit in no seat: rungs name them by a word of their own. Empty for an office without accounts.
 */
export function reached(holder: Holder, post: Post, people: Reader[]): Reached {
  const working = people.filter(({ role }) => role !== 'leader')
  if (holder.kind === 'person') return { readers: working.filter(({ id }) => id === holder.id) }
  const own = working.filter(({ office }) => office.kind === holder.kind && (office.kind === 'county' || office.id === holder.id))
  if (holder.kind === 'deputy') return { readers: own }
  const { desk } = holder
  if (desk === undefined) return at(post, wholeOffice(own))
  const seated = own.filter(({ desks }) => desks?.includes(desk))
  return at(post, seated.length > 0 ? seated : own.filter(({ role }) => role === 'admin'))
}

/** What no desk handles is for those who sit at none; for everybody where all do. An administrator sits at every desk, and at none. */
function wholeOffice(people: Reader[]): Reader[] {
  const free = people.filter(({ role, desks }) => role === 'admin' || !desks?.length)
  return free.length > 0 ? free : people
}

function at(post: Post, people: Reader[]): Reached {
  const { people: readers, ...meant } = holding(post, people)
  return { readers, ...meant }
}

/** The county's leaders, to whom what is long overdue is escalated. */
export function leadersOf(people: Reader[]): Reader[] {
  return people.filter(({ role }) => role === 'leader')
}

/** True when the person could open the record himself: nobody is written to about what is kept from him. */
export function mayRead({ id, name, role, office, desks }: Reader, { readers }: Pick<LedgerRecord, 'readers'>): boolean {
  return sees({ person: id, name, role, office, ...(desks ? { desks } : {}) }, readers)
}

/** An office as a token of its own, `unit:water`; everybody at the county is one office. */
export function officeToken(holder: Pick<Holder, 'kind' | 'id'>): string {
  return holder.kind === 'county' ? 'county' : `${holder.kind}:${holder.id}`
}
