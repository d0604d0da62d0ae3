import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import { type Changes, type Condition, conditioned, type Item, type Key, updated } from './expressions.ts'
import { client, jitter, tableName } from './table.ts'

/** One write of a transaction. `what` says what it is for, so that a failure can be told. */
export type Write = { what?: string } & (
  | { put: Item; absent?: true; when?: Condition }
  | { delete: Key; when?: Condition }
  | ({ update: Key } & Changes)
  | { check: Key; when: Condition }
)

/** A write whose condition did not hold: its place in the transaction and what it was for. */
export type Failure = { at: number; what: string }

/** Most that one transaction may hold. */
export const MOST_WRITES = 100
export const MOST_BYTES = 3_600_000

/**
 * All of it or none. Null when stored; else the writes whose conditions did not hold. Two transactions that meet on one item are tried
 * again here: that says nothing about the conditions. At most 100 writes, no item twice.
 */
export async function transactItems(writes: Write[]): Promise<Failure[] | null> {
  if (writes.length === 0) return null
  const TransactItems = writes.map(requested)
  for (let attempt = 0; ; attempt += 1) {
    try {
      await client().send(new TransactWriteCommand({ TransactItems }))
      return null
    } catch (error) {
      const reasons = cancelled(error)
      if (!reasons) throw error
      const failed = reasons.flatMap((code, at) => (code === 'ConditionalCheckFailed' ? [{ at, what: writes[at]?.what ?? '' }] : []))
      if (failed.length) return failed
      if (attempt === 12 || !reasons.some((code) => retried.includes(code))) throw error
      await jitter(attempt)
    }
  }
}

const retried = ['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']

function cancelled(error: unknown): string[] | null {
  if (!(error instanceof Error)) return null
  if (error.name === 'TransactionInProgressException') return ['TransactionConflict']
  if (error.name !== 'TransactionCanceledException' || !('CancellationReasons' in error)) return null
  return (error.CancellationReasons as { Code?: string }[]).map((reason) => reason.Code ?? 'None')
}

type Requested = NonNullable<TransactWriteCommandInput['TransactItems']>[number]

function requested(write: Write): Requested {
  const TableName = tableName()
  if ('put' in write) return { Put: { TableName, Item: write.put, ...conditioned(write) } }
  if ('delete' in write) return { Delete: { TableName, Key: bare(write.delete), ...conditioned(write.when ? { when: write.when } : {}) } }
  if ('update' in write) return { Update: { TableName, Key: bare(write.update), ...updated(write) } }
  const { ConditionExpression = '', ...rest } = conditioned({ when: write.when })
  return { ConditionCheck: { TableName, Key: bare(write.check), ConditionExpression, ...rest } }
}

function bare({ pk, sk }: Key): Key {
  return { pk, sk }
}
