import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { Scope } from '../../shared/scope.ts'
import { countedBy, gains } from './counter-rows.ts'
import { isEntry, keys } from './keys.ts'
import { isDueKey } from './rows.ts'
import { getItems } from './table.ts'
import { MOST_WRITES, transactItems, type Write } from './transaction.ts'

/** A record of the table's stream, as a function receives it. */
export type StreamChange = {
  eventID?: string
  dynamodb?: { Keys?: Record<string, AttributeValue>; OldImage?: Record<string, AttributeValue>; NewImage?: Record<string, AttributeValue> }
}

type Entry = Parameters<typeof countedBy>[0] & { group?: string }
type Step = { pk: string; sk: string; day: string; by: number }
type Change = { id: string; group: string; steps: Step[] }

const MOST_IDS = 100
const SECONDS_KEPT = 3 * 86_400

/**
 * Brings the counters up to what the stream says of list entries, each record of the stream once, however often it comes, in whatever order and
 * however it is cut into batches: in the same transaction its id joins a mark. Entries that were written together share a mark, which therefore
 * stays small; an id always belongs to the same one. Marks outlive the stream's own 24 hours. Answers how many were counted now.
 */
export async function countChanges(scope: Scope, changes: StreamChange[], now: Date): Promise<number> {
  let left = [...new Map(changes.flatMap(read).map((change) => [change.id, change])).values()]
  let counted = 0
  while (left.length > 0) {
    const fits = fitting(left)
    counted += await countGroup(scope, left.slice(0, fits), now)
    left = left.slice(fits)
  }
  return counted
}

/** How many of the changes one transaction holds, marks and counters together. */
function fitting(changes: Change[]): number {
  const items = new Set<string>()
  const at = changes.slice(0, MOST_IDS).findIndex(({ group, steps }) => {
    for (const key of [group, ...steps.map(nameOf)]) items.add(key)
    return items.size > MOST_WRITES
  })
  return at < 0 ? Math.min(changes.length, MOST_IDS) : at
}

async function countGroup(scope: Scope, changes: Change[], now: Date): Promise<number> {
  if (changes.length === 0) return 0
  const groups = [...Map.groupBy(changes, ({ group }) => group)]
  const marks = groups.map(([group, members]) => marking(scope, group, members, now))
  const failures = await transactItems([...marks, ...updates(changes)])
  if (!failures) return changes.length
  const known = await knownOf(
    scope,
    failures.map(({ at }) => groups[at]?.[0] ?? ''),
  )
  const fresh = changes.filter(({ id }) => !known.has(id))
  if (fresh.length === changes.length) throw new Error('A mark of what was counted is refused without holding it')
  return countGroup(scope, fresh, now)
}

/** Adds the ids to their mark, on condition that it holds none of them. */
function marking(scope: Scope, group: string, members: Change[], now: Date): Write {
  const ids = members.map(({ id }) => id)
  return {
    update: keys.counted(scope, group),
    add: { ids: new Set(ids) },
    set: { ttl: Math.floor(now.getTime() / 1000) + SECONDS_KEPT },
    when: {
      text: ids.map((_, at) => `NOT contains(ids, :i${at})`).join(' AND '),
      values: Object.fromEntries(ids.map((id, at) => [`:i${at}`, id])),
    },
  }
}

async function knownOf(scope: Scope, groups: string[]): Promise<Set<string>> {
  const marks = await getItems<{ ids: Set<string> }>(groups.map((group) => keys.counted(scope, group)))
  return new Set(marks.flatMap((mark) => [...(mark?.ids ?? [])]))
}

function updates(changes: Change[]): Write[] {
  const byCounter = Map.groupBy(
    changes.flatMap(({ steps }) => steps),
    nameOf,
  )
  return [...byCounter.values()].flatMap((steps): Write[] => {
    const [{ pk, sk }] = steps as [Step]
    const add = gains(steps)
    return Object.keys(add).length > 1 ? [{ update: { pk, sk }, add }] : []
  })
}

function nameOf({ pk, sk }: Step): string {
  return `${pk} ${sk}`
}

/** Nothing for what is no list entry, or changes nothing that is counted. */
function read({ eventID, dynamodb }: StreamChange): Change[] {
  const pk = dynamodb?.Keys?.pk?.S
  if (!eventID || !pk || !isEntry({ pk })) return []
  const [before, after] = [dynamodb.OldImage, dynamodb.NewImage].map((image) => {
    const entry = image && (unmarshall(image) as Entry)
    return entry && isDueKey(entry.g6sk) ? entry : undefined
  })
  const [old, now] = [before, after].map((entry) => entry && countedBy(entry))
  if (old && now && old.sk === now.sk && old.day === now.day) return []
  const group = (after ?? before)?.group ?? eventID
  return [{ id: eventID, group, steps: [...(old ? [{ ...old, by: -1 }] : []), ...(now ? [{ ...now, by: 1 }] : [])] }]
}
