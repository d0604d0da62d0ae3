import { at } from './at.ts'
import { digest, newSecret, seconds } from './sessions.ts'
import { deleteItem, getItem, putItem } from './table.ts'

/** A secret that may be used once: the link of a mail, or the second step of signing in. Only its hash is kept. */
export type Link = { use: 'password' | 'challenge'; person: string; email: string; challenge?: 'newPassword' | 'totp'; state?: string }

const linkKey = (secret: string) => ({ pk: at('LINK', digest(secret)), sk: 'A' })

/** Keeps a link for `minutes` and answers its secret. */
export async function keepLink(link: Link, minutes: number, now: Date): Promise<string> {
  const secret = newSecret()
  const until = now.getTime() + minutes * 60_000
  await putItem({ ...linkKey(secret), ...link, until, ttl: seconds(until) })
  return secret
}

/** What a secret stands for, without spending it; null when unknown, spent or over. */
export async function readLink(secret: string, use: Link['use'], now: Date): Promise<Link | null> {
  return valid(await getItem(linkKey(secret)), use, now)
}

/** Spends a link: of two who try at once, one gets it. */
export async function spendLink(secret: string, use: Link['use'], now: Date): Promise<Link | null> {
  const link = await readLink(secret, use, now)
  const first = link !== null && (await deleteItem(linkKey(secret), { text: 'attribute_exists(pk)' }))
  return first ? link : null
}

// DynamoDB removes expired items within days, not at once, so the time is compared as well.
function valid(item: Record<string, unknown> | undefined, use: Link['use'], now: Date): Link | null {
  if (!item || item.use !== use || Number(item.until) <= now.getTime()) return null
  const { pk, sk, ttl, until, ...link } = item
  return link as Link
}
