import { noteLetterFate } from '../store/letters.ts'
import { type Fate, noteFate } from '../store/notices.ts'
import { changePerson, personByEmail } from '../store/people.ts'
import { systemScope } from '../store/system-scope.ts'

/** What SES says about a mail that it had accepted; either of its two forms. Only what we read is named. */
type Told = {
  eventType?: string
  notificationType?: string
  mail?: { destination?: string[]; tags?: { [name: string]: string[] } }
  bounce?: { bounceType?: string; bouncedRecipients?: { emailAddress?: string }[] }
}

const fates: Record<string, Fate> = { Delivery: 'delivered', Bounce: 'bounced', Complaint: 'complained', Reject: 'bounced' }

/**
 * Writes a mail's fate on its notices; an address that will never take mail is marked on its person, so that the county sees it and no more
 * is sent there. `day` is the county's. Anything that is no fate is passed over: SNS also confirms subscriptions. Twice is as once.
 */
export async function learn(message: string, day: string): Promise<void> {
  const { eventType, notificationType, mail, bounce } = JSON.parse(message) as Told
  const fate = fates[eventType ?? notificationType ?? '']
  if (!fate || !mail) return
  const scope = systemScope()
  const { notice, person, day: letter } = Object.fromEntries(Object.entries(mail.tags ?? {}).map(([name, [value]]) => [name, value]))
  if (notice) await noteFate(scope, [notice], fate)
  if (person && letter) await noteLetterFate(scope, person, letter, fate)
  if (bounce?.bounceType !== 'Permanent') return
  for (const address of bounce.bouncedRecipients?.map(({ emailAddress }) => emailAddress) ?? mail.destination ?? []) {
    const found = address === undefined ? null : await personByEmail('system', address)
    if (found) await changePerson('system', found.id, { bounced: day })
  }
}
