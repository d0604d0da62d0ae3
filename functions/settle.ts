import type { Post } from '../shared/post.ts'
import type { Role } from '../shared/scope.ts'
import { oneLine } from '../shared/text.ts'
import type { Office } from '../shared/world.ts'
import type { Clock } from './clock.ts'
import type { Identity } from './identity/identity.ts'
import { mailLink, type Posted } from './mail/account-mail.ts'
import { oweAccountMail, readAccountMail } from './store/account-mails.ts'
import { countyOfAddress } from './store/counties.ts'
import { markPresent } from './store/form.ts'
import { listOffices, putOffice } from './store/offices.ts'
import { addPerson, newPersonId, type Person, personByEmail } from './store/people.ts'
import { type CountySettings, changeCountySettings, readCountySettings } from './store/settings.ts'
import { systemScope } from './store/system-scope.ts'
import { forgetWorld } from './world.ts'

type WantedPerson = {
  email: string
  name: string
  role: Role
  office: string | Person['office']
  password?: string
  township?: string
  desks?: string[]
  post?: Post
  posts?: Post[]
  phone?: string
}

/** The offices and people of a new county. An office's id is enough where only one office bears it. Who gets no password is invited by mail. */
export type Wanted = { offices?: Office[]; people?: WantedPerson[]; settings?: Partial<Omit<CountySettings, 'version'>> }

type Means = { identity: Identity; origin: string; clock: Clock }
const AT_ONCE = 8

/** How many were made, and who was invited or could not be, and why; whoever could not is mailed by itself later, or by running it again. */
export type Settled = { offices: number; people: number; invited: string[]; notInvited: { email: string; why: string }[] }

/** Makes what is wanted and not there yet, and invites whoever has no password and got no mail so far. Run twice, the second time makes nothing. */
export async function settle({ offices = [], people = [], settings }: Wanted, means: Means): Promise<Settled> {
  if (settings) await begin(settings)
  if ((await listOffices()).length === 0) await markPresent(systemScope())
  const made = await each(offices, (office, place) => putOffice({ ...office, name: lines(office.name), place }, { fresh: true }))
  forgetWorld()
  const known = await listOffices()
  const added = await each(people, (person) => addWanted(person, known, means))
  return {
    offices: made.filter(Boolean).length,
    people: added.filter(({ made }) => made).length,
    invited: added.flatMap(({ email, mail }) => (mail?.how === 'sent' ? [email] : [])),
    notInvited: added.flatMap(({ email, mail }) => (mail && mail.how !== 'sent' ? [{ email, why: mail.why }] : [])),
  }
}

/** Settings that a county begins with; once it has set something itself, that stands. */
async function begin(settings: NonNullable<Wanted['settings']>): Promise<void> {
  const { version } = await readCountySettings()
  if (version === 0) await changeCountySettings(systemScope(), settings, version)
}

type Added = { email: string; made: boolean; mail?: Posted }

async function addWanted(wanted: WantedPerson, offices: Office[], { identity, origin, clock }: Means): Promise<Added> {
  const { password, office, post, ...rest } = { ...wanted, name: oneLine(wanted.name) }
  const posts = rest.posts ?? (post ? [post] : undefined)
  const email = wanted.email.toLowerCase()
  const home = offices.find((one) => (typeof office === 'string' ? one.id === office : one.id === office.id && one.kind === office.kind))
  if (!home) throw new Error(`Bootstrap: there is no office ${typeof office === 'string' ? office : `${office.kind} ${office.id}`}`)
  const township = rest.township ?? home.township
  const there = await personByEmail('system', email)
  if (there) {
    const missed = password === undefined && !there.disabled && (await isMissed(there))
    return { email, made: false, ...(missed ? { mail: await mailLink(there, origin, clock.now) } : {}) }
  }
  const elsewhere = await countyOfAddress(email)
  if (elsewhere !== null)
    return { email, made: false, mail: { how: 'refused', why: `The address has an account in the county ${elsewhere}` } }
  // First the credentials: an account in the table without them could never sign in, and the next run would think it done.
  await identity.create(email, password)
  const person: Person = {
    ...rest,
    ...(posts ? { posts } : {}),
    email,
    id: newPersonId(),
    office: { kind: home.kind, id: home.id },
    ...(township ? { township } : {}),
    createdAt: clock.now.toISOString(),
  }
  const invites = password === undefined
  const made = await addPerson('system', person, invites ? [oweAccountMail(person.id, clock.now)] : [])
  return { email, made, ...(made && invites ? { mail: await mailLink(person, origin, clock.now) } : {}) }
}

/** True for somebody who never came in, never chose a password, and got no invitation. */
async function isMissed({ id, signedInAt, stampedAt }: Person): Promise<boolean> {
  return !signedInAt && !stampedAt && (await readAccountMail(id))?.state !== 'sent'
}

const lines = ({ zh, en }: Office['name']): Office['name'] => ({ zh: oneLine(zh), en: oneLine(en) })

async function each<T, R>(list: T[], work: (item: T, at: number) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const worker = async () => {
    for (let at = next++; at < list.length; at = next++) results[at] = await work(list[at] as T, at)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return results
}
