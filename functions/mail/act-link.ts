import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * One act that a mail offers to one person: a transition of a record, for a duty of his office, until a day. `until` tells links of different mails apart,
 * so that each is used once.
 */
export type ActLink = { person: string; ledger: string; record: string; act: string; duty?: string; until: string }

/** So long a link works, counted from its mail. */
export const LINK_DAYS = 14
/** A signature is of one length, so that no sign has to part it from what it signs. */
const SIGNED = 43

/** What stands in the address: the act and a signature under the county's secret, in letters that no mail program breaks. */
export function signAct({ person, ledger, record, act, duty, until }: ActLink, secret: string): string {
  const said = Buffer.from(JSON.stringify([person, ledger, record, act, until, ...(duty === undefined ? [] : [duty])])).toString(
    'base64url',
  )
  return said + signature(said, secret)
}

/** The act of a link; null for one that nobody signed. */
export function readAct(token: string, secret: string): ActLink | null {
  const [said, signed] = [token.slice(0, -SIGNED), token.slice(-SIGNED)]
  const right = Buffer.from(signature(said, secret))
  const given = Buffer.from(signed)
  if (said === '' || given.length !== right.length || !timingSafeEqual(given, right)) return null
  const [person, ledger, record, act, until, duty] = JSON.parse(Buffer.from(said, 'base64url').toString('utf8')) as string[]
  return { person, ledger, record, act, until, ...(duty === undefined ? {} : { duty }) } as ActLink
}

/** The key under which a link is used once, however often it is sent. */
export function onceKey({ ledger, record, act, duty = '', until }: ActLink): string {
  return `act-link/${ledger}/${record}/${act}/${duty}/${until}`
}

function signature(said: string, secret: string): string {
  return createHmac('sha256', secret).update(`act-link/${said}`).digest('base64url')
}
