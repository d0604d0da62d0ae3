import { failedAfterwards } from '../afterwards.ts'
import { makePasswordLink } from '../store/password-links.ts'
import type { Person } from '../store/people.ts'
import { readOwnSettings } from '../store/settings.ts'
import { world } from '../world.ts'

const RESET_MINUTES = 60
const INVITE_DAYS = 7

/**
 * Mails a link with which a password is set: for a forgotten one an hour long, to a new account seven days. Answers whether the mail
 * went out: a mail system that is down must not tell a stranger that the account exists.
 */
export async function mailLink(person: Person, origin: string, now: Date): Promise<boolean> {
  // Who never came in is still invited, however often he asks.
  const why = person.signedInAt ? 'reset' : 'invitation'
  try {
    await mail(person, why, origin, now)
    return true
  } catch (error) {
    failedAfterwards(`mail: ${why}`, error)
    return false
  }
}

async function mail(person: Person, why: 'reset' | 'invitation', origin: string, now: Date): Promise<void> {
  const minutes = why === 'reset' ? RESET_MINUTES : INVITE_DAYS * 24 * 60
  const [token, { offices }, settings] = await Promise.all([
    makePasswordLink(person, minutes, now),
    world(),
    readOwnSettings({ person: person.id }),
  ])
  const lang = settings.language === 'en' ? 'en' : 'zh'
  const house = offices.find((office) => office.kind === 'county')?.name[lang] ?? ''
  const [{ invitationLetter, resetLetter }, { send }] = await Promise.all([import('./account.ts'), import('./send.ts')])
  const url = `${origin}/new-password?token=${token}`
  const to = { name: person.name, email: person.email, lang, house } as const
  const letter = why === 'reset' ? resetLetter(to, url, RESET_MINUTES) : invitationLetter(to, url, INVITE_DAYS)
  await send({ to: person.email, ...letter, tags: { kind: 'account' } })
}
