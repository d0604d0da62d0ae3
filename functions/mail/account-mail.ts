import { type AccountMail, beginAgain, endAccountMail, oweAccountMail } from '../store/account-mails.ts'
import { makePasswordLink } from '../store/password-links.ts'
import { type Person, personById } from '../store/people.ts'
import { readOwnSettings } from '../store/settings.ts'
import { transactItems } from '../store/transaction.ts'
import { world } from '../world.ts'

const RESET_MINUTES = 60
const INVITE_DAYS = 7

/** `later`: it goes out by itself when the mail service is there again. `why`: what the service answered. */
export type Posted = { how: 'sent' } | { how: 'refused' | 'later'; why: string }

/** Owes a person a mail with a link for a password and sends it at once, if the mail service is there. Never throws for a mail that cannot go. */
export async function mailLink(person: Person, origin: string, now: Date): Promise<Posted> {
  await transactItems([oweAccountMail(person.id, now)])
  return post(person, { person: person.id, at: now.toISOString() }, origin, now)
}

/**
 * Owes a mail with a link that is sent behind the answer. Somebody whom nobody knows is owed one as well, which nobody gets: so the time that the answer
 * takes tells nothing of who has an account.
 */
export async function oweLink(person: Person | null, now: Date): Promise<void> {
  await transactItems([oweAccountMail(person?.id ?? 'nobody', now, { behind: true })])
}

/** Sends what is owed once more; nothing for somebody who is gone or disabled by now. */
export async function mailAgain(owed: AccountMail, origin: string, now: Date): Promise<void> {
  if (!(await beginAgain(owed, now))) return
  const begun = { person: owed.person, at: now.toISOString() }
  const person = await personById('system', owed.person)
  if (person && !person.disabled) await post(person, begun, origin, now)
  else await endAccountMail(begun, 'refused', 'disabled')
}

async function post(person: Person, begun: Pick<AccountMail, 'person' | 'at'>, origin: string, now: Date): Promise<Posted> {
  const { send, Undeliverable } = await import('./send.ts')
  try {
    await send({ to: person.email, ...(await letterTo(person, origin, now)), tags: { kind: 'account' } })
  } catch (error) {
    const how = error instanceof Undeliverable ? 'refused' : 'later'
    const why = `${(error as Error).name}: ${(error as Error).message}`
    console.error(JSON.stringify({ mail: 'account', person: person.id, how, name: (error as Error).name }))
    await endAccountMail(begun, how, why)
    return { how, why }
  }
  await endAccountMail(begun, 'sent')
  return { how: 'sent' }
}

/** Who never came in is still invited, however often a mail is asked for: he has seven days, who forgot his password an hour. */
async function letterTo(person: Person, origin: string, now: Date): Promise<{ subject: string; html: string; text: string }> {
  const invites = person.signedInAt === undefined
  const minutes = invites ? INVITE_DAYS * 24 * 60 : RESET_MINUTES
  const [token, { offices }, settings, { invitationLetter, resetLetter }] = await Promise.all([
    makePasswordLink(person, minutes, now),
    world(),
    readOwnSettings({ person: person.id }),
    import('./account.ts'),
  ])
  const lang = settings.language === 'en' ? 'en' : 'zh'
  const house = offices.find((office) => office.kind === 'county')?.name[lang] ?? ''
  const url = `${origin}/new-password?token=${token}`
  const to = { name: person.name, email: person.email, lang, house } as const
  return invites ? invitationLetter(to, url, INVITE_DAYS) : resetLetter(to, url, RESET_MINUTES)
}
