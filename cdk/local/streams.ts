import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Shard } from '@aws-sdk/client-dynamodb-streams'
import { checkpoints } from './checkpoints.ts'
import type { Stack } from './deploy.ts'
import { byArn } from './functions.ts'
import { type Declared, type Mapping, mapping } from './mapping.ts'
import type { LocalFunction } from './pool.ts'
import { reader, type Stream, shards, stream } from './shards.ts'

export type Streams = {
  settled: () => Promise<void>
  /** Ends the reading; what has been handed over is written down. */
  stop: () => void
}

// A poll costs the local database as much as a write: what comes in a quarter of a second is read at once, unless a whole page was waiting.
const QUICK = 250
const FULL = 1000
const CALM = 1000
const RELIST = 5000
/** How many records may wait for the slowest mapping before reading pauses. */
const AHEAD = 20_000

/** Lambda's stream mappings. The stream is read once for all of them; each goes at its own pace and keeps its own mark. */
export async function streams(
  stack: Stack,
  functions: Map<string, LocalFunction>,
  dynamo: string,
  folder: string,
  signal: AbortSignal,
): Promise<Streams> {
  const marks = checkpoints(join(folder, 'streams.json'))
  const graves = join(folder, 'dead-letters.jsonl')
  const bySource = new Map<string, Mapping[]>()
  for (const [id, properties] of await stack.of('AWS::Lambda::EventSourceMapping')) {
    const declared = properties as unknown as Declared
    const one = mapping({ id, declared, door: byArn(functions, declared.FunctionName), marks, graves, signal })
    bySource.set(declared.EventSourceArn, [...(bySource.get(declared.EventSourceArn) ?? []), one])
  }
  const busy = () => [...functions.values()].some((one) => one.busy() > 0) || [...bySource.values()].flat().some((one) => one.lag() > 0)
  let emptyPolls = 0
  for (const [arn, mappings] of bySource) {
    void follow(stream(dynamo, arn), mappings, signal, (found) => {
      emptyPolls = found > 0 || busy() ? 0 : emptyPolls + 1
      return emptyPolls * QUICK < RELIST ? QUICK : CALM
    })
  }
  // Nothing came since the call, twice in a row, while no function was at work.
  const settled = async () => {
    for (emptyPolls = 0; emptyPolls < 3 && !signal.aborted; ) await sleep(QUICK)
  }
  return { settled, stop: marks.keep }
}

/** Reads a stream on and on, parents before their children; `polled` hears how much came and says how long to rest. */
async function follow(source: Stream, mappings: Mapping[], signal: AbortSignal, polled: (found: number) => number): Promise<void> {
  const readers = new Map<string, ReturnType<typeof reader>>()
  const ended = new Set<string>()
  let list: Shard[] = []
  let listed = Number.NEGATIVE_INFINITY
  while (!signal.aborted) {
    let found = 0
    try {
      if (performance.now() - listed > RELIST) {
        list = await shards(source)
        listed = performance.now()
      }
      for (const { ShardId = '', ParentShardId } of list) {
        if (ended.has(ShardId) || (ParentShardId && readers.has(ParentShardId) && !ended.has(ParentShardId))) continue
        const read = readers.get(ShardId) ?? reader(source, ShardId, () => earliest(mappings, ShardId))
        const known = mappings.map((one) => one.at(ShardId) ?? '0')
        readers.set(ShardId, read)
        const { records, ended: over } = await read(FULL)
        mappings.forEach((one, at) => {
          const fresh = records.filter((record) => BigInt(record.dynamodb?.SequenceNumber ?? 0) > BigInt(known[at] ?? 0))
          if (fresh.length > 0) one.take(ShardId, fresh)
        })
        found += records.length
        if (over && records.length === 0) {
          ended.add(ShardId)
          listed = Number.NEGATIVE_INFINITY
        }
      }
      while (!signal.aborted && mappings.some((one) => one.lag() > AHEAD)) await sleep(QUICK)
    } catch (error) {
      if (!signal.aborted) process.stderr.write(`Reading the stream: ${error instanceof Error ? error.message : error}\n`)
    }
    const rest = polled(found)
    if (found < FULL) await sleep(rest, undefined, { signal }).catch(() => undefined)
  }
}

/** From where a shard is read after a start: where the slowest mapping stands; from its beginning when one has not begun. */
function earliest(mappings: Mapping[], shard: string): string | undefined {
  const marks = mappings.map((one) => one.at(shard))
  if (marks.some((mark) => mark === undefined)) return undefined
  return marks.reduce((one, other) => (BigInt(one ?? 0) < BigInt(other ?? 0) ? one : other))
}
