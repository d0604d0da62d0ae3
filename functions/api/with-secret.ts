import type { Context } from 'hono'
import { api } from '../../shared/words/api.ts'
import { afterwards } from '../afterwards.ts'
import { readChallenge, spendChallenge } from '../store/challenges.ts'
import { holdPasswordLink, releasePasswordLink } from '../store/password-links.ts'
import { endAccess, type Person, personById } from '../store/people.ts'
import { countTry, forgetTries } from '../store/tries.ts'
import type { Env } from './area.ts'
import { noteLogin } from './note.ts'
import { codesOf } from './phone.ts'
import { problem, wrong } from './problem.ts'
import { begin, lockedUntil, unlock } from './sign-in.ts'

/** Answers the challenge to choose a password; of many who bring its secret at once, one is signed in. */
export async function chosen(c: Context<Env>, secret: string, newPassword: string): Promise<Response> {
  const link = await readChallenge(secret, c.var.clock.now)
  if (link?.challenge !== 'newPassword') return problem(c, 401, api.challengeOver)
  const judged = await (await c.var.deps.identity(c.var.clock.now)).choosePassword(link.email, link.state ?? '', newPassword)
  if ('weak' in judged) return wrong(c, 'newPassword', api.weakPassword)
  const person = await personById('system', link.person)
  if (!('ok' in judged) || !person || person.disabled) return problem(c, 401, api.challengeOver)
  if (!(await spendChallenge(secret))) return problem(c, 401, api.challengeOver)
  await endAccess(person.id, c.var.clock.now)
  return begin(c, person)
}

/** Sets a password with the link of a mail. */
export async function setAnew(c: Context<Env>, token: string, newPassword: string): Promise<Response> {
  const { now } = c.var.clock
  const link = await holdPasswordLink(token, now)
  if (!link) return wrong(c, 'token', api.linkSpent)
  let set: boolean | undefined
  try {
    const person = await personById('system', link.person)
    if (!person || person.disabled || person.email !== link.email) return wrong(c, 'token', api.linkSpent)
    set = await (await c.var.deps.identity(c.var.clock.now)).setPassword(person.email, newPassword)
    if (!set) return wrong(c, 'newPassword', api.weakPassword)
    // Last of all the link is spent, so that whoever could not set a password can still try again.
    await changed(c, person, token)
    return c.body(null, 204)
  } finally {
    if (!set) await afterwards('giving a link back', releasePasswordLink(token))
  }
}

/** Answers the challenge to give a code. */
export async function coded(c: Context<Env>, secret: string, code: string): Promise<Response> {
  const { now } = c.var.clock
  const link = await readChallenge(secret, now)
  if (link?.challenge !== 'totp') return problem(c, 401, api.challengeOver)
  const allowance = await countTry(codesOf(link.email), now)
  if ('until' in allowance) return lockedUntil(c, allowance.until)
  const judged = await (await c.var.deps.identity(c.var.clock.now)).giveCode(link.email, link.state ?? '', code)
  if ('wrong' in judged) return wrong(c, 'code', api.wrongCode)
  const person = await personById('system', link.person)
  if (!('ok' in judged) || !person || person.disabled) return problem(c, 401, api.challengeOver)
  if (!(await spendChallenge(secret))) return problem(c, 401, api.challengeOver)
  await forgetTries(codesOf(link.email))
  return begin(c, person)
}

/** A password was set: every session has ended, and so has every link; `token` is the one that set it. */
export async function changed(c: Context<Env>, { id, name, email }: Person, token?: string): Promise<void> {
  await endAccess(id, c.var.clock.now, token)
  await Promise.all([afterwards('tries', unlock(email, c.var.clock.now)), noteLogin(c, { id, name }, 'password')])
}
