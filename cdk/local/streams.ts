import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Shard } from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBRecord } from 'aws-lambda'
import { type Checkpoints, checkpoints } from './checkpoints.ts'
import { type Delivery, deliver } from './deliver.ts'
import type { Stack } from './deploy.ts'
import { passes } from './filter.ts'
import { byArn } from './functions.ts'
import type { LocalFunction } from './pool.ts'
import { reader, type Stream, shards, stream } from './shards.ts'

type Declared = {
  EventSourceArn: string
  FunctionName: string
  BatchSize: number
  BisectBatchOnFunctionError: boolean
  MaximumRetryAttempts: number
  FilterCriteria?: { Filters: { Pattern: string }[] }
}
export type Streams = { settled: () => Promise<void> }
type Mapping = { id: string; declared: Declared; door: LocalFunction; source: Stream; marks: Checkpoints; graves: string; round: number }

const QUICK = 100
const CALM = 1000
const RELIST = 5000

/** Lambda's stream mappings: each polls the table's stream by itself and hands what passes its filter to its function. */
export async function streams(
  stack: Stack,
  functions: Map<string, LocalFunction>,
  dynamo: string,
  folder: string,
  signal: AbortSignal,
): Promise<Streams> {
  const marks = checkpoints(join(folder, 'streams.json'))
  const mappings: Mapping[] = (await stack.of('AWS::Lambda::EventSourceMapping')).map(([id, properties]) => {
    const declared = properties as unknown as Declared
    const door = byArn(functions, declared.FunctionName)
    return {
      id,
      declared,
      door,
      source: stream(dynamo, declared.EventSourceArn),
      marks,
      graves: join(folder, 'dead-letters.jsonl'),
      round: 0,
    }
  })
  const busy = () => [...functions.values()].some((one) => one.busy() > 0)
  for (const mapping of mappings) void follow(mapping, busy, signal)
  return { settled: () => settled(mappings, busy, signal) }
}

// Quiet means: every mapping polled twice in a row, found nothing, and no function was at work.
async function settled(mappings: Mapping[], busy: () => boolean, signal: AbortSignal): Promise<void> {
  for (let calm = 0; calm < 2 && !signal.aborted; ) {
    const before = mappings.map(({ round }) => round)
    await sleep(QUICK)
    while (!signal.aborted && mappings.some(({ round }, at) => round >= 0 && round < (before[at] ?? 0) + 2)) await sleep(QUICK)
    calm = busy() || mappings.some(({ round }) => round < 2) ? 0 : calm + 1
  }
}

async function follow(mapping: Mapping, busy: () => boolean, signal: AbortSignal): Promise<void> {
  const { source, marks, id } = mapping
  const readers = new Map<string, ReturnType<typeof reader>>()
  const ended = new Set<string>()
  let lastWork = 0
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
        const read = readers.get(ShardId) ?? reader(source, ShardId, () => marks.get(id, ShardId))
        readers.set(ShardId, read)
        const { records, ended: over } = await read(1000)
        await handOver(mapping, ShardId, records, signal)
        found += records.length
        if (over && records.length === 0) {
          ended.add(ShardId)
          listed = Number.NEGATIVE_INFINITY
        }
      }
    } catch (error) {
      if (!signal.aborted) process.stderr.write(`${id}: ${error instanceof Error ? error.message : error}\n`)
      readers.clear()
    }
    mapping.round = found > 0 ? 0 : mapping.round + 1
    if (found > 0 || busy()) lastWork = performance.now()
    if (found === 0) await sleep(performance.now() - lastWork < 5000 ? QUICK : CALM, undefined, { signal }).catch(() => undefined)
  }
}

async function handOver(mapping: Mapping, shard: string, records: DynamoDBRecord[], signal: AbortSignal): Promise<void> {
  const { id, declared, door, marks, graves } = mapping
  const patterns = (declared.FilterCriteria?.Filters ?? []).map(({ Pattern }) => Pattern)
  const wanted = records
    .filter((record) => passes(record, patterns))
    .map((record) => ({ ...record, eventSourceARN: declared.EventSourceArn }))
  const mark = (record?: DynamoDBRecord) => marks.set(id, shard, record?.dynamodb?.SequenceNumber ?? '')
  const delivery: Delivery = {
    invoke: (event) => door.invoke(event),
    retries: declared.MaximumRetryAttempts,
    bisect: declared.BisectBatchOnFunctionError,
    bury: (dead, reason) => {
      process.stderr.write(`${door.name}: gave up on ${dead.length} events: ${reason}\n`)
      for (const record of dead) appendFileSync(graves, `${JSON.stringify({ door: door.name, reason, record })}\n`)
    },
    passed: mark,
    wait: (attempt) => sleep(Math.min(200 * 2 ** attempt, 5000), undefined, { signal }),
  }
  for (let at = 0; at < wanted.length; at += declared.BatchSize) await deliver(wanted.slice(at, at + declared.BatchSize), delivery)
  if (records.length > 0) mark(records.at(-1))
}
