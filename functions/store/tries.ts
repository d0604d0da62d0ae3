import { at } from './at.ts'
import { digest, seconds } from './secret.ts'
import { deleteItem, getItem, type Item, putItem, updateItem } from './table.ts'

/** `left` tries remain after this one fails; or nothing goes until `until`. */
export type Allowance = { left: number } | { until: Date }

/** What is counted: who (hashed) may try how often, before a pause of so many minutes. */
export type Count = { what: string; who: string; most: number; minutes: number }

type Tries = Item & { tries: number; until: number }
const countKey = ({ what, who }: Pick<Count, 'what' | 'who'>) => ({ pk: at('TRIES', what, digest(who)), sk: 'A' })

/**
 * Counts a try *before* it is judged, so that many at once cannot all pass. The pause runs from the last counted try; tries during it
 * are refused and do not prolong it.
 */
export async function countTry(count: Count, now: Date): Promise<Allowance> {
  const time = now.getTime()
  const until = time + count.minutes * 60_000
  const key = countKey(count)
  const counted = await updateItem<Tries>(key, {
    add: { tries: 1 },
    set: { until, ttl: seconds(until) },
    when: {
      text: 'attribute_not_exists(pk) or (#u > :now and #n < :most)',
      names: { '#u': 'until', '#n': 'tries' },
      values: { ':now': time, ':most': count.most },
    },
  })
  if (counted) return { left: count.most - counted.tries }
  const held = await getItem<Tries>(key)
  if (held && held.until > time) return { until: new Date(held.until) }
  // The last pause is over and its item still lies here: begin again, unless somebody else just did.
  const when = { text: 'attribute_not_exists(pk) or #u = :old', names: { '#u': 'until' }, values: { ':old': held?.until ?? 0 } }
  return (await putItem({ ...key, tries: 1, until, ttl: seconds(until) }, { when })) ? { left: count.most - 1 } : countTry(count, now)
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
