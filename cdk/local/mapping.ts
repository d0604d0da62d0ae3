import { appendFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { _Record } from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBRecord } from 'aws-lambda'
import type { Checkpoints } from './checkpoints.ts'
import { type Delivery, deliver } from './deliver.ts'
import { passes } from './filter.ts'
import type { LocalFunction } from './pool.ts'
import { asLambda } from './shards.ts'

export type Declared = {
  EventSourceArn: string
  FunctionName: string
  BatchSize: number
  BisectBatchOnFunctionError: boolean
  MaximumRetryAttempts: number
  FilterCriteria?: { Filters: { Pattern: string }[] }
}
export type Mapping = {
  /** The last record of a shard that it was given, now or before a restart. */
  at: (shard: string) => string | undefined
  /** Takes what was read next from a shard; hands it to its function in its own time, in order. */
  take: (shard: string, records: _Record[]) => void
  /** How many records it still has to hand over. */
  lag: () => number
}
type Given = { id: string; declared: Declared; door: LocalFunction; marks: Checkpoints; graves: string; signal: AbortSignal }

/** One of Lambda's stream mappings. */
export function mapping({ id, declared, door, marks, graves, signal }: Given): Mapping {
  const patterns = (declared.FilterCriteria?.Filters ?? []).map(({ Pattern }) => JSON.parse(Pattern))
  const given = new Map<string, string>()
  let lag = 0
  let last = Promise.resolve()
  return {
    at: (shard) => given.get(shard) ?? marks.get(id, shard),
    lag: () => lag,
    take: (shard, records) => {
      lag += records.length
      given.set(shard, records.at(-1)?.dynamodb?.SequenceNumber ?? '0')
      last = last
        .then(() => handOver(shard, records))
        .then(() => {
          lag -= records.length
        })
      // It goes no further: the next start begins with what was not marked.
      last.catch((error) => signal.aborted || process.stderr.write(`${id} stops: ${error instanceof Error ? error.stack : error}\n`))
    },
  }

  async function handOver(shard: string, records: _Record[]): Promise<void> {
    const mark = (sequence?: string) => marks.set(id, shard, sequence ?? '')
    const wanted = records.filter((record) => passes(record, patterns)).map((record) => asLambda(record, declared.EventSourceArn))
    const delivery: Delivery = {
      invoke: (event) => door.invoke(event),
      retries: declared.MaximumRetryAttempts,
      bisect: declared.BisectBatchOnFunctionError,
      bury,
      passed: (record) => mark(record.dynamodb?.SequenceNumber),
      wait: (attempt) => sleep(Math.min(200 * 2 ** attempt, 5000), undefined, { signal }),
    }
    for (let at = 0; at < wanted.length; at += declared.BatchSize) await deliver(wanted.slice(at, at + declared.BatchSize), delivery)
    mark(records.at(-1)?.dynamodb?.SequenceNumber)
  }

  function bury(dead: DynamoDBRecord[], reason: string): void {
    process.stderr.write(`${door.name}: gave up on ${dead.length} events: ${reason}\n`)
    for (const record of dead) appendFileSync(graves, `${JSON.stringify({ door: door.name, reason, record })}\n`)
  }
}
