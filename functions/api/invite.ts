import type { Context } from 'hono'
import { failedAfterwards } from '../afterwards.ts'
import { originHere } from '../here.ts'
import type { Person } from '../store/people.ts'
import type { Env } from './area.ts'

/** Mails a link with which a password is set; answers whether it went out at once. One that cannot go now goes later by itself. */
export async function sendLink(c: Context<Env>, person: Person): Promise<boolean> {
  try {
    const { mailLink } = await import('../mail/account-mail.ts')
    return (await mailLink(person, originHere(), c.var.clock.now)).how === 'sent'
  } catch (error) {
    failedAfterwards('mail of an account', error)
    return false
  }
}
