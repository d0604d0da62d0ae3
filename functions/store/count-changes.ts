import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { Scope } from '../../shared/scope.ts'
import { countedBy, gains } from './counter-rows.ts'
import { keys } from './keys.ts'
import { transactItems, type Write } from './transaction.ts'

/** A record of the table's stream, as a function receives it. */
export type StreamChange = {
  eventID?: string
  dynamodb?: { Keys?: Record<string, AttributeValue>; OldImage?: Record<string, AttributeValue>; NewImage?: Record<string, AttributeValue> }
}

type Step = { pk: string; sk: string; day: string; by: number }
type Change = { id: string; steps: Step[] }

const TOGETHER = 30
const SECONDS_KEPT = 3 * 86_400

/**
 * Brings the counters up to what the stream says of list entries, each record of the stream once, however often it comes and in whatever order:
 * it is marked as counted in the same transaction. Marks outlive the stream's own 24 hours. Answers how many were counted now.
 */
export async function countChanges(scope: Scope, changes: StreamChange[], now: Date): Promise<number> {
  const distinct = [...new Map(changes.flatMap(read).map((change) => [change.id, change])).values()]
  let counted = 0
  for (let at = 0; at < distinct.length; at += TOGETHER) counted += await countGroup(scope, distinct.slice(at, at + TOGETHER), now)
  return counted
}

async function countGroup(scope: Scope, group: Change[], now: Date): Promise<number> {
  if (group.length === 0) return 0
  const ttl = Math.floor(now.getTime() / 1000) + SECONDS_KEPT
  const marks = group.map(({ id }): Write => ({ put: { ...keys.counted(scope, id), ttl }, absent: true }))
  const failures = await transactItems([...marks, ...updates(group)])
  if (!failures) return group.length
  const known = new Set(failures.map(({ at }) => at))
  return countGroup(
    scope,
    group.filter((_, at) => !known.has(at)),
    now,
  )
}

function updates(group: Change[]): Write[] {
  const byCounter = Map.groupBy(
    group.flatMap(({ steps }) => steps),
    ({ pk, sk }) => `${pk} ${sk}`,
  )
  return [...byCounter.values()].flatMap((steps): Write[] => {
    const [{ pk, sk }] = steps as [Step]
    const add = gains(steps)
    return Object.keys(add).length > 1 ? [{ update: { pk, sk }, add }] : []
  })
}

/** Nothing for what is no list entry, or changes nothing that is counted. */
function read({ eventID, dynamodb }: StreamChange): Change[] {
  const pk = dynamodb?.Keys?.pk?.S
  if (!eventID || !pk || pk.split('#')[1] !== 'L') return []
  const [old, now] = [dynamodb.OldImage, dynamodb.NewImage].map(
    (image) => image && countedBy(unmarshall(image) as Parameters<typeof countedBy>[0]),
  )
  if (old && now && old.sk === now.sk && old.day === now.day) return []
  return [{ id: eventID, steps: [...(old ? [{ ...old, by: -1 }] : []), ...(now ? [{ ...now, by: 1 }] : [])] }]
}
