import { at } from './at.ts'
import { digest, seconds } from './secret.ts'
import { deleteItem, getItem, type Item, putItem, updateItem } from './table.ts'

/** `left` tries remain after this one fails, then a pause of so many minutes; or nothing goes until `until`. */
export type Allowance = { left: number; minutes: number } | { until: Date }

/** What is counted: who (hashed) may try how often, before a pause of so many minutes. `grows`: each pause is twice as long as the one before, within a day. */
export type Count = { what: string; who: string; most: number; minutes: number; grows?: true }

/** `at`: the last counted try; `pauses`: how many there were before. */
type Tries = Item & { tries: number; until: number; at?: number; pauses?: number }
const countKey = ({ what, who }: Pick<Count, 'what' | 'who'>) => ({ pk: at('TRIES', what, digest(who)), sk: 'A' })

const MINUTE = 60_000
/** So long the pauses before are remembered, and so many times a pause doubles. */
const REMEMBERED = 24 * 60 * MINUTE
const DOUBLINGS = 4

/**
 * Counts a try *before* it is judged, so that many at once cannot all pass. The pause runs from the last counted try; tries during it
 * are refused and do not prolong it. `lifted`: an instant before which nothing counts any more.
 */
export async function countTry(count: Count, now: Date, lifted = 0): Promise<Allowance> {
  const time = now.getTime()
  const key = countKey(count)
  const until = time + count.minutes * MINUTE
  const counted = await updateItem<Tries>(key, {
    add: { tries: 1 },
    set: { until, at: time, ttl: endOf(count, until) },
    when: {
      text: 'attribute_not_exists(pk) or (#u > :now and #n < :most)',
      names: { '#u': 'until', '#n': 'tries' },
      values: { ':now': time, ':most': count.most },
    },
  })
  if (counted) return spent(count, counted, time)
  const held = await getItem<Tries>(key)
  const over = held && lifted > 0 && (held.at ?? 0) <= lifted
  if (held && held.until > time && !over) return { until: new Date(held.until) }
  // The last pause is over and its item still lies here: begin again, unless somebody else just did.
  const when = { text: 'attribute_not_exists(pk) or #u = :old', names: { '#u': 'until' }, values: { ':old': held?.until ?? 0 } }
  const pauses = held && !over && held.until + REMEMBERED > time ? (held.pauses ?? 0) + (held.tries >= count.most ? 1 : 0) : 0
  const begun: Tries = { ...key, tries: 1, until, at: time, ...(pauses > 0 ? { pauses } : {}), ttl: endOf(count, until) }
  return (await putItem(begun, { when })) ? spent(count, begun, time) : countTry(count, now, lifted)
}

/** The pause that somebody is in, without counting a try. */
export async function pauseOf(count: Count, now: Date): Promise<Date | null> {
  const held = await getItem<Tries>(countKey(count))
  return held && held.tries >= count.most && held.until > now.getTime() ? new Date(held.until) : null
}

/** Forgets the tries, after a success. */
export async function forgetTries(count: Pick<Count, 'what' | 'who'>): Promise<void> {
  await deleteItem(countKey(count))
}

const liftKey = (who: string) => ({ pk: at('TRIES', 'lifted', digest(who)), sk: 'A' })

/** Lets no try of somebody count that was made before now, under whatever count that asks for it. */
export async function liftTries(who: string, now: Date): Promise<void> {
  await putItem({ ...liftKey(who), at: now.getTime(), ttl: seconds(now.getTime() + 2 * REMEMBERED) })
}

/** The instant before which no try of his counts; 0 when there is none. */
export async function liftedAt(who: string): Promise<number> {
  return (await getItem<{ at: number }>(liftKey(who)))?.at ?? 0
}

/** What remains after a counted try; the last one begins the pause, which may be longer than the window. */
async function spent(count: Count, { pk, sk, tries, pauses = 0 }: Tries, time: number): Promise<Allowance> {
  const minutes = count.minutes * (count.grows ? 2 ** Math.min(pauses, DOUBLINGS) : 1)
  if (tries === count.most && minutes > count.minutes) {
    const until = time + minutes * MINUTE
    await updateItem({ pk, sk }, { set: { until, ttl: endOf(count, until) }, when: { text: 'attribute_exists(pk)' } })
  }
  return { left: count.most - tries, minutes }
}

const endOf = ({ grows }: Count, until: number): number => seconds(until + (grows ? REMEMBERED : 0))
