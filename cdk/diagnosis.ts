import type { Settings } from './settings.ts'

/** What could be read of an account; what could not says why. */
export type Found = {
  /** The identity that mails go out as, the domain or the very address. */
  identity: 'verified' | 'pending' | 'none' | Error
  /** Of SES: mails a day and a second; the sandbox allows 200 a day. */
  quota: { day: number; second: number; sent: number } | Error
  sending: boolean | Error
  /** Who is told of alarms, and has said yes. */
  alarms: { confirmed: string[]; pending: string[] } | 'no stack' | Error
  /** What the panel's domain points to. */
  domain: string[] | Error
  secret: boolean | Error
  testMail: 'accepted' | Error
}
export type Finding = { ok: boolean; says: string }

const SANDBOX = 200

/** What is in order for these settings and what is missing, each in a sentence that says what to do. What they do not need is not told. */
export function diagnose({ mailDriver, mailFrom, alarmsTo, domain, smtpSecret }: Settings, found: Partial<Found>): Finding[] {
  return [
    ...(mailDriver === 'ses'
      ? bySes(mailFrom, found)
      : told(
          found.secret,
          (there) => there,
          `The secret ${smtpSecret} with the mail server is there.`,
          `There is no secret ${smtpSecret}: make it, with the text smtps://name:password@host:465.`,
        )),
    ...told(found.testMail, (mail) => mail === 'accepted', 'A test mail was accepted; look whether it arrived, and not among spam.', ''),
    ...alarms(alarmsTo, found.alarms),
    ...(domain
      ? told(
          found.domain,
          (names) => names.some((name) => name.endsWith('.cloudfront.net')),
          `${domain} points to CloudFront.`,
          `${domain} does not point to CloudFront yet: a CNAME to the address that the deployment printed.`,
        )
      : []),
  ]
}

function bySes(mailFrom: string, { identity, quota, sending }: Partial<Found>): Finding[] {
  const who = mailFrom.split('@')[1]
  const waits =
    identity === 'pending'
      ? `${who} waits for its DNS records: SES shows them under Verified identities.`
      : `SES does not know ${who} yet: the first deployment makes it, then its DNS records are to be set.`
  const size =
    quota instanceof Error || !quota ? '' : `${quota.day} mails a day, ${quota.second} a second, ${quota.sent} sent in the last day`
  return [
    ...told(identity, (state) => state === 'verified', `SES may send as ${who}.`, waits),
    ...told(
      quota,
      ({ day }) => day > SANDBOX,
      `SES is out of its sandbox (${size}).`,
      `SES is in its sandbox (${size}): ask for production access, or mails reach verified addresses only.`,
    ),
    ...told(sending, (on) => on, 'Sending is on.', 'SES has paused sending of this account: its console says why.'),
  ]
}

function alarms(alarmsTo: string | undefined, found: Found['alarms'] | undefined): Finding[] {
  if (!alarmsTo) return [{ ok: false, says: 'Nobody is told of alarms: deploy with -c alarmsTo=ADDRESS.' }]
  if (found === 'no stack') return [{ ok: false, says: 'There is no such stack yet; deploy, then look again.' }]
  return told(
    found,
    ({ confirmed }) => confirmed.includes(alarmsTo),
    `${alarmsTo} is told of alarms.`,
    `${alarmsTo} has not confirmed yet: the link in the mail “AWS Notification - Subscription Confirmation”.`,
  )
}

/** A finding of what was read: in order, or not; or that it could not be read. Nothing where nobody looked. */
function told<T>(found: T | Error | undefined, isWell: (found: T) => boolean, well: string, ill: string): Finding[] {
  if (found === undefined) return []
  if (found instanceof Error) return [{ ok: false, says: `Could not be read: ${well} (${found.name}: ${found.message})` }]
  return [isWell(found) ? { ok: true, says: well } : { ok: false, says: ill }]
}
