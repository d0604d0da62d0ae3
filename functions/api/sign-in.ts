import type { Context } from 'hono'
import { takenOverBy } from '../../shared/engine/heir.ts'
import type { Label } from '../../shared/names.ts'
import { api, locked, officeEnded, wrongPassword } from '../../shared/words/api.ts'
import { timeOf } from '../clock.ts'
import { keepChallenge } from '../store/challenges.ts'
import { changePerson, type Person, personByEmail } from '../store/people.ts'
import { beginSession } from '../store/sessions.ts'
import { type Allowance, type Count, countTry, forgetTries, liftedAt, liftTries, pauseOf } from '../store/tries.ts'
import { world } from '../world.ts'
import type { Env } from './area.ts'
import { addressOf, callerOf } from './caller.ts'
import { giveCookie } from './cookie.ts'
import { together } from './its-county.ts'
import { isKnownBrowser, rememberBrowser } from './known-browser.ts'
import { noteLogin } from './note.ts'
import { problem } from './problem.ts'

/** As long as the pool keeps its own side of it: `authSessionValidity` in cdk/people.ts. */
export const CHALLENGE_MINUTES = 10

type Left = Exclude<Allowance, { until: Date }>

/** Who guesses from one place is held up there, longer each time; whoever signs in elsewhere, or from a browser that is known, is not. */
const triesAt = (email: string, address: string): Count => ({
  what: 'signIn',
  who: `${email} ${address}`,
  most: 5,
  minutes: 15,
  grows: true,
})
const triesKnown = (email: string): Count => ({ what: 'known', who: email, most: 5, minutes: 15, grows: true })
/** Guesses from many places at once: then only browsers that are known get in. */
const triesOf = (email: string): Count => ({ what: 'account', who: email, most: 50, minutes: 15 })
const guessesFrom = (address: string): Count => ({ what: 'guesses', who: address, most: 100, minutes: 15 })

/** Judges e-mail and password. Unknown addresses are counted and answered like known ones, so nobody learns who has an account. */
export async function signIn(c: Context<Env>, email: string, password: string): Promise<Response> {
  const { now } = c.var.clock
  const address = addressOf(c)
  const [person, pause, lifted] = await Promise.all([
    personByEmail('system', email),
    together(() => pauseOf(guessesFrom(address), now)),
    liftedAt(email),
  ])
  const known = person !== null && (await isKnownBrowser(c, person))
  const tries = known ? triesKnown(email) : triesAt(email, address)
  const [allowance, all] = await Promise.all([countTry(tries, now, lifted), known ? { left: 1 } : countTry(triesOf(email), now, lifted)])
  if (pause) return lockedUntil(c, pause)
  if ('until' in allowance) return lockedUntil(c, allowance.until)
  if ('until' in all) return lockedUntil(c, all.until)
  const judged = await (await c.var.deps.identity(c.var.clock.now)).signIn(email, password)
  // A provider may say of a disabled account that it is one before it has looked at the password: that is for no stranger to know.
  if (!person || !('ok' in judged || 'challenge' in judged)) return wrongTry(c, person, tries, allowance)
  await forgetTries(tries)
  if (person.disabled) {
    await noteLogin(c, person, 'disabled')
    return problem(c, 403, api.disabled)
  }
  const ended = await endedOffice(person)
  if (ended) {
    await noteLogin(c, person, 'closed')
    return problem(c, 403, ended)
  }
  if ('challenge' in judged) {
    const { challenge, state } = judged
    const session = await keepChallenge({ person: person.id, email, challenge, state }, CHALLENGE_MINUTES, now)
    return c.json({ challenge, session })
  }
  return begin(c, person)
}

/** What is said to the people of a unit or township that is closed: who took it over, and that they have no account there. */
async function endedOffice({ office: { kind, id } }: Person): Promise<Label | null> {
  if (kind !== 'unit' && kind !== 'township') return null
  const known = await world()
  const office = known.offices.find((each) => each.kind === kind && each.id === id)
  return office?.closed ? officeEnded(office.name, takenOverBy(known, office)?.name) : null
}

/** Begins the session of somebody whose password (and code) was right. */
export async function begin(c: Context<Env>, person: Person): Promise<Response> {
  const { now } = c.var.clock
  const [cookie, caller] = await Promise.all([
    beginSession(person.id, now),
    callerOf(c, person),
    changePerson('system', person.id, { signedInAt: now.toISOString() }),
    noteLogin(c, person, 'in'),
  ])
  giveCookie(c, cookie)
  await rememberBrowser(c, person)
  c.set('person', person)
  return c.json(caller)
}

/** Forgets the wrong tries of somebody who has proved himself another way, wherever they were made. */
export async function unlock(email: string, now: Date): Promise<void> {
  await liftTries(email, now)
}

async function wrongTry(c: Context<Env>, person: Person | null, tries: Count, { left, minutes }: Left): Promise<Response> {
  const { now } = c.var.clock
  await Promise.all([noteLogin(c, person, left > 0 ? 'wrong' : 'locked'), together(() => countTry(guessesFrom(addressOf(c)), now))])
  if (left > 0) return problem(c, 401, wrongPassword(left, minutes))
  return lockedUntil(c, (await pauseOf(tries, now)) ?? now)
}

export function lockedUntil(c: Context<Env>, until: Date): Response {
  c.header('Retry-After', String(Math.max(1, Math.ceil((until.getTime() - c.var.clock.now.getTime()) / 1000))))
  return problem(c, 429, locked(timeOf(until)))
}
