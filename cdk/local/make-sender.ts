import type { Make } from './kinds.ts'
import { accountId, region } from './resolve.ts'

/** An identity of the emulated SES, which is verified at once: here nobody has to set DNS records. */
export const createSender: Make = async (id, properties, { mail }) => {
  const identity = String((await properties()).EmailIdentity)
  await fetch(`${mail}/senders`, { method: 'POST', body: identity })
  return { ref: identity, attributes: { Arn: `arn:aws:ses:${region}:${accountId}:${id}` } }
}
