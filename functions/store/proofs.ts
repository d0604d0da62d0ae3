import type { Post } from '../../shared/post.ts'
import type { unsent } from '../../shared/words/mail.ts'
import { at } from './at.ts'
import { getItem, type Item, putItem } from './table.ts'

/**
 * What a morning's run came to: of every open duty that a rule concerned that day, each of those whom the rung names counts once: his mail went out (`sent`),
 * will still go (`planned`), or does not, with a reason (`suppressed`). `at`: when it was drawn up. `faults`: what somebody has to look after.
 */
export type Proof = {
  date: string
  at: string
  duties: number
  sent: number
  planned: number
  suppressed: number
  /** People who got a mail; `doubtful`: those who may have got theirs twice, since a run died over it. */
  mails: number
  doubtful?: number
  faults: Fault[]
}

/** Reminders of one office that did not reach whom they should have, for one reason. `lost`: nobody accounted for them, which no run should leave behind. */
export type Fault = { kind: keyof typeof unsent | 'lost'; office: string; to: string; post?: Post; reminders: number }

const place = (date: string) => ({ pk: at('PROOF', date), sk: 'A' })

/** Keeps the proof of a day; a later run of that day tells it anew. */
export async function putProof(proof: Proof): Promise<void> {
  await putItem({ ...place(proof.date), ...proof })
}

/** The proof of a day; null when no run of that day has ended. */
export async function readProof(date: string): Promise<Proof | null> {
  const found = await getItem(place(date))
  if (!found) return null
  const { pk, sk, ...proof } = found as Item
  return proof as unknown as Proof
}

/** Claims for one of several who try that people are told of a morning without a proof. */
export function claimAlarm(date: string, now: Date): Promise<boolean> {
  return putItem({ ...place(date), sk: 'ALARM', at: now.toISOString() }, { absent: true })
}
