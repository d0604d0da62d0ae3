import { at } from './at.ts'
import { carried } from './county.ts'
import { digest, newSecret, seconds } from './secret.ts'
import { deleteItem, getItem, putItem } from './table.ts'

/** The second step of signing in: what the provider asked, and what it wants back with the answer. */
export type Challenge = { person: string; email: string; challenge: 'newPassword' | 'totp'; state: string }

const place = (secret: string) => ({ pk: at('LINK', digest(secret)), sk: 'A' })

/** Keeps a challenge for some minutes and answers the secret of it as it leaves the house, of which only the hash is kept. */
export async function keepChallenge(challenge: Challenge, minutes: number, now: Date): Promise<string> {
  const secret = newSecret()
  const until = now.getTime() + minutes * 60_000
  await putItem({ ...place(secret), use: 'challenge', ...challenge, until, ttl: seconds(until) })
  return carried(secret)
}

/** What a secret stands for, without spending it; null when unknown, spent or over. */
export async function readChallenge(secret: string, now: Date): Promise<Challenge | null> {
  const item = await getItem(place(secret))
  // DynamoDB removes expired items within days, not at once, so the time is compared as well.
  if (item?.use !== 'challenge' || Number(item.until) <= now.getTime()) return null
  const { pk, sk, ttl, until, use, ...challenge } = item
  return challenge as Challenge
}

/** Spends a challenge: of two who try at once, one gets true. */
export async function spendChallenge(secret: string): Promise<boolean> {
  return deleteItem(place(secret), { text: 'attribute_exists(pk)' })
}
