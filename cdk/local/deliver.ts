import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda'

export type Delivery = {
  invoke: (event: { Records: DynamoDBRecord[] }) => Promise<unknown>
  /** How often a batch is tried again, and whether a failing one is halved to find the culprit. */
  retries: number
  bisect: boolean
  /** Where records go that nobody could take. */
  bury: (records: DynamoDBRecord[], reason: string) => void
  /** Everything up to this record has been dealt with. */
  passed: (record: DynamoDBRecord) => void
  wait: (attempt: number) => Promise<void>
}

/** Hands one batch to a function as Lambda's stream mappings do: in order, from the first failed record on, halved, then buried. */
export async function deliver(records: DynamoDBRecord[], delivery: Delivery, attempt = 0): Promise<void> {
  const last = records.at(-1)
  if (!last) return
  const reason = await delivery.invoke({ Records: records }).then(failedFrom(records), (error: Error) => error)
  if (reason === undefined) return delivery.passed(last)
  if (!(reason instanceof Error)) {
    const before = records[reason - 1]
    if (before) delivery.passed(before)
    // What got through is no longer part of the batch, and those that follow begin to count anew.
    return again(records.slice(reason), delivery, reason > 0 ? 0 : attempt, 'it was reported as failed')
  }
  return again(records, delivery, attempt, reason.message)
}

async function again(records: DynamoDBRecord[], delivery: Delivery, attempt: number, reason: string): Promise<void> {
  const last = records.at(-1)
  if (attempt >= delivery.retries) {
    delivery.bury(records, reason)
    if (last) delivery.passed(last)
    return
  }
  await delivery.wait(attempt)
  if (!delivery.bisect || records.length === 1) return deliver(records, delivery, attempt + 1)
  const half = Math.ceil(records.length / 2)
  await deliver(records.slice(0, half), delivery, attempt + 1)
  await deliver(records.slice(half), delivery, attempt + 1)
}

/** The index of the first record that the function reports as failed; all of them when it names one that is not there. */
function failedFrom(records: DynamoDBRecord[]): (answer: unknown) => number | undefined {
  return (answer) => {
    const failures = (answer as DynamoDBBatchResponse | null)?.batchItemFailures ?? []
    const places = failures.map(({ itemIdentifier }) => records.findIndex((record) => record.dynamodb?.SequenceNumber === itemIdentifier))
    return places.length === 0 ? undefined : Math.max(0, Math.min(...places))
  }
}
