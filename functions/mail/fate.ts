import { inCountyOf } from '../counties.ts'
import { ownCounty } from '../store/county.ts'
import { noteLetterFate } from '../store/letters.ts'
import { type Fate, noteFate } from '../store/notices.ts'
import { markAddress } from '../store/people.ts'
import { systemScope } from '../store/system-scope.ts'

/** What SES says about a mail that it had accepted; either of its two forms. Only what we read is named. */
type Told = {
  eventType?: string
  notificationType?: string
  mail?: { destination?: string[]; tags?: { [name: string]: string[] } }
  complaint?: { complainedRecipients?: { emailAddress?: string }[] }
  bounce?: { bounceType?: string; bouncedRecipients?: { emailAddress?: string }[] }
}

const fates: Record<string, Fate> = { Delivery: 'delivered', Bounce: 'bounced', Complaint: 'complained', Reject: 'bounced' }

/**
 * Writes a mail's fate on its notices; an address that takes no mail, or whose owner complained of it, is marked on its person, so that no more
 * is sent there and whoever keeps the addresses finds it among his tasks. `day` is the county's. Anything that is no fate is passed over: SNS also confirms
 * subscriptions. Twice is as once.
 */
export async function learn(message: string, day: string): Promise<void> {
  const { eventType, notificationType, mail, bounce, complaint } = JSON.parse(message) as Told
  const fate = fates[eventType ?? notificationType ?? '']
  if (!fate || !mail) return
  const {
    notice,
    person,
    day: letter,
    county = ownCounty(),
  } = Object.fromEntries(Object.entries(mail.tags ?? {}).map(([name, [value]]) => [name, value]))
  await inCountyOf(county, async () => {
    const scope = systemScope()
    if (notice) await noteFate(scope, [notice], fate)
    if (person && letter) await noteLetterFate(scope, person, letter, fate)
    const complained = fate === 'complained'
    if (!complained && bounce?.bounceType !== 'Permanent') return
    const recipients = (complained ? complaint?.complainedRecipients : bounce?.bouncedRecipients)?.map(({ emailAddress }) => emailAddress)
    for (const address of recipients ?? mail.destination ?? []) if (address) await markAddress(address, day, complained)
  })
}
